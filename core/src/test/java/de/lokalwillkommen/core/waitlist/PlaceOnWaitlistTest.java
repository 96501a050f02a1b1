package de.lokalwillkommen.core.waitlist;

import static de.lokalwillkommen.core.waitlist.PartOfDay.AFTERNOON;
import static de.lokalwillkommen.core.waitlist.PartOfDay.ANY;
import static de.lokalwillkommen.core.waitlist.PartOfDay.MORNING;
import static de.lokalwillkommen.core.waitlist.WaitlistFixture.only;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.BookingDesk;
import de.lokalwillkommen.core.offices.OfficeFixture;
import org.junit.jupiter.api.Test;

/** The number of entries ahead of one on the waitlist. */
class PlaceOnWaitlistTest {

  private final BookingDesk desk = new BookingDesk(OfficeFixture.hoerde(), OfficeFixture.eving());

  private BookingCode join(WaitlistWish wish) {
    return desk.waiting.join(wish).entry().code();
  }

  private int ahead(BookingCode code) {
    return desk.waiting.look(code).ahead();
  }

  @Test
  void anEarlierEntryIsOfferedFirst() {
    BookingCode first = join(WaitlistFixture.forHousing("hoerde"));
    join(WaitlistFixture.forHousing("hoerde", "eving"));
    BookingCode third = join(WaitlistFixture.forHousing("hoerde"));

    assertThat(ahead(first)).isZero();
    assertThat(ahead(third)).isEqualTo(2);
  }

  @Test
  void onlyEntriesThatTheSameTimesSuitCount() {
    join(only(0, 9, ANY, "eving"));
    join(only(0, 4, ANY, "hoerde"));
    join(only(5, 9, MORNING, "hoerde"));
    join(only(9, 20, ANY, "hoerde"));

    assertThat(ahead(join(only(5, 9, AFTERNOON, "hoerde")))).isEqualTo(1);
  }

  @Test
  void leavingMovesTheOthersUp() {
    BookingCode first = join(WaitlistFixture.forHousing("hoerde"));
    BookingCode second = join(WaitlistFixture.forHousing("hoerde"));

    desk.waiting.leave(first);

    assertThat(ahead(second)).isZero();
    assertThat(ahead(first)).isZero();
  }
}
