package de.lokalwillkommen.admin.today;

import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.page.SpokenLanguages;
import de.lokalwillkommen.core.dayorders.Announcement;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The form for what an office tells its visitors today. */
@Named
@RequestScoped
public class AnnouncementForm {

  private static final String TEXT = "text-";

  private TodayRequest today;
  private CommandParameters asked;
  private SpokenLanguages spoken;
  private Texts shown;
  private PageTexts texts;

  protected AnnouncementForm() {}

  @Inject
  AnnouncementForm(
      TodayRequest today,
      CommandParameters asked,
      SpokenLanguages spoken,
      Texts shown,
      PageTexts texts) {
    this.today = today;
    this.asked = asked;
    this.spoken = spoken;
    this.shown = shown;
    this.texts = texts;
  }

  /** What was entered. */
  Announcement announcement() {
    Announcement.Kind kind =
        Stream.of(Announcement.Kind.values())
            .filter(k -> k.name().equals(getKind()))
            .findFirst()
            .orElseThrow(
                () -> Refusal.of(Kind.INVALID, "day.kind").with("field", "kind").asException());
    Map<String, String> own = new LinkedHashMap<>();
    for (Field field : getFields()) {
      own.put(field.tag(), field.text());
    }
    return new Announcement(kind, asked.word("language"), own);
  }

  /** The names of what can be announced. */
  public List<String> getKinds() {
    return Stream.of(Announcement.Kind.values()).map(Enum::name).toList();
  }

  /** The kind that was chosen; the empty string if none was. */
  public String getKind() {
    return asked.word("kind").orElse("");
  }

  public String getLanguage() {
    return asked.word("language").orElse("");
  }

  /** The languages of which the absence can be announced. */
  public List<Language> getLanguages() {
    return spoken.listBesidesGerman();
  }

  /**
   * A text field.
   *
   * @param tag the tag of its language
   * @param name the name of its language
   * @param dir the direction in which it is written
   * @param text what was entered
   */
  public record Field(String tag, String name, String dir, String text) {}

  /** A field for each language that the kiosk of the office offers. German comes first. */
  public List<Field> getFields() {
    List<String> offered = today.office().languages();
    List<Language> languages =
        offered.isEmpty()
            ? shown.languages()
            : offered.stream().map(shown::find).flatMap(Optional::stream).toList();
    Language german = shown.language(Texts.FIRST);
    return Stream.concat(Stream.of(german), languages.stream())
        .distinct()
        .map(
            l ->
                new Field(
                    l.tag(),
                    spoken.nameOf(l, texts.getLanguage()),
                    l.dir(),
                    asked.word(TEXT + l.tag()).orElse("")))
        .toList();
  }

  public int getLongest() {
    return Announcement.LONGEST;
  }
}
