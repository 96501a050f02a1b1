package de.lokalwillkommen.core.leadtime;

import de.lokalwillkommen.core.booking.Appointments;
import de.lokalwillkommen.core.booking.SlotSearch;
import de.lokalwillkommen.core.offices.Offices;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Lead times over some figures, wired as the container does it. */
public final class LeadTimeParts {

  final LeadTimes figures;

  private LeadTimeParts(LeadTimes figures) {
    this.figures = figures;
  }

  public static LeadTimeParts inMemory() {
    return new LeadTimeParts(new InMemoryLeadTimes());
  }

  public static LeadTimeParts over(EntityManager entities) {
    return new LeadTimeParts(new JpaLeadTimes(entities));
  }

  public MeasuringLeadTimes measuring(
      Offices offices, Appointments appointments, SlotSearch search, Clock clock) {
    return new MeasuringLeadTimes(offices, appointments, search, figures, clock);
  }

  /** Stores figures of a day. */
  public void note(String office, LocalDate day, Duration lead, Optional<Duration> thirdNext) {
    figures.get(office, day).measure(List.of(lead), thirdNext);
  }
}
