package de.lokalwillkommen.core.waitlist;

import de.lokalwillkommen.core.booking.AppointmentChanged;
import de.lokalwillkommen.core.booking.AppointmentJournal;
import de.lokalwillkommen.core.booking.Appointments;
import de.lokalwillkommen.core.booking.FreedPlaces;
import de.lokalwillkommen.core.booking.FreshCodes;
import de.lokalwillkommen.core.booking.Mailing;
import de.lokalwillkommen.core.booking.OneOpenAppointment;
import de.lokalwillkommen.core.booking.OpenBook;
import de.lokalwillkommen.core.booking.SlotSearch;
import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.ticketing.VisitorKey;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** The waitlist over some repositories, wired as the container does it. */
public final class WaitlistParts {

  private final Waitlist waitlist;
  private final Appointments appointments;
  private final FreshCodes codes;
  private final Offering offering;

  public WaitlistParts(
      Waitlist waitlist,
      Appointments appointments,
      SlotSearch search,
      FreshCodes codes,
      AppointmentJournal journal,
      DomainEvents events) {
    this.waitlist = waitlist;
    this.appointments = appointments;
    this.codes = codes;
    this.offering = new Offering(waitlist, appointments, search, codes, journal, events);
  }

  public static Waitlist over(EntityManager entities) {
    return new JpaWaitlist(entities);
  }

  public FreedPlaces freedPlaces() {
    return offering;
  }

  public void follow(AppointmentChanged changed) {
    new WaitlistFollowUp(waitlist, appointments, offering).follow(changed);
  }

  public OfferTokens tokens(Offices offices, VisitorKey key) {
    return new OfferTokens(waitlist, appointments, offices, key);
  }

  public UsingWaitlist waiting(
      Offices offices,
      OpenBook book,
      OneOpenAppointment oneOpen,
      OfferTokens tokens,
      Mailing mailing,
      Clock clock) {
    return new UsingWaitlist(
        offices, waitlist, appointments, book, offering, oneOpen, tokens, codes, mailing, clock);
  }

  /** What staff does with the waitlist. */
  public WaitlistByStaff byStaff(
      UsingWaitlist using, OfferTokens tokens, DomainEvents events, Clock clock) {
    return new WaitlistByStaff(using, waitlist, tokens, events, clock);
  }
}
