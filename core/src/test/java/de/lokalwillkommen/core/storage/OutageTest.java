package de.lokalwillkommen.core.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08003", "08006", "08001", "53100", "53300", "57P01", "57014", "55P03", "40P01", "40XL1",
        "40XD0", "25006", "25502", "XJ040", "XSLA1", "XSDG1", "XSDB6", "58030", "XBM0A"
      })
  void theDatabaseCouldNot(String state) {
    assertThat(Outage.isIn(new IllegalStateException(new SQLException("?", state)))).isTrue();
  }

  /** Unique keys, missing rows, wrong texts: errors reported by a healthy database. */
  @ParameterizedTest
  @ValueSource(strings = {"23505", "22001", "42X05", "23503", "02000", "42P01"})
  void theDatabaseSaidNo(String state) {
    assertThat(Outage.isIn(new IllegalStateException(new SQLException("?", state)))).isFalse();
  }

  @Test
  void thePoolHadNoConnection() {
    assertThat(Outage.isIn(new SQLException("Error in allocating a connection. Cause: …")))
        .isTrue();
  }

  @Test
  void theReasonMayBeTheNextOne() {
    SQLException batch = new BatchUpdateException("?", "23505", 0, new int[0]);
    batch.setNextException(new SQLException("?", "08006"));

    assertThat(Outage.isIn(batch)).isTrue();
  }

  @Test
  void aRingOfCausesHasAnEnd() {
    RuntimeException one = new RuntimeException("one");
    RuntimeException two = new RuntimeException("two", one);
    one.initCause(two);

    assertThat(Outage.isIn(one)).isFalse();
  }
}
