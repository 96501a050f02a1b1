package de.lokalwillkommen.kiosk;

import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.Ranges;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** A ticket on its visitor's phone. */
@Named("phone")
@RequestScoped
public class PhonePage {

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

  @Inject private ShownTickets tickets;
  @Inject private Here here;
  @Inject private PageTexts pageTexts;
  @Inject private Texts texts;
  @Inject private Times times;
  @Inject private HttpServletRequest request;
  private ShownTicket shown;

  /** Before the page is shown. Without another wish it speaks the language of the ticket. */
  public void load() {
    shown = tickets.get(here.getToken());
    if (request.getParameter(PageTexts.PARAMETER) == null) {
      pageTexts.speak(shown.ticket().language());
    }
  }

  public TicketView getTicket() {
    return shown.ticket();
  }

  public String getOfficeName() {
    return shown.officeName();
  }

  /** The state in which the ticket is, as in the interface. */
  public String getState() {
    return shown.ticket().status().name();
  }

  public boolean isWaiting() {
    return is(TicketStatus.WAITING);
  }

  public boolean isParked() {
    return is(TicketStatus.PARKED);
  }

  public boolean isCalled() {
    return is(TicketStatus.CALLED);
  }

  /** Whether anything can still become of the ticket. */
  public boolean isOver() {
    return shown.ticket().status().isOver();
  }

  /** The name on the door to go to, or the empty string. */
  public String getRoom() {
    return shown.ticket().counter().map(TicketView.At::name).orElse("");
  }

  /** How long it takes, or the empty string. */
  public String getWait() {
    return shown
        .estimate()
        .map(estimate -> Ranges.briefly(texts, pageTexts.getLanguage(), estimate))
        .orElse("");
  }

  /** When the pause is over, or the empty string. */
  public String getBackAt() {
    return shown.ticket().backAt().map(at -> times.ofDay(at, shown.zone())).orElse("");
  }

  public List<Step> getSteps() {
    return List.of(Step.values());
  }

  /** Where the visit stands. */
  public Step getStep() {
    if (!isWaiting()) {
      return isParked() ? Step.WAITING : Step.CALLED;
    }
    return shown.ticket().ahead() <= SOON ? Step.SOON : Step.WAITING;
  }

  /** {@code done}, {@code now} or {@code next}. */
  public String progressOf(Step step) {
    int distance = step.compareTo(getStep());
    if (distance == 0) {
      return "now";
    }
    return distance < 0 ? "done" : "next";
  }

  private boolean is(TicketStatus status) {
    return shown.ticket().status() == status;
  }
}
