package de.lokalwillkommen.display;

import de.lokalwillkommen.core.board.Board;
import de.lokalwillkommen.core.forecast.Estimate;
import de.lokalwillkommen.web.rest.Jsons;
import de.lokalwillkommen.web.text.Announced;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Moments;
import de.lokalwillkommen.web.text.NearDay;
import de.lokalwillkommen.web.text.Ranges;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sentences of a board in one language, by the office's clock: a display shows and speaks them
 * as they are.
 */
@ApplicationScoped
public class BoardWords {

  /** The common beginning of the names of offices, which boards leave out. */
  private static final Pattern BRAND =
      Pattern.compile("^lokal willkommen\\s*[·–-]?\\s*", Pattern.CASE_INSENSITIVE);

  /** A letter and a number, which is spoken without its zeros: “A 17” for A017. */
  private static final Pattern NUMBER = Pattern.compile("^(\\D+)0*(\\d+)$");

  private Texts texts;

  protected BoardWords() {}

  @Inject
  BoardWords(Texts texts) {
    this.texts = texts;
  }

  /** The name of an office on a board, for example “Hörde” for “lokal willkommen · Hörde”. */
  static String nameOf(String office) {
    return BRAND.matcher(office).replaceFirst("");
  }

  /** The language with that tag, if boards speak it. */
  Optional<Language> findLanguage(Optional<String> tag) {
    return tag.flatMap(texts::find);
  }

  /** All languages that boards speak. */
  Stream<Language> languages() {
    return texts.languages().stream();
  }

  /** Another number after each change of a text. */
  long version() {
    return texts.version();
  }

  /** The sentences of a board; those of calls are in the order of its calls. */
  JsonObject of(Board board, Language language) {
    JsonArrayBuilder calls = Jsons.array();
    board.calls().forEach(call -> calls.add(of(call, language)));
    return Jsons.object()
        .add("language", language.tag())
        .add("office", nameOf(texts.office(language, board.office(), board.name()).text()))
        .add("waiting", texts.get(language, "board.waiting.people", board.waiting()))
        .add("estimate", Jsons.orNull(board.estimate().flatMap(e -> estimate(e, language))))
        .add("opening", Jsons.orNull(opening(board, language)))
        .add("announcement", announcement(board, language))
        .add("calls", calls)
        .build();
  }

  private JsonValue announcement(Board board, Language language) {
    return board
        .announcement()
        .map(told -> Announced.of(told, texts, language))
        .<JsonValue>map(
            told ->
                Jsons.object().add("text", told.text()).add("language", told.language()).build())
        .orElse(JsonValue.NULL);
  }

  /** There is no sentence for a wait of zero. */
  private Optional<String> estimate(Estimate estimate, Language language) {
    return Optional.of(estimate)
        .filter(e -> !e.to().isZero())
        .map(e -> Ranges.say(texts, language, e, "board.estimate."));
  }

  private Optional<String> opening(Board board, Language language) {
    return board
        .closed()
        .flatMap(Board.Closed::opensAt)
        .map(
            at ->
                texts.get(
                    language,
                    "board.closed.opens." + nearness(board, at).word(),
                    Moments.day(at, board.zone(), language),
                    Moments.time(at, board.zone())));
  }

  private static NearDay nearness(Board board, Instant at) {
    return NearDay.of(at, board.now(), board.zone());
  }

  private JsonObject of(Board.Call call, Language language) {
    Optional<String> from =
        call.from().map(office -> texts.get(language, "board.call.from", nameOf(office)));
    String number =
        Stream.concat(Stream.of(NUMBER.matcher(call.number()).replaceFirst("$1 $2")), from.stream())
            .collect(Collectors.joining(" "));
    return Jsons.object()
        .add("spoken", texts.get(language, "board.call.spoken", number, call.counter()))
        .add("from", Jsons.orNull(from))
        .build();
  }
}
