package de.lokalwillkommen.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.waitlist.PartOfDay;
import de.lokalwillkommen.kiosk.page.Aid;
import de.lokalwillkommen.kiosk.ticket.PhonePage;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.PageTextsCheck;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTextsTest extends PageTextsCheck {

  PageTextsTest() {
    super("kiosk");
  }

  @Test
  void everyStateAidAndStepHasAText() {
    for (TicketStatus status : TicketStatus.values()) {
      assertThat(texts.has("says." + status)).as("says." + status).isTrue();
      if (status != TicketStatus.WAITING) {
        assertThat(texts.has("state." + status)).as("state." + status).isTrue();
      }
      if (status.isOver()) {
        assertThat(texts.has("end." + status)).as("end." + status).isTrue();
      }
    }
    assertThat(Aid.values()).allMatch(aid -> texts.has("aid." + aid.getWord()));
    assertThat(PhonePage.Step.values()).allMatch(step -> texts.has("step." + step));
    assertThat(List.of("office.closed", "office.ended", "office.lastTicket", "office.full"))
        .allMatch(reason -> texts.has("shut." + reason));
  }

  @Test
  void everyStateOfAnAppointmentHasAText() {
    assertThat(AppointmentStatus.values()).allMatch(status -> texts.has("appt." + status));
    assertThat(PartOfDay.values()).allMatch(part -> texts.has("part." + part));
    assertThat(List.of("WAITING", "SERVED", "LEFT", "ENDED"))
        .allMatch(state -> texts.has("wait." + state));
    assertThat(List.of("OPEN", "CLAIMED", "DECLINED", "LAPSED"))
        .allMatch(state -> texts.has("offer." + state));
    assertThat(
            List.of(
                "ready",
                "early",
                "late",
                "wrongOffice",
                "wrongDay",
                "notConfirmed",
                "cancelled",
                "over",
                "waitlist",
                "unknown"))
        .allMatch(state -> texts.has("answer." + state) && texts.has("answer." + state + ".text"));
  }

  @Test
  void digitsAreLatinEverywhere() {
    for (Language language : texts.languages()) {
      assertThat(texts.get(language, "home.waiting", 11)).contains("11");
      assertThat(texts.get(language, "ticket.people", 7)).contains("7");
    }
  }
}
