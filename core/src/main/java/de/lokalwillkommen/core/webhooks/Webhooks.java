package de.lokalwillkommen.core.webhooks;

import de.lokalwillkommen.core.booking.Appointment;
import de.lokalwillkommen.core.booking.AppointmentChanged;
import de.lokalwillkommen.core.booking.Appointments;
import de.lokalwillkommen.core.kernel.DomainEvent;
import de.lokalwillkommen.core.offices.Counter;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.TicketChanged;
import de.lokalwillkommen.core.ticketing.Tickets;
import de.lokalwillkommen.core.waitlist.OfferChanged;
import de.lokalwillkommen.core.waitlist.SlotOffer;
import de.lokalwillkommen.core.waitlist.Waitlist;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes the messages of which an event is worth: it observes the event in the same transaction.
 * Without a webhook that wants the event nothing is read or written. It never reads the outbox,
 * since rows of other transactions would have to be waited for.
 */
@ApplicationScoped
class Webhooks {

  private Subscribers subscribers;
  private Outbox outbox;
  private Tickets tickets;
  private Appointments appointments;
  private Waitlist waitlist;
  private Offices offices;

  protected Webhooks() {}

  @Inject
  Webhooks(
      Subscribers subscribers,
      Outbox outbox,
      Tickets tickets,
      Appointments appointments,
      Waitlist waitlist,
      Offices offices) {
    this.subscribers = subscribers;
    this.outbox = outbox;
    this.tickets = tickets;
    this.appointments = appointments;
    this.waitlist = waitlist;
    this.offices = offices;
  }

  void hear(@Observes TicketChanged changed) {
    tell(changed, () -> tickets.find(changed.subject()).map(this::describe));
  }

  void hear(@Observes AppointmentChanged changed) {
    tell(
        changed,
        () ->
            appointments
                .find(changed.subject())
                // one that was only held has not been booked
                .filter(Appointment::wasConfirmed)
                .map(a -> describe(a.topic(), a.start(), a.end())));
  }

  void hear(@Observes OfferChanged changed) {
    tell(changed, () -> waitlist.findOffer(changed.subject()).flatMap(this::describe));
  }

  private void tell(DomainEvent event, Supplier<Optional<Map<String, String>>> details) {
    if (WebhookEvent.find(event.name()).isEmpty()) {
      return;
    }
    List<Long> told = subscribers.list(event.name(), event.office());
    if (!told.isEmpty()) {
      details
          .get()
          .ifPresent(
              data ->
                  told.forEach(
                      webhook ->
                          outbox.add(
                              new WebhookDelivery(
                                  webhook,
                                  EventMessage.of(event.name(), event.office(), event.at(), data),
                                  event.at()))));
    }
  }

  private Map<String, String> describe(Ticket ticket) {
    Map<String, String> data = new HashMap<>();
    data.put("number", ticket.number().toString());
    data.put("day", ticket.day().toString());
    data.put("topic", ticket.topic());
    data.put("issuedAt", ticket.issuedAt().toString());
    ticket.calledAt().ifPresent(at -> data.put("calledAt", at.toString()));
    ticket.endedAt().ifPresent(at -> data.put("endedAt", at.toString()));
    ticket
        .counter()
        .flatMap(id -> findCounter(ticket.office(), id))
        .ifPresent(counter -> data.put("counter", counter.label()));
    return data;
  }

  private Optional<Counter> findCounter(String office, long id) {
    return offices.find(office).map(Office::counters).orElse(List.of()).stream()
        .filter(counter -> counter.id() == id)
        .findFirst();
  }

  private static Map<String, String> describe(String topic, Instant start, Instant end) {
    return Map.of("topic", topic, "start", start.toString(), "end", end.toString());
  }

  private Optional<Map<String, String>> describe(SlotOffer offer) {
    return appointments
        .find(offer.appointment())
        .map(
            held -> {
              Map<String, String> data =
                  new HashMap<>(describe(held.topic(), held.start(), held.end()));
              data.put("expiresAt", offer.expiresAt().toString());
              return data;
            });
  }
}
