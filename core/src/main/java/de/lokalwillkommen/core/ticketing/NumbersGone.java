package de.lokalwillkommen.core.ticketing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;

/**
 * How many tickets of one day and series are deleted already. Their numbers stay given, and the
 * check that none is missing counts them.
 */
@Entity
@Table(name = "numbers_gone")
public class NumbersGone {

  /** An office, a day and a letter. */
  @Embeddable
  public static class Key implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing((Key key) -> key.office)
            .thenComparing(key -> key.day)
            .thenComparing(key -> key.series);

    @Column(name = "office_id")
    private String office;

    @Column(name = "business_day")
    private LocalDate day;

    @Enumerated(EnumType.STRING)
    private Series series;

    protected Key() {}

    public Key(String office, LocalDate day, Series series) {
      this.office = office;
      this.day = day;
      this.series = series;
    }

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && office.equals(key.office)
          && day.equals(key.day)
          && series == key.series;
    }

    @Override
    public int hashCode() {
      return Objects.hash(office, day, series);
    }
  }

  @EmbeddedId private Key key;

  private int gone;
  private int highest;

  protected NumbersGone() {}

  public NumbersGone(Key key) {
    this.key = key;
  }

  /** Counts the number of a ticket that is about to be deleted. */
  public void count(TicketNumber number) {
    gone++;
    highest = Math.max(highest, number.value());
  }
}
