package de.lokalwillkommen.kiosk.ticket;

import de.lokalwillkommen.core.board.OfficeOverview;
import de.lokalwillkommen.core.dayorders.StopReason;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.ticketing.FollowingTickets;
import de.lokalwillkommen.core.ticketing.IssuingTickets;
import de.lokalwillkommen.core.ticketing.TicketRequest;
import de.lokalwillkommen.kiosk.gate.KioskGate;
import de.lokalwillkommen.kiosk.gate.TicketLimit;
import de.lokalwillkommen.kiosk.page.Address;
import de.lokalwillkommen.kiosk.page.Form;
import de.lokalwillkommen.kiosk.page.PageState;
import de.lokalwillkommen.kiosk.page.SeeOther;
import de.lokalwillkommen.kiosk.page.Times;
import de.lokalwillkommen.web.text.Announced;
import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.Ranges;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The start page of a kiosk: one tap on a topic issues a ticket. If none can be issued, it gives
 * the reason.
 */
@Named
@RequestScoped
public class HomePage {

  private static final String OPEN = "open";

  @Inject private Entrances entrances;
  @Inject private IssuingTickets issuing;
  @Inject private FollowingTickets following;
  @Inject private KioskGate gate;
  @Inject private PageState here;
  @Inject private PageTexts pageTexts;
  @Inject private Texts texts;
  @Inject private Times times;
  @Inject private Clock clock;
  @Inject private Form form;
  private Entrance entrance;
  private List<OfficeOverview> elsewhere = List.of();

  /**
   * Runs before rendering: reads the state of the office, or issues a ticket and redirects to it.
   */
  public void load() {
    entrance = entrances.get(here.getOffice());
    if (form.isSent()) {
      takeTicket();
    } else if (!isOpen() || isTight()) {
      elsewhere = entrances.listElsewhere(here.getOffice());
    }
  }

  private void takeTicket() {
    TicketLimit limit = gate.admit(here.getOffice());
    TicketRequest wish =
        new TicketRequest(
            form.text("topic"),
            pageTexts.getLanguage().tag(),
            Optional.empty(),
            Optional.of(form.key()));
    long ticket = limit.issue(issuing, here.getOffice(), wish).ticket().id();
    SeeOther.page(here.goingTo(Address.ticket(here.getOffice(), following.tokenFor(ticket))));
  }

  public Entrance getEntrance() {
    return entrance;
  }

  /** The idempotency key, a new one each time the page is rendered. */
  public String getNewKey() {
    return Form.newKey();
  }

  public String getClock() {
    return times.now(entrance.zone());
  }

  /** {@code open}, or the key of the reason why not. */
  public String getState() {
    return entrance.objection().map(Refusal::key).orElse(OPEN);
  }

  public boolean isOpen() {
    return entrance.givesTickets();
  }

  /** The expected wait in words, or the empty string. */
  public String getWait() {
    return waitIn(entrance.overview());
  }

  /** Whether the office may close before a visitor who comes now is called. */
  public boolean isTight() {
    return isOpen() && entrance.overview().mayCloseFirst(clock.instant());
  }

  /** The closing time, or the empty string. */
  public String getClosesAt() {
    return entrance.overview().closesAt().map(at -> times.ofDay(at, entrance.zone())).orElse("");
  }

  /** What the office tells its visitors today; null if nothing. */
  public Announced getAnnounced() {
    return entrance
        .overview()
        .announcement()
        .map(told -> Announced.of(told, texts, pageTexts.getLanguage()))
        .orElse(null);
  }

  /** The key of the reason for which no more numbers are given today; the empty string if none. */
  public String getStopReason() {
    return entrance.stop().filter(why -> why != StopReason.UNTOLD).map(Enum::name).orElse("");
  }

  /** Whether no more numbers are given today, while people with an appointment check in. */
  public boolean isStopped() {
    return entrance.stop().isPresent();
  }

  /** The next opening time, or the empty string. */
  public String getOpensAt() {
    return entrance.overview().opensAt().map(at -> times.inWords(at, entrance.zone())).orElse("");
  }

  /** The other offices that issue tickets now, the shortest wait first. */
  public List<OfficeOverview> getElsewhere() {
    return elsewhere;
  }

  /** The expected wait in an office, or the empty string. */
  public String waitIn(OfficeOverview office) {
    return office
        .estimate()
        .map(estimate -> Ranges.inWords(texts, pageTexts.getLanguage(), estimate))
        .orElse("");
  }
}
