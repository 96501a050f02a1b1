package de.lokalwillkommen.kiosk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class AidTest {

  @Test
  void whatIsWrittenIsRead() {
    for (Aid aid : Aid.values()) {
      assertThat(Aid.read(Aid.write(EnumSet.of(aid)))).containsExactly(aid);
    }
    assertThat(Aid.write(EnumSet.of(Aid.REACH, Aid.LARGE))).isEqualTo("large,reach");
    assertThat(Aid.write(EnumSet.noneOf(Aid.class))).isEmpty();
  }

  @Test
  void unknownNamesAreIgnored() {
    assertThat(Aid.read("tiny,contrast,contrast, ,LARGE")).containsExactly(Aid.CONTRAST);
    assertThat(Aid.read("")).isEmpty();
    assertThat(Aid.read(null)).isEmpty();
  }
}
