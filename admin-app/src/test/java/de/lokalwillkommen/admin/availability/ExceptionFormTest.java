package de.lokalwillkommen.admin.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.kernel.Refused;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExceptionFormTest {

  private final AvailabilityDesk desk = new AvailabilityDesk();

  @BeforeEach
  void thereAreHoursOnMondays() throws IOException {
    AvailabilityDesk.Request request = desk.new Request(desk.lead);
    request.hours.enter();
    request.hours.save();
  }

  private AvailabilityDesk.Request request(String... fields) {
    AvailabilityDesk.Request request = desk.new Request(desk.lead, fields);
    request.fewer.enter();
    return request;
  }

  @Test
  void anExceptionIsListedAndTakenBack() throws IOException {
    AvailabilityDesk.Request request = request("day", "2026-11-30");
    request.fewer.setDesks("1");
    request.fewer.setReason("Fortbildung");
    request.fewer.save();

    assertThat(request.ledTo).contains("show=exceptions&done=excepted");
    AvailabilityPage.Line line = request().page.getExceptions().get(0);
    assertThat(line.title()).isEqualTo("Mo., 30. Nov. 2026, 09:00–12:00");
    assertThat(line.text()).isEqualTo("noch 1 Platz · Fortbildung");

    String id = line.link().replaceAll(".*exception=", "");
    AvailabilityDesk.Request alone = request("exception", id);
    assertThat(alone.page.getException()).isEqualTo(line);
    alone.fewer.restore();

    assertThat(alone.ledTo).contains("done=restored");
    assertThat(request().page.getExceptions()).isEmpty();
    assertThat(request("exception", id).page.getException()).isNull();
    assertThatThrownBy(request("exception", id).fewer::restore).isInstanceOf(Refused.class);
  }

  @Test
  void appointmentsWithoutADeskAreShownBefore() throws IOException {
    String code =
        desk.offices.booked("hoerde", desk.offices.clock.instant().plus(Duration.ofHours(1)));
    AvailabilityDesk.Request first = request();
    first.fewer.save();

    assertThat(first.orphans.stops("except")).isTrue();
    assertThat(first.orphans.getList())
        .extracting(OrphanWarning.Orphan::code)
        .containsExactly(code);
    assertThat(request().page.getExceptions()).isEmpty();

    request("told", first.orphans.getTold()).fewer.save();

    assertThat(request().page.getExceptions()).hasSize(1);
  }
}
