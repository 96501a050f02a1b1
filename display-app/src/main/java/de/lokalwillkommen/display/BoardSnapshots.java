package de.lokalwillkommen.display;

import de.lokalwillkommen.core.board.Board;
import de.lokalwillkommen.core.board.Boards;
import de.lokalwillkommen.web.live.Snapshot;
import de.lokalwillkommen.web.rest.Jsons;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** Boards as the socket and the REST call send them. */
@ApplicationScoped
public class BoardSnapshots {

  private Boards boards;

  protected BoardSnapshots() {}

  @Inject
  BoardSnapshots(Boards boards) {
    this.boards = boards;
  }

  /** The present board of an office. */
  public Snapshot get(String office) {
    Board board = boards.get(office);
    return new Snapshot(board.version(), json(board));
  }

  static JsonObject json(Board board) {
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
        .add("slides", JsonValue.EMPTY_JSON_ARRAY)
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
