package de.lokalwillkommen.core.texts;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.AtOnce;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.TicketFixture;
import de.lokalwillkommen.core.ticketing.TicketingDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts are changed over real databases, also by several editors at once. */
class EditingTextsDatabaseTest {

  private static final SignedIn ADMIN =
      new SignedIn(7, "x", "X", Set.of(Role.ADMIN), Optional.empty(), Optional.empty(), "csrf");
  private static final String GREETING = "kiosk/home.greeting";
  private static final int EDITORS = 6;

  private final TestClock clock = new TestClock(TicketFixture.TEN);

  private String tried(TestDatabase database, Consumer<EditingTexts> change) {
    try {
      return database.transaction(
          em -> {
            change.accept(TextParts.editing(TextParts.texts(em), new RecordedEvents(), clock));
            return "done";
          });
    } catch (Refused refused) {
      return refused.refusal().key();
    }
  }

  private static TextOverlay overlay(TestDatabase database, TextOverlay known) {
    return database.transaction(
        em -> new TextOverlays(TextParts.SHIPPED, TextParts.texts(em)).read(known));
  }

  private static TextSettings greeting(TestDatabase database) {
    return database.transaction(
        em -> TextParts.plan(TextParts.texts(em)).find("ar", GREETING).orElseThrow());
  }

  @ParameterizedTest
  @EnumSource
  void everyChangeIsStored(TestDatabase database) {
    TicketingDatabase.reset(database);
    TextOverlay before = overlay(database, TextOverlay.NONE);

    assertThat(tried(database, e -> e.change(ADMIN, "ar", GREETING, 0, "أهلا"))).isEqualTo("done");
    TextOverlay changed = overlay(database, before);
    assertThat(changed.patterns()).isEqualTo(Map.of("ar", Map.of(GREETING, "أهلا")));
    assertThat(changed.version()).isGreaterThan(before.version());
    assertThat(overlay(database, changed)).isSameAs(changed);

    assertThat(tried(database, e -> e.check(ADMIN, "ar", changed.version()))).isEqualTo("done");
    long seen = greeting(database).version();
    assertThat(tried(database, e -> e.change(ADMIN, "ar", GREETING, seen, "مرحبا")))
        .isEqualTo("done");
    assertThat(overlay(database, changed).patterns()).isEmpty();
    Optional<NativeCheck> noted =
        database.transaction(
            em -> TextParts.plan(TextParts.texts(em)).listProgress().get(1).nativeCheck());
    assertThat(noted)
        .hasValueSatisfying(
            check -> {
              assertThat(check.at()).isEqualTo(clock.instant());
              assertThat(check.changedSince()).contains(clock.instant());
            });
    TicketingDatabase.reset(database);
  }

  @ParameterizedTest
  @EnumSource
  void aRefusedListLeavesNothing(TestDatabase database) {
    TicketingDatabase.reset(database);
    TextOverlay before = overlay(database, TextOverlay.NONE);

    List<TextLine> lines =
        List.of(new TextLine(1, GREETING, "أهلا"), new TextLine(2, "kiosk/home.waiting", "{9}"));

    assertThat(tried(database, e -> e.changeAll(ADMIN, "ar", lines, before.version())))
        .isEqualTo("text.arguments");
    assertThat(overlay(database, before)).isSameAs(before);
  }

  @ParameterizedTest
  @EnumSource
  void ofSeveralEditorsAtOnceOneSavesAndTheOthersAreTold(TestDatabase database) throws Exception {
    TicketingDatabase.reset(database);

    List<String> outcomes =
        AtOnce.race(
            EDITORS,
            editor ->
                () -> tried(database, e -> e.change(ADMIN, "ar", GREETING, 0, "أهلا " + editor)));

    assertThat(outcomes).containsOnlyOnce("done");
    assertThat(outcomes.stream().filter(o -> !o.equals("done")))
        .containsOnly("text.changedMeanwhile");
    assertThat(greeting(database).own()).contains("أهلا " + outcomes.indexOf("done"));
    TicketingDatabase.reset(database);
  }
}
