package de.lokalwillkommen.core.letters;

import de.lokalwillkommen.core.booking.Appointment;
import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.Appointments;
import de.lokalwillkommen.core.booking.Contact;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.waitlist.OfferTokens;
import de.lokalwillkommen.core.waitlist.SlotOffer;
import de.lokalwillkommen.core.waitlist.Waitlist;
import de.lokalwillkommen.core.waitlist.WaitlistEntry;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Hands out the letters whose time has come, and records their result. A letter is sent at least
 * once: if the server dies between the mail server's acceptance and this record, the letter is sent
 * again.
 */
@UseCase
public class PostingLetters {

  private LetterBox box;
  private Appointments appointments;
  private Waitlist waitlist;
  private OfferTokens tokens;
  private Offices offices;
  private Clock clock;

  protected PostingLetters() {}

  @Inject
  PostingLetters(
      LetterBox box,
      Appointments appointments,
      Waitlist waitlist,
      OfferTokens tokens,
      Offices offices,
      Clock clock) {
    this.box = box;
    this.appointments = appointments;
    this.waitlist = waitlist;
    this.tokens = tokens;
    this.offices = offices;
    this.clock = clock;
  }

  /**
   * The letters to be sent now; each counts as an attempt. Drops letters that have become
   * pointless.
   */
  public List<MailDraft> takeDue(int atMost) {
    Instant now = clock.instant();
    return box.listDue(now, atMost).stream()
        .map(letter -> take(letter, now))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Records that the mail server has accepted a letter. */
  public void sent(long letter) {
    box.find(letter)
        .ifPresent(
            sent -> {
              sent.sent(clock.instant());
              forgetIfNothingFollows(sent);
            });
  }

  /** Records that the mail server has refused a letter. */
  public void refused(long letter) {
    box.find(letter)
        .ifPresent(
            refused -> {
              refused.refused();
              forgetIfNothingFollows(refused);
            });
  }

  /** Discards a letter because its address has received too many. */
  public void dropped(long letter) {
    box.find(letter)
        .ifPresent(
            dropped -> {
              dropped.drop();
              forgetIfNothingFollows(dropped);
            });
  }

  /**
   * After the cancellation letter the address is no longer needed, whether the letter was sent or
   * not.
   */
  private void forgetIfNothingFollows(Letter letter) {
    if (letter.kind() == LetterKind.CANCELLED && letter.isOver()) {
      appointments.find(letter.appointment()).ifPresent(Appointment::forgetContact);
    }
  }

  private Optional<MailDraft> take(Letter letter, Instant now) {
    Appointment appointment = appointments.find(letter.appointment()).orElseThrow();
    Optional<SlotOffer> offer = letter.offer().flatMap(waitlist::findOffer);
    Optional<WaitlistEntry> entry = letter.entry().flatMap(waitlist::findEntry);
    Optional<Contact> to = entry.map(WaitlistEntry::contact).orElseGet(appointment::contact);
    if (to.isEmpty() || isPointless(letter, appointment, offer, now)) {
      letter.drop();
      forgetIfNothingFollows(letter);
      return Optional.empty();
    }
    letter.attempt(now);
    return Optional.of(
        new MailDraft(
            letter.id(),
            letter.kind(),
            to.get(),
            appointment.language(),
            AppointmentView.of(appointment, offices.get(appointment.office()), now),
            offer.map(tokens::view),
            entry.map(WaitlistEntry::code)));
  }

  private static boolean isPointless(
      Letter letter, Appointment appointment, Optional<SlotOffer> offer, Instant now) {
    if (offer.isPresent()) {
      return !offer.get().isOpenAt(now);
    }
    boolean begun = !now.isBefore(appointment.start());
    boolean over = !now.isBefore(appointment.end());
    return over
        || letter.kind().isReminder()
            && (begun || appointment.status() != AppointmentStatus.BOOKED);
  }
}
