package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting and stopping as an operator sees it. */
class StartingIT {

  private final RunningServer server = RunningServer.shared();
  private final Api api = new Api(server);

  @Test
  void theReadyLineNamesTheAddresses() {
    assertThat(server.output())
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith(
                        "lokal willkommen is ready: http://127.0.0.1:" + server.port() + "/")
                    .contains("/kiosk", "/display", "/admin"));
  }

  @Test
  void readyMeansThatAllThreeApplicationsAnswer() {
    JsonObject health = api.get("/health/ready").json();

    assertThat(health.getString("status")).isEqualTo("UP");
    assertThat(health.getJsonArray("checks").getValuesAs(JsonObject.class))
        .extracting(check -> check.getString("name"))
        .contains("kiosk", "display", "admin");
  }

  @Test
  void thePlatformIsNamedAtTheStartAndInTheHealth() {
    String java = Runtime.version().toString();
    JsonObject platform =
        api.get("/health").json().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
            .filter(check -> check.getString("name").equals("platform"))
            .findFirst()
            .orElseThrow()
            .getJsonObject("data");

    assertThat(platform.getString("java")).isEqualTo(java);
    assertThat(server.output())
        .contains("starting Payara Micro " + platform.getString("payara") + " on Java " + java);
  }

  @Test
  void nothingListensOnAnyOtherAddressOrPort() throws IOException {
    List<Listening> all = new ArrayList<>();
    for (ProcessHandle process : server.processes()) {
      all.addAll(Listening.of(process));
    }

    assertThat(all)
        .containsExactly(new Listening(InetAddress.getByName("127.0.0.1"), server.port()));
  }

  @Test
  void theDataFolderIsTheOwnersAlone() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(server.data())))
        .isEqualTo("rwx------");
  }

  @Test
  void theInterfacesAreDescribedAndMeasured() {
    assertThat(api.get("/openapi").body()).contains("/kiosk/api/v1/offices/{office}/tickets");
    String metrics = api.get("/metrics").body();
    assertThat(metrics.lines())
        .contains(
            "lw_database_usable{mp_scope=\"application\"} 1",
            "lw_disk_scarce{mp_scope=\"application\"} 0",
            "lw_backup_old{mp_scope=\"application\"} 0",
            "lw_clock_believed{mp_scope=\"application\"} 1",
            "lw_time_proven{mp_scope=\"application\"} 1");
  }

  @Test
  void whatWaitsIsCounted() {
    api.takeTicket("hoerde", "letters", "de");

    for (String count : List.of("lw_offices_open", "lw_visitors_waiting")) {
      await()
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(
              () ->
                  assertThat(api.get("/metrics").body())
                      .containsPattern(count + "\\{mp_scope=\"application\"\\} [1-9]"));
    }
    assertThat(api.get("/metrics").body())
        .contains("lw_letters_late{", "lw_letters_late_seconds{", "lw_webhook_deliveries_waiting{");
  }

  @Test
  void theOverviewIsAtTheRoot() {
    assertThat(api.get("/").status()).isIn(200, 302, 303);
  }

  @Test
  void aDemoOnAnAddressOthersReachIsRefusedWithAReason(@TempDir Path folder) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                RunningServer.jar().toString(),
                "--demo",
                "--host",
                "0.0.0.0",
                "--data",
                folder.toString())
            .redirectErrorStream(true)
            .start();

    assertRefusesForLoopback(process);
  }

  @Test
  void systemPropertiesAndTheEnvironmentSayTheSameAsOptions(@TempDir Path folder) throws Exception {
    ProcessBuilder command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dlw.demo=true",
                "-Dlw.data=" + folder,
                "-jar",
                RunningServer.jar().toString())
            .redirectErrorStream(true);
    command.environment().put("LW_HOST", "0.0.0.0");

    assertRefusesForLoopback(command.start());
  }

  @Test
  void aPortThatIsTakenDuringTheStartIsNamed(@TempDir Path folder) throws Exception {
    int port = FreePorts.next();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                RunningServer.jar().toString(),
                "--demo",
                "--port",
                String.valueOf(port),
                "--data",
                folder.toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output = process.inputReader()) {
      assertThat(output.readLine()).as("the port was free").startsWith("starting ");
      try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        List<String> said = output.lines().toList();

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(said)
            .singleElement()
            .asString()
            .startsWith("lokal willkommen: cannot listen on 127.0.0.1:" + other.getLocalPort());
      }
    }
  }

  private static void assertRefusesForLoopback(Process process) throws InterruptedException {
    List<String> output = process.inputReader().lines().toList();

    assertThat(process.waitFor(Patience.millis(30), TimeUnit.MILLISECONDS)).isTrue();
    assertThat(process.exitValue()).isNotZero();
    assertThat(output).singleElement().asString().contains("loopback");
  }
}
