package de.lokalwillkommen.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnsentTest {

  private static final List<Unsent<String>> ALL =
      List.of(
          new Unsent<>("known with nothing", 0, true),
          new Unsent<>("known with much", 70, true),
          new Unsent<>("known with little", 1, true),
          new Unsent<>("stranger with little", 5, false),
          new Unsent<>("stranger with nothing", 0, false),
          new Unsent<>("stranger with much", 20, false));

  @Test
  void belowTheLimitNoClientIsCut() {
    assertThat(Unsent.listSurplus(ALL, 96)).isEmpty();
  }

  @Test
  void theStrangerWithMostUnreadBytesIsCutFirst() {
    assertThat(Unsent.listSurplus(ALL, 76)).containsExactly("stranger with much");
    assertThat(Unsent.listSurplus(ALL, 75))
        .containsExactly("stranger with much", "stranger with little");
  }

  @Test
  void knownClientsGoAfterAllStrangersAndNoneThatHasFetchedAll() {
    assertThat(Unsent.listSurplus(ALL, 70))
        .containsExactly("stranger with much", "stranger with little", "known with much");
    assertThat(Unsent.listSurplus(ALL, 0))
        .containsExactly(
            "stranger with much", "stranger with little", "known with much", "known with little");
  }
}
