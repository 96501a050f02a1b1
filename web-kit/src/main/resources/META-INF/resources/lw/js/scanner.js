/**
 * A scanner types like a keyboard, faster than anybody can, and wherever the focus is. What it types is caught here: a code
 * is sent to check in, anything else is refused in words, and nothing of it reaches what has the focus. Enter, Tab or nothing
 * may end it.
 *
 * It types the keys of a layout of its own. Where the computer has another one, letters change places; so a scan has two
 * readings: what the computer made of the keys, and what they are on an American keyboard.
 */
const BETWEEN_KEYS_MS = 100; // wireless ones stutter
const AT_ITS_END_MS = 250;
const LEAST = 2;
const LEAST_WITHOUT_END = 6;
/** In a field people type, some of them fast: but not that fast for so long. */
const LEAST_IN_A_FIELD = 8;
const MEAN_IN_A_FIELD_MS = 35;
const CODE = /(?:^|[^0-9A-Z])([2-9A-HJKMNP-TV-Z]{4})[^0-9A-Z]?([2-9A-HJKMNP-TV-Z]{4})$/i;
const FIELD = "input:not([type=hidden]), textarea";
const MODIFIERS = ["Shift", "AltGraph", "CapsLock"];

let keys = [];
let typedAt = -Infinity;
let before = null;
let ending = 0;
let endedAt = -Infinity;

const form = () => document.getElementById("scan");

function swallow(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

document.addEventListener(
  "keydown",
  (event) => {
    if (MODIFIERS.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const isFast = event.timeStamp - typedAt < BETWEEN_KEYS_MS;
    typedAt = event.timeStamp;
    clearTimeout(ending);
    if (isEnd(event) && event.timeStamp - endedAt < BETWEEN_KEYS_MS) {
      endedAt = event.timeStamp; // some end with two keys
      swallow(event);
      return;
    }
    if (!isFast) {
      begin();
    }
    if (isEnd(event)) {
      if (isScan(LEAST)) {
        endedAt = event.timeStamp;
        swallow(event);
        finish();
      }
      keys = [];
    } else if (event.key.length === 1 || event.key === "Dead") {
      keys.push({ key: event.key, code: event.code, at: event.timeStamp });
      if (keys.length >= LEAST && !before) {
        swallow(event);
      }
      ending = setTimeout(endByItself, AT_ITS_END_MS);
    } else {
      keys = [];
    }
  },
  true,
);

const isEnd = ({ key }) => key === "Enter" || key === "Tab";

/** Remembers what a field held before it was typed into. */
function begin() {
  const field = document.activeElement?.closest(FIELD);
  before = field ? { field, value: field.value } : null;
  keys = [];
}

function endByItself() {
  if (isScan(LEAST_WITHOUT_END)) {
    finish();
  }
  keys = [];
}

function isScan(least) {
  const mean = keys.length > 1 ? (keys[keys.length - 1].at - keys[0].at) / (keys.length - 1) : Infinity;
  return before
    ? keys.length >= LEAST_IN_A_FIELD && mean < MEAN_IN_A_FIELD_MS && Boolean(form())
    : keys.length >= least;
}

function finish() {
  const readings = [asTyped, asPressed].map((read) => read().match(CODE)).map((found) => (found ? found[1] + found[2] : ""));
  const [code, other] = readings.filter((reading, at) => reading && readings.indexOf(reading) === at);
  if (before) {
    before.field.value = before.value;
  }
  if (form() && document.querySelector("#moment[open]") === null) {
    form().elements.namedItem("code").value = code ?? "";
    form().elements.namedItem("other").value = other ?? "";
    form().requestSubmit();
  }
}

/** What the computer made of the keys. */
function asTyped() {
  return keys.map(({ key }) => (key.length === 1 ? key : "")).join("");
}

/** What the keys are on an American keyboard. */
function asPressed() {
  return keys.map(({ code }) => /^(?:Key|Digit|Numpad)([0-9A-Z])$/.exec(code)?.[1] ?? "-").join("");
}
