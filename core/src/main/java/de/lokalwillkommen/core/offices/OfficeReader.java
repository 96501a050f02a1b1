package de.lokalwillkommen.core.offices;

import de.lokalwillkommen.core.dayorders.DayOrders;
import de.lokalwillkommen.core.dayorders.OfficeDay;
import de.lokalwillkommen.core.dayorders.OfficeDays;
import de.lokalwillkommen.core.kernel.ReadModel;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the offices with everything that belongs to them, for the cache in {@link JpaOffices}. */
@ReadModel
class OfficeReader {

  private EntityManager entities;
  private OfficeDays days;

  protected OfficeReader() {}

  @Inject
  OfficeReader(EntityManager entities, OfficeDays days) {
    this.entities = entities;
    this.days = days;
  }

  /** All offices, with what is ordered for the day of an instant and those around it. */
  List<Office> read(Instant now) {
    List<Office> offices =
        entities
            .createQuery("select o from Office o order by o.position, o.id", Office.class)
            .getResultList();
    Map<String, List<DayOrders>> ordered =
        days.listFrom(now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1)).stream()
            .collect(
                Collectors.groupingBy(
                    OfficeDay::office, Collectors.mapping(OfficeDay::orders, Collectors.toList())));
    offices.forEach(office -> office.ordered(ordered.getOrDefault(office.id(), List.of())));
    return offices;
  }

  DayOrders ordersOf(String office, LocalDate day) {
    return days.ordersOf(office, day);
  }
}
