package de.lokalwillkommen.core.texts;

import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.kernel.NotedState;
import de.lokalwillkommen.core.staff.SignedIn;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes texts into the database, the history and onto the screens. Part of a use case, which has
 * asked whether the person may and whether the patterns are right.
 */
@Dependent
public class TextWriter {

  private static final String KIND = "text";

  private ShippedTexts shipped;
  private OwnTexts texts;
  private DomainEvents events;
  private Clock clock;

  protected TextWriter() {}

  @Inject
  TextWriter(ShippedTexts shipped, OwnTexts texts, DomainEvents events, Clock clock) {
    this.shipped = shipped;
    this.texts = texts;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Writes texts of one language, under the lock on all texts. A name of an office is the office's
   * own matter: it is noted in the office's history, and no reason to read the language again.
   *
   * @param version the version that the lock has given
   * @return how many have changed
   */
  int write(SignedIn me, String language, List<TextLine> lines, long version) {
    int changed = 0;
    boolean isToBeRead = false;
    for (TextLine line : lines) {
      if (write(me, language, line, version)) {
        changed++;
        isToBeRead |= TextKey.findOffice(line.key()).isEmpty();
      }
    }
    Instant now = clock.instant();
    if (isToBeRead) {
      language(language).change(now, version);
    }
    if (changed > 0) {
      events.publish(new TextsChanged(now));
    }
    return changed;
  }

  /** Whether writing would change what applies. */
  boolean wouldChange(String language, TextLine line) {
    Optional<String> applies =
        texts
            .find(line.key(), language)
            .map(OwnText::pattern)
            .or(() -> usual(language, line.key()));
    return !applies.equals(wanted(language, line));
  }

  /** An empty pattern stands for the shipped one, or for none. */
  private Optional<String> wanted(String language, TextLine line) {
    return Optional.of(TextPattern.tidy(line.pattern()))
        .filter(pattern -> !pattern.isEmpty())
        .or(() -> usual(language, line.key()));
  }

  private Optional<String> usual(String language, String key) {
    return Optional.ofNullable(shipped.patterns(language).get(key));
  }

  private boolean write(SignedIn me, String language, TextLine line, long version) {
    String key = line.key();
    Optional<String> usual = usual(language, key);
    Optional<OwnText> own = texts.find(key, language);
    Optional<String> before = own.map(OwnText::pattern).or(() -> usual);
    Optional<String> after = wanted(language, line);
    if (before.equals(after)) {
      return false;
    }
    if (after.equals(usual)) {
      own.ifPresent(texts::remove);
      tell(me, language, key, "SHIPPED", before, after);
    } else {
      String pattern = after.orElseThrow();
      own.ifPresentOrElse(
          text -> text.reword(pattern, version),
          () -> texts.add(new OwnText(key, language, pattern, version)));
      tell(me, language, key, "CHANGE", before, after);
    }
    return true;
  }

  /** The language, stored when it is first changed or checked. */
  TextLanguage language(String tag) {
    return texts.languages().stream()
        .filter(language -> language.tag().equals(tag))
        .findFirst()
        .orElseGet(
            () -> {
              TextLanguage first = new TextLanguage(tag);
              texts.add(first);
              return first;
            });
  }

  private void tell(
      SignedIn me,
      String language,
      String key,
      String action,
      Optional<String> before,
      Optional<String> after) {
    events.publish(
        new Changed(
            TextKey.findOffice(key).orElse(""),
            me.asAuthor(),
            KIND,
            language + ' ' + key,
            action,
            before.map(TextWriter::state).orElse(""),
            after.map(TextWriter::state).orElse(""),
            clock.instant()));
  }

  private static String state(String pattern) {
    return NotedState.version(1).with("text", pattern).toString();
  }
}
