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
@Named("phone")
@RequestScoped
public class PhonePage extends TicketScreen {

  /** With so few ahead it is time to come near. */
  private static final int SOON = 1;

  /** The stations of a visit, as shown. */
  public enum Step {
    /** The ticket is taken. */
    TAKEN,
    /** Others are first. */
    WAITING,
    /** Nearly there. */
    SOON,
    /** At the counter or on the way to it. */
    CALLED
  }

  @Inject private PageTexts pageTexts;
  @Inject private Times times;
  @Inject private FollowingTickets following;
  @Inject private HttpServletRequest request;

  /** Before the page is shown. Without another wish it speaks the language of the ticket. */
  @Override
  public void load() {
    super.load();
    if (request.getParameter(PageTexts.PARAMETER) == null) {
      pageTexts.speak(shown().ticket().language());
    }
  }

  /** The state in which the ticket is, as in the interface. */
  public String getState() {
    return shown().ticket().status().name();
  }

  /** Whether anything can still become of the ticket. */
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

  /** When the pause is over, or the empty string. */
  public String getBackAt() {
    return shown().ticket().backAt().map(at -> times.ofDay(at, shown().zone())).orElse("");
  }

  public List<Step> getSteps() {
    return List.of(Step.values());
  }

  /** Where the visit stands. */
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
