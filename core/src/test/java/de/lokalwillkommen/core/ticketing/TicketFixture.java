package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.offices.OfficeFixture;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Tickets for tests; a test names only the values that matter to it. */
public final class TicketFixture {

  public static final Instant TEN = Instant.parse("2026-11-23T09:00:00Z");

  private final OfficeLine line = new OfficeLine("hoerde", LocalDate.of(2026, 11, 23));
  private String topic = OfficeFixture.HOUSING;
  private String language = "de";
  private Instant arrival = TEN;

  private TicketFixture() {}

  public static TicketFixture aTicket() {
    return new TicketFixture();
  }

  public TicketFixture about(String someTopic) {
    topic = someTopic;
    return this;
  }

  public TicketFixture in(String someLanguage) {
    language = someLanguage;
    return this;
  }

  public TicketFixture arrivedAt(Instant at) {
    arrival = at;
    return this;
  }

  /** Waiting. */
  public Ticket build() {
    Ticket ticket =
        new Ticket(line, request(topic, language, null), Origin.WALK_IN, arrival, arrival);
    new InMemoryTickets().add(ticket);
    return ticket;
  }

  /** Called to a counter at its arrival. */
  public Ticket calledTo(long counter) {
    Ticket ticket = build();
    ticket.callTo(counter, 1, arrival);
    return ticket;
  }

  public static TicketRequest request(String topic, String language, String key) {
    return new TicketRequest(
        topic, language, Optional.empty(), Optional.ofNullable(key).map(RequestKey::new));
  }
}
