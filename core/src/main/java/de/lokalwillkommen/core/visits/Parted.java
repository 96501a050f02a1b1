package de.lokalwillkommen.core.visits;

import de.lokalwillkommen.core.ticketing.Outcome;
import de.lokalwillkommen.core.ticketing.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The properties into which a ticket is parted. */
final class Parted {

  private final List<Property> properties = new ArrayList<>();

  private Parted() {}

  /**
   * @param staffed the counters of its office on its day
   */
  static List<Property> of(Ticket ticket, Durations durations, List<StaffedCounter> staffed) {
    Parted parts = new Parted();
    parts.add(Property.timed(PropertyKind.TOPIC, ticket.topic(), durations.served()));
    parts.add(Property.timed(PropertyKind.LANGUAGE, ticket.language(), durations.waited()));
    parts.add(Property.of(PropertyKind.PERSONS, Integer.toString(ticket.persons())));
    ticket.outcome().ifPresent(parts::add);
    parts.addStaff(ticket, staffed);
    return parts.properties;
  }

  private void add(Property property) {
    properties.add(property);
  }

  private void add(Outcome outcome) {
    outcome.firstVisit().ifPresent(first -> add(PropertyKind.FIRST_VISIT, first));
    outcome.countsForAmif().ifPresent(counts -> add(PropertyKind.COUNTS_FOR_AMIF, counts));
    outcome.referral().ifPresent(to -> add(Property.of(PropertyKind.REFERRAL, to.name())));
    outcome.topics().forEach(topic -> add(Property.of(PropertyKind.DEALT_WITH, topic)));
  }

  private void add(PropertyKind kind, boolean holds) {
    add(Property.of(kind, Boolean.toString(holds)));
  }

  private void addStaff(Ticket ticket, List<StaffedCounter> staffed) {
    List<StaffedCounter> there =
        ticket
            .servingSince()
            .map(since -> staffed.stream().filter(s -> s.isAt(ticket.counter().orElse(-1L), since)))
            .map(serving -> serving.toList())
            .orElse(List.of());
    if (!there.isEmpty()) {
      boolean spoken = there.stream().anyMatch(s -> s.languages().contains(ticket.language()));
      add(PropertyKind.OWN_LANGUAGE, spoken);
    }
    organisations(ticket, there)
        .forEach(organisation -> add(Property.of(PropertyKind.ORGANISATION, organisation)));
  }

  /** Tickets of older versions do not say which organisations have served; their counters do. */
  private static Set<String> organisations(Ticket ticket, List<StaffedCounter> there) {
    return ticket.organisations().isEmpty()
        ? there.stream()
            .map(StaffedCounter::organisation)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet())
        : ticket.organisations();
  }
}
