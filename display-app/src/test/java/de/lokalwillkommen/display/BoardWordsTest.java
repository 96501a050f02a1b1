package de.lokalwillkommen.display;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.board.Board;
import de.lokalwillkommen.core.dayorders.Announcement;
import de.lokalwillkommen.core.forecast.Estimate;
import de.lokalwillkommen.web.text.Texts;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardWordsTest {

  private static final Instant EVENING = Instant.parse("2026-11-22T16:42:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final Texts texts = Texts.of("display");
  private final BoardWords words = new BoardWords(texts);

  private static Board board(
      ZoneId zone, List<Board.Call> calls, Optional<Estimate> estimate, String opensAt) {
    return new Board(
        42,
        "hoerde",
        "lokal willkommen · Hörde",
        zone,
        EVENING,
        calls,
        5,
        estimate,
        Optional.of(new Board.Closed(Optional.ofNullable(opensAt).map(Instant::parse))),
        false,
        Optional.empty());
  }

  private static Board announcing(Announcement announcement) {
    return new Board(
        42,
        "hoerde",
        "lokal willkommen · Hörde",
        BERLIN,
        EVENING,
        List.of(),
        5,
        Optional.empty(),
        Optional.empty(),
        true,
        Optional.of(announcement));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Heute spricht hier niemand Arabisch.",
        "en | Nobody here speaks Arabic today.",
        "ar | لا أحد هنا يتحدث العربية اليوم."
      })
  void aReadyMadeAnnouncementIsInTheLanguageOfTheBoard(String language, String text) {
    JsonObject told =
        of(announcing(Announcement.without("ar")), language).getJsonObject("announcement");

    assertThat(told.getString("text")).isEqualTo(text);
    assertThat(told.getString("language")).isEqualTo(language);
  }

  @Test
  void anOwnAnnouncementIsInGermanWhereALanguageIsMissing() {
    Announcement own =
        Announcement.own(Map.of("de", "Heute mit Kaffee", "en", "With coffee today"));

    JsonObject english = of(announcing(own), "en").getJsonObject("announcement");
    JsonObject arabic = of(announcing(own), "ar").getJsonObject("announcement");

    assertThat(english.getString("text")).isEqualTo("With coffee today");
    assertThat(arabic.getString("text")).isEqualTo("Heute mit Kaffee");
    assertThat(arabic.getString("language")).isEqualTo("de");
  }

  private JsonObject of(Board board, String language) {
    return words.of(board, texts.language(language));
  }

  private static Board.Call call(String number, String counter, String from) {
    return new Board.Call(number, counter, EVENING, 17, false, 0, Optional.ofNullable(from));
  }

  @Test
  void aCallIsSpokenWithItsNumberItsRoomAndWhereItsNumberIsFrom() {
    List<Board.Call> calls =
        List.of(call("A017", "Raum 3", null), call("B100", "Raum 4", "lokal willkommen – Brackel"));

    JsonObject german = of(board(BERLIN, calls, Optional.empty(), null), "de");

    assertThat(german.getString("office")).isEqualTo("Hörde");
    assertThat(german.getString("waiting")).isEqualTo("5 Personen warten");
    assertThat(german.isNull("opening")).isTrue();
    assertThat(german.getJsonArray("calls"))
        .hasToString(
            "[{\"spoken\":\"Nummer A 17, Raum 3\",\"from\":null},"
                + "{\"spoken\":\"Nummer B 100 aus Brackel, Raum 4\",\"from\":\"aus Brackel\"}]");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 5, unter 10 Min, less than 10 min",
    "45, 105, etwa 45–105 Min, about 45–105 min",
    "89, 120, etwa 89–120 Min, about 89–120 min",
    "90, 120, über 90 Min, more than 90 min",
    "120, 180, über 90 Min, more than 90 min"
  })
  void howLongItTakesIsSaidWithTheSameLimitsAsEverywhere(
      int from, int to, String german, String english) {
    Board board =
        board(
            BERLIN,
            List.of(),
            Optional.of(new Estimate(Duration.ofMinutes(from), Duration.ofMinutes(to), EVENING)),
            null);

    assertThat(of(board, "de").getString("estimate")).isEqualTo(german);
    assertThat(of(board, "en").getString("estimate")).isEqualTo(english);
  }

  @Test
  void aWaitOfNothingIsNotSaid() {
    Estimate none = new Estimate(Duration.ZERO, Duration.ZERO, EVENING);

    assertThat(of(board(BERLIN, List.of(), Optional.of(none), null), "de").isNull("estimate"))
        .isTrue();
  }

  /** At 17:42 in Berlin it is already Monday in Auckland. */
  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-11-22T20:00:00Z, Wir öffnen heute um 21:00 Uhr",
    "Europe/Berlin, 2026-11-23T08:00:00Z, Wir öffnen morgen um 09:00 Uhr",
    "Europe/Berlin, 2026-11-24T08:00:00Z, 'Wir öffnen am Dienstag, 24. November um 09:00 Uhr'",
    "Pacific/Auckland, 2026-11-22T20:00:00Z, Wir öffnen heute um 09:00 Uhr"
  })
  void whenItOpensIsSaidByTheClockOfTheOffice(String zone, String opensAt, String german) {
    Board board = board(ZoneId.of(zone), List.of(), Optional.empty(), opensAt);

    assertThat(of(board, "de").getString("opening")).isEqualTo(german);
  }

  @Test
  void aChannelIsNamedByItsOfficeAndItsLanguage() {
    Optional<String> none = Optional.empty();
    String german = BoardChannel.of("hoerde", words.findLanguage(Optional.of("de")));
    String unknown = BoardChannel.of("hoerde", words.findLanguage(Optional.of("tlh")));

    assertThat(BoardChannel.officeOf(german)).isEqualTo("hoerde");
    assertThat(BoardChannel.languageOf(german)).contains("de");
    assertThat(unknown).isEqualTo("hoerde").isEqualTo(BoardChannel.officeOf(unknown));
    assertThat(BoardChannel.languageOf(unknown)).isEqualTo(none);
  }
}
