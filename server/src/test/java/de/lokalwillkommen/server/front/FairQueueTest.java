package de.lokalwillkommen.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FairQueueTest {

  private final FairQueue<String> line = new FairQueue<>(4);

  private List<String> pollAll() {
    List<String> all = new ArrayList<>();
    for (Optional<String> next = line.poll(); next.isPresent(); next = line.poll()) {
      all.add(next.get());
    }
    return all;
  }

  @Test
  void aClientWithManyEntriesLetsOthersPass() {
    line.add("greedy", "g1");
    line.add("greedy", "g2");
    line.add("greedy", "g3");
    line.add("modest", "m1");

    assertThat(pollAll()).containsExactly("g1", "m1", "g2", "g3");
  }

  @Test
  void ifItIsFullTheClientWithMostLosesTheLast() {
    line.add("greedy", "g1");
    line.add("greedy", "g2");
    line.add("greedy", "g3");
    line.add("modest", "m1");

    assertThat(line.add("third", "t1")).contains("g3");
    assertThat(line.add("greedy", "g4")).contains("g4");
    assertThat(pollAll()).containsExactly("g1", "m1", "t1", "g2");
  }

  @Test
  void amongEqualsTheNewcomerHasNoPlace() {
    line.add("a", "a1");
    line.add("b", "b1");
    line.add("c", "c1");
    line.add("d", "d1");

    assertThat(line.add("e", "e1")).contains("e1");
    assertThat(pollAll()).containsExactly("a1", "b1", "c1", "d1");
  }

  @Test
  void entriesThatHaveWaitedTooLongAreRemovedFromTheFront() {
    line.add("a", "old");
    line.add("a", "new");
    line.add("b", "old too");

    assertThat(line.pollAll(entry -> entry.startsWith("old")))
        .containsExactlyInAnyOrder("old", "old too");
    assertThat(pollAll()).containsExactly("new");
    assertThat(line.add("a", "again")).isEmpty();
  }
}
