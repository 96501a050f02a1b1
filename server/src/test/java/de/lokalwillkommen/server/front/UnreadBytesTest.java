package de.lokalwillkommen.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnreadBytesTest {

  private final UnreadBytes unfetched = new UnreadBytes();

  @Test
  void unreadBytesGetOlderUntilTheyHaveBeenSent() {
    unfetched.look(10, 100);
    unfetched.sent(9);
    unfetched.look(1, 200);
    assertThat(unfetched.nanos(300)).isEqualTo(200);

    unfetched.sent(1);
    unfetched.look(0, 400);
    assertThat(unfetched.nanos(500)).isZero();
  }

  @Test
  void twoAnswersOfWhichEachIsSeenInAMomentAreNoLongWait() {
    unfetched.look(10, 100);
    unfetched.sent(10);
    unfetched.look(7, 1_000);

    assertThat(unfetched.nanos(1_001)).isEqualTo(1);
  }

  @Test
  void furtherRequestsDoNotResetTheAgeOfUnreadBytes() {
    unfetched.look(10, 100);
    unfetched.look(20, 200);
    unfetched.sent(9);
    unfetched.look(30, 300);

    assertThat(unfetched.nanos(400)).isEqualTo(300);
  }
}
