package de.lokalwillkommen.admin.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+49", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=1\n=2"})
  void computesNothing(String text) {
    assertThat(CsvFile.harmless(text)).isEqualTo("'" + text);
  }

  @Test
  void leavesOtherTextsAlone() {
    assertThat(CsvFile.harmless("Wohnung")).isEqualTo("Wohnung");
    assertThat(CsvFile.harmless("")).isEmpty();
  }
}
