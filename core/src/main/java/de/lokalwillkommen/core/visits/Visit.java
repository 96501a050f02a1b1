package de.lokalwillkommen.core.visits;

import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.ticketing.Origin;
import de.lokalwillkommen.core.ticketing.Series;
import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * When a visit was and how long it took. It knows neither the ticket nor its number, and not what
 * it was about: who saw a person come can read here no more than they saw.
 */
@Entity
@Table(name = "visit")
public class Visit {

  private static final int HALF_HOUR = 30;

  @Id
  @Column(name = "visit_key")
  private long key;

  @Column(name = "office_id")
  private String office;

  @Column(name = "numbered_by")
  private String numberedBy;

  @Column(name = "business_day")
  private LocalDate day;

  @Enumerated(EnumType.STRING)
  private Series series;

  @Enumerated(EnumType.STRING)
  private Origin origin;

  @Column(name = "half_hour")
  private int halfHour;

  @Enumerated(EnumType.STRING)
  private TicketStatus outcome;

  @Column(name = "wait_minutes")
  private Integer waitMinutes;

  @Column(name = "way_minutes")
  private Integer wayMinutes;

  @Column(name = "service_minutes")
  private Integer serviceMinutes;

  private int transfers;

  protected Visit() {}

  /**
   * @param key a random number
   * @param ticket is over
   * @param there the office in whose line it ended
   */
  Visit(long key, Ticket ticket, Durations durations, Office there) {
    LocalTime came = ticket.issuedAt().atZone(there.zone()).toLocalTime();
    this.key = key;
    this.office = ticket.office();
    this.numberedBy = ticket.broughtFrom().orElse(ticket.office());
    this.day = ticket.day();
    this.series = ticket.number().series();
    this.origin = ticket.origin();
    this.halfHour = came.toSecondOfDay() / (HALF_HOUR * 60);
    this.outcome = ticket.status();
    this.waitMinutes = minutes(durations.waited());
    this.wayMinutes = minutes(durations.onTheWay());
    this.serviceMinutes = minutes(durations.served());
    this.transfers = durations.transfers();
  }

  private static Integer minutes(Optional<Duration> duration) {
    return duration.map(d -> (int) d.toMinutes()).orElse(null);
  }
}
