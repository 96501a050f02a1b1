package de.lokalwillkommen.core.calling;

import static de.lokalwillkommen.core.offices.OfficeFixture.eving;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.calling.Destinations.Destination;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.staff.CounterShift;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.staff.InMemoryStaff;
import de.lokalwillkommen.core.staff.Skills;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Eving is open on Mondays from nine to twelve. */
class ProspectTest {

  private static final Instant NEXT_MONDAY = Instant.parse("2026-11-30T08:00:00Z");

  private final Office eving = eving();

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T22:59:59Z, false, NOBODY_TODAY",
    "2026-11-22T23:00:00Z, false, LATER_TODAY",
    "2026-11-23T07:59:59Z, true, LATER_TODAY",
    "2026-11-23T08:00:00Z, false, OPEN",
    "2026-11-23T10:59:59Z, false, OPEN",
    "2026-11-23T11:00:00Z, false, NOBODY_TODAY",
    "2026-11-23T11:00:00Z, true, AFTER_HOURS"
  })
  void dependsOnTheHoursAndOnTheStaffStillThere(Instant now, boolean staffed, Prospect prospect) {
    assertThat(Prospect.of(eving, staffed, now)).isEqualTo(prospect);
  }

  @ParameterizedTest
  @CsvSource({"LATER_TODAY", "AFTER_HOURS"})
  void aTransferToAClosedOfficeNeedsAConfirmation(Prospect prospect) {
    Instant now = Instant.parse("2026-11-23T11:00:00Z");
    Refusal asks = prospect.objection(eving, false, now).orElseThrow();

    assertThat(asks.kind()).isEqualTo(Refusal.Kind.CONFLICT);
    assertThat(asks.key()).isEqualTo("transfer.closed");
    assertThat(asks.arguments()).containsExactly("Eving");
    assertThat(asks.facts())
        .containsEntry("field", "office")
        .containsEntry("ask", "anyway")
        .containsEntry("opensAt", NEXT_MONDAY);
    assertThat(prospect.objection(eving, true, now)).isEmpty();
  }

  @Test
  void noVisitorIsSentToAnOfficeWithoutCounsellors() {
    Instant now = Instant.parse("2026-11-23T11:00:00Z");

    for (boolean anyway : new boolean[] {false, true}) {
      Refusal refusal = Prospect.NOBODY_TODAY.objection(eving, anyway, now).orElseThrow();
      assertThat(refusal.key()).isEqualTo("transfer.nobody");
      assertThat(refusal.facts()).containsEntry("opensAt", NEXT_MONDAY).doesNotContainKey("ask");
    }
    assertThat(Prospect.OPEN.objection(eving, false, now)).isEmpty();
  }

  @Test
  void theOtherOfficesAreListedWithTheirOpening() {
    TestClock clock = new TestClock(Instant.parse("2026-11-23T10:30:00Z"));
    InMemoryStaff staff = new InMemoryStaff();
    Destinations destinations =
        new Destinations(
            OfficeFixture.offices(OfficeFixture.hoerde(), eving), new Desks(staff, clock), clock);

    assertThat(destinations.listFrom("eving"))
        .extracting(Destination::id)
        .containsExactly("hoerde");
    Destination open = destinations.listFrom("hoerde").get(0);
    assertThat(open.prospect()).isEqualTo(Prospect.OPEN);
    assertThat(open.name()).isEqualTo("Eving");
    assertThat(open.zone()).isEqualTo(OfficeFixture.BERLIN);
    assertThat(open.staffed()).isFalse();
    assertThat(open.opensAt()).isEmpty();

    clock.is(Instant.parse("2026-11-23T11:30:00Z"));
    staff.add(new CounterShift("eving", 201, 1, new Skills(Set.of(), Set.of()), clock.instant()));
    Destination closed = destinations.listFrom("hoerde").get(0);
    assertThat(closed.prospect()).isEqualTo(Prospect.AFTER_HOURS);
    assertThat(closed.staffed()).isTrue();
    assertThat(closed.opensAt()).contains(NEXT_MONDAY);
  }
}
