package de.lokalwillkommen.kiosk;

import de.lokalwillkommen.core.forecast.Estimate;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.ticketing.FollowingTickets;
import de.lokalwillkommen.core.ticketing.IssuingTickets;
import de.lokalwillkommen.core.ticketing.TicketRequest;
import de.lokalwillkommen.kiosk.api.TicketPace;
import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.Ranges;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The start of a kiosk: one tap on a topic is one ticket; or why there is none to be had. */
@Named("home")
@RequestScoped
public class HomePage {

  private static final String OPEN = "open";

  @Inject private Entrances entrances;
  @Inject private IssuingTickets issuing;
  @Inject private FollowingTickets following;
  @Inject private KioskGate gate;
  @Inject private Here here;
  @Inject private PageTexts pageTexts;
  @Inject private Texts texts;
  @Inject private Times times;
  @Inject private HttpServletRequest request;
  private Entrance entrance;

  /** Before the page is shown: reads how things stand, or takes a ticket and goes to it. */
  public void load() {
    entrance = entrances.get(here.getOffice());
    if ("POST".equals(request.getMethod())) {
      takeTicket();
    }
  }

  private void takeTicket() {
    TicketPace pace = gate.admit(here.getOffice());
    TicketRequest wish =
        new TicketRequest(
            Optional.ofNullable(request.getParameter("topic")).orElse(""),
            pageTexts.getLanguage().tag(),
            Optional.empty(),
            Optional.of(requestKey()));
    long ticket = pace.issue(issuing, here.getOffice(), wish).ticket().id();
    SeeOther.page(here.goingTo(Address.ticket(here.getOffice(), following.tokenFor(ticket))));
  }

  private String requestKey() {
    return Optional.ofNullable(request.getParameter("key"))
        .filter(key -> !key.isBlank() && key.length() <= TicketRequest.MAX_KEY)
        .orElseThrow(() -> Refusal.of(Refusal.Kind.INVALID, "request.key").asException());
  }

  public Entrance getEntrance() {
    return entrance;
  }

  /** A new one for every showing of the page: the same request, repeated, is the same ticket. */
  public String getNewKey() {
    return UUID.randomUUID().toString();
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

  /** How long it takes, or the empty string. */
  public String getWait() {
    return waitIn(entrance);
  }

  /** When it opens next, or the empty string. */
  public String getOpensAt() {
    return entrance.overview().opensAt().map(at -> times.inWords(at, entrance.zone())).orElse("");
  }

  /** The other offices that give tickets now, the shortest wait first. */
  public List<Entrance> getElsewhere() {
    return entrances.list().stream()
        .filter(Entrance::givesTickets)
        .filter(other -> !other.overview().office().equals(here.getOffice()))
        .sorted(Comparator.comparing(HomePage::longestWait))
        .toList();
  }

  private static Duration longestWait(Entrance entrance) {
    return entrance.overview().estimate().map(Estimate::to).orElse(Duration.ZERO);
  }

  /** How long it takes in an office, or the empty string. */
  public String waitIn(Entrance other) {
    return other
        .overview()
        .estimate()
        .map(estimate -> Ranges.inWords(texts, pageTexts.getLanguage(), estimate))
        .orElse("");
  }
}
