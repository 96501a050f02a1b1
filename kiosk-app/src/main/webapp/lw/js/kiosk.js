/**
 * An unattended kiosk. The server renders every screen, htmx puts it into the page; this script makes sure that a
 * visitor is never stuck and leaves no trace:
 *
 * - a request that is slow or fails is covered by a calm notice, and repeated, unchanged, as soon as the server
 *   answers;
 * - a screen without activity asks first, and then returns to its first page;
 * - a start page shows at once what the administration changes;
 * - a device whose pairing has ended, or that was moved, asks the server what it is now.
 *
 * Touch, scanners, pages and half-filled forms have scripts of their own.
 */
import "./pairing.js";
import "./press.js";
import "./scanner.js";
import { askOnAllConnections, isOurs } from "./asking.js";
import { countDown as countDownKept } from "./countdown.js";
import { Health } from "./health.js";
import { typeAgain, whatIsTyped } from "./keep.js";
import { LiveSocket } from "./live-socket.js";
import { turnToFirst } from "./pages.js";

const REFRESH_MS = 10_000;
const PULSE_MS = 1_000;
const PULSE_PATIENCE_MS = 2_500;
const NOTICED_MS = 1_000; // after this time a visitor needs to see that the request is in progress
const MOST_ATTEMPTS = 10;
const CODE_LENGTH = 8;
const NOT_IN_CODES = /[^2-9A-HJKMNP-TV-Z]/g;

const settings = document.body.dataset;
const idleSeconds = Number(settings.idleSeconds);
const warnSeconds = Number(settings.warnSeconds);

const health = new Health(settings.reports);
const TICKET_SHOWN = /\/ticket\/[^/]+$/;

const byId = (id) => document.getElementById(id);
const screen = () => byId("screen");
const seconds = () => performance.now() / 1_000;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const show = (address) => htmx.ajax("GET", address, "#screen").catch(() => {});

let touchedAt = seconds();
let isPressed = false;
let newRelease = false;

/* --- what arrives from the server --- */

document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, requestConfig } = event.detail;
  const isRefresh = requestConfig.elt.id === "now";
  if (event.detail.shouldSwap && !isScreen(xhr)) {
    // the answer is not from this server, but for instance from a proxy
    event.detail.shouldSwap = false;
    interrupted(requestConfig);
  } else if (event.detail.shouldSwap) {
    const received = new DOMParser().parseFromString(xhr.responseText, "text/html");
    typed = isRefresh ? null : { path: location.pathname, ...whatIsTyped(screen()) };
    takeOver(received.documentElement, isRefresh);
    if (isRefresh && isOfAnotherOffice(received)) {
      event.detail.shouldSwap = false;
      startWhenThere();
    } else if (isRefresh && isOutdatedBy(received)) {
      // the part of another screen does not fit into this one
      event.detail.shouldSwap = false;
      showAnew();
    }
  }
});

/** Whether a refresh tells that the whole screen is out of date: opened, closed, called, arranged anew. */
function isOutdatedBy(received) {
  const now = received.getElementById("now")?.dataset ?? {};
  return ["state", "arranged"].some((name) => (now[name] ?? "") !== (screen().dataset[name] ?? ""));
}

/** Whether this kiosk was moved: it is then sent to the start of its new office. */
function isOfAnotherOffice(received) {
  return received.getElementById("screen").dataset.start !== screen().dataset.start;
}

function showAnew() {
  if (!isPressed) {
    show(location.href);
  }
}

function isScreen(xhr) {
  return isOurs((name) => xhr.getResponseHeader(name)) && xhr.responseText.includes('id="screen"');
}

let typed = null;

/** Applies a new screen's language, direction and look to the whole page. */
function takeOver(root, isRefresh) {
  newRelease = root.dataset.release !== document.documentElement.dataset.release;
  if (!isRefresh) {
    for (const { name, value } of root.attributes) {
      if (name !== "data-release") {
        document.documentElement.setAttribute(name, value);
      }
    }
  }
}

