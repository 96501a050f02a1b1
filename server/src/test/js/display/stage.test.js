import { identity, LARGE_MS, Stage } from "../../js/stage.js";
import { equal } from "../checks.js";

const call = (seq, recalls = 0) => ({ number: `A${seq}`, at: "2026-11-22T16:41:07Z", seq, recalls });
const board = (...calls) => calls.sort((one, other) => other.seq - one.seq); // newest first
const numbers = (stage) => stage.large.map((place) => place.call.number);
const all = () => true;

function stageWith(places, ...calls) {
  const stage = new Stage(places);
  stage.take(board(...calls), all);
  stage.advance(0);
  return stage;
}

export default {
  "a new call is large at once and is answered as entered"() {
    const stage = new Stage(1);
    stage.take(board(call(1)), all);
    equal(stage.advance(0).map(identity), ["2026-11-22 1 A1"]);
    equal(numbers(stage), ["A1"]);
    equal(stage.advance(1), []);
  },

  "two calls share two places, a third one waits"() {
    const stage = stageWith(2, call(1), call(2), call(3));
    equal(numbers(stage), ["A1", "A2"]);
    equal(
      stage.large.map((place) => stage.isWaiting(place.call)),
      [false, false],
    );
    equal(stage.pause(0), LARGE_MS);
  },

  "a waiting call follows when the longest has had its time"() {
    const stage = stageWith(1, call(1), call(2));
    equal(stage.advance(LARGE_MS - 1), []);
    equal(numbers(stage), ["A1"]);
    equal(stage.advance(LARGE_MS).length, 1);
    equal(numbers(stage), ["A2"]);
  },

  "the last call stays large, the one beside it does not"() {
    const stage = stageWith(2, call(1), call(2));
    stage.advance(LARGE_MS);
    equal(numbers(stage), ["A2"]);
    stage.advance(100 * LARGE_MS);
    equal(numbers(stage), ["A2"]);
    equal(stage.pause(100 * LARGE_MS) === Infinity, true);
  },

  "a call that is called again is large again"() {
    const stage = stageWith(1, call(1), call(2));
    stage.advance(LARGE_MS);
    stage.take(board(call(1, 1), call(2)), all);
    stage.advance(2 * LARGE_MS);
    equal(numbers(stage), ["A1"]);
  },

  "a call that is told twice is not announced twice"() {
    const stage = stageWith(1, call(1));
    stage.take(board(call(1)), all);
    equal(stage.advance(2 * LARGE_MS), []);
  },

  "a call that leaves the board leaves its place"() {
    const stage = stageWith(1, call(1), call(2));
    stage.take(board(call(2)), all);
    stage.advance(1);
    equal(numbers(stage), ["A2"]);
  },

  "old calls are not announced, but the newest of them stands large"() {
    const stage = new Stage(2);
    stage.take(board(call(1), call(2)), () => false);
    equal(stage.advance(0), []);
    equal(numbers(stage), ["A2"]);
  },

  "a new call displaces one that was never announced"() {
    const stage = new Stage(1);
    stage.take(board(call(1)), () => false);
    stage.take(board(call(1), call(2)), all);
    equal(stage.advance(5).length, 1);
    equal(numbers(stage), ["A2"]);
  },

  "the same number on another day is another call"() {
    equal(identity(call(1)) === identity({ ...call(1), at: "2026-11-23T09:00:00Z" }), false);
    equal(identity(call(1)) === identity({ ...call(1, 3), at: "2026-11-22T17:00:00Z" }), true);
  },
};
