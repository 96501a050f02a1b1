package de.lokalwillkommen.kiosk.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingAppointments;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.waitlist.UsingWaitlist;
import de.lokalwillkommen.core.waitlist.WaitlistView;
import de.lokalwillkommen.web.app.Installation;
import de.lokalwillkommen.web.security.RecordedSecurityLog;
import de.lokalwillkommen.web.security.shared.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeLimitTest {

  private static final int MANY = 700;
  private static final Optional<Network> GUESSER = Optional.of(new Network("c6336401"));
  private static final Optional<Network> VISITOR = Optional.of(new Network("c0000207"));

  @TempDir private Path folder;

  private final Caller caller = new Caller();
  private final Set<BookingCode> booked = new HashSet<>();
  private final RecordedSecurityLog log = new RecordedSecurityLog();

  private CodeLimit limit(boolean demo) throws IOException {
    Path key = Files.write(folder.resolve("key"), new byte[32]);
    BookingAppointments appointments =
        new BookingAppointments() {
          @Override
          public Optional<AppointmentView> find(BookingCode code) {
            return booked.contains(code) ? Optional.of(APPOINTMENT) : Optional.empty();
          }
        };
    UsingWaitlist waitlist =
        new UsingWaitlist() {
          @Override
          public Optional<WaitlistView> find(BookingCode code) {
            return Optional.empty();
          }
        };
    return new CodeLimit(
        appointments, waitlist, new Installation(demo, key.toString()), log, caller);
  }

  private static final AppointmentView APPOINTMENT =
      new AppointmentView(
          1,
          new BookingCode("ABCD2345"),
          "hoerde",
          "Hörde",
          Optional.empty(),
          ZoneOffset.UTC,
          "work",
          "de",
          Instant.EPOCH,
          Instant.EPOCH,
          AppointmentStatus.BOOKED,
          Channel.OUTSIDE,
          Optional.empty(),
          false,
          0,
          Optional.empty(),
          Optional.empty());

  /** The number of guesses that are admitted. */
  private static int guess(CodeLimit limit, int from) {
    int passed = 0;
    for (int i = from; i < from + MANY; i++) {
      try {
        limit.admit(("ABC" + (i + 22222)).replace('0', 'X').replace('1', 'Y'));
        passed++;
      } catch (Refused refused) {
        assertThat(refused.refusal().kind()).isEqualTo(Kind.TOO_OFTEN);
      }
    }
    return passed;
  }

  private static void assertRefused(Runnable asking, Kind kind) {
    assertThatThrownBy(asking::run)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal().kind()).isEqualTo(kind));
  }

  private BookingCode book(String code) {
    BookingCode given = new BookingCode(code);
    booked.add(given);
    return given;
  }

  @Test
  void aGuesserIsStoppedAndOthersAreNot() throws IOException {
    CodeLimit limit = limit(false);
    book("RGHT2222");

    caller.network = GUESSER;
    assertThat(guess(limit, 0)).isBetween(20, 25);
    assertThat(log.lines()).contains("CODES_TRIED - code");

    caller.network = VISITOR;
    assertThatCode(() -> limit.admit("RGHT2222")).doesNotThrowAnyException();
  }

  @Test
  void guessersFromManyNetworksDoNotShutVisitorsOutEither() throws IOException {
    CodeLimit limit = limit(false);
    book("RGHT2222");
    for (int i = 0; i < 20; i++) {
      caller.network = Optional.of(new Network("guesser " + i));
      guess(limit, 0);
    }

    caller.network = VISITOR;
    assertThatCode(() -> limit.admit("RGHT2222")).doesNotThrowAnyException();
  }

  @Test
  void rightCodesCostNothing() throws IOException {
    CodeLimit limit = limit(false);
    caller.network = VISITOR;
    for (int i = 0; i < MANY; i++) {
      BookingCode code = book(("WXYZ" + (i + 2222)).replace('0', 'X').replace('1', 'Y'));
      assertThat(limit.admit(code.value())).isEqualTo(code);
    }

    assertThat(guess(limit, 0)).isBetween(20, 25);
  }

  @Test
  void aKnownCodeIsExemptFromTheLimitOfItsNetwork() throws IOException {
    CodeLimit limit = limit(false);
    book("KNWN2222");
    limit.admit("KNWN-2222");
    limit.remember(new BookingCode("GVEN2222"));
    guess(limit, 0);

    assertThat(limit.admit("knwn2222")).isEqualTo(new BookingCode("KNWN2222"));
    assertThatCode(() -> limit.admit("GVEN2222")).doesNotThrowAnyException();
  }

  @Test
  void aKioskHasARateLimitOfItsOwn() throws IOException {
    CodeLimit limit = limit(false);
    for (int i = 0; i < 20; i++) {
      caller.network = Optional.of(new Network("guesser " + i));
      guess(limit, 0);
    }
    caller.kiosk = Optional.of(7L);

    assertThat(guess(limit, 0)).isBetween(30, 35);
    caller.kiosk = Optional.of(8L);
    assertThat(guess(limit, 0)).isBetween(30, 35);
  }

  @Test
  void oneCodeHasTheirVisitorsRateLimit() throws IOException {
    CodeLimit limit = limit(false);
    book("ABCD2345");

    assertRefused(
        () -> {
          for (int i = 0; i < 100; i++) {
            limit.admit("ABCD-2345");
          }
        },
        Kind.TOO_OFTEN);
  }

  @Test
  void aMalformedCodeIsUnknown() throws IOException {
    CodeLimit limit = limit(false);

    assertRefused(() -> limit.admit("0000-1111"), Kind.UNKNOWN);
    assertRefused(() -> limit.admit(""), Kind.UNKNOWN);
  }

  @Test
  void disabledInDemoMode() throws IOException {
    assertThat(guess(limit(true), 0)).isEqualTo(MANY);
  }
}
