/**
 * Touch at a kiosk. A browser takes a finger that moves for scrolling, and a second finger for a gesture: neither
 * presses anything. Here a control is pressed by a pointer that goes down and up inside of it, even if it moves in
 * between; a pointer that slides off presses nothing. Hands that rest on the screen are ignored. A keyboard, a switch
 * or a screen reader causes clicks without a pointer, which are left to the browser.
 *
 * Fast taps may be meant for the previous screen: a new screen ignores taps until there is a pause.
 */
const CONTROL = "a[href], button, label, summary, input, select, dialog.asks";
const FIELD = "input:not([type=radio], [type=checkbox]), select";
/** Controls for which two taps in a row are intended. */
const REPEATED = ".key";
const PAUSE_MS = 500;
const SAME_PLACE_PX = 60;
/** A touch that lasts this long is a resting hand and does not press. */
const RESTING_MS = 800;

const down = new Map(); // the control that each pointer is about to press
let tappedAt = -Infinity;
let last = { at: -Infinity, x: 0, y: 0 };
let liftedAt = -Infinity;

const controlAt = (x, y) => document.elementFromPoint(x, y)?.closest(CONTROL);
const isMouse = (event) => event.pointerType === "mouse";

function show(control, isPressed) {
  control.toggleAttribute("data-pressed", isPressed);
}

function forget(pointer) {
  const press = down.get(pointer);
  if (press) {
    show(press.control, false);
    down.delete(pointer);
  }
}

document.addEventListener(
  "pointerdown",
  (event) => {
    tappedAt = event.timeStamp;
    const control = event.target.closest(CONTROL);
    const isSecond = [...down.values()].some((press) => event.timeStamp - press.at < RESTING_MS);
    if (control && !isSecond && event.button === 0) {
      [...down.keys()].forEach(forget); // pointers that were down until now are a resting hand
      down.set(event.pointerId, { control, at: event.timeStamp });
      show(control, true);
    }
  },
  true,
);

document.addEventListener(
  "pointermove",
  ({ pointerId, clientX, clientY }) => {
    const press = down.get(pointerId);
    if (press) {
      show(press.control, controlAt(clientX, clientY) === press.control);
    }
  },
  { capture: true, passive: true },
);

document.addEventListener(
  "pointerup",
  (event) => {
    const press = down.get(event.pointerId);
    forget(event.pointerId);
    if (isMouse(event)) {
      return; // the browser makes the clicks of a mouse
    }
    liftedAt = event.timeStamp;
    if (press && controlAt(event.clientX, event.clientY) === press.control && !isSecondOfDouble(event, press.control)) {
      [...down.keys()].forEach(forget); // other touches at the same time are a resting hand
      activate(press.control);
    }
  },
  true,
);

document.addEventListener("pointercancel", ({ pointerId }) => forget(pointerId), true);
addEventListener("blur", () => [...down.keys()].forEach(forget));

function activate(control) {
  if (control.matches(FIELD)) {
    control.focus();
  } else {
    control.click();
  }
}

/** A trembling hand or a worn screen may tap twice; the second tap would hit what has just appeared there. */
function isSecondOfDouble({ timeStamp: at, clientX: x, clientY: y }, control) {
  const isSecond = at - last.at < PAUSE_MS && Math.hypot(x - last.x, y - last.y) < SAME_PLACE_PX;
  last = { at, x, y };
  return isSecond && !control.matches(REPEATED);
}

/** Suppresses the click that the browser makes of a touch, and the second click of a mouse. */
document.addEventListener(
  "click",
  (event) => {
    const byPointer = event.isTrusted && event.detail > 0;
    const byFinger = event.pointerType ? !isMouse(event) : event.timeStamp - liftedAt < PAUSE_MS;
    const control = event.target.closest(CONTROL);
    if (byPointer && (byFinger || (control && isSecondOfDouble(event, control)))) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  },
  true,
);

document.addEventListener("contextmenu", (event) => event.preventDefault());
document.addEventListener("dragstart", (event) => event.preventDefault());

/* --- a new screen --- */

const page = document.documentElement;

document.addEventListener("htmx:afterSettle", (event) => {
  down.clear();
  if (event.detail.target.id === "screen" && event.timeStamp - tappedAt < PAUSE_MS) {
    page.dataset.settling = "";
    settle();
  }
});

function settle() {
  const left = tappedAt + PAUSE_MS - performance.now();
  if (left > 0) {
    setTimeout(settle, left);
  } else {
    delete page.dataset.settling;
  }
}
