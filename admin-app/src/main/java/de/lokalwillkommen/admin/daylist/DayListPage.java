package de.lokalwillkommen.admin.daylist;

import de.lokalwillkommen.admin.page.ActionFeedback;
import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.page.StaffCodeLimit;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingByStaff;
import de.lokalwillkommen.core.booking.Contact;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.web.text.Moments;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The day list's commands. What it shows is in {@link DayListView}. */
@Named
@RequestScoped
public class DayListPage {

  /** The names of all methods that the page may call. */
  private static final List<String> COMMANDS =
      List.of("book", "move", "cancel", "cancelAll", "checkIn");

  private BookingByStaff booking;
  private SlotPicker slots;
  private DayListView view;
  private PageTexts texts;
  private ActionFeedback feedback;
  private CommandParameters asked;
  private CurrentUser me;
  private StaffCodeLimit limit;

  protected DayListPage() {}

  @Inject
  DayListPage(
      BookingByStaff booking,
      SlotPicker slots,
      DayListView view,
      PageTexts texts,
      ActionFeedback feedback,
      CommandParameters asked,
      CurrentUser me,
      StaffCodeLimit limit) {
    this.booking = booking;
    this.slots = slots;
    this.view = view;
    this.texts = texts;
    this.feedback = feedback;
    this.asked = asked;
    this.me = me;
    this.limit = limit;
  }

  public List<String> getCommands() {
    return COMMANDS;
  }

  /** Redirects people who work in no office. */
  public String enter() {
    return me.get().office().isPresent() ? null : "start?faces-redirect=true";
  }

  /** Books the chosen slot for a visitor on the phone or at the counter. */
  public void book() {
    AppointmentView booked =
        booking.book(
            me.get(),
            slots.chosen(),
            slots.topic(),
            slots.language(),
            asked.word("mail").map(Contact::new));
    tell("feedback.booked", booked);
  }

  /** Moves an appointment to the chosen slot. */
  public void move() {
    limit
        .look(asked.code(), () -> Optional.of(booking.move(me.get(), asked.code(), slots.chosen())))
        .ifPresent(moved -> tell("feedback.moved", moved));
  }

  /** Cancels an appointment for its visitor. */
  public void cancel() {
    booking.cancel(me.get(), asked.code());
    feedback.tell("feedback.appointmentCancelled", asked.code().inGroups());
  }

  /**
   * Cancels all appointments of a day on which the office cannot see visitors: the day that the
   * question named, even if the page shows another one by now.
   */
  public void cancelAll() {
    LocalDate day =
        asked.day("all").orElseThrow(() -> Refusal.of(Kind.INVALID, "request.day").asException());
    String inWords = Moments.dayAndYear(day, texts.getLanguage());
    feedback.tell("feedback.allCancelled", booking.cancelAll(me.get(), day), inWords);
  }

  /** Checks in a visitor with an appointment. */
  public void checkIn() {
    feedback.doneForGood("checkedIn", booking.checkIn(me.get(), asked.code()).ticket());
  }

  /** Reads everything again; the view does so whenever it is shown. */
  public void refresh() {}

  private void tell(String key, AppointmentView appointment) {
    String day = Moments.dayAndYear(appointment.start(), appointment.zone(), texts.getLanguage());
    String time = Moments.time(appointment.start(), appointment.zone());
    view.mark(appointment);
    feedback.tellWithSlip(
        appointment.code(),
        key,
        appointment.code().inGroups(),
        texts.of("appointment.when", day, time));
  }
}
