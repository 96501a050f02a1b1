/**
 * A visitor's phone. The server renders the ticket in the visitor's language; the socket only reports that something
 * has changed, and this script fetches the page again. A call is shown at once, from the message itself.
 */
import { ask, askOnAllConnections } from "./asking.js";
import { countDown } from "./countdown.js";
import "./leaving.js";
import { LiveSocket } from "./live-socket.js";
import { Modal } from "./modal.js";
import { sayAgain } from "./said.js";
import { tell } from "./telling.js";

const PAUSE_MINUTES = 15;
const DRAWN_WITHIN_MS = 4_000;
const NOTICED_MS = 1_000; // after this time a visitor needs to see that the request is in progress
const RING_EVERY_MS = 3_000;
const RING_FOR_MS = 60_000;
const TAP_PAUSE_MS = 500;
const FRONT = 3; // this many phones at the front of the line reload at once, others within the next seconds
const SPREAD_MS = 4_000;
const REWORDED_MS = 1_000; // all phones fetch a changed text, within this time

const byId = (id) => document.getElementById(id);
const ticket = () => byId("ticket");

const callScreen = new Modal(byId("call"), sameAsBefore);
const really = new Modal(byId("really"), sameAsBefore);

let seen = "";
let stale = false;
let drawings = 0;
let busyUntil = 0;
let drawingSoon = 0;

/* --- the state of the ticket --- */

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
  if (isCalled && !now.comingSince) {
    call(now.counter?.name ?? "");
  }
  const isFarBack = now?.state === "WAITING" && ticket().dataset.state === "WAITING" && now.ahead > FRONT;
  // a recall changes only the ticket's number of recalls
  const isReworded = now && message.texts !== undefined && String(message.texts) !== ticket().dataset.texts;
  if (isCalled || stale || (isNew && !isFarBack)) {
    redraw();
  } else if (isReworded) {
    redrawSoon(REWORDED_MS);
  } else if (isNew) {
    redrawSoon(SPREAD_MS);
  }
}

/** A change in the line concerns many phones: the delay keeps them from sending their requests at the same moment. */
function redrawSoon(spread) {
  drawingSoon ||= setTimeout(redraw, Math.random() * spread);
}

/**
 * Fetches the page again and puts its ticket in place of this one. What cannot be fetched is tried at the next beat.
 */
