package de.lokalwillkommen.core.availability;

import de.lokalwillkommen.core.booking.BookingDesk;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.leadtime.MeasuringLeadTimes;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Counsellor;
import de.lokalwillkommen.core.staff.InMemoryStaff;
import de.lokalwillkommen.core.staff.PasswordHash;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.staff.Skills;
import de.lokalwillkommen.core.ticketing.IssuingTickets;
import de.lokalwillkommen.core.ticketing.TicketFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Offices with arranged hours for appointments, for tests of the pages that show them. */
public final class PlannedOffice {

  private static final PasswordHash PASSWORD = PasswordHash.of("as long as needed");

  /** Monday, 23 November 2026, ten o'clock in Berlin. */
  public final TestClock clock;

  public final Offices offices;
  public final ArrangingAvailability arranging;
  public final AvailabilityPlan plan;
  public final MeasuringLeadTimes leadTimes;

  private final BookingDesk desk;
  private final InMemoryStaff staff = new InMemoryStaff();

  public PlannedOffice(Office... all) {
    desk = new BookingDesk(all);
    clock = desk.clock;
    offices = OfficeFixture.offices(all);
    arranging = desk.arranging;
    leadTimes = desk.leadTimes;
    plan = desk.availability.plan(offices, desk.availabilities, desk.appointments, staff);
  }

  /** A person with these roles, signed in at an office without a counter. */
  public SignedIn signedIn(String name, String office, Role... roles) {
    Set<Role> may = Set.of(roles);
    Skills skills = new Skills(Set.of(), Set.of());
    Counsellor counsellor = new Counsellor(name, name, "city", office, may, skills, PASSWORD);
    staff.add(counsellor);
    return new SignedIn(
        counsellor.id(),
        name,
        name,
        may,
        Optional.ofNullable(office),
        Optional.empty(),
        "csrf-" + name);
  }

  /** Books a confirmed appointment and returns its code. */
  public String booked(String office, Instant start) {
    return desk.booked(office, start).code().inGroups();
  }

  /** A visitor waits now. */
  public void waiting(String office) {
    new IssuingTickets(offices, desk.tickets, desk.line, clock)
        .walkIn(office, TicketFixture.request(OfficeFixture.HOUSING, "de", null));
  }

  /** Stores figures of a day that ended without a free slot. */
  public void bookedOut(String office, LocalDate day, Duration lead) {
    desk.figures.note(office, day, lead, Optional.empty());
  }

  /** Stores figures of a day. */
  public void measured(String office, LocalDate day, Duration lead, Duration thirdNext) {
    desk.figures.note(office, day, lead, Optional.of(thirdNext));
  }
}
