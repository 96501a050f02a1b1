package de.lokalwillkommen.core.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketNumberTest {

  @ParameterizedTest
  @CsvSource({"A,1,A001", "A,42,A042", "A,999,A999", "A,1000,A1000", "T,7,T007"})
  void aNumberReadsAsOnThePaper(Series series, int value, String read) {
    assertThat(new TicketNumber(series, value)).hasToString(read);
  }
}