async function redraw() {
  clearTimeout(drawingSoon);
  drawingSoon = 0;
  const drawing = ++drawings;
  try {
    // a lost connection swallows the request; a second attempt uses other connections as well
    const answer = await askOnAllConnections(location.href, DRAWN_WITHIN_MS, stale ? 3 : 1);
    if (answer.status === 404 || answer.status === 410) {
      location.reload();
      return;
    }
    const page = new DOMParser().parseFromString(answer.text, "text/html");
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
  const says = document.adoptNode(page.getElementById("says"));
  if (says.textContent !== byId("says").textContent) {
    byId("says").replaceChildren(...says.childNodes);
  }
  sayAgain(page);
  byId("announcement").dataset.called = page.getElementById("announcement").dataset.called;
  for (const modal of [callScreen, really]) {
    if (modal.isOpen) {
      modal.cover();
    }
  }
  if (focused) {
    document.querySelector(`[data-does="${focused}"]`)?.focus({ preventScroll: true });
  }
  showState();
}

/** Finds a button again after the ticket was redrawn. */
function sameAsBefore({ dataset }) {
  return document.querySelector(`#ticket [data-does="${dataset.does}"]`) ?? document.querySelector("main");
}

function showState() {
  const { state, over, coming, recalls } = ticket().dataset;
  document.querySelector('[data-does="alarm"]')?.setAttribute("aria-pressed", String(alarm.isOn));
  if (state === "CALLED" && coming !== "true") {
    call(document.querySelector(".called bdi").textContent, recalls);
  } else {
    calm(state);
  }
  if (over === "true") {
    really.close();
    alarm.switchOff();
  }
}

function tellLive(live) {
  byId("live").dataset.live = String(live);
  if (live) {
    tell("");
    redraw();
  }
}

/* --- the call --- */

let ringing = 0;
let heardRecalls = null; // the number of recalls of the call that is shown; null until a message has told it
let owed = false; // the call was answered here, but the server does not know yet
const ownTitle = document.title;

/**
 * Shows a call until it is answered, on this phone or another one, or over. Its first message has no number of recalls.
 */
function call(room, recalls = heardRecalls) {
  if (owed) {
    sendAnswer();
    return;
  }
  const name = room.trim();
  const isAgain = heardRecalls !== null && recalls !== heardRecalls;
  heardRecalls = recalls;
  byId("call").querySelector(".call-room bdi").textContent = name;
  document.title = `${name} · ${ownTitle}`;
  if (!callScreen.isOpen || isAgain) {
    ring();
    announce(name);
    really.close();
    callScreen.open();
  }
}

function ring() {
  const began = Date.now();
  hush();
  ringing = setInterval(() => (Date.now() - began < RING_FOR_MS ? alarm.ring() : hush()), RING_EVERY_MS);
  alarm.ring();
}

/** Announces the whole text, even if it is the same as before. */
function announce(room) {
  const announcement = byId("announcement");
  announcement.textContent = "";
  const words = announcement.dataset.called.replace("%r", room);
  setTimeout(() => (announcement.textContent = words), 100);
}

/** Hides the call: there is none, or none that still needs an answer. */
function calm(state) {
  hush();
  callScreen.close();
  owed = false;
  heardRecalls = null;
  if (state !== "CALLED") {
    document.title = ownTitle;
  }
}

function answer() {
  hush();
  callScreen.close();
  owed = true;
  sendAnswer();
}

let isSending = false;

/** Sends the answer to the server; if it is lost it is sent again after the server's next message. */
async function sendAnswer() {
  if (isSending) {
    return;
  }
  isSending = true;
  try {
    await ask(`${ticket().dataset.api}/coming`, { method: "POST" });
    owed = false;
    await redraw();
  } catch {
    stale = true;
  }
  isSending = false;
}

function hush() {
  clearInterval(ringing);
  ringing = 0;
}

/* --- sound and vibration: browsers require a tap first --- */

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

  /** Keeps the phone awake, since a sleeping phone receives nothing. */
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

/* --- actions of the visitor --- */

const doings = {
  later: () => wish("POST", "/later", { minutes: PAUSE_MINUTES }),
  back: () => wish("POST", "/back"),
  leave: () => really.open(),
  "leave-now": () => {
    really.close();
    return wish("DELETE", "");
  },
  stay: () => really.close(),
  "stay-on": () => wish("POST", "/stay"),
  alarm: () => alarm.toggle(),
  coming: answer,
};

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    really.close();
  }
});

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

/** Sends a request with a notice while it is in progress, and with an explanation if it gets no answer. */
async function wish(method, action, body) {
  if (!socket.live) {
    tell("away");
    return;
  }
  tell("");
  const slow = setTimeout(() => tell("sending"), NOTICED_MS);
  try {
    const answer = await ask(ticket().dataset.api + action, {
      method,
      headers: body ? { "Content-Type": "application/json" } : {},
      body: body && JSON.stringify(body),
    });
    tell(answer.ok ? "" : "refused");
    await redraw();
  } catch {
    tell("unsure");
    stale = true;
  } finally {
    clearTimeout(slow);
  }
}

countDown(redraw);
const socket = new LiveSocket(ticket().dataset.socket, {
  protocol: "lw.ticket.v1",
  otherWay: ticket().dataset.live,
  hello: () => ({ type: "hello" }),
  onMessage: hear,
  onLive: tellLive,
  onRefused: redraw,
});
showState();
