package de.lokalwillkommen.kiosk.booking;

import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.BookingAppointments;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.ticketing.FollowingTickets;
import de.lokalwillkommen.core.waitlist.PartOfDay;
import de.lokalwillkommen.core.waitlist.WaitlistView;
import de.lokalwillkommen.kiosk.page.Address;
import de.lokalwillkommen.kiosk.page.Form;
import de.lokalwillkommen.kiosk.page.PageState;
import de.lokalwillkommen.kiosk.page.SeeOther;
import de.lokalwillkommen.kiosk.page.Times;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An appointment on its visitor's phone: shown, moved, cancelled, or put on the waitlist. */
@Named
@RequestScoped
public class AppointmentPage {

  private static final int CHOICES_HERE = 6;
  private static final int CHOICES_ANYWHERE = 3;
  private static final List<String> STEPS = List.of("move", "cancel", "earlier");

  @Inject private Bookings bookings;
  @Inject private BookingAppointments booking;
  @Inject private FreeTimes freeTimes;
  @Inject private EarlierWish earlier;
  @Inject private AnsweringOffers offers;
  @Inject private FollowingTickets following;
  @Inject private PageState here;
  @Inject private Form form;
  @Inject private Times times;
  @Inject private PageTexts texts;
  @Inject private HttpServletRequest request;
  private Booking shown;
  private Optional<WaitlistView> entry = Optional.empty();
  private List<FreeTime> free = List.of();
  private List<FreeTime> freeElsewhere = List.of();

  /** Runs before rendering: carries out the button that was touched, or reads the appointment. */
  public void load() {
    shown = bookings.get(here.getToken());
    if (request.getParameter(PageTexts.PARAMETER) == null) {
      texts.speak(shown.appointment().language());
      shown = bookings.inWords(shown.appointment());
    }
    if (form.isSent()) {
      act();
      SeeOther.page(here.goingTo(here.address()));
      return;
    }
    entry = earlier.findFor(shown.appointment());
    if (isMoving()) {
      readFree();
    }
  }

  private void act() {
    if (offers.isAsked()) {
      offers.answer();
    } else if (form.does("confirm")) {
      booking.confirm(shown.id(), Optional.empty());
    } else if (form.does("cancel")) {
      booking.cancel(shown.id(), Actor.VISITOR);
    } else if (form.does("earlier")) {
      earlier.join(shown.appointment(), first(), part(), form.all("office"), form.key());
    } else {
      booking.move(shown.id(), slot(), Channel.OUTSIDE);
    }
  }

  private Slot.Id slot() {
    return Slot.Id.find(form.text("slot"))
        .orElseThrow(() -> Refusal.of(Kind.INVALID, "slot.unknown").asException());
  }

  private LocalDate first() {
    return earlier.listDays(shown.appointment()).stream()
        .filter(day -> day.toString().equals(form.text("first")))
        .findFirst()
        .orElseGet(() -> times.today(shown.appointment().zone()));
  }

  private PartOfDay part() {
    return List.of(PartOfDay.values()).stream()
        .filter(part -> part.name().equals(form.text("part")))
        .findFirst()
        .orElse(PartOfDay.ANY);
  }

  private void readFree() {
    FreeTimes.Wish wish =
        new FreeTimes.Wish(
            shown.appointment().office(),
            shown.appointment().topic(),
            shown.appointment().language(),
            Channel.OUTSIDE);
    FreeTimes.Next next = freeTimes.findNext(wish, CHOICES_HERE, CHOICES_HERE + CHOICES_ANYWHERE);
    free = next.here();
    freeElsewhere =
        next.anywhere().stream()
            .filter(time -> !time.officeName().equals(shown.appointment().officeName()))
            .limit(CHOICES_ANYWHERE)
            .toList();
  }

  public Booking getShown() {
    return shown;
  }

  /**
   * The action that the visitor has begun: {@code move}, {@code cancel}, {@code earlier}, or the
   * empty string.
   */
  public String getStep() {
    String step = here.getStep(Address.Step.STEP);
    return shown.is(AppointmentStatus.BOOKED) && STEPS.contains(step) ? step : "";
  }

  private boolean isMoving() {
    return "move".equals(getStep());
  }

  /** The next free times in the same office. */
  public List<FreeTime> getFree() {
    return free;
  }

  /** The next free times in other offices. */
  public List<FreeTime> getFreeElsewhere() {
    return freeElsewhere;
  }

  /** Whether an earlier appointment is possible. */
  public boolean isEarlierPossible() {
    return entry.isEmpty() && earlier.isPossible(shown.appointment());
  }

  /** The place on the waitlist, if there is one. */
  public Optional<WaitlistView> getEntry() {
    return entry;
  }

  /** The current offer to the visitor. */
  public Optional<Offer> getOffer() {
    return entry.flatMap(WaitlistView::offer).map(bookings::inWords).filter(Offer::open);
  }

  /** The days on which an earlier appointment is possible. */
  public List<LocalDate> getDays() {
    return earlier.listDays(shown.appointment());
  }

  public String say(LocalDate day) {
    return times.day(day);
  }

  public List<PartOfDay> getParts() {
    return List.of(PartOfDay.values());
  }

  /** The other offices where an earlier appointment is possible. */
  public List<OfficeProfile> getOthers() {
    return earlier.listOthers(shown.appointment());
  }

  public String getNewKey() {
    return Form.newKey();
  }

  /** The address of the page without the action that the visitor has begun. */
  public String getBack() {
    return here.goingTo(here.address(), Map.of());
  }

  /** The address of the ticket that the appointment has become, or the empty string. */
  public String getTicketPage() {
    return shown
        .appointment()
        .ticket()
        .filter(ticket -> shown.is(AppointmentStatus.CHECKED_IN))
        .map(ticket -> here.goingTo(Address.phone(following.tokenFor(ticket))))
        .orElse("");
  }
}
