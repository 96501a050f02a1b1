package de.lokalwillkommen.admin.page;

import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.enquiries.CountingEnquiries.Counted;
import de.lokalwillkommen.core.ticketing.TicketView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The result of this request's command, to be shown and, for some seconds, undone. */
@Named
@RequestScoped
public class ActionFeedback {

  private static final String PREFIX = "feedback.";

  private final Deque<DoneAction> actions = new ArrayDeque<>();
  private News news;
  private CountedEnquiry counted;
  private Clock clock;

  protected ActionFeedback() {}

  @Inject
  public ActionFeedback(Clock clock) {
    this.clock = clock;
  }

  /**
   * A change of a ticket.
   *
   * @param key of the sentence about it, below {@code feedback.}
   * @param number of the ticket
   * @param ticket its identifier
   * @param step the number of that change
   * @param undoMillis how long it can still be undone; 0 if not at all, or without a time limit
   * @param handedOn whether it is a transfer, which can be undone until the ticket is changed again
   */
  public record DoneAction(
      String key, String number, long ticket, int step, long undoMillis, boolean handedOn) {

    /** What was done, in one word. */
    public String past() {
      return key.substring(PREFIX.length());
    }

    public boolean isUndoable() {
      return handedOn || undoMillis > 0;
    }
  }

  public void done(String key, TicketView ticket) {
    Instant now = clock.instant();
    long undoMillis =
        ticket.undoableUntil().map(until -> Duration.between(now, until).toMillis()).orElse(0L);
    push(key, ticket, Math.max(0, undoMillis), ticket.handedOn());
  }

  /** A change that cannot or need not be undone. */
  public void doneForGood(String key, TicketView ticket) {
    push(key, ticket, 0, false);
  }

  private void push(String key, TicketView ticket, long undoMillis, boolean handedOn) {
    actions.push(
        new DoneAction(
            PREFIX + key, ticket.number(), ticket.id(), ticket.step(), undoMillis, handedOn));
  }

  /** A change that concerns no ticket, by the key of its sentence and the arguments. */
  public void tell(String key, Object... about) {
    news = new News(key, List.of(about), "");
  }

  /** The same for an appointment, whose slip can be printed now. */
  public void tellWithSlip(BookingCode code, String key, Object... about) {
    news = new News(key, List.of(about), code.value());
  }

  /** An information at the door was counted, and can be taken back for some seconds. */
  public void counted(Counted done) {
    long undoMillis = Duration.between(clock.instant(), done.undoableUntil()).toMillis();
    counted = new CountedEnquiry(done.id(), done.topic(), done.today(), Math.max(0, undoMillis));
  }

  /** What was counted at the door, or null. */
  public CountedEnquiry getCounted() {
    return counted;
  }

  /**
   * An information at the door.
   *
   * @param id its identifier
   * @param topic the key of its label, below {@code topic.}
   * @param today how many were counted in the office on this day
   * @param undoMillis how long it can still be taken back
   */
  public record CountedEnquiry(long id, String topic, long today, long undoMillis) {}

  /** The latest first. */
  public List<DoneAction> getList() {
    return List.copyOf(actions);
  }

  /** The change that concerns no ticket, or null. */
  public News getNews() {
    return news;
  }

  /**
   * A change that concerns no ticket.
   *
   * @param key of the sentence about it
   * @param about the arguments of the sentence, at most two
   * @param slip the code of the appointment whose slip can be printed; the empty string if none
   */
  public record News(String key, List<Object> about, String slip) {

    /** The argument {0} of the sentence; the empty string if none. */
    public Object first() {
      return about.isEmpty() ? "" : about.get(0);
    }

    /** The argument {1} of the sentence; the empty string if none. */
    public Object second() {
      return about.size() < 2 ? "" : about.get(1);
    }
  }
}
