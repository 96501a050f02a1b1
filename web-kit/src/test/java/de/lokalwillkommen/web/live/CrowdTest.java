package de.lokalwillkommen.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrowdTest {

  @Test
  void aFullRoomLetsInAsManyAsLeaveAndOthersAreOpen() {
    Crowd crowd = new Crowd(2, 10);
    assertThat(crowd.enter("hoerde")).isTrue();
    assertThat(crowd.enter("hoerde")).isTrue();
    assertThat(crowd.enter("hoerde")).isFalse();
    assertThat(crowd.enter("eving")).isTrue();

    crowd.leave("hoerde");

    assertThat(crowd.enter("hoerde")).isTrue();
    assertThat(crowd.enter("hoerde")).isFalse();
  }

  @Test
  void aFullHouseLetsNobodyIntoAnyRoom() {
    Crowd crowd = new Crowd(2, 3);
    for (String room : new String[] {"a", "b", "c"}) {
      assertThat(crowd.enter(room)).isTrue();
    }
    assertThat(crowd.enter("d")).isFalse();

    crowd.leave("a");

    assertThat(crowd.enter("d")).isTrue();
    assertThat(crowd.enter("e")).isFalse();
  }

  @Test
  void whoWasNotLetInIsNotCounted() {
    Crowd crowd = new Crowd(1, 2);
    crowd.enter("a");
    IntStream.range(0, 10).forEach(i -> crowd.enter("a"));

    assertThat(crowd.enter("b")).isTrue();
  }

  @Test
  void emptyRoomsAreForgotten() {
    Crowd crowd = new Crowd(5, 5);
    for (int i = 0; i < 100; i++) {
      crowd.enter("room " + i);
      crowd.leave("room " + i);
    }
    assertThat(crowd.rooms()).isZero();
  }
}
