package de.lokalwillkommen.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapReliefTest {

  private final Heap heap = new Heap();
  private final HeapRelief relief = new HeapRelief(heap);

  private static final class Heap implements HeapRelief.Memory {
    private long bytes = 320;
    private long collections = 10;
    private int reliefs;

    @Override
    public long heap() {
      return bytes;
    }

    @Override
    public long collections() {
      return collections;
    }

    @Override
    public void relieve() {
      reliefs++;
      collections++;
      bytes = 300;
    }
  }

  @Test
  void aHeapThatHasNotGrownIsLeftAlone() {
    heap.bytes = 390;

    relief.look();

    assertThat(heap.reliefs).isZero();
  }

  @Test
  void aHeapThatHasGrownIsRelievedOnceTheRushIsOver() {
    heap.bytes = 768;
    heap.collections += 100;
    relief.look();
    assertThat(heap.reliefs).as("while there is work").isZero();

    heap.collections += 2;
    relief.look();
    relief.look();

    assertThat(heap.reliefs).isEqualTo(1);
  }

  @Test
  void afterEachRushItIsRelievedAgain() {
    heap.bytes = 768;
    relief.look();
    heap.bytes = 500;
    relief.look();

    assertThat(heap.reliefs).isEqualTo(2);
  }
}
