package de.lokalwillkommen.server.launch.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;

class PostgresqlUrlTest {

  @Test
  void everyWaitOfThePoolHasAnEnd() {
    Properties read = Driver.parseURL(PostgresqlUrl.impatient("jdbc:postgresql://db/lokal"), null);

    assertThat(read)
        .containsKeys("connectTimeout", "loginTimeout", "socketTimeout", "cancelSignalTimeout")
        .containsEntry("tcpKeepAlive", "true");
  }

  @Test
  void theOperatorsParametersStay() {
    String url = "jdbc:postgresql://a,b/lokal?sslmode=require&socketTimeout=60";

    assertThat(PostgresqlUrl.impatient(url))
        .startsWith(url + "&connectTimeout=")
        .doesNotContain("socketTimeout=12");
  }

  /** The detail of a violated constraint holds the values, which may be names or addresses. */
  @Test
  void errorsHoldNoValues() {
    String url = "jdbc:postgresql://db/lokal";

    assertThat(Driver.parseURL(PostgresqlUrl.impatient(url), null))
        .containsEntry("logServerErrorDetail", "false");
    assertThat(Driver.parseURL(PostgresqlUrl.patient(url), null))
        .containsEntry("logServerErrorDetail", "false");
  }

  @Test
  void aMigrationMayTakeItsTime() {
    assertThat(PostgresqlUrl.patient("jdbc:postgresql:lokal"))
        .contains("?connectTimeout=")
        .doesNotContain("socketTimeout");
  }
}