document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.requestConfig.elt.id === "now") {
    return;
  }
  // another language, an accessibility aid or a refusal: the same page again
  if (typed?.path === location.pathname) {
    typeAgain(typed, screen());
  }
  typed = null;
  touchedAt = seconds();
  attempts = 0;
  if (TICKET_SHOWN.test(location.pathname)) {
    health.issued();
  }
  listen();
  if (document.activeElement === document.body) {
    document.querySelector("h1")?.focus({ preventScroll: true });
  }
});

/** htmx notes the last address there, which may be that of a ticket. */
document.addEventListener("htmx:replacedInHistory", () => sessionStorage.clear());

/* --- what the server tells by itself --- */

let listening = null;

/** Follows the office whose start page is shown; what is missed here comes with the next refresh. */
function listen() {
  const { socket, live } = byId("now")?.dataset ?? {};
  if (socket && socket !== listening?.address) {
    listening?.socket.stop();
    let known = null;
    const hear = ({ type, name, open, opensAt, ordered, topics, languages, installation, texts }) => {
      if (type === "office") {
        const told = JSON.stringify([name, open, opensAt, ordered, topics, languages, installation, texts]);
        if (known !== null && told !== known) {
          refresh();
        }
        known = told;
      }
    };
    listening = {
      address: socket,
      socket: new LiveSocket(socket, {
        protocol: "lw.office.v1",
        otherWay: live,
        onMessage: hear,
        onLive: (live) => live || health.lost(),
        onDismissed: startWhenThere,
      }),
    };
  }
}

/** Opens the first page anew, as soon as the server answers. */
async function startWhenThere() {
  while (!(await hasPulse())) {
    await pause(PULSE_MS);
  }
  location.replace(screen().dataset.start);
}

document.addEventListener("htmx:beforeRequest", (event) => {
  const button = event.detail.requestConfig.triggeringEvent?.submitter;
  button?.setAttribute("data-chosen", "");
  if (event.detail.requestConfig.elt.id !== "now") {
    slow = setTimeout(cover, NOTICED_MS);
  }
});

document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.requestConfig.elt.id !== "now") {
    clearTimeout(slow);
    if (!watching) {
      byId("moment").close();
    }
  }
});

let slow = 0;

/** Covers the screen while a request is in progress, so that it is clear that the tap has counted. */
function cover() {
  byId("still-there").close();
  if (!byId("moment").open) {
    byId("moment").showModal();
  }
}

/* --- when the server does not answer --- */

let pending = null;
let interruptedAt = 0;
let attempts = 0;
let watching = false;

for (const failure of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
  document.addEventListener(failure, (event) => interrupted(event.detail.requestConfig));
}

function interrupted({ elt, triggeringEvent, path }) {
  if (elt.id !== "now") {
    pending = triggeringEvent?.submitter ?? (elt.matches("a") ? elt : path);
  }
  if (!watching) {
    watching = true;
    interruptedAt = seconds();
    watch();
  }
}

async function watch() {
  cover();
  do {
    await pause(PULSE_MS);
  } while (!(await hasPulse()));
  watching = false;
  goOn();
}

async function hasPulse() {
  try {
    return (await askOnAllConnections(settings.pulse, PULSE_PATIENCE_MS)).ok;
  } catch {
    return false;
  }
}

/** Repeats the request with the same idempotency key, unless the visitor must have left by now. */
function goOn() {
  const request = pending;
  pending = null;
  attempts += 1;
  const isForsaken = seconds() - interruptedAt > idleSeconds + warnSeconds || attempts > MOST_ATTEMPTS;
  if (isForsaken) {
    beginAnew();
  } else if (request instanceof Element && request.isConnected) {
    byId("moment").close();
    request.click();
    byId("moment").showModal();
  } else {
    show(typeof request === "string" ? request : location.href);
  }
}

/** The notice stays until the screen it covers is replaced. */
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && watching) {
    event.preventDefault();
  }
});

/* --- taps --- */

