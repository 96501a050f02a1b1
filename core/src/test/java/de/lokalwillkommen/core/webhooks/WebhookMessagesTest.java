package de.lokalwillkommen.core.webhooks;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.AppointmentChanged;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.BookingDesk;
import de.lokalwillkommen.core.booking.BookingOffice;
import de.lokalwillkommen.core.booking.Contact;
import de.lokalwillkommen.core.kernel.DomainEvent;
import de.lokalwillkommen.core.kernel.InMemoryIds;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.TicketAction;
import de.lokalwillkommen.core.ticketing.TicketChanged;
import de.lokalwillkommen.core.ticketing.TicketFixture;
import de.lokalwillkommen.core.waitlist.OfferChanged;
import de.lokalwillkommen.core.waitlist.WaitlistFixture;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a message about an event says. */
class WebhookMessagesTest {

  private static final Instant IN_A_WEEK = TEN.plus(Duration.ofDays(7)).plus(Duration.ofHours(1));
  private static final Optional<Contact> ADDRESS = Optional.of(new Contact("a@example.org"));

  private final BookingDesk desk =
      new BookingDesk(OfficeFixture.hoerde()).with("hoerde", hours(DayOfWeek.MONDAY, 11, 16, 1));
  private final Written written = new Written();
  private final InMemoryWebhookList list = new InMemoryWebhookList();
  private final Webhooks webhooks =
      new Webhooks(
          new Subscribers(list, desk.clock),
          written,
          desk.tickets,
          desk.appointments,
          desk.waitlist,
          OfficeFixture.offices(OfficeFixture.hoerde()));
  private int heard;

  /** An outbox that only records. */
  private static final class Written implements Outbox {

    private final List<String> bodies = new ArrayList<>();

    @Override
    public void add(WebhookDelivery delivery) {
      bodies.add(delivery.body());
    }

    @Override
    public Optional<WebhookDelivery> find(long id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Long> listDue(long webhook, Instant now, int atMost) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<WebhookDelivery> claim(long id, Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<WebhookDelivery> listLatest(long webhook, int atMost) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<WebhookDelivery> listDead(long webhook, int atMost) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long count(long webhook, DeliveryStatus status) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long count(DeliveryStatus status) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int forget(Collection<Long> webhooks, Instant now, int atMost) {
      throw new UnsupportedOperationException();
    }
  }

  @BeforeEach
  void tellOfEverything() {
    subscribe(Set.of());
  }

  private void subscribe(Set<String> offices) {
    Webhook webhook =
        new Webhook(
            new WebhookData(
                "all", "https://example.org/", new HashSet<>(WebhookEvent.facts()), offices),
            new WebhookHosts(Set.of()),
            Set.of("hoerde", "eving"));
    InMemoryIds.give(webhook);
    list.add(webhook);
  }

  /** The messages about what has happened since, without their beginnings. */
  private List<String> told() {
    written.bodies.clear();
    List<DomainEvent> all = desk.events.all();
    all.subList(heard, all.size()).forEach(this::hear);
    heard = all.size();
    return written.bodies.stream()
        .map(body -> body.replaceFirst("\\{\"id\":\"[-0-9a-f]{36}\",", ""))
        .toList();
  }

  private void hear(DomainEvent event) {
    if (event instanceof AppointmentChanged changed) {
      webhooks.hear(changed);
    } else if (event instanceof OfferChanged changed) {
      webhooks.hear(changed);
    } else if (event instanceof TicketChanged changed) {
      webhooks.hear(changed);
    }
  }

  private static String message(String type, String data) {
    return "\"type\":\"%s\",\"at\":\"%s\",\"office\":\"hoerde\",\"data\":{%s}}"
        .formatted(type, TEN, data);
  }

  private static String times(AppointmentView appointment) {
    return "\"start\":\"%s\",\"topic\":\"housing\"".formatted(appointment.start());
  }

  @Test
  void anAppointmentIsToldWithoutItsVisitor() {
    BookingCode code =
        desk.booking.hold(BookingOffice.wish("hoerde", IN_A_WEEK)).appointment().code();
    assertThat(told()).as("only held").isEmpty();

    AppointmentView booked = desk.booking.confirm(code, ADDRESS);
    String data = "\"end\":\"%s\",%s".formatted(booked.end(), times(booked));
    assertThat(told()).containsExactly(message("appointment.booked", data));

    desk.booking.cancel(code, Actor.VISITOR);
    assertThat(told()).containsExactly(message("appointment.cancelled", data));
  }

  @Test
  void aHoldThatIsGivenUpIsNotTold() {
    BookingCode code =
        desk.booking.hold(BookingOffice.wish("hoerde", IN_A_WEEK)).appointment().code();
    desk.booking.cancel(code, Actor.VISITOR);

    assertThat(told()).isEmpty();
  }

  @Test
  void anOfferIsToldWithItsEnd() {
    AppointmentView booked = desk.booked("hoerde", IN_A_WEEK);
    desk.waiting.join(WaitlistFixture.wish(Optional.empty(), ADDRESS, "hoerde"));
    told();

    desk.booking.cancel(booked.code(), Actor.VISITOR);

    assertThat(told())
        .hasSize(2)
        .anySatisfy(
            body ->
                assertThat(body)
                    .startsWith("\"type\":\"offer.made\"")
                    .contains("\"expiresAt\":\"", times(booked))
                    .doesNotContain("example.org"));
  }

  @Test
  void aCallNamesTheCounterByItsLabel() {
    Ticket ticket = TicketFixture.aTicket().calledTo(101);
    desk.tickets.add(ticket);
    desk.events.publish(new TicketChanged("hoerde", ticket.id(), TicketAction.CALL, 1, TEN));

    assertThat(told()).hasSize(1);
    assertThat(written.bodies.get(0)).contains("\"calledAt\":\"", "\"counter\":\"1\"");
  }

  @Test
  void whatIsOfNoInterestIsNotTold() {
    Ticket ticket = TicketFixture.aTicket().calledTo(101);
    desk.tickets.add(ticket);
    desk.events.publish(new TicketChanged("hoerde", ticket.id(), TicketAction.RECALL, 1, TEN));

    assertThat(told()).isEmpty();
  }

  @Test
  void aWebhookOfAnotherOfficeIsNotTold() {
    list.clear();
    subscribe(Set.of("eving"));
    desk.booked("hoerde", IN_A_WEEK);

    assertThat(told()).isEmpty();
  }
}
