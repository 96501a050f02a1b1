package de.lokalwillkommen.core.texts;

import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.TicketFixture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EditingTextsTest {

  private static final String GREETING = "kiosk/home.greeting";
  private static final String SPOKEN = "display/board.call.spoken";

  private final InMemoryOwnTexts texts = new InMemoryOwnTexts();
  private final RecordedEvents events = new RecordedEvents();
  private final TestClock clock = new TestClock(TicketFixture.TEN);
  private final EditingTexts editing = TextParts.editing(texts, events, clock);
  private final TextPlan plan = TextParts.plan(texts);
  private final TextOverlays overlays = new TextOverlays(TextParts.SHIPPED, texts);
  private final SignedIn admin = signedIn(Role.ADMIN);

  private static SignedIn signedIn(Role role) {
    return new SignedIn(7, "x", "X", Set.of(role), Optional.of("hoerde"), Optional.empty(), "csrf");
  }

  private TextSettings text(String language, String key) {
    return plan.find(language, key).orElseThrow();
  }

  private LanguageProgress progress(String tag) {
    return plan.listProgress().stream().filter(p -> p.tag().equals(tag)).findFirst().orElseThrow();
  }

  @Test
  void aChangedTextAppliesAndIsInTheHistory() {
    editing.change(admin, "ar", GREETING, 0, " أهلا\n");

    assertThat(overlays.read(TextOverlay.NONE).of("ar")).containsExactly(entry(GREETING, "أهلا"));
    assertThat(text("ar", GREETING).own()).contains("أهلا");
    assertThat(text("ar", GREETING).shipped()).contains("مرحبا");
    assertThat(text("ar", GREETING).main()).isEqualTo("Guten Tag!");
    assertThat(events.names()).containsExactly("arrangement.changed", "text.changed");
    assertThat(events.published(Changed.class))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.kind()).isEqualTo("text");
              assertThat(change.key()).isEqualTo("ar kiosk/home.greeting");
              assertThat(change.action()).isEqualTo("CHANGE");
              assertThat(change.before()).contains("مرحبا");
              assertThat(change.after()).contains("أهلا");
            });
  }

  @Test
  void theShippedTextComesBackWithoutATrace() {
    editing.change(admin, "de", GREETING, 0, "Moin!");
    editing.takeBack(admin, "de", GREETING, text("de", GREETING).version());

    assertThat(overlays.read(TextOverlay.NONE).patterns()).isEmpty();
    assertThat(text("de", GREETING).own()).isEmpty();
    assertThat(events.published(Changed.class))
        .extracting(Changed::action)
        .containsExactly("CHANGE", "SHIPPED");
  }

  @Test
  void aTextThatIsNotShippedIsNotTakenBack() {
    assertThat(refusalOf(() -> editing.takeBack(admin, "ar", "kiosk/home.waiting", 0)).key())
        .isEqualTo("text.notShipped");
  }

  @Test
  void theSecondOfTwoEditorsIsTold() {
    editing.change(admin, "de", GREETING, 0, "Moin!");

    assertThat(refusalOf(() -> editing.change(admin, "de", GREETING, 0, "Tach!")).key())
        .isEqualTo("text.changedMeanwhile");
    assertThat(text("de", GREETING).own()).contains("Moin!");
    editing.change(admin, "de", GREETING, text("de", GREETING).version(), "Tach!");
    assertThat(text("de", GREETING).own()).contains("Tach!");
    // another text is nothing to be told of
    editing.change(admin, "de", SPOKEN, 0, "{0} in {1}");
  }

  @Test
  void whatAlreadyAppliesIsNoChange() {
    editing.change(admin, "de", GREETING, 0, "Guten Tag!");

    assertThat(events.all()).isEmpty();
  }

  @Test
  void wrongPatternsUnknownTextsAndLanguagesAreRefused() {
    assertThat(refusalOf(() -> editing.change(admin, "de", SPOKEN, 0, "Nummer {0}")).key())
        .isEqualTo("text.arguments");
    assertThat(refusalOf(() -> editing.change(admin, "de", "kiosk/none", 0, "x")).key())
        .isEqualTo("text.unknown");
    assertThat(refusalOf(() -> editing.change(admin, "xx", GREETING, 0, "x")).key())
        .isEqualTo("language.unknown");
    assertThat(texts.list()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
  void onlyAdministratorsEditTexts(Role role) {
    assertThat(refusalOf(() -> editing.change(signedIn(role), "de", GREETING, 0, "x")).kind())
        .isEqualTo(Kind.NOT_ALLOWED);
    assertThat(refusalOf(() -> editing.changeAll(signedIn(role), "de", List.of(), 0)).kind())
        .isEqualTo(Kind.NOT_ALLOWED);
    assertThat(refusalOf(() -> editing.check(signedIn(role), "de", 0)).kind())
        .isEqualTo(Kind.NOT_ALLOWED);
  }

  @Test
  void aListIsComparedBeforeItIsSaved() {
    List<TextLine> lines =
        List.of(
            new TextLine(1, GREETING, "Moin!"),
            new TextLine(2, SPOKEN, "Nummer {0}, {1}"),
            new TextLine(4, SPOKEN, "Nummer {0}"),
            new TextLine(5, "kiosk/none", "x"),
            new TextLine(6, "kiosk/home.waiting", "{0"));

    TextComparison comparison = plan.compare("de", lines);

    assertThat(comparison.changes())
        .containsExactly(new TextChange(1, GREETING, Optional.of("Guten Tag!"), "Moin!"));
    assertThat(comparison.unchanged()).isEqualTo(1);
    assertThat(comparison.faults()).extracting(TextFault::line).containsExactly(4, 5, 6);
    assertThat(comparison.faults())
        .extracting(fault -> fault.refusal().key())
        .containsExactly("text.twice", "text.unknown", "text.pattern");
    Refusal refusal = refusalOf(() -> editing.changeAll(admin, "de", lines, 0));
    assertThat(refusal.facts()).containsEntry("line", 4);
    assertThat(texts.list()).isEmpty();
  }

  @Test
  void aListIsSavedAsItWasCompared() {
    List<TextLine> lines =
        List.of(new TextLine(1, GREETING, "Merhaba"), new TextLine(2, SPOKEN, "Numara {0}: {1}"));

    long seen = plan.compare("tr", lines).version();
    editing.change(admin, "de", GREETING, 0, "Moin!");

    assertThat(refusalOf(() -> editing.changeAll(admin, "tr", lines, seen)).key())
        .isEqualTo("text.changedMeanwhile");
    assertThat(editing.changeAll(admin, "tr", lines, texts.version())).isEqualTo(2);
    assertThat(overlays.read(TextOverlay.NONE).of("tr")).containsEntry(GREETING, "Merhaba");
    assertThat(events.published(TextsChanged.class)).hasSize(2);
  }

  @Test
  void completenessCountsShippedAndOwnTexts() {
    assertThat(progress("de")).satisfies(p -> assertThat(p.complete()).isTrue());
    assertThat(progress("ar"))
        .returns(3, LanguageProgress::present)
        .returns(75, LanguageProgress::percent);
    assertThat(progress("tr").percent()).isZero();
    assertThat(plan.list("ar", new TextFilter(Optional.empty(), TextFilter.State.MISSING, "")))
        .extracting(TextSettings::key)
        .containsExactly("kiosk/home.waiting");

    editing.change(admin, "ar", "kiosk/home.waiting", 0, "الانتظار: {0}");

    assertThat(progress("ar").complete()).isTrue();
    assertThat(progress("ar").changed()).isEqualTo(1);
  }

  @Test
  void aCheckHoldsUntilATextOfThatLanguageChanges() {
    editing.check(admin, "ar", texts.version());
    clock.passes(Duration.ofHours(1));
    editing.change(admin, "de", GREETING, 0, "Moin!");

    assertThat(progress("ar").nativeCheck())
        .hasValueSatisfying(
            check -> {
              assertThat(check.at()).isEqualTo(TicketFixture.TEN);
              assertThat(check.author()).isEqualTo(admin.asAuthor());
              assertThat(check.changedSince()).isEmpty();
            });
    // the clock may have been put back
    clock.passes(Duration.ofHours(-3));
    editing.change(admin, "ar", GREETING, 0, "أهلا");
    assertThat(progress("ar").nativeCheck().orElseThrow().changedSince()).contains(clock.instant());
    editing.check(admin, "ar", texts.version());
    assertThat(progress("ar").nativeCheck().orElseThrow().changedSince()).isEmpty();
    assertThat(progress("de").nativeCheck()).isEmpty();
  }

  @Test
  void aCheckIsOfTheTextsThatWereRead() {
    editing.change(admin, "ar", GREETING, 0, "أهلا");

    assertThat(refusalOf(() -> editing.check(admin, "ar", 0)).key())
        .isEqualTo("text.changedMeanwhile");
  }

  @Test
  void textsAreFoundByAreaAndWords() {
    editing.change(admin, "de", GREETING, 0, "MOIN!");

    assertThat(plan.list("de", new TextFilter(Optional.empty(), TextFilter.State.ANY, "moin")))
        .extracting(TextSettings::key)
        .containsExactly(GREETING);
    assertThat(
            plan.list("de", new TextFilter(Optional.of(TextArea.BOARD), TextFilter.State.ANY, "")))
        .extracting(TextSettings::key)
        .containsExactly(SPOKEN);
    assertThat(plan.list("de", new TextFilter(Optional.empty(), TextFilter.State.CHANGED, "")))
        .extracting(TextSettings::key)
        .containsExactly(GREETING);
    assertThat(text("de", SPOKEN).arguments()).containsExactly("0", "1");
  }

  /** An update may give a shipped text other arguments. */
  @Test
  void aTextThatNoLongerFitsIsNotSaid() {
    texts.add(new OwnText(SPOKEN, "de", "Nummer {0, number}, {1}", texts.lock()));
    texts.add(new OwnText(GREETING, "de", "Moin!", texts.lock()));

    assertThat(overlays.read(TextOverlay.NONE).of("de")).containsOnlyKeys(GREETING);
  }
}
