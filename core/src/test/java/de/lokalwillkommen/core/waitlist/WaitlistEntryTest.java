package de.lokalwillkommen.core.waitlist;

import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static de.lokalwillkommen.core.offices.OfficeFixture.BERLIN;
import static de.lokalwillkommen.core.offices.OfficeFixture.LETTERS;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.Contact;
import de.lokalwillkommen.core.kernel.InMemoryIds;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitlistEntryTest {

  private static final Optional<Long> OWN = Optional.of(7L);

  private static WaitlistEntry entry(WaitlistWish wish, Optional<Long> appointment) {
    WaitlistEntry entry = new WaitlistEntry(new BookingCode("ABCD2345"), wish, appointment, TEN);
    InMemoryIds.give(entry);
    return entry;
  }

  private static WaitlistEntry entry(WaitlistWish wish) {
    return entry(wish, Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T11:59, ANY, false",
    "2026-11-25T00:00, ANY, true",
    "2026-11-27T23:59, ANY, true",
    "2026-11-28T00:00, ANY, false",
    "2026-11-26T11:59, MORNING, true",
    "2026-11-26T12:00, MORNING, false",
    "2026-11-26T11:59, AFTERNOON, false",
    "2026-11-26T12:00, AFTERNOON, true",
    "2026-11-28T09:00, MORNING, false"
  })
  void wantsTimesOnItsDaysAndInItsPartOfThem(LocalDateTime at, PartOfDay part, boolean suits) {
    WaitlistEntry entry = entry(WaitlistFixture.only(2, 4, part, "hoerde"));

    assertThat(entry.wants(at.atZone(BERLIN))).isEqualTo(suits);
  }

  @Test
  void waitsInItsOfficesUntilItIsOver() {
    WaitlistEntry entry = entry(WaitlistFixture.forHousing("hoerde", "eving"));

    assertThat(entry.wantsIn("hoerde")).isTrue();
    assertThat(entry.wantsIn("eving")).isTrue();
    assertThat(entry.wantsIn("brackel")).isFalse();
    entry.leave(TEN.plusSeconds(1));
    assertThat(entry.wantsIn("hoerde")).isFalse();
    assertThat(entry.isWaiting()).isFalse();
    assertThat(entry.endedAt()).contains(TEN.plusSeconds(1));
    assertThat(refusalOf(() -> entry.serve(7, TEN)).facts()).containsEntry("state", "LEFT");
    entry.waitAgain(Optional.of(new Contact("a@example.org")));
    assertThat(entry.isWaiting()).isTrue();
    assertThat(entry.endedAt()).isEmpty();
    assertThat(entry.contact()).contains(new Contact("a@example.org"));
  }

  @Test
  void competesForTimesThatSuitBoth() {
    WaitlistEntry entry = entry(WaitlistFixture.only(2, 4, PartOfDay.MORNING, "hoerde", "eving"));

    assertThat(entry.competesWith(entry(WaitlistFixture.only(4, 9, PartOfDay.ANY, "eving"))))
        .isTrue();
    assertThat(entry.competesWith(entry(WaitlistFixture.only(0, 2, PartOfDay.MORNING, "hoerde"))))
        .isTrue();
    assertThat(entry.competesWith(entry(WaitlistFixture.only(5, 9, PartOfDay.ANY, "eving"))))
        .isFalse();
    assertThat(entry.competesWith(entry(WaitlistFixture.only(0, 1, PartOfDay.ANY, "eving"))))
        .isFalse();
    assertThat(entry.competesWith(entry(WaitlistFixture.only(2, 4, PartOfDay.AFTERNOON, "eving"))))
        .isFalse();
    assertThat(entry.competesWith(entry(WaitlistFixture.only(2, 4, PartOfDay.ANY, "brackel"))))
        .isFalse();
  }

  @Test
  void isTheAnswerToTheSameWishOnly() {
    WaitlistWish wish = WaitlistFixture.only(2, 4, PartOfDay.MORNING, "hoerde");
    WaitlistEntry entry = entry(wish, OWN);

    assertThat(entry.answers(wish, OWN)).isTrue();
    assertThat(entry.answers(wish, Optional.of(8L))).isFalse();
    assertThat(entry.answers(wish, Optional.empty())).isFalse();
    for (WaitlistWish other :
        new WaitlistWish[] {
          WaitlistFixture.only(1, 4, PartOfDay.MORNING, "hoerde"),
          WaitlistFixture.only(2, 5, PartOfDay.MORNING, "hoerde"),
          WaitlistFixture.only(2, 4, PartOfDay.ANY, "hoerde"),
          WaitlistFixture.only(2, 4, PartOfDay.MORNING, "hoerde", "eving"),
          with(wish, LETTERS, "de"),
          with(wish, wish.topic(), "ti")
        }) {
      assertThat(entry.answers(other, OWN)).as(other.toString()).isFalse();
    }
  }

  private static WaitlistWish with(WaitlistWish wish, String topic, String language) {
    return new WaitlistWish(
        topic,
        language,
        wish.offices(),
        wish.firstDay(),
        wish.lastDay(),
        wish.partOfDay(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void anEntryWithoutAnAppointmentHasOneOnceServedAndStillAnswersTheSameWish() {
    WaitlistWish wish = WaitlistFixture.forHousing("hoerde");
    WaitlistEntry entry = entry(wish);
    assertThat(entry.answers(wish, Optional.empty())).isTrue();

    entry.serve(7, TEN.plusSeconds(1));

    assertThat(entry.appointment()).contains(7L);
    assertThat(entry.status()).isEqualTo(WaitlistStatus.SERVED);
    assertThat(entry.answers(wish, Optional.empty())).isTrue();
    assertThat(entry.answers(wish, OWN)).isTrue();
    assertThat(entry.answers(wish, Optional.of(8L))).isFalse();
  }

  @Test
  void keepsTheWish() {
    WaitlistWish wish = WaitlistFixture.only(2, 4, PartOfDay.MORNING, "hoerde", "eving");
    WaitlistEntry entry = entry(wish);

    assertThat(entry.code()).isEqualTo(new BookingCode("ABCD2345"));
    assertThat(entry.topic()).isEqualTo(wish.topic());
    assertThat(entry.language()).isEqualTo(wish.language());
    assertThat(entry.offices()).isEqualTo(wish.offices());
    assertThat(entry.firstDay()).isEqualTo(wish.firstDay());
    assertThat(entry.lastDay()).isEqualTo(wish.lastDay());
    assertThat(entry.partOfDay()).isEqualTo(wish.partOfDay());
    assertThat(entry.joinedAt()).isEqualTo(TEN);
    assertThat(entry.requestKey()).isEmpty();
  }
}
