package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The machine's clock leaps ahead by a day, on a host that speaks Turkish. */
class WrongClockIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final Browsing browsing = new Browsing();

  @AfterEach
  void close() {
    browsing.close();
  }

  @Test
  void aLeapEndsNoDayAndOneThatWasBelievedIsTakenBack(@TempDir Path folder) throws Exception {
    WrongClock clock = new WrongClock(folder);
    try (RunningServer server = RunningServer.demoBehind(clock.prefix(), folder.resolve("data"))) {
      Api api = new Api(server);
      JsonObject first = ticket(api);
      Page console = browsing.console(server, "hoerde", 2, "de");
      assertThat(api.signIn("hoerde", 1).next().status()).as("on a Turkish host").isEqualTo(200);
      assertThat(first.getString("number")).matches("A[0-9]{3}");

      clock.isOffBy("+1d");
      awaitBelieved(api, false);
      JsonObject second = ticket(api);
      assertThat(OffsetDateTime.parse(second.getString("issuedAt")).toInstant())
          .isBefore(Instant.now().plus(Duration.ofHours(1)));
      assertThat(state(api, first)).isEqualTo("WAITING");
      PlaywrightAssertions.assertThat(console.locator(".clock-notice"))
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SOON.toMillis()));
      Browsing.picture(console, "console-clock-de");

      clock.isOffBy("+0");
      awaitBelieved(api, true);
      assertThat(state(api, first)).isEqualTo("WAITING");
      assertThat(log(server)).contains("clock has leapt");

      clock.isOffBy("+1d");
      awaitBelieved(api, false);
      believeClockOf(server);
      await().atMost(SOON).untilAsserted(() -> assertThat(state(api, first)).isEqualTo("410"));

      clock.isOffBy("+0");
      awaitBelieved(api, false);
      believeClockOf(server);
      await().atMost(SOON).untilAsserted(() -> assertThat(state(api, first)).isEqualTo("WAITING"));
      assertThat(state(api, second)).isEqualTo("WAITING");
      assertThat(number(ticket(api))).isEqualTo(number(second) + 1);
    }
  }

  private static JsonObject ticket(Api api) {
    Api.Answer answer = api.takeTicket("hoerde", "letters", "de");
    assertThat(answer.status()).isEqualTo(201);
    return answer.json();
  }

  private static int number(JsonObject ticket) {
    return Integer.parseInt(ticket.getString("number").substring(1));
  }

  private static String state(Api api, JsonObject ticket) {
    Api.Answer answer = api.ticket(ticket.getString("token"));
    return answer.status() == 200
        ? answer.json().getString("state")
        : String.valueOf(answer.status());
  }

  private static void awaitBelieved(Api api, boolean believed) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(api.get("/health").body().replaceAll("[\\s\"]", ""))
                    .contains("believed:" + believed));
  }

  private static void believeClockOf(RunningServer server)
      throws IOException, InterruptedException {
    Process command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                RunningServer.jar().toString(),
                "believe-clock",
                "--data",
                server.data().toString())
            .inheritIO()
            .start();
    assertThat(command.waitFor()).isZero();
  }

  private static String log(RunningServer server) throws IOException {
    return Files.readString(server.data().resolve("logs/server.log"), StandardCharsets.UTF_8);
  }
}
