/**
 * A scanner types like a keyboard, faster than people do, into the element with the focus. This script intercepts its
 * input: a code is sent to check in, anything else is refused with a notice, and the focused element gets nothing of
 * it. A scan may end with Enter, Tab or nothing.
 *
 * A scanner has a keyboard layout of its own. If the computer has another one, letters are exchanged; so a scan has two
 * readings: as the computer read the keys, and as on an American keyboard.
 */
const BETWEEN_KEYS_MS = 100; // wireless scanners pause between keys
const AT_ITS_END_MS = 250;
const LEAST = 2;
const LEAST_WITHOUT_END = 6;
/** In a field people type as well, but not as fast for as long. */
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
      endedAt = event.timeStamp; // some scanners end with two keys
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

/** Remembers the value of a field before the scan. */
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
  const readings = [asTyped, asPressed]
    .map((read) => read().match(CODE))
    .map((found) => (found ? found[1] + found[2] : ""));
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

/** The text as the computer read the keys. */
function asTyped() {
  return keys.map(({ key }) => (key.length === 1 ? key : "")).join("");
}

/** The text of the keys on an American keyboard. */
function asPressed() {
  return keys.map(({ code }) => /^(?:Key|Digit|Numpad)([0-9A-Z])$/.exec(code)?.[1] ?? "-").join("");
}
