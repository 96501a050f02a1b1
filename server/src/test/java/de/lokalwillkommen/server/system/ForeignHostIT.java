package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server shows and writes the same on a host with the Buddhist calendar, other digits and a time
 * zone half a day ahead.
 */
class ForeignHostIT {

  private static final String HOST =
      "-Duser.language=th -Duser.country=TH -Duser.extensions=u-ca-buddhist-nu-thai"
          + " -Duser.timezone=Pacific/Apia";

  private static final int YEARS_BEFORE_OURS = 543;
  private static final Pattern OTHER_DIGIT = Pattern.compile("[\\p{Nd}&&[^0-9]]");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?=[T\\s\"]|\\.log)");

  /** The machine's, by which logs are written; the demo has another one. */
  private final LocalDate today = LocalDate.now(Clock.systemUTC());

  @Test
  void saysAndWritesTheSame(@TempDir Path folder) throws Exception {
    Path data = folder.resolve("data");
    List<String> host =
        List.of("env", "LC_ALL=th_TH.UTF-8", "TZ=Pacific/Apia", "JAVA_TOOL_OPTIONS=" + HOST);
    try (RunningServer server = RunningServer.demoBehind(host, data)) {
      Api there = new Api(server);
      Api here = new Api(RunningServer.shared());
      for (String path :
          List.of(
              "/kiosk/api/v1/offices/hoerde/topics?lang=de",
              "/kiosk/api/v1/offices/hoerde/topics?lang=ar",
              "/display/api/v1/offices/nowhere/board")) {
        assertThat(there.get(path).body()).as(path).isEqualTo(here.get(path).body());
      }
      for (String path :
          List.of(
              "/kiosk/api/v1/offices",
              "/kiosk/api/v1/slots?office=any&topic=housing&limit=20",
              "/display/api/v1/offices/hoerde/board",
              "/kiosk/hoerde?lang=de",
              "/display/hoerde",
              "/health")) {
        assertWrittenAsEverywhere(path, there.get(path).body(), there.today());
      }
      assertTicketOfNow(there);
    }
    try (Stream<Path> files = Files.walk(data)) {
      files.forEach(file -> assertWrittenAsEverywhere("name of a file", file + "\n", today));
    }
    String log = Files.readString(data.resolve("logs/server.log"));
    assertWrittenAsEverywhere("log", log, today);
    assertThat(LocalDate.parse(log.substring(0, today.toString().length())))
        .isBetween(today, LocalDate.now(Clock.systemUTC()));
  }

  private static void assertWrittenAsEverywhere(String what, String text, LocalDate present) {
    assertThat(text).as(what).isNotEmpty().doesNotContainPattern(OTHER_DIGIT);
    assertThat(text).as(what).doesNotContain(String.valueOf(present.getYear() + YEARS_BEFORE_OURS));
    assertThat(DAY.matcher(text).results().map(MatchResult::group).map(LocalDate::parse))
        .as(what)
        .allMatch(day -> Math.abs(day.getYear() - present.getYear()) <= 1);
  }

  private static void assertTicketOfNow(Api api) {
    Api.Answer issued = api.takeTicket("hoerde", "housing", "de");
    JsonObject ticket = issued.json();

    assertThat(issued.status()).isEqualTo(201);
    assertThat(ticket.getString("number")).matches("[A-Z][0-9]{3}");
    assertThat(Instant.parse(ticket.getString("issuedAt")))
        .isBetween(api.now().minus(Duration.ofMinutes(5)), api.now().plus(Duration.ofMinutes(5)));
    assertThat(ticket.getJsonObject("estimate").getString("to")).matches("PT[0-9HM]+");
  }
}
