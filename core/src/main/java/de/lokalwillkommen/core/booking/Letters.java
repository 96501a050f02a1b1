package de.lokalwillkommen.core.booking;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** Writes the letters that a change calls for, to those who have left an address. */
@Dependent
class Letters {

  private static final Duration DAY_BEFORE = Duration.ofHours(24);
  private static final Duration SHORTLY_BEFORE = Duration.ofHours(2);

  private final LetterBox box;

  @Inject
  Letters(LetterBox box) {
    this.box = box;
  }

  void onBooked(Appointment appointment, Instant now) {
    write(appointment, LetterKind.BOOKED, now);
    remind(appointment, now);
  }

  void onMoved(Appointment appointment, Instant now) {
    dropWaiting(appointment);
    write(appointment, LetterKind.MOVED, now);
    remind(appointment, now);
  }

  void onCancelled(Appointment appointment, Instant now) {
    dropWaiting(appointment);
    write(appointment, LetterKind.CANCELLED, now);
  }

  /** Reactivates a letter that had been marked as no longer needed. */
  void onReinstated(Appointment appointment, Instant now) {
    dropWaiting(appointment);
    remind(appointment, now);
  }

  void onOffered(WaitlistEntry entry, SlotOffer offer, Instant now) {
    if (entry.contact().isPresent()) {
      box.add(Letter.offering(offer, now));
    }
  }

  private void remind(Appointment appointment, Instant now) {
    remind(appointment, LetterKind.TOMORROW, DAY_BEFORE, now);
    remind(appointment, LetterKind.SOON, SHORTLY_BEFORE, now);
  }

  private void remind(Appointment appointment, LetterKind kind, Duration before, Instant now) {
    Instant due = appointment.start().minus(before);
    // who has booked for the same afternoon needs no reminder of tomorrow
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
