/**
 * Nothing scrolls at a kiosk. Content that does not fit is shown in pages, with two buttons to turn them and "1 / 3". A
 * page ends between two items, never within one; the items of the next page are hidden.
 */

/** Elements that stay together if they fit on a page. */
const WHOLE = ".card, .ticket, .ticket-main, .ticket-more, .typing, .field, .next, .elsewhere-office, .notice";
/** Elements that are never divided. */
const ATOM = "a, button, input, select, label, svg, .keypad, h1, h2, h3, h4, .when-time";
/** Elements that stay together with the following one. */
const HEADING = "h1, h2, h3, h4, label, legend";
const TOLERANCE_PX = 2;
/** Space for the focus ring of elements at an edge. */
const RING_PX = 4;

const byId = (id) => document.getElementById(id);
const stage = () => byId("stage");
const turner = () => byId("turn");

/** In reach mode a page that is not full is aligned to the bottom. */
const isLow = () => document.documentElement.dataset.reach === "low";

let shown = 0;
/** Until the visitor turns a page, the page with the result of the last tap is shown, even if it is not the first. */
let hasTurned = false;
/** Where the page that is shown begins; scrolled elsewhere by the browser, the stage turns to what was searched for. */
let scrolledTo = 0;
let starts = [0];
let ends = [0];

/** The items on the stage from top to bottom, with their edges relative to the whole content. */
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

/** A text that is higher than the stage is divided between its lines. */
function lines(text, origin) {
  const range = document.createRange();
  range.selectNodeContents(text);
  const between = parseFloat(getComputedStyle(text).lineHeight) || Infinity;
  return [...range.getClientRects()].map((line) => {
    const over = Math.max(0, line.height - between) / 2; // letters of some scripts extend into the next line
    return { top: line.top - origin + over, bottom: line.bottom - origin - over };
  });
}

/** Items side by side form one row; a heading belongs to the row below it. */
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

/** The start and end of each page. */
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

/** Measures again and stays on the current page. */
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
    part(
      rows(
        [...place.children].flatMap((child) => things(child, height, origin)),
        height,
      ),
      height,
    );
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
  scrolledTo = place.scrollTop;
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
  turnToWhatIsAt(element.getBoundingClientRect().top - place.getBoundingClientRect().top - above + place.scrollTop);
}

function turnToWhatIsAt(top) {
  const page = starts.findLastIndex((start) => start <= top + TOLERANCE_PX);
  turnTo(Math.max(0, page));
}

/** Returns to the first page, for a new visitor. */
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

/** Elements with an animation are measured at its end. */
document.addEventListener("animationend", () => layOut());

/** Shows the page of the element that gets the focus; that page stays, as if the visitor had turned it. */
document.addEventListener("focusin", (event) => {
  if (starts.length > 1 && event.target.closest("#stage")) {
    const before = shown;
    turnToWhatHolds(event.target);
    hasTurned ||= shown !== before;
  }
});

/**
 * The browser scrolls to what it finds in the page, to the target of an address, or to what assistive technology asks
 * for, without a focus. The scroll padding in kiosk.css makes it move that to the uppermost line of the stage.
 */
document.addEventListener(
  "scroll",
  ({ target }) => {
    if (target === stage() && target.scrollTop !== scrolledTo) {
      hasTurned = true;
      turnToWhatIsAt(target.scrollTop - parseFloat(getComputedStyle(target).paddingBlockStart));
    }
  },
  { capture: true, passive: true },
);

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
    sizes.observe(stage()); // what stands below it may grow
    [...stage().children].forEach((child) => sizes.observe(child));
  }
}

watch();
layOut();
document.fonts.ready.then(layOut);
