package de.lokalwillkommen.admin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.lokalwillkommen.admin.console.ConsoleView.Due;
import de.lokalwillkommen.admin.console.ConsoleView.Row;
import de.lokalwillkommen.admin.page.ActionFeedback;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.kernel.Refused;
import java.time.Duration;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Appointments and urgency on the console. */
class ConsoleViewTest {

  private final DeskInHoerde desk = new DeskInHoerde();
  private final ConsolePage page =
      new ConsolePage(
          null,
          null,
          desk.booking.byStaff,
          null,
          desk.languages,
          desk.console,
          desk.feedback,
          desk.asked,
          desk.sent.me());

  @Test
  void visitorsExpectedWithinTheHourAreShownWithTheirTime() {
    desk.bookedIn(30);
    desk.bookedIn(90);

    desk.console.load();

    assertThat(desk.console.getDue()).extracting(Due::at, Due::isLate).containsExactly(at("10:30"));
    assertThat(desk.console.getDue().get(0).language().ownName()).isEqualTo("Deutsch");
  }

  private static Tuple at(String time) {
    return tuple(time, false);
  }

  @Test
  void aVisitorWhoDoesNotComeIsMarkedAsLate() {
    desk.bookedIn(30);
    desk.booking.clock.passes(Duration.ofMinutes(42));

    desk.console.load();

    assertThat(desk.console.getDue()).extracting(Due::lateBy).containsExactly(12L);
  }

  @Test
  void aVisitorWhoIsThereIsInLineWithAReason() {
    AppointmentView appointment = desk.bookedIn(30);
    desk.sent.with("code", appointment.code().value());

    page.checkIn();
    desk.console.load();

    assertThat(desk.feedback.getList())
        .extracting(ActionFeedback.DoneAction::key, ActionFeedback.DoneAction::number)
        .containsExactly(tuple("feedback.checkedIn", "T001"));
    assertThat(desk.console.getDue()).isEmpty();
    assertThat(desk.console.getRows())
        .extracting(Row::why)
        .containsExactly("Termin 10:30, pünktlich");
  }

  @Test
  void anInvalidCodeChecksNoVisitorIn() {
    desk.sent.with("code", "nonsense");

    assertThatThrownBy(page::checkIn).isInstanceOf(Refused.class);
  }

  @Test
  void theViewIsNewerAfterABookingToo() {
    desk.console.load();
    long before = desk.console.getVersion();

    desk.bookedIn(30);
    desk.console.load();

    assertThat(desk.console.getVersion()).isGreaterThan(before);
  }

  @Test
  void urgencyNeedsAReasonThatAllCountersShow() {
    AppointmentView appointment = desk.bookedIn(30);
    desk.sent.with("code", appointment.code().value());
    page.checkIn();
    desk.console.load();
    desk.sent.with("ticket", Long.toString(desk.console.getRows().get(0).ticket().id()));
    UrgencyForm form = new UrgencyForm(desk.calling, desk.feedback, desk.asked, desk.sent.me());

    form.setReason(null);
    assertThatThrownBy(form::hasten).isInstanceOf(Refused.class);
    form.setReason("Krise");
    form.hasten();
    desk.console.load();

    assertThat(desk.console.getRows().get(0).why())
        .isEqualTo("dringend: Krise; Termin 10:30, pünktlich");
    assertThat(desk.feedback.getList().get(0).key()).isEqualTo("feedback.hastened");
  }
}
