package de.lokalwillkommen.core.waitlist;

import de.lokalwillkommen.core.booking.Appointment;
import de.lokalwillkommen.core.booking.AppointmentChanged;
import de.lokalwillkommen.core.booking.Appointments;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.kernel.time.TrustedTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * Keeps the waitlist in step with the appointments, in the transaction that changes an appointment.
 * A visitor who has cancelled the appointment, has come for it or has missed it no longer wants an
 * earlier one. When a hold ends, the offer that it was made for ends too.
 */
@ApplicationScoped
class WaitlistFollowUp {

  private Waitlist waitlist;
  private Appointments appointments;
  private Offering offering;

  protected WaitlistFollowUp() {}

  @Inject
  WaitlistFollowUp(Waitlist waitlist, Appointments appointments, Offering offering) {
    this.waitlist = waitlist;
    this.appointments = appointments;
    this.offering = offering;
  }

  void follow(@Observes AppointmentChanged changed) {
    Instant now = changed.at();
    switch (changed.action()) {
      case CANCEL, LAPSE -> followEnd(get(changed), now);
      case CHECK_IN, MISS -> endWaitingFor(get(changed), now);
      case REINSTATE -> waitAgainFor(get(changed), now.plus(TrustedTime.TOLERANCE));
      case HOLD, BOOK, MOVE, FOLLOW -> {
        // the visitor still waits for an earlier slot
      }
    }
  }

  private Appointment get(AppointmentChanged changed) {
    return appointments.find(changed.subject()).orElseThrow();
  }

  private void followEnd(Appointment gone, Instant now) {
    if (gone.wasConfirmed()) {
      endWaitingFor(gone, now);
    } else if (gone.channel() == Channel.WAITLIST) {
      lapse(gone, now);
    }
  }

  /** Lapses the offer of a hold that ends; an offer that was answered before keeps its answer. */
  private void lapse(Appointment held, Instant now) {
    waitlist
        .findOfferHeldBy(held.id())
        .filter(SlotOffer::isOpen)
        .ifPresent(offer -> offering.end(offer, OfferStatus.LAPSED, now));
  }

  /** Ends the waiting for an earlier slot; an open offer stays until it is answered. */
  private void endWaitingFor(Appointment appointment, Instant now) {
    if (waitlist.isEmpty()) {
      return;
    }
    appointments.lockAcrossOffices();
    waitlist
        .findWaitingFor(appointment.id())
        .filter(offering::hasNothingToAnswer)
        .ifPresent(entry -> entry.leave(now));
  }

  /** Returns entries to the waitlist that were removed because the clock was ahead. */
  private void waitAgainFor(Appointment appointment, Instant after) {
    waitlist
        .findLeftFor(appointment.id(), after)
        .ifPresent(entry -> entry.waitAgain(appointment.contact()));
  }
}
