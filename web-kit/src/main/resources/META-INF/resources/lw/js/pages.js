/**
 * Nothing scrolls at a kiosk. What does not fit is shown in pages: two buttons and "1 / 3" say so and turn them. A page ends
 * between two things, never within one; what begins on the next page is not to be seen before.
 */

/** Stays together if it fits. */
const WHOLE = ".card, .ticket, .ticket-main, .ticket-more, .typing, .field, .next, .elsewhere-office, .notice";
/** Is never cut. */
const ATOM = "a, button, input, select, label, svg, .keypad, h1, h2, h3, h4, .when-time";
/** Belongs to what follows. */
const HEADING = "h1, h2, h3, h4, label, legend";
const TOLERANCE_PX = 2;
/** Room for the focus ring of what stands at an edge. */
const RING_PX = 4;

const byId = (id) => document.getElementById(id);
const stage = () => byId("stage");
const turner = () => byId("turn");

/** In reach mode a page that is not full stands at the bottom. */
const isLow = () => document.documentElement.dataset.reach === "low";

let shown = 0;
/** Until a page was turned, what was touched last is answered first, even if it stands further down. */
let hasTurned = false;
let starts = [0];
let ends = [0];

/** The things on the stage from top to bottom, each with its edges inside of the whole content. */
function things(within, height, origin) {
  const box = within.getBoundingClientRect();
  const thing = { top: box.top - origin, bottom: box.bottom - origin, isHeading: within.matches(HEADING) };
  if (box.height === 0 || getComputedStyle(within).visibility === "hidden") {
    return [];
  }
  if (within.matches(ATOM) || (within.matches(WHOLE) && box.height <= height)) {
    return [thing];
  }
  const parts = [...within.children].flatMap((part) => things(part, height, origin));
  if (parts.length > 0 && !within.matches("p, dt, dd")) {
    return parts;
  }
  return box.height <= height ? [thing] : lines(within, origin);
}

/** A text that is higher than the stage can only be parted between its lines. */
function lines(text, origin) {
  const range = document.createRange();
  range.selectNodeContents(text);
  const between = parseFloat(getComputedStyle(text).lineHeight) || Infinity;
  return [...range.getClientRects()].map((line) => {
    const over = Math.max(0, line.height - between) / 2; // letters of some scripts reach into the next line
    return { top: line.top - origin + over, bottom: line.bottom - origin - over };
  });
}

/** What stands side by side is one row; a heading is one with the row below it. */
function rows(all, height) {
  const sorted = [...all].sort((one, other) => one.top - other.top);
  const merged = [];
  for (const thing of sorted) {
    const last = merged[merged.length - 1];
    const isBeside = last && thing.top < last.bottom - TOLERANCE_PX;
    const isHeaded = last?.isHeading && thing.bottom - last.top <= height;
    if (isBeside || isHeaded) {
      last.bottom = Math.max(last.bottom, thing.bottom);
      last.isHeading = isBeside ? last.isHeading && thing.isHeading : thing.isHeading;
    } else {
      merged.push({ ...thing });
    }
  }
  return merged;
}

/** Where pages begin and end. */
function part(all, height) {
  starts = [0];
  ends = [0];
  for (const { top, bottom } of all) {
    if (bottom - starts[starts.length - 1] > height && ends[ends.length - 1] > starts[starts.length - 1]) {
      starts.push(top);
      ends.push(bottom);
    } else {
      ends[ends.length - 1] = Math.max(ends[ends.length - 1], bottom);
    }
  }
}

/** Measures again; stays on the page that is shown. */
function layOut() {
  const place = stage();
  if (!place) {
    return;
  }
  place.style.clipPath = "";
  place.style.setProperty("--spare", "0px");
  place.scrollTop = 0;
  turner().hidden = true;
  if (place.scrollHeight > place.clientHeight + TOLERANCE_PX) {
    turner().hidden = false;
    const style = getComputedStyle(place);
    const above = parseFloat(style.paddingBlockStart);
    const height = place.clientHeight - above - parseFloat(style.paddingBlockEnd);
    const origin = place.getBoundingClientRect().top + above;
    part(rows([...place.children].flatMap((child) => things(child, height, origin)), height), height);
  } else {
    starts = [0];
    ends = [place.clientHeight];
  }
  const first = hasTurned ? null : place.querySelector("[data-first]");
  if (first) {
    turnToWhatHolds(first.querySelector("button") ?? first);
  } else {
    turnTo(Math.min(shown, starts.length - 1));
  }
}

function turnTo(page) {
  const place = stage();
  const isOne = starts.length === 1;
  shown = page;
  place.dataset.page = String(page + 1);
  place.dataset.pages = String(starts.length);
  place.style.setProperty("--spare", isOne ? "0px" : `${place.clientHeight}px`);
  const style = getComputedStyle(place);
  const above = parseFloat(style.paddingBlockStart);
  const height = place.clientHeight - above - parseFloat(style.paddingBlockEnd);
  place.scrollTop = isOne ? 0 : isLow() ? Math.max(0, ends[page] - height) : starts[page];
  const hidden = page === 0 ? 0 : starts[page] - place.scrollTop + above - RING_PX;
  const below = place.clientHeight - above - (ends[page] - place.scrollTop) - RING_PX;
  place.style.clipPath = isOne ? "" : `inset(${Math.max(0, hidden)}px 0px ${Math.max(0, below)}px 0px)`;
  tell(page);
}

function tell(page) {
  const [back, place, on] = turner().children;
  const text = `${page + 1} / ${starts.length}`;
  if (place.textContent !== text) {
    place.textContent = text;
  }
  back.setAttribute("aria-disabled", String(page === 0));
  on.setAttribute("aria-disabled", String(page === starts.length - 1));
}

function turnToWhatHolds(element) {
  const place = stage();
  const above = parseFloat(getComputedStyle(place).paddingBlockStart);
  const top = element.getBoundingClientRect().top - place.getBoundingClientRect().top - above + place.scrollTop;
  const page = starts.findLastIndex((start) => start <= top + TOLERANCE_PX);
  turnTo(Math.max(0, page));
}

/** Back to where every visitor begins. */
export function turnToFirst() {
  if (shown !== 0) {
    turnTo(0);
  }
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("#turn button");
  if (button && button.getAttribute("aria-disabled") !== "true") {
    hasTurned = true;
    turnTo(shown + Number(button.dataset.turn));
  }
});

/** What slides in is measured where it comes to rest. */
document.addEventListener("animationend", () => layOut());

/** The keyboard goes through all that is on the stage; the page goes along. */
document.addEventListener("focusin", (event) => {
  if (starts.length > 1 && event.target.closest("#stage")) {
    turnToWhatHolds(event.target);
  }
});

document.addEventListener("htmx:afterSettle", (event) => {
  const path = location.pathname;
  if (event.detail.target.id === "screen" && path !== lastPath) {
    shown = 0;
  }
  lastPath = path;
  hasTurned = false;
  watch();
  layOut();
});

let lastPath = location.pathname;

const sizes = new ResizeObserver(() => layOut());

function watch() {
  sizes.disconnect();
  if (stage()) {
    sizes.observe(stage().parentElement);
    [...stage().children].forEach((child) => sizes.observe(child));
  }
}

watch();
layOut();
document.fonts.ready.then(layOut);
