package de.lokalwillkommen.admin.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoreTest {

  private final List<String> done = new ArrayList<>();

  @Test
  void itIsDoneUnderALeaseThatLastsUntilTheNextRound() {
    Chore chore = new Chore("sweeping", Duration.ofMinutes(5), () -> done.add("swept"));

    chore.doUnder(
        (name, length) -> {
          done.add(name);
          return length.compareTo(Duration.ofMinutes(5)) > 0;
        });

    assertThat(done).containsExactly("sweeping", "swept");
  }

  @Test
  void whileAnotherServerHoldsTheLeaseItIsNotDone() {
    new Chore("sweeping", Duration.ofSeconds(5), () -> done.add("swept"))
        .doUnder((name, length) -> false);

    assertThat(done).isEmpty();
  }

  @Test
  void aFailureDoesNotEndItsRounds() {
    Chore chore =
        new Chore(
            "sweeping",
            Duration.ofSeconds(5),
            () -> {
              done.add("tried");
              throw new IllegalStateException("no broom");
            });

    chore.doUnder((name, length) -> true);
    chore.doUnder((name, length) -> true);

    assertThat(done).containsExactly("tried", "tried");
  }

  @Test
  void aFailureInOnePartDoesNotAffectTheNext() {
    Runnable failing =
        () -> {
          throw new IllegalStateException("notes");
        };
    assertThatThrownBy(
            () ->
                Chore.<Runnable>forEach(List.of(failing, () -> done.add("orders")), Runnable::run))
        .hasMessage("notes");

    assertThat(done).containsExactly("orders");
  }

  @Test
  void aFailureInOneOfficeDoesNotAffectTheOthers() {
    assertThatThrownBy(
            () ->
                Chore.forEach(
                    List.of("hoerde", "brackel", "mengede"),
                    office -> {
                      if (!office.equals("mengede")) {
                        throw new IllegalStateException(office);
                      }
                      done.add(office);
                    }))
        .hasMessage("hoerde")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));

    assertThat(done).containsExactly("mengede");
  }
}
