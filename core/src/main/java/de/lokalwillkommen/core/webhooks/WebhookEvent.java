package de.lokalwillkommen.core.webhooks;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The events of which a webhook can be told. */
public enum WebhookEvent {
  /** A visitor has got a number. */
  TICKET_ISSUED("ticket.issued"),
  /** A number is called to a counter. */
  TICKET_CALLED("ticket.called"),
  /** A visit is over. */
  TICKET_FINISHED("ticket.finished"),
  /** An appointment is confirmed. */
  APPOINTMENT_BOOKED("appointment.booked"),
  /** A confirmed appointment is cancelled. */
  APPOINTMENT_CANCELLED("appointment.cancelled"),
  /** A freed place is offered to a person on the waitlist. */
  OFFER_MADE("offer.made");

  /** The event of a test, of which every webhook is told on demand. */
  static final String TEST = "webhook.test";

  private final String fact;

  WebhookEvent(String fact) {
    this.fact = fact;
  }

  /** The name of the event, as messages and the database have it. */
  public String fact() {
    return fact;
  }

  /** The event with that name. */
  public static Optional<WebhookEvent> find(String fact) {
    return Arrays.stream(values()).filter(event -> event.fact.equals(fact)).findFirst();
  }

  /** The names of all events. */
  static List<String> facts() {
    return Arrays.stream(values()).map(WebhookEvent::fact).toList();
  }
}
