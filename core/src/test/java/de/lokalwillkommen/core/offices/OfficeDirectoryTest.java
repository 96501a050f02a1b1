package de.lokalwillkommen.core.offices;

import static de.lokalwillkommen.core.offices.OfficeFixture.BERLIN;
import static de.lokalwillkommen.core.offices.OfficeFixture.COUNTER_1;
import static de.lokalwillkommen.core.offices.OfficeFixture.COUNTER_2;
import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.offices.OfficeProfile.CounterProfile;
import de.lokalwillkommen.core.offices.OfficeProfile.TopicProfile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OfficeDirectoryTest {

  private final OfficeDirectory directory =
      new OfficeDirectory(OfficeFixture.offices(OfficeFixture.hoerde(), OfficeFixture.eving()));

  @Test
  void theOfficesAreListedInTheirOrder() {
    assertThat(directory.list()).extracting(OfficeProfile::id).containsExactly("hoerde", "eving");
  }

  @Test
  void anOfficeIsReturnedWithItsCountersAndTopics() {
    OfficeProfile hoerde = directory.get("hoerde");

    assertThat(hoerde.name()).isEqualTo("Hörde");
    assertThat(hoerde.zone()).isEqualTo(BERLIN);
    assertThat(hoerde.publishesEstimate()).isTrue();
    assertThat(hoerde.outpost()).isFalse();
    assertThat(hoerde.counters())
        .containsExactly(
            new CounterProfile(COUNTER_1, "1", "Raum 1"),
            new CounterProfile(COUNTER_2, "2", "Raum 2"));
    assertThat(hoerde.topics())
        .startsWith(new TopicProfile(HOUSING, "home", "ANY", Duration.ofMinutes(30), true, true))
        .hasSize(2);
  }

  @Test
  void countersAndTopicsAreFoundInTheirOfficeOnly() {
    OfficeProfile hoerde = directory.get("hoerde");

    assertThat(hoerde.findCounter(COUNTER_2)).map(CounterProfile::label).contains("2");
    assertThat(hoerde.findCounter(201)).isEmpty();
    assertThat(hoerde.findTopic(HOUSING)).map(TopicProfile::pictogram).contains("home");
    assertThat(hoerde.findTopic("gardening")).isEmpty();
  }

  @Test
  void anUnknownOfficeIsNotFoundAndNotGiven() {
    assertThat(directory.find("atlantis")).isEmpty();
    assertThatThrownBy(() -> directory.get("atlantis")).isInstanceOf(Refused.class);
  }

  @Test
  void theFirstOneIsReturnedOnceThereIsOne() {
    assertThat(directory.getFirst().id()).isEqualTo("hoerde");
    assertThatThrownBy(() -> new OfficeDirectory(OfficeFixture.offices()).getFirst())
        .isInstanceOf(Refused.class);
  }
}
