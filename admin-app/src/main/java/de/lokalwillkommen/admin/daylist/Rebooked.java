package de.lokalwillkommen.admin.daylist;

import de.lokalwillkommen.admin.page.CurrentWorkplace;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.web.text.Moments;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What this request has moved and cancelled, what was refused, and who gets no mail. */
@Named
@RequestScoped
public class Rebooked {

  private PageTexts texts;
  private CurrentWorkplace here;

  private final List<BookingCode> withoutMail = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private int moved;
  private int cancelled;

  protected Rebooked() {}

  @Inject
  Rebooked(PageTexts texts, CurrentWorkplace here) {
    this.texts = texts;
    this.here = here;
  }

  /**
   * An appointment that stays as it is.
   *
   * @param code its code
   * @param at when it began on the page
   * @param why the refusal in words
   */
  public record Failure(BookingCode code, String at, String why) {}

  void moved(WorkingListView list, AppointmentView appointment) {
    moved++;
    noteMail(list.isMailed(appointment), appointment.code());
  }

  /**
   * Notes a cancellation.
   *
   * @param before the appointment as it was on the list; empty if another person cancelled it first
   */
  void cancelled(WorkingListView list, BookingCode code, Optional<AppointmentView> before) {
    cancelled++;
    before.ifPresent(a -> noteMail(list.isMailed(a), code));
  }

  private void noteMail(boolean mailed, BookingCode code) {
    if (!mailed) {
      withoutMail.add(code);
    }
  }

  void refused(Pick pick, Refusal refusal) {
    failures.add(
        new Failure(
            pick.seen().code(),
            Moments.time(pick.seen().start(), here.office().zone()),
            texts.of("refusal." + refusal.key(), refusal.arguments().toArray())));
  }

  public int getMoved() {
    return moved;
  }

  public int getCancelled() {
    return cancelled;
  }

  public List<Failure> getFailures() {
    return failures;
  }

  public int getWithoutMail() {
    return withoutMail.size();
  }

  /** The address of the letters on paper for those who get no mail. */
  public String getLetters() {
    return withoutMail.stream()
        .map(code -> "code=" + code.value())
        .collect(Collectors.joining("&", "letters.xhtml?", ""));
  }
}
