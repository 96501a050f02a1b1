package de.lokalwillkommen.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.lokalwillkommen.core.booking.BookingAppointments;
import de.lokalwillkommen.core.booking.BookingByStaff;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.storage.shared.StorageState;
import de.lokalwillkommen.core.storage.shared.StorageState.Findings;
import de.lokalwillkommen.core.ticketing.IssuingTickets;
import de.lokalwillkommen.core.waitlist.UsingWaitlist;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StorageTest {

  private final StorageState state = new StorageState();
  private final Storage storage = new Storage(state);
  private final AtomicInteger suspicions = new AtomicInteger();

  StorageTest() {
    state.onSuspicion(suspicions::incrementAndGet);
  }

  @Test
  void whileTheDatabaseIsAwayItIsToBlameForEverything() {
    state.found(new Findings(true, false, OptionalLong.empty()));

    assertThat(storage.isAway()).isTrue();
    assertThat(storage.isToBlameFor(new IllegalStateException("of no cause"))).isTrue();
    assertThatExceptionOfType(StorageAway.class).isThrownBy(storage::requireThere);
  }

  @Test
  void aFailureOfTheDatabaseMakesTheWatchCheck() {
    assertThat(storage.isToBlameFor(new SQLException("?", "08006"))).isTrue();

    assertThat(suspicions).hasValue(1);
  }

  @Test
  void aFailureOfTheServerDoesNot() {
    assertThat(storage.isToBlameFor(new IllegalStateException("a fault"))).isFalse();

    assertThat(suspicions).hasValue(0);
    assertThatCode(storage::requireThere).doesNotThrowAnyException();
  }

  @Test
  void newWorkIsRefusedWhileTheDiskIsNearlyFull() throws Exception {
    RoomForNewWork room = new RoomForNewWork(storage);
    assertThat(room.refuseIfScarce(call("done"))).isEqualTo("done");

    state.found(new Findings(false, true, OptionalLong.of(99)));

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> room.refuseIfScarce(call("done")))
        .satisfies(r -> assertThat(r.refusal().kind()).isEqualTo(Kind.UNAVAILABLE))
        .satisfies(r -> assertThat(r.refusal().facts()).containsKey("retryAfter"));
  }

  /** All operations that begin new work; calls and confirmations continue existing work. */
  @Test
  void numbersBookingsAndWaitlistEntriesAreNewWork() {
    assertThat(
            Stream.of(
                    IssuingTickets.class,
                    BookingAppointments.class,
                    BookingByStaff.class,
                    UsingWaitlist.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(NeedsDiskSpace.class))
                .map(Method::getName))
        .containsExactlyInAnyOrder("walkIn", "byStaff", "hold", "book", "join");
  }

  private static InvocationContext call(Object answer) {
    return (InvocationContext)
        Proxy.newProxyInstance(
            StorageTest.class.getClassLoader(),
            new Class<?>[] {InvocationContext.class},
            (proxy, method, arguments) -> answer);
  }
}
