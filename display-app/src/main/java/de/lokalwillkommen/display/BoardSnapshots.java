package de.lokalwillkommen.display;

import de.lokalwillkommen.core.board.Board;
import de.lokalwillkommen.core.board.Boards;
import de.lokalwillkommen.core.installation.InstallationDirectory;
import de.lokalwillkommen.core.installation.InstallationProfile;
import de.lokalwillkommen.web.live.Snapshot;
import de.lokalwillkommen.web.page.Branding;
import de.lokalwillkommen.web.rest.Jsons;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Boards as the socket and the REST call send them: in a language with the sentences to show and to
 * speak, else without.
 */
@ApplicationScoped
public class BoardSnapshots {

  private Boards boards;
  private BoardWords words;
  private InstallationDirectory installation;

  protected BoardSnapshots() {}

  @Inject
  BoardSnapshots(Boards boards, BoardWords words, InstallationDirectory installation) {
    this.boards = boards;
    this.words = words;
    this.installation = installation;
  }

  /** The present board of an office, with sentences if a language is named that boards speak. */
  public Snapshot get(String office, Optional<String> language) {
    Board board = boards.get(office);
    return snapshot(board, json(board), language);
  }

  /**
   * The present board of an office in several languages, read once.
   *
   * @param channels named by {@link BoardChannel}
   */
  Map<String, Snapshot> get(String office, Set<String> channels) {
    Board board = boards.get(office);
    JsonObject plain = json(board);
    return channels.stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                channel -> snapshot(board, plain, BoardChannel.languageOf(channel))));
  }

  private Snapshot snapshot(Board board, JsonObject plain, Optional<String> language) {
    return new Snapshot(
        board.version(),
        words
            .findLanguage(language)
            .map(
                l ->
                    Jsons.object(plain)
                        .add("words", words.of(board, l))
                        .add("texts", words.version())
                        .build())
            .orElse(plain));
  }

  JsonObject json(Board board) {
    JsonArrayBuilder calls = Jsons.array();
    board.calls().forEach(call -> calls.add(json(call)));
    return Jsons.object()
        .add("type", "board")
        .add("version", board.version())
        .add("office", board.office())
        .add("name", board.name())
        .add("live", true)
        .add("calls", calls)
        .add(
            "waiting",
            Jsons.object()
                .add("count", board.waiting())
                .add("estimate", board.estimate().map(Jsons::estimate).orElse(JsonValue.NULL)))
        .add("closed", board.closed().map(BoardSnapshots::json).orElse(JsonValue.NULL))
        .add("stopped", board.stopped())
        .add("slides", JsonValue.EMPTY_JSON_ARRAY)
        .add("installation", json(installation.get()))
        .build();
  }

  private static JsonObject json(InstallationProfile installation) {
    return Jsons.object()
        .add("name", Branding.nameOf(installation))
        .add("logo", Jsons.orNull(installation.logo().map(Branding::pathOfLogo)))
        .add("euFunded", installation.euFunded())
        .build();
  }

  private static JsonObject json(Board.Call call) {
    return Jsons.object()
        .add("number", call.number())
        .add("counter", call.counter())
        .add("at", call.at().toString())
        .add("seq", call.seq())
        .add("state", call.serving() ? "SERVING" : "CALLED")
        .add("recalls", call.recalls())
        .add("from", Jsons.orNull(call.from()))
        .build();
  }

  private static JsonValue json(Board.Closed closed) {
    return Jsons.object()
        .add("reason", "closed")
        .add("opensAt", Jsons.orNull(closed.opensAt()))
        .build();
  }
}
