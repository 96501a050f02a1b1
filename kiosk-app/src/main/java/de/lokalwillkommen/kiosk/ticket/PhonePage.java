package de.lokalwillkommen.kiosk.ticket;

import de.lokalwillkommen.core.ticketing.FollowingTickets;
import de.lokalwillkommen.kiosk.page.Times;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** A ticket on its visitor's phone. */
@Named
@RequestScoped
public class PhonePage extends TicketScreen {

  /** The number of visitors ahead at which the visitor should come near. */
  private static final int SOON = 1;

  /** The stations of a visit, as shown. */
  public enum Step {
    /** The ticket is taken. */
    TAKEN,
    /** Other visitors are ahead. */
    WAITING,
    /** Nearly there. */
    SOON,
    /** The visitor is at the counter or on the way to it. */
    CALLED
  }

  @Inject private PageTexts pageTexts;
  @Inject private Times times;
  @Inject private FollowingTickets following;
  @Inject private HttpServletRequest request;

  /**
   * Runs before rendering. The page is in the language of the ticket unless the address names one.
   */
  @Override
  public void load() {
    super.load();
    if (request.getParameter(PageTexts.PARAMETER) == null) {
      pageTexts.speak(shown().ticket().language());
    }
  }

  /** The state of the ticket, as in the REST interface. */
  public String getState() {
    return shown().ticket().status().name();
  }

  /** Whether the state of the ticket can still change. */
  public boolean isOver() {
    return shown().ticket().status().isOver();
  }

  /** For how many seconds a visitor who has left can still undo that, or 0. */
  public long getSecondsToStay() {
    return following.timeToStay(shown().ticket()).toSeconds();
  }

  /** Whether the visitor has answered the call and is on the way. */
  public boolean isComing() {
    return isCalled() && shown().ticket().comingSince().isPresent();
  }

  /** The end of the pause, or the empty string. */
  public String getBackAt() {
    return shown().ticket().backAt().map(at -> times.ofDay(at, shown().zone())).orElse("");
  }

  public List<Step> getSteps() {
    return List.of(Step.values());
  }

  /** The current station of the visit. */
  public Step getStep() {
    if (!isWaiting()) {
      return isParked() ? Step.WAITING : Step.CALLED;
    }
    return shown().ticket().ahead() <= SOON ? Step.SOON : Step.WAITING;
  }

  /** {@code done}, {@code now} or {@code next}. */
  public String progressOf(Step step) {
    int distance = step.compareTo(getStep());
    if (distance == 0) {
      return "now";
    }
    return distance < 0 ? "done" : "next";
  }
}
