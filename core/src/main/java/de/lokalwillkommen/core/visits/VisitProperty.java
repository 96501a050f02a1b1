package de.lokalwillkommen.core.visits;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/**
 * One property of one visit or appointment of a month, with at most one rounded time. It leads
 * neither to the visit nor to its other properties.
 */
@Entity
@Table(name = "visit_property")
public class VisitProperty {

  @Id
  @Column(name = "property_key")
  private long key;

  @Column(name = "office_id")
  private String office;

  @Column(name = "in_month")
  private LocalDate month;

  @Enumerated(EnumType.STRING)
  private PropertyKind kind;

  private String said;
  private Integer minutes;

  protected VisitProperty() {}

  /**
   * @param key a random number
   * @param day any day of the month
   */
  VisitProperty(long key, String office, LocalDate day, Property property) {
    this.key = key;
    this.office = office;
    this.month = day.withDayOfMonth(1);
    this.kind = property.kind();
    this.said = property.said();
    this.minutes = property.minutes().orElse(null);
  }
}
