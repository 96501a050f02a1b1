import { clockTime, textsIn, withWords } from "../../js/texts.js";
import { equal } from "../checks.js";

const call = { number: "A017", counter: "Raum 3", seq: 17 };

export default {
  "the clock is the office's, with two digits and Latin figures"() {
    const evening = new Date("2026-11-22T22:05:00Z");
    equal(clockTime(evening, "Europe/Berlin"), "23:05");
    equal(clockTime(evening, "Pacific/Auckland"), "11:05");
    equal(/^\d\d:05$/.test(clockTime(evening, "Unknown/Zone")), true);
    equal(clockTime(new Date("2026-11-22T23:05:00Z"), "Europe/Berlin"), "00:05");
  },

  "texts are found by their keys"() {
    const template = document.createElement("template");
    template.innerHTML = '<p data-key="again">Once more</p><p>no key</p>';
    equal([...textsIn(template)], [["again", "Once more"]]);
  },

  "each call carries its words"() {
    const words = { office: "Hörde", waiting: "5", calls: [{ spoken: "Nummer A 17", from: "aus Eving" }] };
    const board = withWords({ name: "lokal willkommen · Hörde", calls: [call], words });
    equal(board.calls[0].words, { spoken: "Nummer A 17", from: "aus Eving" });
    equal(board.words.office, "Hörde");
  },

  "without words a call is said by its number and room"() {
    const board = withWords({ name: "Hörde", calls: [call] });
    equal(board.calls[0].words, { spoken: "A017 Raum 3", from: null });
    equal(board.words, { office: "Hörde", calls: [] });
  },
};
