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
   * Writes texts of one language, under the lock on all texts.
   *
   * @param version the version that the lock has given
   * @return how many have changed
   */
  int write(SignedIn me, String language, List<TextLine> lines, long version) {
    int changed = 0;
    for (TextLine line : lines) {
      if (write(me, language, line.key(), TextPattern.tidy(line.pattern()), version)) {
        changed++;
      }
    }
    if (changed > 0) {
      Instant now = clock.instant();
      language(language).change(now, version);
      events.publish(new TextsChanged(now));
    }
    return changed;
  }

  /** An empty pattern stands for the shipped one, or for none. */
  private boolean write(SignedIn me, String language, String key, String entered, long version) {
    Optional<String> usual = Optional.ofNullable(shipped.patterns(language).get(key));
    Optional<OwnText> own = texts.find(key, language);
    Optional<String> before = own.map(OwnText::pattern).or(() -> usual);
    Optional<String> after = Optional.of(entered).filter(p -> !p.isEmpty()).or(() -> usual);
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
            "",
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