for (const touch of ["pointerdown", "pointerup", "keydown", "click", "wheel"]) {
  document.addEventListener(touch, touched, { capture: true, passive: true });
}
document.addEventListener("pointerdown", () => (isPressed = true), true);
for (const release of ["pointerup", "pointercancel"]) {
  document.addEventListener(release, () => (isPressed = false), true);
}

function touched(event) {
  if (event.isTrusted) {
    touchedAt = seconds();
  }
}

document.addEventListener("click", (event) => {
  if (event.target.closest("#begin-anew")) {
    beginAnew();
  } else if (event.target.closest("dialog.asks")) {
    byId("still-there").close();
  }
});

/* --- codes --- */

document.addEventListener("click", (event) => {
  const button = event.target.closest(".key");
  if (button) {
    press(button.dataset.key, button.closest("form").querySelector(".typed"));
  }
});

document.addEventListener("input", (event) => {
  if (event.target.id === "code") {
    write(plain(event.target.value));
  }
});

document.addEventListener("focusin", (event) => {
  if (event.target.matches(".field .typed")) {
    event.target.closest(".field").dataset.typing = "";
  }
});

/** A kiosk has no keyboard: its keys write into the one field of their form. */
function press(key, field) {
  const isCode = field.id === "code";
  const typed = isCode ? plain(field.value) : field.value;
  const text = key === "back" ? typed.slice(0, -1) : typed + key;
  if (isCode) {
    write(plain(text));
  } else {
    field.value = text;
  }
}

function plain(text) {
  return text.toUpperCase().replace(NOT_IN_CODES, "").slice(0, CODE_LENGTH);
}

/** In two groups of four, as on paper. */
function write(code) {
  const half = CODE_LENGTH / 2;
  byId("code").value = code.length > half ? `${code.slice(0, half)}-${code.slice(half)}` : code;
}

/* --- time --- */

countDownKept(() => show(location.href));

listen();
setInterval(tick, 250);
setInterval(refresh, REFRESH_MS);

function tick() {
  const { closesAfter, untouched } = screen().dataset;
  const quiet = seconds() - touchedAt;
  if (watching) {
    return;
  }
  if (closesAfter) {
    countDown(Number(closesAfter) - quiet, Number(closesAfter));
  } else if (untouched === "true") {
    rest(quiet);
  } else {
    ask(idleSeconds + warnSeconds - quiet);
  }
}

/** A screen that closes by itself shows its time from the beginning; any touch restarts its time. */
function countDown(left, whole) {
  if (left <= 0) {
    beginAnew();
    return;
  }
  tellLeft(document.querySelector(".closing .left"), left);
  document.querySelector(".closing-bar").value = left / whole;
  const announcement = byId("announcement");
  const soon = left <= warnSeconds ? announcement.dataset.closing : "";
  if (announcement.textContent !== soon) {
    announcement.textContent = soon;
  }
}

function ask(left) {
  const dialog = byId("still-there");
  if (left <= 0) {
    beginAnew();
  } else if (left > warnSeconds) {
    dialog.close();
  } else {
    tellLeft(dialog.querySelector(".left"), left);
    if (!dialog.open) {
      dialog.showModal();
      byId("stay").focus();
    }
  }
}

/** After a time without touch: back to the first page, and to a new release if there is one. */
function rest(quiet) {
  if (quiet > idleSeconds) {
    turnToFirst();
    if (newRelease) {
      newRelease = false;
      renew();
    }
  }
}

/**
 * Reloads only while the server answers, since a kiosk has no attendant who could leave the browser's error page. The
 * next refresh reports the new release again.
 */
async function renew() {
  const { start } = screen().dataset;
  if (await hasPulse()) {
    location.replace(start);
  }
}

function tellLeft(place, left) {
  const whole = Math.ceil(left);
  const text = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
  if (place.textContent !== text) {
    place.textContent = text;
  }
}

function beginAnew() {
  touchedAt = seconds();
  show(screen().dataset.start);
}

function refresh() {
  const isCalm = !watching && !isPressed && !byId("still-there").open && document.visibilityState === "visible";
  if (isCalm && byId("now")) {
    htmx.trigger("#now", "refresh");
  }
}
