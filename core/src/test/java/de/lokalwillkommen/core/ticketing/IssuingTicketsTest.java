package de.lokalwillkommen.core.ticketing;

import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static de.lokalwillkommen.core.offices.OfficeFixture.LETTERS;
import static de.lokalwillkommen.core.offices.OfficeFixture.eving;
import static de.lokalwillkommen.core.offices.OfficeFixture.hoerde;
import static de.lokalwillkommen.core.ticketing.TicketFixture.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.offices.Topic;
import de.lokalwillkommen.core.ticketing.IssuingTickets.Issued;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class IssuingTicketsTest {

  private final TicketingOffice office = new TicketingOffice(hoerde(), eving());

  private static Refusal refusalOf(ThrowingCallable action) {
    Refusal[] refusal = new Refusal[1];
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(Refused.class, refused -> refusal[0] = refused.refusal());
    return refusal[0];
  }

  @Test
  void theFirstVisitorOfTheDayGetsNumberOneAndHasNoOneAhead() {
    Issued issued = office.issuing.walkIn("hoerde", request(HOUSING, "ar", "k1"));

    assertThat(issued.isNew()).isTrue();
    assertThat(issued.ticket().number()).isEqualTo("A001");
    assertThat(issued.ticket().ahead()).isZero();
    assertThat(office.events.names()).containsExactly("ticket.issued");
  }

  @Test
  void theThirdVisitorHasTwoPeopleAhead() {
    office.visitor();
    office.visitor();

    TicketView third = office.visitor();

    assertThat(third.number()).isEqualTo("A003");
    assertThat(third.ahead()).isEqualTo(2);
  }

  @Test
  void theSameRequestTwiceIsOneTicket() {
    Issued first = office.issuing.walkIn("hoerde", request(HOUSING, "ar", "k1"));
    Issued again = office.issuing.walkIn("hoerde", request(HOUSING, "ar", "k1"));

    assertThat(again.isNew()).isFalse();
    assertThat(again.ticket()).isEqualTo(first.ticket());
    assertThat(office.events.names()).hasSize(1);
  }

  @Test
  void aKeyIsGoodForOneRequestOnly() {
    office.issuing.walkIn("hoerde", request(HOUSING, "ar", "k1"));

    Refusal refusal =
        refusalOf(() -> office.issuing.walkIn("hoerde", request(LETTERS, "ar", "k1")));

    assertThat(refusal.kind()).isEqualTo(Kind.INVALID);
    assertThat(refusal.key()).isEqualTo("request.otherBody");
  }

  @Test
  void aRepeatedRequestFindsTheTicketEvenAfterATransfer() {
    TicketView first = office.issuing.walkIn("hoerde", request(HOUSING, "ar", "k1")).ticket();
    office.handOn(first, new Transfer(Optional.of(LETTERS), Optional.empty(), Optional.empty()));

    Issued again = office.issuing.walkIn("hoerde", request(HOUSING, "ar", "k1"));

    assertThat(again.isNew()).isFalse();
    assertThat(again.ticket().id()).isEqualTo(first.id());
    assertThat(again.ticket().topic()).isEqualTo(LETTERS);
    assertThat(refusalOf(() -> office.issuing.walkIn("hoerde", request(HOUSING, "de", "k1"))).key())
        .isEqualTo("request.otherBody");
    assertThat(refusalOf(() -> office.issuing.walkIn("eving", request(HOUSING, "ar", "k1"))).key())
        .isEqualTo("request.otherBody");
  }

  @Test
  void anEarlierAnswerIsFoundWithoutIssuing() {
    assertThat(office.issuing.findEarlier("hoerde", request(HOUSING, "ar", "k1"))).isEmpty();
    Issued first = office.issuing.walkIn("hoerde", request(HOUSING, "ar", "k1"));

    assertThat(office.issuing.findEarlier("hoerde", request(HOUSING, "ar", "k1")))
        .contains(new Issued(first.ticket(), false));
    assertThat(
            refusalOf(() -> office.issuing.findEarlier("hoerde", request(LETTERS, "ar", "k1")))
                .key())
        .isEqualTo("request.otherBody");
    assertThat(office.events.names()).hasSize(1);
  }

  @Test
  void theSameRequestIsAnsweredEvenAfterClosing() {
    office.clock.is(Instant.parse("2026-11-23T10:59:00Z"));
    Issued first = office.issuing.walkIn("eving", request(HOUSING, "de", "k1"));
    office.clock.passes(Duration.ofMinutes(5));

    assertThat(office.issuing.walkIn("eving", request(HOUSING, "de", "k1")).ticket().number())
        .isEqualTo(first.ticket().number());
  }

  @Test
  void aClosedOfficeSaysWhenItOpens() {
    office.clock.is(Instant.parse("2026-11-23T11:00:00Z"));

    Refusal refusal = refusalOf(() -> office.visitorIn("eving", HOUSING, "de"));

    assertThat(refusal.kind()).isEqualTo(Kind.CONFLICT);
    assertThat(refusal.facts())
        .containsEntry("reason", "closed")
        .containsEntry("opensAt", Instant.parse("2026-11-30T08:00:00Z"));
  }

  @Test
  void theLastTicketIsGivenSomeTimeBeforeClosing() {
    TicketingOffice early =
        new TicketingOffice(eving().withLastTicketBeforeClosing(Duration.ofMinutes(15)));
    early.clock.is(Instant.parse("2026-11-23T10:44:00Z"));
    early.visitorIn("eving", HOUSING, "de");
    early.clock.passes(Duration.ofMinutes(1));

    assertThat(refusalOf(() -> early.visitorIn("eving", HOUSING, "de")).key())
        .isEqualTo("office.lastTicket");
  }

  @Test
  void aFullOfficeIssuesNoTicketsUntilAVisitorIsServed() {
    TicketingOffice small = new TicketingOffice(hoerde().withWaitingLimit(1));
    TicketView first = small.visitor();

    assertThat(refusalOf(small::visitor).key()).isEqualTo("office.full");

    small.following.leave(small.following.tokenFor(first.id()));
    assertThat(small.visitor().number()).isEqualTo("A002");
  }

  @Test
  void anUnknownTopicOrOfficeIsRefused() {
    assertThat(refusalOf(() -> office.visitorIn("hoerde", "taxes", "de")).kind())
        .isEqualTo(Kind.INVALID);
    assertThat(refusalOf(() -> office.visitorIn("nowhere", HOUSING, "de")).kind())
        .isEqualTo(Kind.UNKNOWN);
  }

  @Test
  void numbersBeginAgainOnANewDayAndRemainingTicketsHaveExpired() {
    TicketView yesterday = office.visitor();
    office.clock.passes(Duration.ofDays(1));

    TicketView today = office.visitor();

    assertThat(today.number()).isEqualTo("A001");
    assertThat(today.ahead()).isZero();
    assertThat(office.tickets.get(yesterday.id()).status()).isEqualTo(TicketStatus.EXPIRED);
    assertThat(office.lines.find("hoerde").orElseThrow().waiting()).isEqualTo(1);
  }

  private TicketView checkedIn() {
    Instant now = office.clock.instant();
    return office.issuing.atCheckIn("hoerde", request(HOUSING, "de", null), now, now, Actor.KIOSK);
  }

  @Test
  void numbersOfAppointmentsBeginAgainOnANewDayToo() {
    assertThat(checkedIn().number()).isEqualTo("T001");
    assertThat(checkedIn().number()).isEqualTo("T002");
    office.clock.passes(Duration.ofDays(1));

    assertThat(checkedIn().number()).isEqualTo("T001");
  }

  @Test
  void aTicketByStaffStandsInTheSameLine() {
    office.visitor();
    Issued issued = office.issuing.byStaff("hoerde", request(HOUSING, "ti", null), 1);

    assertThat(issued.isNew()).isTrue();
    assertThat(issued.ticket().number()).isEqualTo("A002");
    assertThat(issued.ticket().origin()).isEqualTo(Origin.STAFF);
    assertThat(issued.ticket().ahead()).isEqualTo(1);
    assertThat(office.tickets.listEvents(issued.ticket().id()))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.actor()).isEqualTo(Actor.COUNSELLOR);
              assertThat(event.office()).isEqualTo("hoerde");
            });
  }

  @Test
  void aLaterAppointmentIsNotAheadOfAVisitorWhoComesNow() {
    office.visitor();
    Instant now = office.clock.instant();
    Instant later = now.plus(Duration.ofMinutes(10));
    TicketView booked =
        office.issuing.atCheckIn(
            "hoerde", request(HOUSING, "de", null), later, later, Actor.COUNSELLOR);

    assertThat(booked.ahead()).isEqualTo(1);
    assertThat(office.visitor().ahead()).isEqualTo(1);
    String token = office.following.tokenFor(booked.id());
    assertThat(office.following.look(token).ahead()).isEqualTo(2);
  }

  /** It was checked in early elsewhere and keeps the place of its appointment. */
  @Test
  void aLaterAppointmentTransferredHereIsNotAheadOfAVisitorWhoComesNow() {
    Instant later = office.clock.instant().plus(Duration.ofMinutes(10));
    TicketView booked =
        office.issuing.atCheckIn(
            "eving", request(HOUSING, "de", null), later, later, Actor.COUNSELLOR);
    office.visitor();

    office.bring(booked, "hoerde");

    assertThat(office.visitor().ahead()).isEqualTo(1);
    String token = office.following.tokenFor(booked.id());
    assertThat(office.following.look(token).ahead()).isEqualTo(2);
  }

  @Test
  void aLaterVisitorStandsLaterAlsoWhenTheClockIsSetBack() {
    office.visitor();
    office.clock.passes(Duration.ofHours(-1));
    TicketView second = office.visitor();
    office.clock.passes(Duration.ofMinutes(90));
    TicketView third = office.visitor();

    assertThat(second.ahead()).isEqualTo(1);
    assertThat(third.ahead()).isEqualTo(2);
    assertThat(office.tickets.get(second.id()).key()).isEqualTo(TicketFixture.TEN);
    assertThat(office.tickets.get(third.id()).key()).isEqualTo(office.clock.instant());
  }

  @Test
  void aTopicOnlyByAppointmentHasNoWalkInTickets() {
    Topic byAppointment =
        new Topic("citizenship", "passport", Duration.ofMinutes(60), 3) {
          @Override
          public boolean isForWalkIns() {
            return false;
          }
        };
    TicketingOffice strict = new TicketingOffice(hoerde().withTopic(byAppointment));
    TicketView other = strict.visitor();
    String token = strict.following.tokenFor(other.id());

    Refusal atTheKiosk = refusalOf(() -> strict.visitorIn("hoerde", "citizenship", "de"));
    Refusal byStaff =
        refusalOf(() -> strict.issuing.byStaff("hoerde", request("citizenship", "de", null), 1));
    Refusal onThePhone = refusalOf(() -> strict.following.correctTopic(token, "citizenship"));

    assertThat(List.of(atTheKiosk, byStaff, onThePhone))
        .allSatisfy(
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(Kind.INVALID);
              assertThat(refusal.facts()).containsEntry("field", "topic");
            });
    assertThat(strict.lines.find("hoerde").orElseThrow().waiting()).isEqualTo(1);
  }

  @Test
  void theVersionOfALineGrowsOverDays() {
    office.visitor();
    long before = office.lines.find("hoerde").orElseThrow().version();
    office.clock.passes(Duration.ofDays(1));
    office.visitor();

    assertThat(office.lines.find("hoerde").orElseThrow().version()).isGreaterThan(before);
  }

  @Test
  void theDayTurnsAtMidnightInDortmund() {
    office.clock.is(Instant.parse("2026-11-23T22:59:59Z"));
    assertThat(office.visitor().number()).isEqualTo("A001");
    assertThat(office.visitor().number()).isEqualTo("A002");
    office.clock.is(Instant.parse("2026-11-23T23:00:00Z"));
    assertThat(office.visitor().number()).isEqualTo("A001");
  }

  @Test
  void theDayTheClocksChangeIsOneDay() {
    office.clock.is(Instant.parse("2026-10-24T22:00:00Z"));
    office.visitor();
    office.clock.is(Instant.parse("2026-10-25T22:59:59Z"));
    assertThat(office.visitor().number()).isEqualTo("A002");
  }
}
