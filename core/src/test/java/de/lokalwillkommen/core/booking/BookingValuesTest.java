package de.lokalwillkommen.core.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.RequestKey;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that a request may have, and values it may not have. */
class BookingValuesTest {

  private static void assertInvalid(String field, ThrowingCallable entering) {
    assertThatThrownBy(entering)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.refusal().kind()).isEqualTo(Kind.INVALID);
              assertThat(refused.refusal().facts()).containsEntry("field", field);
            });
  }

  @Nested
  class Contacts {

    @ParameterizedTest
    @ValueSource(strings = {"a@example.org", " A.B+c@Sub.Example.ORG ", "a@MULLER.example"})
    void areKeptInSmallLetters(String typed) {
      assertThat(new Contact(typed).mail()).isEqualTo(typed.strip().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "a",
          "a@b",
          "@example.org",
          "a@example.o",
          "a b@example.org",
          "a@example.org\nBcc: b@example.org",
          "a@example.org,b@example.org",
          "<a@example.org>",
          "a@@example.org"
        })
    void thatCannotBeAddressesAreRefused(String typed) {
      assertInvalid("contact", () -> new Contact(typed));
    }

    @Test
    void areNeverTooLong() {
      String domain = "x".repeat(300) + ".org";
      assertInvalid("contact", () -> new Contact("a@" + domain));
    }

    @Test
    void areNotWrittenIntoLogs() {
      assertThat(new Contact("a@example.org")).hasToString("contact");
    }
  }

  @Nested
  class Slots {

    private static final Instant HALF_PAST_NINE = Instant.parse("2026-11-23T09:30:00Z");

    @Test
    void areNamedByOfficeAndBeginning() {
      Slot.Id id = new Slot.Id("innenstadt-west", HALF_PAST_NINE);

      assertThat(id).hasToString("innenstadt-west_20261123T0930Z");
      assertThat(Slot.Id.find(id.toString())).contains(id);
    }

    @Test
    void areFoundInTheOfficeWithTheShortestName() {
      assertThat(Slot.Id.find("w_20261123T0930Z")).contains(new Slot.Id("w", HALF_PAST_NINE));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "_",
          "hoerde",
          "hoerde_",
          "_20261123T0930Z",
          "hoerde_20261123T0930",
          "hoerde_20261323T0930Z",
          "hoerde_20261123T2430Z",
          "hoerde_2026-11-23T09:30Z",
          "hoerde_20261123T093015Z",
          "hoerde_+20261123T0930Z"
        })
    void areNotFoundUnderOtherNames(String text) {
      assertThat(Slot.Id.find(text)).isEmpty();
    }

    @Test
    void areAskedForInReasonableNumbers() {
      assertThat(SlotQuery.in("hoerde", "housing", "de", Channel.KIOSK, 1).limit()).isOne();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SlotQuery.in("hoerde", "housing", "de", Channel.KIOSK, 0));
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> SlotQuery.in("hoerde", "housing", "de", Channel.KIOSK, SlotQuery.MOST + 1));
    }
  }

  @Nested
  class Wishes {

    private static BookingWish wish(String key) {
      return new BookingWish(
          new Slot.Id("hoerde", Instant.EPOCH),
          "housing",
          "de",
          Channel.KIOSK,
          Optional.empty(),
          Optional.of(new RequestKey(key)),
          Optional.empty());
    }

    @Test
    void haveKeysThatFit() {
      assertThat(wish("k".repeat(64)).requestKey()).isPresent();
      assertThatIllegalArgumentException().isThrownBy(() -> wish("k".repeat(65)));
      assertThatIllegalArgumentException().isThrownBy(() -> wish(" "));
    }
  }
}
