/**
 * A visitor's phone. The server draws the ticket in the visitor's language; its socket only tells that something has
 * changed, and this script fetches the drawing again. A call is shown at once, from the message itself.
 */
import { countDown } from "./countdown.js";
import { LiveSocket } from "./live-socket.js";

const PAUSE_MINUTES = 15;
const FETCH_PATIENCE_MS = 8_000;
const RING_EVERY_MS = 3_000;
const RING_FOR_MS = 60_000;
const TAP_PAUSE_MS = 500;
const FRONT = 3; // so many first in line are redrawn at once, others within the next seconds
const SPREAD_MS = 4_000;

const byId = (id) => document.getElementById(id);
const ticket = () => byId("ticket");

let seen = "";
let stale = false;
let drawings = 0;
let busyUntil = 0;
let drawingSoon = 0;

/* --- what becomes of the ticket --- */

function hear(message) {
  if (message.type === "gone") {
    redraw();
    return;
  }
  const now = message.type === "ticket" ? message.ticket : null;
  const isCalled = now?.state === "CALLED";
  const isNew = now && JSON.stringify(now) !== seen;
  if (now) {
    seen = JSON.stringify(now);
  }
  if (isCalled) {
    call(now.counter?.name ?? "");
  }
  const isFarBack = now?.state === "WAITING" && ticket().dataset.state === "WAITING" && now.ahead > FRONT;
  // a second call changes nothing of the ticket but how often it was called
  if (isNew && isFarBack) {
    redrawSoon();
  } else if (isNew || isCalled || stale) {
    redraw();
  }
}

/** The line has moved on for many phones: they do not all ask at the same moment. */
function redrawSoon() {
  drawingSoon ||= setTimeout(redraw, Math.random() * SPREAD_MS);
}

/** Fetches the page again and puts its ticket in place of this one. What cannot be fetched is tried at the next beat. */
async function redraw() {
  clearTimeout(drawingSoon);
  drawingSoon = 0;
  const drawing = ++drawings;
  try {
    const answer = await fetch(location.href, { cache: "no-store", signal: AbortSignal.timeout(FETCH_PATIENCE_MS) });
    if (answer.status === 404 || answer.status === 410) {
      location.reload();
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (drawing === drawings) {
      stale = !answer.ok || !page.getElementById("ticket");
      if (!stale) {
        replaceWith(page);
      }
    }
  } catch {
    stale = true;
  }
}

function replaceWith(page) {
  const focused = document.activeElement?.dataset?.does;
  ticket().replaceWith(document.adoptNode(page.getElementById("ticket")));
  byId("says").textContent = page.getElementById("says").textContent;
  if (focused) {
    document.querySelector(`[data-does="${focused}"]`)?.focus({ preventScroll: true });
  }
  showState();
}

function showState() {
  const { state, over, recalls } = ticket().dataset;
  document.querySelector('[data-does="alarm"]')?.setAttribute("aria-pressed", String(alarm.isOn));
  if (state === "CALLED") {
    answered &&= recalls === heardRecalls;
    heardRecalls = recalls;
    call(document.querySelector(".call-room").textContent);
  } else {
    calm();
  }
  if (over === "true") {
    byId("really").close();
    alarm.switchOff();
  }
}

function tellLive(live) {
  byId("live").dataset.live = String(live);
  if (live) {
    redraw();
  }
}

/* --- the call --- */

let ringing = 0;
let answered = false;
let heardRecalls = "";
const ownTitle = document.title;

function call(room) {
  const screen = byId("call");
  const isNew = !ringing && !answered;
  screen.querySelector(".call-room bdi").textContent = room.trim();
  screen.dataset.shown = String(!answered);
  document.title = `${room.trim()} · ${ownTitle}`;
  if (isNew) {
    const began = Date.now();
    ringing = setInterval(() => (Date.now() - began < RING_FOR_MS ? alarm.ring() : hush()), RING_EVERY_MS);
    alarm.ring();
    screen.querySelector("button").focus({ preventScroll: true });
  }
}

function calm() {
  hush();
  answered = false;
  document.title = ownTitle;
}

function hush() {
  clearInterval(ringing);
  ringing = 0;
}

/* --- sound and vibration: browsers want a tap first --- */

const alarm = {
  isOn: false,
  audio: null,
  wakeLock: null,

  async toggle() {
    if (this.isOn) {
      this.switchOff();
    } else {
      this.isOn = true;
      this.audio ??= new AudioContext();
      await this.audio.resume();
      this.ring();
      this.keepAwake();
    }
    showState();
  },

  switchOff() {
    this.isOn = false;
    this.wakeLock?.release();
    this.wakeLock = null;
  },

  /** Two notes and a vibration; silence if they were not asked for. */
  ring() {
    if (!this.isOn) {
      return;
    }
    navigator.vibrate?.([400, 150, 400]);
    this.note(659, 0);
    this.note(880, 0.3);
  },

  note(frequency, after) {
    const start = this.audio.currentTime + after;
    const tone = new OscillatorNode(this.audio, { frequency });
    const volume = new GainNode(this.audio, { gain: 0.0001 });
    volume.gain.exponentialRampToValueAtTime(0.6, start + 0.03);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.6);
    tone.connect(volume).connect(this.audio.destination);
    tone.start(start);
    tone.stop(start + 0.65);
  },

  /** A sleeping phone hears nothing. */
  async keepAwake() {
    try {
      this.wakeLock = await navigator.wakeLock?.request("screen");
    } catch {
      this.wakeLock = null;
    }
  },
};

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") {
    redraw();
    if (alarm.isOn) {
      alarm.keepAwake();
    }
  }
});

/* --- what the visitor does --- */

const doings = {
  later: () => ask("POST", "/later", { minutes: PAUSE_MINUTES }),
  back: () => ask("POST", "/back"),
  leave: () => byId("really").showModal(),
  "leave-now": () => {
    byId("really").close();
    return ask("DELETE", "");
  },
  stay: () => byId("really").close(),
  "stay-on": () => ask("POST", "/stay"),
  alarm: () => alarm.toggle(),
  coming: () => {
    answered = true;
    hush();
    byId("call").dataset.shown = "false";
  },
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-does]");
  if (button && Date.now() > busyUntil) {
    busyUntil = Date.now() + TAP_PAUSE_MS;
    doings[button.dataset.does]();
  }
  for (const menu of document.querySelectorAll("details[open]")) {
    menu.open = menu.contains(event.target);
  }
});

async function ask(method, action, body) {
  try {
    const answer = await fetch(ticket().dataset.api + action, {
      method,
      headers: body ? { "Content-Type": "application/json" } : {},
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(FETCH_PATIENCE_MS),
    });
    byId("refused").hidden = answer.ok;
    await redraw();
    byId("refused").hidden = answer.ok;
  } catch {
    byId("refused").hidden = false;
  }
}

countDown(redraw);
new LiveSocket(ticket().dataset.socket, {
  protocol: "lw.ticket.v1",
  hello: () => ({ type: "hello" }),
  onMessage: hear,
  onLive: tellLive,
});
showState();
