package de.lokalwillkommen.core.texts;

import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.kernel.NotedState;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.core.staff.SignedIn;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Changes the texts that visitors meet. A change applies from the moment it is saved, on all
 * kiosks, phones and boards. Of two editors of a text the second one is told.
 */
@UseCase
public class EditingTexts {

  private OwnTexts texts;
  private TextBook book;
  private TextWriter writer;
  private DomainEvents events;
  private Clock clock;

  protected EditingTexts() {}

  @Inject
  EditingTexts(OwnTexts texts, TextBook book, TextWriter writer, DomainEvents events, Clock clock) {
    this.texts = texts;
    this.book = book;
    this.writer = writer;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Changes one text. The shipped pattern takes a change back.
   *
   * @param version the version of the text that the editor has seen
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if there is no such text or
   *     language; {@code INVALID} if the pattern is wrong or has other arguments than the shipped
   *     one; {@code CHANGED_MEANWHILE} if it has been changed since the editor has seen it
   */
  public void change(SignedIn me, String language, String key, long version, String pattern) {
    requireMayEdit(me);
    long now = texts.lock();
    TextBook.Page page = book.page(language);
    page.findObjection(key, TextPattern.tidy(pattern)).ifPresent(EditingTexts::refuse);
    requireSeen(version, texts.find(key, language).map(OwnText::version));
    writer.write(me, language, List.of(new TextLine(1, key, pattern)), now);
  }

  /**
   * Takes back all changes of a text: the shipped one applies again.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused as for {@link #change}; {@code CONFLICT} if no
   *     text is shipped
   */
  public void takeBack(SignedIn me, String language, String key, long version) {
    String shipped =
        Optional.ofNullable(book.page(language).shipped().get(key))
            .orElseThrow(() -> Refusal.of(Kind.CONFLICT, "text.notShipped").asException());
    change(me, language, key, version, shipped);
  }

  /**
   * Changes several texts of a language, all or none of them.
   *
   * @param version the version of all texts that the editor has compared with
   * @return how many have changed
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if a line is wrong, with its
   *     {@code line} among the facts; {@code CHANGED_MEANWHILE} if a text has been changed
   */
  public int changeAll(SignedIn me, String language, List<TextLine> lines, long version) {
    requireMayEdit(me);
    requireSeen(version, Optional.of(texts.lock() - 1));
    book.compare(language, lines).faults().stream()
        .findFirst()
        .ifPresent(fault -> refuse(fault.refusal().with("line", fault.line())));
    return writer.write(me, language, lines, version + 1);
  }

  /**
   * Notes that a native speaker has read all texts of a language as they are.
   *
   * @param version the version of all texts that the editor has seen
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if there is no such language;
   *     {@code CHANGED_MEANWHILE} if a text has been changed since
   */
  public void check(SignedIn me, String language, long version) {
    requireMayEdit(me);
    long now = texts.lock();
    book.page(language);
    requireSeen(version, Optional.of(now - 1));
    writer.language(language).check(me.asAuthor(), clock.instant(), now);
    events.publish(
        new Changed(
            "",
            me.asAuthor(),
            "text",
            language,
            "CHECK",
            "",
            NotedState.version(1).toString(),
            clock.instant()));
  }

  /** A text that is not worded here has the version 0. */
  private static void requireSeen(long seen, Optional<Long> present) {
    if (seen != present.orElse(0L)) {
      throw Refusal.of(Kind.CHANGED_MEANWHILE, "text.changedMeanwhile").asException();
    }
  }

  private static void refuse(Refusal refusal) {
    throw refusal.asException();
  }

  private static void requireMayEdit(SignedIn me) {
    if (!me.mayEverywhere(Right.EDIT_TEXTS)) {
      throw Refusal.of(Kind.NOT_ALLOWED, "text.notYours").asException();
    }
  }
}
