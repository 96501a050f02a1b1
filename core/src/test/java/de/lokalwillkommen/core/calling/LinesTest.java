package de.lokalwillkommen.core.calling;

import static de.lokalwillkommen.core.offices.OfficeFixture.hoerde;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.core.ticketing.TicketingOffice;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LinesTest {

  private final TicketingOffice office = new TicketingOffice(hoerde());
  private final Lines lines =
      new Lines(
          office.offices,
          office.lines,
          office.tickets,
          new Desks(office.staff, office.clock),
          office.clock);

  @Test
  void theLineIsReadOnceForEachChangeForAnyNumberOfConsoles() {
    office.visitor();
    lines.get("hoerde");
    int before = office.tickets.reads();

    for (int console = 0; console < 20; console++) {
      assertThat(lines.get("hoerde").rows()).hasSize(1);
    }

    assertThat(office.tickets.reads()).isEqualTo(before);
  }

  @Test
  void aChangeIsSeenAtOnce() {
    office.visitor();
    lines.get("hoerde");
    TicketView second = office.visitor();

    assertThat(lines.get("hoerde").rows())
        .extracting(row -> row.ticket().number())
        .contains(second.number());
  }

  @Test
  void anUnchangedLineIsReadAgainAfterASecond() {
    office.visitor();
    lines.get("hoerde");
    int before = office.tickets.reads();

    office.clock.passes(Duration.ofMillis(999));
    lines.get("hoerde");
    assertThat(office.tickets.reads()).isEqualTo(before);
    office.clock.passes(Duration.ofMillis(1));
    lines.get("hoerde");
    assertThat(office.tickets.reads()).isGreaterThan(before);
  }

  @Test
  void aNumberIsFoundByItsTicket() {
    assertThat(lines.findNumber(office.visitor().id())).contains("A001");
    assertThat(lines.findNumber(4711)).isEmpty();
  }

  @Test
  void waitsGrowAlthoughNothingChanges() {
    office.visitor();
    Duration before = lines.get("hoerde").rows().get(0).waited();
    office.clock.passes(Duration.ofMinutes(1));

    assertThat(lines.get("hoerde").rows().get(0).waited()).isEqualTo(before.plusMinutes(1));
  }
}
