package de.lokalwillkommen.core.letters;

import de.lokalwillkommen.core.booking.Appointment;
import de.lokalwillkommen.core.booking.AppointmentChanged;
import de.lokalwillkommen.core.booking.Appointments;
import de.lokalwillkommen.core.waitlist.OfferChanged;
import de.lokalwillkommen.core.waitlist.SlotOffer;
import de.lokalwillkommen.core.waitlist.Waitlist;
import de.lokalwillkommen.core.waitlist.WaitlistEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;

/**
 * Writes the letters that a change calls for, to visitors who have left an address: it observes the
 * change in the same transaction. A change that cancels or moves has locked the cross-office row
 * before, since this class reads the waiting letters.
 */
@ApplicationScoped
class Letters {

  private static final Duration DAY_BEFORE = Duration.ofHours(24);
  private static final Duration SHORTLY_BEFORE = Duration.ofHours(2);

  private LetterBox box;
  private Appointments appointments;
  private Waitlist waitlist;

  protected Letters() {}

  @Inject
  Letters(LetterBox box, Appointments appointments, Waitlist waitlist) {
    this.box = box;
    this.appointments = appointments;
    this.waitlist = waitlist;
  }

  void hear(@Observes AppointmentChanged changed) {
    switch (changed.action()) {
      case BOOK -> write(changed, this::onBooked);
      case MOVE -> write(changed, this::onMoved);
      case CANCEL -> write(changed, this::onCancelled);
      case REINSTATE -> write(changed, this::onReinstated);
      case HOLD, CHECK_IN, FOLLOW, MISS, LAPSE -> {
        // these actions need no letter
      }
    }
  }

  void hear(@Observes OfferChanged changed) {
    if (changed.action() == OfferChanged.Action.MADE) {
      waitlist.findOffer(changed.subject()).ifPresent(offer -> write(offer, changed.at()));
    }
  }

  private void write(AppointmentChanged changed, BiConsumer<Appointment, Instant> letters) {
    appointments
        .find(changed.subject())
        // a move between two offices is published in both
        .filter(appointment -> appointment.office().equals(changed.office()))
        .ifPresent(appointment -> letters.accept(appointment, changed.at()));
  }

  private void write(SlotOffer offer, Instant now) {
    boolean isReached =
        waitlist.findEntry(offer.entry()).flatMap(WaitlistEntry::contact).isPresent();
    if (isReached) {
      box.add(Letter.offering(offer, now));
    }
  }

  private void onBooked(Appointment appointment, Instant now) {
    write(appointment, LetterKind.BOOKED, now);
    remind(appointment, now);
  }

  private void onMoved(Appointment appointment, Instant now) {
    dropWaiting(appointment);
    write(appointment, LetterKind.MOVED, now);
    remind(appointment, now);
  }

  /** An appointment that was only held has had no letters. */
  private void onCancelled(Appointment appointment, Instant now) {
    if (appointment.wasConfirmed()) {
      dropWaiting(appointment);
      write(appointment, LetterKind.CANCELLED, now);
    }
  }

  /** Restores a letter that was dropped. */
  private void onReinstated(Appointment appointment, Instant now) {
    dropWaiting(appointment);
    remind(appointment, now);
  }

  private void remind(Appointment appointment, Instant now) {
    remind(appointment, LetterKind.TOMORROW, DAY_BEFORE, now);
    remind(appointment, LetterKind.SOON, SHORTLY_BEFORE, now);
  }

  private void remind(Appointment appointment, LetterKind kind, Duration before, Instant now) {
    Instant due = appointment.start().minus(before);
    // a visitor who has booked for the same afternoon needs no reminder of tomorrow
    if (due.isAfter(now)) {
      write(appointment, kind, due);
    }
  }

  private void write(Appointment appointment, LetterKind kind, Instant due) {
    if (appointment.contact().isPresent()) {
      box.add(Letter.about(appointment, kind, due));
    }
  }

  private void dropWaiting(Appointment appointment) {
    box.listWaitingAbout(appointment.id()).forEach(Letter::drop);
  }
}
