package de.lokalwillkommen.core.dayorders;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One day of an office for which something is ordered. It is written by those who hold the lock on
 * the office's line, so that an order and a ticket follow one another.
 */
@Entity
@Table(name = "office_day")
public class OfficeDay {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lw_ids")
  private Long id;

  @Column(name = "office_id")
  private String office;

  @Column(name = "business_day")
  private LocalDate day;

  private int version;

  @Enumerated(EnumType.STRING)
  @Column(name = "stop_reason")
  private StopReason stopReason;

  @Column(name = "closes_minute")
  private Integer closesMinute;

  @Enumerated(EnumType.STRING)
  private Announcement.Kind announcement;

  @Column(name = "announced_language")
  private String announcedLanguage;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "office_day_text", joinColumns = @JoinColumn(name = "office_day_id"))
  @MapKeyColumn(name = "language")
  @Column(name = "words")
  private Map<String, String> texts = new HashMap<>();

  protected OfficeDay() {}

  /** A day on which nothing is ordered yet. */
  public OfficeDay(String office, LocalDate day) {
    this.office = office;
    this.day = day;
  }

  public String office() {
    return office;
  }

  public LocalDate day() {
    return day;
  }

  /** What is ordered. */
  public DayOrders orders() {
    return new DayOrders(
        day,
        version,
        Optional.ofNullable(stopReason),
        Optional.ofNullable(closesMinute),
        Optional.ofNullable(announcement)
            .map(kind -> new Announcement(kind, Optional.ofNullable(announcedLanguage), texts)));
  }

  /** Replaces what is ordered. */
  public void order(DayOrders orders) {
    version++;
    stopReason = orders.stop().orElse(null);
    closesMinute = orders.closesMinute().orElse(null);
    announcement = orders.announcement().map(Announcement::kind).orElse(null);
    announcedLanguage = orders.announcement().flatMap(Announcement::language).orElse(null);
    texts.clear();
    orders.announcement().map(Announcement::texts).ifPresent(texts::putAll);
  }
}
