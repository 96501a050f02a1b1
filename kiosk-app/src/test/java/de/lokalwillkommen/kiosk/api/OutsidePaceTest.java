package de.lokalwillkommen.kiosk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.web.app.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutsidePaceTest {

  private static final int MANY = 200;

  @TempDir private Path folder;

  private OutsidePace pace(boolean demo) throws IOException {
    Path key = Files.write(folder.resolve("key"), new byte[32]);
    return new OutsidePace(new TwoOffices(), new Installation(demo, key.toString()));
  }

  /** How many of many requests in a row are let pass. */
  private static int passed(Runnable request) {
    int passed = 0;
    for (int i = 0; i < MANY; i++) {
      try {
        request.run();
        passed++;
      } catch (Refused refused) {
        assertThat(refused.refusal().kind()).isEqualTo(Kind.TOO_OFTEN);
      }
    }
    return passed;
  }

  @Test
  void nobodyHoldsAWholeOfficeButTheOthersGoOn() throws IOException {
    OutsidePace pace = pace(false);

    assertThat(passed(() -> pace.admitHold("hoerde", Channel.OUTSIDE))).isBetween(40, 41);

    assertThatCode(() -> pace.admitHold("eving", Channel.OUTSIDE)).doesNotThrowAnyException();
    assertThat(passed(() -> pace.admitHold("hoerde", Channel.KIOSK))).isEqualTo(MANY);
  }

  @Test
  void officesThatDoNotExistAreNotCounted() throws IOException {
    OutsidePace pace = pace(false);

    assertThat(passed(() -> pace.admitHold("nowhere", Channel.OUTSIDE))).isEqualTo(MANY);
  }

  @Test
  void searchingIsPacedForAllTogether() throws IOException {
    OutsidePace pace = pace(false);

    assertThat(passed(() -> pace.admitSearch(Channel.OUTSIDE))).isBetween(60, 70);
    assertThat(passed(() -> pace.admitSearch(Channel.KIOSK))).isEqualTo(MANY);
  }

  @Test
  void soIsJoiningTheWaitlist() throws IOException {
    OutsidePace pace = pace(false);

    assertThat(passed(() -> pace.admitJoining(Channel.OUTSIDE))).isBetween(20, 21);
    assertThat(passed(() -> pace.admitJoining(Channel.KIOSK))).isEqualTo(MANY);
  }

  @Test
  void aDemonstrationDoesNotMind() throws IOException {
    OutsidePace pace = pace(true);

    assertThat(passed(() -> pace.admitHold("hoerde", Channel.OUTSIDE))).isEqualTo(MANY);
    assertThat(passed(() -> pace.admitSearch(Channel.OUTSIDE))).isEqualTo(MANY);
    assertThat(passed(() -> pace.admitJoining(Channel.OUTSIDE))).isEqualTo(MANY);
  }

  private static final class TwoOffices extends OfficeDirectory {

    @Override
    public Optional<OfficeProfile> find(String id) {
      return Optional.of(id)
          .filter(List.of("hoerde", "eving")::contains)
          .map(o -> new OfficeProfile(o, o, ZoneOffset.UTC, false, true, List.of(), List.of()));
    }
  }
}
