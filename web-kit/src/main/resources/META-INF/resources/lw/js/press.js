/**
 * Fingers at a kiosk. A browser takes a finger that wanders for one that wants to scroll, and a second one for a gesture:
 * both press nothing. Here a control is pressed by the pointer that goes down and up inside of it, however it trembled in
 * between; one that slides off presses nothing. Hands that rest on the screen are ignored. Whoever uses a keyboard, a switch
 * or a screen reader clicks without a pointer; their clicks are the browser's own.
 *
 * Who taps faster than a screen can change taps what was there before: a new screen hears nobody until the tapping pauses.
 */
const CONTROL = "a[href], button, label, summary, input, select, dialog.asks";
const FIELD = "input:not([type=radio], [type=checkbox]), select";
/** Where the same thing may well be pressed twice at once. */
const REPEATED = ".key";
const PAUSE_MS = 500;
const SAME_PLACE_PX = 60;
/** A hand that lies there that long does not press. */
const RESTING_MS = 800;

const down = new Map(); // what each pointer is about to press
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
      [...down.keys()].forEach(forget); // what has rested there until now was a hand
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
      return; // a mouse clicks by itself
    }
    liftedAt = event.timeStamp;
    if (press && controlAt(event.clientX, event.clientY) === press.control && !isSecondOfDouble(event, press.control)) {
      [...down.keys()].forEach(forget); // whatever else touches the screen was a hand
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

/** A trembling hand or a worn screen taps twice; the second tap would hit what has just appeared there. */
function isSecondOfDouble({ timeStamp: at, clientX: x, clientY: y }, control) {
  const isSecond = at - last.at < PAUSE_MS && Math.hypot(x - last.x, y - last.y) < SAME_PLACE_PX;
  last = { at, x, y };
  return isSecond && !control.matches(REPEATED);
}

/** Of what a finger does the browser makes a click, too; and a mouse may click twice. */
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
