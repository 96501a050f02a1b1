package de.lokalwillkommen.core.offices;

import de.lokalwillkommen.core.dayorders.DayOrdersFixture;
import jakarta.persistence.EntityManager;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** Offices for tests: Hörde with two counters and two topics, open round the clock. */
public final class OfficeFixture {

  public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  public static final LocalDate A_MONDAY = LocalDate.of(2026, 11, 2);
  public static final long COUNTER_1 = 101;
  public static final long COUNTER_2 = 102;
  public static final String HOUSING = "housing";
  public static final String LETTERS = "letters";

  private OfficeFixture() {}

  /** Open round the clock. */
  public static Office hoerde() {
    Office office = withPlaces(new Office("hoerde", "Hörde", BERLIN), COUNTER_1);
    for (DayOfWeek day : DayOfWeek.values()) {
      office.withOpening(new OpeningRule(day.getValue(), day, 0, 24 * 60, 1, A_MONDAY));
    }
    return office;
  }

  /** Open on Mondays from nine to twelve. */
  public static Office eving() {
    return withPlaces(new Office("eving", "Eving", BERLIN), 201)
        .withOpening(new OpeningRule(20, DayOfWeek.MONDAY, 9 * 60, 12 * 60, 1, A_MONDAY));
  }

  private static Office withPlaces(Office office, long firstCounter) {
    return office
        .withCounter(new Counter(firstCounter, "1", "Raum 1"))
        .withCounter(new Counter(firstCounter + 1, "2", "Raum 2"))
        .withTopic(new Topic(HOUSING, "home", Duration.ofMinutes(30), 1))
        .withTopic(new Topic(LETTERS, "mail", Duration.ofMinutes(20), 2));
  }

  /** The public holidays of North Rhine-Westphalia, as the product computes them. */
  public static Set<LocalDate> holidaysAround(LocalDate day) {
    return new Holidays().around("nw", day);
  }

  public static Offices offices(Office... offices) {
    return () -> List.of(offices);
  }

  /** The same offices, as they are changed. */
  public static OfficeArrangements arrangements(Offices offices) {
    return new InMemoryOfficeArrangements(offices);
  }

  /** The offices of a database, as they are changed. */
  public static OfficeArrangements arrangements(EntityManager entities) {
    return new JpaOfficeArrangements(entities, DayOrdersFixture.days(entities));
  }
}
