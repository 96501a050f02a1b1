package de.lokalwillkommen.core.offices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchoolHolidayTest {

  private static List<SchoolHoliday> ahead(String day) {
    return SchoolHoliday.listAhead("nw", LocalDate.parse(day));
  }

  @Test
  void theNextComeFirstAndThoseThatAreOverAreLeftOut() {
    assertThat(ahead("2027-04-03"))
        .extracting(SchoolHoliday::name)
        .startsWith("easter", "whitsun", "summer", "autumn", "winter");
    assertThat(ahead("2027-04-04")).extracting(SchoolHoliday::name).startsWith("whitsun");
    assertThat(ahead("2099-01-01")).isEmpty();
    assertThat(SchoolHoliday.listAhead("by", LocalDate.parse("2027-01-01"))).isEmpty();
  }

  @Test
  void theLastKnownDayIsThatOfTheLastHolidays() {
    List<SchoolHoliday> all = ahead("2000-01-01");

    assertThat(SchoolHoliday.findLastKnownDay("nw")).contains(all.get(all.size() - 1).lastDay());
    assertThat(SchoolHoliday.findLastKnownDay("by")).isEmpty();
  }

  @Test
  void allFitIntoAClosureAndFollowEachOther() {
    List<SchoolHoliday> all = ahead("2000-01-01");
    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i).lastDay())
          .isBetween(all.get(i).firstDay(), all.get(i).firstDay().plusDays(50));
      if (i > 0) {
        assertThat(all.get(i).firstDay()).isAfter(all.get(i - 1).lastDay());
      }
    }
  }
}
