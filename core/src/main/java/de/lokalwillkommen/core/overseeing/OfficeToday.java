package de.lokalwillkommen.core.overseeing;

import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.dayorders.DayOrders;
import de.lokalwillkommen.core.devices.DeviceView;
import de.lokalwillkommen.core.forecast.Estimate;
import de.lokalwillkommen.core.offices.OfficeProfile.CounterProfile;
import de.lokalwillkommen.core.staff.Desks.Seat;
import de.lokalwillkommen.core.staff.Presence;
import de.lokalwillkommen.core.ticketing.TicketView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An office at one moment, for those who lead it. It says who is at which counter now; nothing of
 * it is kept, and no figure concerns a single person.
 *
 * @param now when it was read
 * @param orders what is ordered for the present business day
 * @param hours when it is open today
 * @param counters its counters in their order
 * @param line its line
 * @param booked the appointments of the day that are still to come, by time
 * @param devices the devices that are paired with it
 * @param figures the visits of the day
 */
public record OfficeToday(
    Instant now,
    DayOrders orders,
    Hours hours,
    List<Place> counters,
    Line line,
    Booked booked,
    List<DeviceView> devices,
    Figures figures) {

  /** The devices that have not come for a while. */
  public List<DeviceView> silentDevices() {
    return devices.stream().filter(device -> device.isSilentAt(now)).toList();
  }

  /** The devices that have come and have another problem. */
  public List<DeviceView> troubledDevices() {
    return devices.stream()
        .filter(device -> !device.isSilentAt(now) && !device.problemsAt(now).isEmpty())
        .toList();
  }

  /**
   * When the office is open today.
   *
   * @param open whether it is open now
   * @param closesAt when it closes today; empty if it does not open today
   * @param usually when it would close if nothing were ordered
   */
  public record Hours(boolean open, Optional<Instant> closesAt, Optional<Instant> usually) {}

  /**
   * A counter with the people and the visitors who are there now.
   *
   * @param counter the counter
   * @param people who works there
   * @param visits the tickets that are called or served there
   */
  public record Place(CounterProfile counter, List<Seat> people, List<Visit> visits) {

    /** Whether a person there takes visitors. */
    boolean isTaking() {
      return people.stream().anyMatch(seat -> seat.presence() == Presence.AVAILABLE);
    }

    /** Whether a person there takes visitors and none is there. */
    boolean isFree() {
      return isTaking() && visits.isEmpty();
    }
  }

  /**
   * A visit at a counter.
   *
   * @param ticket its ticket
   * @param fits the other counters that are free and fit its language and topic best
   */
  public record Visit(TicketView ticket, List<CounterProfile> fits) {}

  /**
   * The line.
   *
   * @param waiting how many people wait
   * @param longest how long the first of them has waited; empty if no visitor waits
   * @param estimate how long a visitor who came now would wait; empty if that is not published, no
   *     numbers are given, or a free counter would call the visitor at once
   * @param parked how many are out of the line for a while
   * @param missed how many were called and did not come
   */
  public record Line(
      int waiting,
      Optional<Duration> longest,
      Optional<Estimate> estimate,
      int parked,
      int missed) {}

  /**
   * The appointments of the day whose visitors have not come yet.
   *
   * @param due those who are expected within the hour, or late
   * @param rest how many are still booked today, with those who are due
   * @param next the next one after now
   */
  public record Booked(List<AppointmentView> due, int rest, Optional<AppointmentView> next) {}

  /**
   * The visits of the day, of all together.
   *
   * @param visits how many tickets were issued
   * @param withAppointment how many of them with an appointment
   * @param served how many visits are over
   * @param left how many left, did not come when called, or were not called
   * @param withoutTicket how often information was given without a ticket
   * @param median the wait in the middle of all who were called; empty if none was
   * @param longest the longest of these waits
   */
  public record Figures(
      int visits,
      int withAppointment,
      int served,
      int left,
      int withoutTicket,
      Optional<Duration> median,
      Optional<Duration> longest) {}
}
