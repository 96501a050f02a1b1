package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The machine's clock leaps ahead by more than a day, on a host with a Turkish locale. */
class WrongClockIT {

  private static final Duration DAY = Duration.ofDays(1);

  /** In seconds. */
  private static final int SOON = 60;

  /** The chores that end a day run twice. */
  private static final Duration A_WHILE = Duration.ofSeconds(12);

  private static final List<String> ON_A_TURKISH_HOST =
      List.of(
          "env",
          "LC_ALL=tr_TR.UTF-8",
          "JAVA_TOOL_OPTIONS=-Duser.language=tr -Duser.country=TR -Duser.language.format=tr");

  private final Browsing browsing = new Browsing();

  @AfterEach
  void close() {
    browsing.close();
  }

  @Test
  void aLeapEndsNoDayAndOneThatWasBelievedIsTakenBack(@TempDir Path folder) throws Exception {
    WrongClock clock = new WrongClock(folder);
    try (RunningServer server =
        RunningServer.demoBehind(ON_A_TURKISH_HOST, folder.resolve("data"), clock.option())) {
      Api api = new Api(server);
      Instant began = api.now();
      Api.Counsellor counsellor = api.signIn("hoerde", 1);
      assertThat(counsellor.next().status()).as("on a Turkish host").isEqualTo(200);
      JsonObject first = ticket(api);
      assertThat(first.getString("number")).matches("A[0-9]{3}");
      JsonObject appointment = book(counsellor);
      Duration pastIt =
          Duration.between(api.now(), Instant.parse(appointment.getString("end"))).plus(DAY);
      Page german = browsing.console(server, "hoerde", 2, "de");

      clock.isAheadBy(pastIt);
      awaitBelieved(api, false);
      JsonObject second = ticket(api);
      assertThat(OffsetDateTime.parse(second.getString("issuedAt")).toInstant())
          .isBefore(began.plus(Duration.ofHours(1)));
      pictureOfNotice(german, "console-clock-de");
      await()
          .during(A_WHILE)
          .atMost(Patience.seconds(SOON))
          .untilAsserted(() -> assertThat(state(api, first)).isEqualTo("WAITING"));
      assertThat(state(api, appointment)).isEqualTo("BOOKED");
      assertThat(log(server))
          .contains("the machine's clock has leapt and shows")
          .as("an embedded database has the same clock")
          .doesNotContain("the database's clock contradicts");

      clock.isRight();
      awaitBelieved(api, true);
      PlaywrightAssertions.assertThat(german.locator(".clock-notice"))
          .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(Patience.millis(SOON)));
      await()
          .atMost(Patience.seconds(SOON))
          .until(() -> log(server).contains("clock is believed again"));
      assertThat(state(api, first)).isEqualTo("WAITING");
      assertThat(state(api, appointment)).isEqualTo("BOOKED");

      clock.isAheadBy(pastIt);
      awaitBelieved(api, false);
      pictureOfNotice(browsing.console(server, "hoerde", 3, "ar"), "console-clock-ar");
      believeClockOf(server);
      await()
          .atMost(Patience.seconds(SOON))
          .untilAsserted(() -> assertThat(state(api, first)).isEqualTo("410"));
      await()
          .atMost(Patience.seconds(SOON))
          .untilAsserted(() -> assertThat(state(api, appointment)).isEqualTo("NO_SHOW"));

      clock.isRight();
      awaitBelieved(api, false);
      believeClockOf(server);
      await()
          .atMost(Patience.seconds(SOON))
          .untilAsserted(() -> assertThat(state(api, first)).isEqualTo("WAITING"));
      assertThat(state(api, second)).isEqualTo("WAITING");
      assertThat(number(ticket(api))).isEqualTo(number(second) + 1);
      await()
          .atMost(Patience.seconds(SOON))
          .untilAsserted(() -> assertThat(state(api, appointment)).isEqualTo("BOOKED"));
    }
  }

  private static void pictureOfNotice(Page console, String name) {
    PlaywrightAssertions.assertThat(console.locator(".clock-notice"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(Patience.millis(SOON)));
    // the page may be rendered again between two checks
    await()
        .atMost(Patience.seconds(SOON))
        .ignoreException(NullPointerException.class)
        .untilAsserted(
            () -> {
              BoundingBox notice = console.locator(".clock-notice").boundingBox();
              BoundingBox pane = console.locator(".line").boundingBox();
              BoundingBox head = console.locator(".line-head").boundingBox();
              assertThat(notice.width).as("a margin on both sides").isLessThan(pane.width - 16);
              assertThat(head.y - notice.y - notice.height)
                  .as("the line follows at once")
                  .isBetween(0d, 8d);
            });
    Browsing.picture(console, name);
  }

  /** Books the earliest slot. */
  private static JsonObject book(Api.Counsellor counsellor) {
    JsonObject slot =
        counsellor.slots("letters", "de").json().getJsonArray("slots").getJsonObject(0);
    Api.Answer booked = counsellor.book(slot.getString("id"), "letters", "de");
    assertThat(booked.status()).as(booked.body()).isEqualTo(201);
    return booked.json();
  }

  private static JsonObject ticket(Api api) {
    Api.Answer answer = api.takeTicket("hoerde", "letters", "de");
    assertThat(answer.status()).isEqualTo(201);
    return answer.json();
  }

  private static int number(JsonObject ticket) {
    return Integer.parseInt(ticket.getString("number").substring(1));
  }

  /**
   * The state of a ticket or an appointment as its visitor sees it; the status if there is none.
   */
  private static String state(Api api, JsonObject thing) {
    Api.Answer answer =
        thing.containsKey("token")
            ? api.ticket(thing.getString("token"))
            : api.get("/kiosk/api/v1/appointments/" + thing.getString("code"));
    return answer.status() == 200
        ? answer.json().getString("state")
        : String.valueOf(answer.status());
  }

  private static void awaitBelieved(Api api, boolean believed) {
    await()
        .atMost(Patience.seconds(SOON))
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
            .redirectErrorStream(true)
            .redirectOutput(Redirect.DISCARD)
            .start();
    assertThat(command.waitFor()).isZero();
  }

  /** All of the log: the day ends with the leap, and so does the day's file. */
  private static String log(RunningServer server) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(server.data().resolve("logs"))) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("server")).toList()) {
        all.append(Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return all.toString();
  }
}
