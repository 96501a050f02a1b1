package de.lokalwillkommen.admin.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.availability.AvailabilityAction;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.timetable.UnknownArrangement;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.primefaces.model.ScheduleEvent;

class AvailabilityPageTest {

  private final AvailabilityDesk desk = new AvailabilityDesk();

  private AvailabilityDesk.Request by(SignedIn who, String... fields) {
    return desk.new Request(who, fields);
  }

  private void arranged() throws IOException {
    AvailabilityDesk.Request request = by(desk.lead);
    request.hours.enter();
    request.hours.setDesks("3");
    request.hours.save();
  }

  @Test
  void aLeadSeesTheirOfficeAndAnAdministratorChooses() {
    assertThat(by(desk.lead, "office", "eving").page.getOfficeId()).isEqualTo("hoerde");
    assertThat(by(desk.lead).page.getOffices()).hasSize(1);
    assertThat(by(desk.admin, "office", "eving").page.getOfficeId()).isEqualTo("eving");
    assertThat(by(desk.admin, "office", "nowhere").page.getOfficeId()).isEqualTo("hoerde");
    assertThat(by(desk.admin).page.getOffices()).hasSize(2);
  }

  @Test
  void aFormForAnotherOfficeDoesNotChangeTheOwnOne() {
    AvailabilityDesk.Request request = by(desk.lead, "office", "eving");
    request.sent.posted();
    assertThatThrownBy(request.hours::save).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> request.page.getOfficeId()).isInstanceOf(Refused.class);
  }

  @Test
  void aLeadWithoutAnOfficeIsRefused() {
    SignedIn placeless = desk.offices.signedIn("Without an office", null, Role.OFFICE_LEAD);
    assertThatThrownBy(() -> by(placeless).page.getOfficeId()).isInstanceOf(Refused.class);
  }

  @Test
  void theWeekOfTheDayAskedForIsShownElseThePresentOne() {
    assertThat(by(desk.lead, "week", "2026-12-03").page.getMonday())
        .isEqualTo(LocalDate.of(2026, 11, 30));
    for (String nonsense : List.of("yesterday", "+999999999-01-01", "")) {
      assertThat(by(desk.lead, "week", nonsense).page.getMonday())
          .isEqualTo(LocalDate.of(2026, 11, 23));
    }
    assertThat(by(desk.lead, "week", "2026-12-03").page.isThisWeek()).isFalse();
    assertThat(by(desk.lead).page.getNext())
        .isEqualTo("/admin/availability?office=hoerde&week=2026-11-30");
  }

  @Test
  void theCalendarShowsWhatIsArrangedAndHowMuchIsBooked() throws IOException {
    arranged();
    by(desk.lead).page.getRules();
    desk.offices.booked("hoerde", desk.offices.clock.instant().plusSeconds(3600));

    List<ScheduleEvent<?>> boxes = calendar(by(desk.lead));

    assertThat(boxes).hasSize(1);
    assertThat(boxes.get(0).getTitle()).isEqualTo("09:00–12:00\n3 Plätze\n1/18 gebucht");
    assertThat(boxes.get(0).getStartDate()).isEqualTo(LocalDateTime.of(2026, 11, 23, 9, 0));
    assertThat(boxes.get(0).getUrl()).contains("office=hoerde&week=2026-11-23&rule=");
  }

  private static List<ScheduleEvent<?>> calendar(AvailabilityDesk.Request request) {
    var calendar = (WeekCalendar) request.page.getCalendar();
    calendar.loadEvents(null, null);
    return calendar.getEvents();
  }

  @Test
  void theViewBesideTheCalendarIsInTheAddress() {
    assertThat(by(desk.lead).page.getBeside()).isEqualTo("rules");
    assertThat(by(desk.lead, "show", "history").page.getBeside()).isEqualTo("history");
    assertThat(by(desk.lead, "show", "elsewhere").page.getBeside()).isEqualTo("rules");
    assertThat(by(desk.lead, "rule", "5").page.getBeside()).isEqualTo("hours");
    assertThat(by(desk.lead, "exception", "5").page.getBeside()).isEqualTo("exception");
    assertThat(by(desk.lead, "done", "saved").page.getDone()).isEqualTo("availability.done.saved");
    assertThat(by(desk.lead, "done", "anything").page.getDone()).isNull();
  }

  @Test
  void theHistoryIsInTheReadersLanguage() throws IOException {
    arranged();

    AvailabilityPage.Entry german = by(desk.lead).page.getHistory().get(0);
    assertThat(german.action()).isEqualTo(AvailabilityAction.ADD);
    assertThat(german.by()).isEqualTo("Leitung Hörde");
    assertThat(german.after()).startsWith("Montag, 09:00–12:00 · 3 Plätze · je 30 min");
    assertThat(german.before()).isEmpty();
    assertThat(by(desk.lead, "lang", "en").page.getHistory().get(0).after())
        .startsWith("Monday, 09:00–12:00 · 3 places · 30 min each");
    assertThat(by(desk.lead, "lang", "ar").page.getHistory().get(0).after())
        .startsWith("الاثنين، 09:00–12:00");
  }

  @Test
  void anEntryOfANewerVersionIsSaidToBeAChange() {
    UnknownArrangement newer = new UnknownArrangement("{\"v\":99}");

    assertThat(AvailabilityDesk.WORDS.all(newer, AvailabilityDesk.TEXTS.language("de")))
        .isEqualTo("geändert");
    assertThat(AvailabilityDesk.WORDS.all(newer, AvailabilityDesk.TEXTS.language("en")))
        .isEqualTo("changed");
  }

  @Test
  void everyActionOfTheHistoryHasAText() {
    for (AvailabilityAction action : AvailabilityAction.values()) {
      assertThat(AvailabilityDesk.TEXTS.has("availability.change." + action))
          .as(action.name())
          .isTrue();
    }
    for (String done :
        List.of(
            "added",
            "saved",
            "removed",
            "excepted",
            "restored",
            "closed",
            "reopened",
            "arranged")) {
      assertThat(AvailabilityDesk.TEXTS.has("availability.done." + done)).as(done).isTrue();
    }
    for (String list : List.of("rules", "exceptions", "history", "terms")) {
      assertThat(AvailabilityDesk.TEXTS.has("availability.list." + list)).as(list).isTrue();
    }
  }

  @Test
  void takingBackWithoutAChoiceIsRefused() {
    AvailabilityDesk.Request request = desk.new Request(desk.lead);

    assertThatThrownBy(request.hours::remove).isInstanceOf(Refused.class);
    assertThatThrownBy(request.fewer::restore).isInstanceOf(Refused.class);
    assertThatThrownBy(request.closing::reopen).isInstanceOf(Refused.class);
  }
}
