package de.lokalwillkommen.admin.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeData;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.primefaces.model.LazyScheduleModel;
import org.primefaces.model.ScheduleEvent;

class ClosureFormTest {

  private final AvailabilityDesk desk = new AvailabilityDesk();

  @BeforeEach
  void thereAreHoursOnMondays() throws IOException {
    AvailabilityDesk.Request request = desk.new Request(desk.lead);
    request.hours.enter();
    request.hours.save();
  }

  private AvailabilityDesk.Request request(String... fields) {
    AvailabilityDesk.Request request = desk.new Request(desk.lead, fields);
    request.closing.enter();
    return request;
  }

  @Test
  void aClosureIsListedAndTakenBack() throws IOException {
    AvailabilityDesk.Request request = request("day", "2026-11-30");
    request.closing.setLastDay("2026-12-04");
    request.closing.setReason(" Umzug ");
    request.closing.save();

    assertThat(request.ledTo).contains("show=exceptions&done=closed");
    AvailabilityPage.ListRow line = request().page.getClosures().get(0);
    assertThat(line.title()).isEqualTo("Mo., 30. Nov. 2026 bis Fr., 4. Dez. 2026");
    assertThat(line.text()).isEqualTo("geschlossen · Umzug");
    assertThat(request().page.getHistory().get(0).after()).contains("Umzug");

    assertThat(closedDays("2026-11-30")).hasSize(5).containsOnly("geschlossen: Umzug");

    String id = line.link().replaceAll(".*closure=", "");
    AvailabilityDesk.Request alone = request("closure", id);
    assertThat(alone.page.getBeside()).isEqualTo("closure");
    assertThat(alone.page.getClosure()).isEqualTo(line);
    alone.closing.reopen();

    assertThat(alone.ledTo).contains("done=reopened");
    assertThat(request().page.getClosures()).isEmpty();
    assertThat(request("closure", id).page.getClosure()).isNull();
    assertThatThrownBy(request("closure", id).closing::reopen).isInstanceOf(Refused.class);
  }

  private List<String> closedDays(String week) {
    LazyScheduleModel calendar = (LazyScheduleModel) request("week", week).page.getCalendar();
    LocalDateTime monday = LocalDate.parse(week).atStartOfDay();
    calendar.loadEvents(monday, monday.plusDays(7));
    return calendar.getEvents().stream()
        .filter(event -> "closed".equals(event.getStyleClass()))
        .map(ScheduleEvent::getTitle)
        .toList();
  }

  @Test
  void aPublicHolidayIsNamedAsSuch() {
    desk.offices.offices.get("hoerde").closedOn(Set.of(LocalDate.of(2026, 12, 25)));

    assertThat(closedDays("2026-12-21")).containsOnly("geschlossen: Feiertag");
  }

  @Test
  void schoolHolidaysAreOfferedAndItIsSaidUpToWhenTheyAreKnown() {
    assertThat(request().closing.getTemplates()).isEmpty();
    assertThat(request().closing.getTemplatesEnd()).startsWith("Für dieses Büro sind keine");

    Office hoerde = desk.offices.offices.get("hoerde");
    hoerde.arrange(OfficeData.usual(hoerde.name(), "", hoerde.zone(), Optional.of("nw")));

    assertThat(request().closing.getTemplates()).isNotEmpty();
    assertThat(request().closing.getTemplatesEnd())
        .startsWith("Bekannt sind die Schulferien bis 22. Aug. 2028.");
    desk.offices.clock.is(Instant.parse("2029-01-08T09:00:00Z"));
    assertThat(request().closing.getTemplates()).isEmpty();
    assertThat(request().closing.getTemplatesEnd()).contains("22. Aug. 2028");
  }

  @Test
  void appointmentsOnTheDaysAreShownBefore() throws IOException {
    String code =
        desk.offices.booked("hoerde", desk.offices.clock.instant().plus(Duration.ofHours(1)));
    AvailabilityDesk.Request first = request();
    first.closing.save();

    assertThat(first.orphans.stops("close")).isTrue();
    assertThat(first.orphans.getList())
        .extracting(OrphanWarning.Orphan::code)
        .containsExactly(code);
    assertThat(request().page.getClosures()).isEmpty();

    request("told", first.orphans.getTold()).closing.save();

    assertThat(request().page.getClosures()).hasSize(1);
  }

  @Test
  void thoseWhoWaitTodayAreShownBefore() throws IOException {
    desk.offices.waiting("hoerde");
    AvailabilityDesk.Request first = request();
    first.closing.setFirstDay("2026-11-23");
    first.closing.setLastDay("2026-11-23");
    first.closing.save();

    assertThat(first.orphans.isShown()).isTrue();
    assertThat(first.orphans.getWaiting()).isEqualTo(1);
    assertThat(first.orphans.getList()).isEmpty();
    assertThat(request().page.getClosures()).isEmpty();

    AvailabilityDesk.Request again = request("toldWaiting", "1");
    again.closing.setFirstDay("2026-11-23");
    again.closing.setLastDay("2026-11-23");
    again.closing.save();

    assertThat(request().page.getClosures()).hasSize(1);
  }

  @Test
  void daysInTheWrongOrderAreRefused() {
    AvailabilityDesk.Request request = request("day", "2026-11-30");
    request.closing.setLastDay("2026-11-29");
    assertThatThrownBy(request.closing::save)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal().facts()).containsEntry("field", "lastDay"));
  }
}
