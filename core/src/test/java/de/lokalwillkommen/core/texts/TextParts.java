package de.lokalwillkommen.core.texts;

import de.lokalwillkommen.core.kernel.DomainEvents;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The parts of this feature, for tests. */
public final class TextParts {

  /** Four texts, of which Arabic lacks one. */
  public static final ShippedTexts SHIPPED =
      new ShippedTexts() {
        @Override
        public List<String> languages() {
          return List.of("de", "ar", "tr");
        }

        @Override
        public Map<String, String> patterns(String language) {
          return switch (language) {
            case "de" ->
                Map.of(
                    "kiosk/home.greeting", "Guten Tag!",
                    "kiosk/home.waiting", "{0, plural, one {# Mensch} other {# Menschen}}",
                    "display/board.call.spoken", "Nummer {0}, {1}",
                    "web/topic.housing", "Wohnung");
            case "ar" ->
                Map.of(
                    "kiosk/home.greeting", "مرحبا",
                    "display/board.call.spoken", "رقم {0} {1}",
                    "web/topic.housing", "سكن");
            default -> Map.of();
          };
        }
      };

  private TextParts() {}

  static OwnTexts texts(EntityManager entities) {
    return new JpaOwnTexts(entities);
  }

  static EditingTexts editing(OwnTexts texts, DomainEvents events, Clock clock) {
    return new EditingTexts(
        texts, new TextBook(SHIPPED, texts), writer(texts, events, clock), events, clock);
  }

  static TextPlan plan(OwnTexts texts) {
    return new TextPlan(SHIPPED, texts, new TextBook(SHIPPED, texts));
  }

  /** The naming of topics over a database. */
  public static NamingTopics naming(EntityManager entities, DomainEvents events, Clock clock) {
    OwnTexts texts = texts(entities);
    return new NamingTopics(SHIPPED, texts, writer(texts, events, clock));
  }

  /** The naming of offices over a database. */
  public static NamingOffices namingOffices(
      EntityManager entities, DomainEvents events, Clock clock) {
    OwnTexts texts = texts(entities);
    return new NamingOffices(SHIPPED, texts, writer(texts, events, clock));
  }

  /** What topics and offices are called, without a database. */
  public static final class Names {

    private final InMemoryOwnTexts texts = new InMemoryOwnTexts();

    public NamingTopics naming(DomainEvents events, Clock clock) {
      return new NamingTopics(SHIPPED, texts, writer(texts, events, clock));
    }

    public NamingOffices namingOffices(DomainEvents events, Clock clock) {
      return new NamingOffices(SHIPPED, texts, writer(texts, events, clock));
    }

    public EditingTexts editing(DomainEvents events, Clock clock) {
      return TextParts.editing(texts, events, clock);
    }

    public TextPlan plan() {
      return TextParts.plan(texts);
    }

    public TextOverlay overlay() {
      return new TextOverlays(SHIPPED, texts).read(TextOverlay.NONE);
    }
  }

  private static TextWriter writer(OwnTexts texts, DomainEvents events, Clock clock) {
    return new TextWriter(SHIPPED, texts, events, clock);
  }
}
