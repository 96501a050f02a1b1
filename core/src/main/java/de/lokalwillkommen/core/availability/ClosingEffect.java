package de.lokalwillkommen.core.availability;

import de.lokalwillkommen.core.booking.AppointmentView;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom closed days affect: it is shown before they are saved.
 *
 * @param waiting how many people wait or are parked, if today is one of the days
 * @param booked the appointments on the days that have not ended; they stay booked
 */
public record ClosingEffect(int waiting, List<AppointmentView> booked) {

  public ClosingEffect {
    booked = List.copyOf(booked);
  }

  /**
   * Of whom a person has been told.
   *
   * @param booked the identifiers of appointments
   * @param waiting how many people waited
   */
  public record Told(Set<Long> booked, int waiting) {

    /** Of no person yet. */
    public static final Told NOTHING = new Told(Set.of(), 0);

    public Told {
      booked = Set.copyOf(booked);
    }
  }

  /** Of whom a person has been told who has seen it. */
  public Told told() {
    return new Told(booked.stream().map(AppointmentView::id).collect(Collectors.toSet()), waiting);
  }

  /** Whether the person has been told of all whom it affects. */
  boolean isCoveredBy(Told told) {
    return waiting <= told.waiting() && told.booked().containsAll(told().booked());
  }
}
