/**
 * The counsellor's console. The server draws it; this script sends commands, asks for confirmation where a click is
 * unusual, keeps the page live, and makes everything possible by keyboard.
 *
 * A command is a function lw_… that the page has defined; its parameters are data attributes, so that a click means the
 * ticket it was made on, even if the line has moved since.
 */
import { keepFocusIn } from "./focus.js";
import { Questions } from "./questions.js";
import { Reach } from "./reach.js";
import { beginSlots, lookAgain, slotWanted } from "./slots.js";
import "./used.js";

const SENT = ["ticket", "code", "presence", "minutes", "topic", "anyway", "step", "enquiry"];
const REDRAWN_EVERY_MS = 30_000;
const COMBINED_WITHIN_MS = 250;
const COUNTERS_WITHIN_MS = 2_000;
const KEYS_OFF = "lw.keys";

const desk = document.querySelector("main.desk");
const questions = new Questions([
  "busy",
  "call",
  "more",
  "urgent",
  "cancel",
  "park",
  "finish",
  "transfer",
  "offer",
  "issue",
  "count",
  "language",
  "topic",
  "persons",
  "undo",
  "slot",
]);
const find = (id) => document.getElementById(id);

/* --- commands --- */

let asked = null; // the ticket of the open question
let given = null; // the button of the last command

function give(button) {
  const { command } = button.dataset;
  given = button;
  if (command === "turnTo") {
    find("turnedTo").value = button.dataset.ticket;
    remember();
    refresh();
    return;
  }
  if (command === "book") {
    window.lw_book(slotWanted());
    return;
  }
  const parameters = SENT.filter((name) => button.dataset[name]).map((name) => ({ name, value: button.dataset[name] }));
  if (!button.dataset.ticket && button.closest(".ui-dialog")) {
    parameters.push({ name: "ticket", value: asked?.ticket ?? "" });
  }
  for (const field of button.closest(".ui-dialog")?.querySelectorAll("[data-send]") ?? []) {
    parameters.push({ name: field.dataset.send, value: field.value });
  }
  window[`lw_${command}`](parameters);
}

/** What a button is called: its first words, since a key or a hint may follow them. */
function nameOf(button) {
  const words = [...button.querySelectorAll("span")].map((part) => part.textContent.trim());
  return button.getAttribute("aria-label") || words.find((text) => text) || button.textContent.trim();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) {
    return;
  }
  if (button.getAttribute("aria-disabled") === "true") {
    const words = desk.dataset.notNow.replace("%n", nameOf(button));
    // a screen reader would not read the same text again, since it is no change
    find("spoken").textContent = find("spoken").textContent === words ? `${words}\u00A0` : words;
    return;
  }
  const { command, asks, close } = button.dataset;
  if (button.getAttribute("role") === "tab") {
    show(button);
  } else if (close) {
    questions.close(close);
  } else if (asks && (asks !== "call" || isOdd(button))) {
    ask(asks, button);
  } else if (command) {
    give(button);
  }
});

/* --- questions --- */

/** Calling a visitor needs a confirmation if others are ahead in the line, or if a visitor is still at the counter. */
function isOdd(button) {
  return Boolean(button.dataset.ahead) || find("current") !== null;
}

function ask(question, button) {
  const current = find("current")?.dataset ?? {};
  if (!questions.isOpen()) {
    // a question that follows another one is about the same ticket
    const { ticket, number, language, persons } = button?.dataset.ticket ? button.dataset : current;
    asked = {
      ticket,
      number: number ?? current.number,
      language: language ?? current.language,
      persons: persons ?? current.persons,
    };
  }
  questions.show(question, button, { about: asked.number, when: button?.dataset.when ?? current.status }, (dialog) =>
    prepare[question]?.(dialog, button?.dataset ?? {}, current),
  );
}

const prepare = {
  call(dialog, { ahead }, current) {
    find("ahead").textContent = ahead;
    find("stillHere").hidden = !current.number;
    find("stillHere").textContent = find("stillHere").dataset.text.replace("%n", current.number);
  },
  finish(dialog, button, current) {
    const form = dialog.querySelector("form");
    form.elements.ticket.value = current.ticket;
    for (const box of form.querySelectorAll("[name=topics]")) {
      box.checked = box.value === current.topic;
    }
  },
  transfer(dialog) {
    begin(dialog);
    to = "";
    mayBeWantedAnyway(false);
    window.lw_destinations();
  },
  slot(dialog, { when }, { topic, language }) {
    beginSlots(dialog, { when, topic, language }, desk.dataset.book);
  },
  issue() {
    find("issueRequest").value = newRequest();
  },
  count() {
    find("countRequest").value = newRequest();
  },
  more() {
    find("moreHistory").href = `number.xhtml?ticket=${asked.ticket}`;
  },
  persons() {
    find("ticketPersons").value = asked.persons;
  },
  undo(dialog, { ticket, step }) {
    Object.assign(find("undoAnyway").dataset, { ticket, step });
  },
  language() {
    find("ticketLanguage").value = asked.language;
  },
  urgent: begin,
  offer(dialog, { speaks = "", advises = "" }) {
    const offered = { speaks: speaks.split(" "), advises: advises.split(" ") };
    for (const box of dialog.querySelectorAll("[type=checkbox]")) {
      box.checked = offered[box.name].includes(box.value);
    }
  },
};

/** The same for every press of this time, so that a press whose answer was lost can be repeated. */
function newRequest() {
  return crypto.getRandomValues(new Uint32Array(2)).join("-");
}

/** Binds a form to the ticket for which it was opened. */
function begin(dialog) {
  dialog.querySelector("form").elements.ticket.value = asked.ticket;
}

/* --- transfer: the counsellors at the counters and the open offices are read when the dialog opens --- */

let to = ""; // the destination, once it is chosen

document.addEventListener("change", ({ target }) => {
  if (target.id === "to") {
    to = target.value;
    mayBeWantedAnyway(false);
  }
});

/** Restores the destination if the counsellor has chosen one before the answer came. */
window.lwDestinations = () => {
  find("to").value = to;
  if (document.activeElement === document.body && PF("transfer").isVisible()) {
    find("to").focus();
  }
};

/** Sending a visitor to an office that is closed needs a confirmation. */
function mayBeWantedAnyway(may) {
  find("transferNow").hidden = may;
  find("transferAnyway").hidden = !may;
}

/** Enter in a list submits the choice, as it does in a field. */
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("select[size]")) {
    event.preventDefault();
    event.target.form.querySelector(".primary:not([hidden])").click();
  }
});

/* --- answers --- */

window.lwDone = (answer, status) => {
  if (status !== "success") {
    return; // reach.js has shown a notice already
  }
  redrawn();
  if (answer?.anyway && given?.dataset.command === "undo" && !questions.isOpen()) {
    askAboutColleague();
    return;
  }
  if (answer?.validationFailed && questions.refuse(...find("news").querySelectorAll(".notice.danger"))) {
    if (PF("slot").isVisible()) {
      lookAgain();
    }
    if (answer.anyway) {
      mayBeWantedAnyway(true);
      find("transferAnyway").focus();
    }
    return;
  }
  questions.hideAll();
  if (answer?.ask) {
    ask(answer.ask);
  }
};

/** What a colleague has done is undone only after a question, which says what it is and whose. */
function askAboutColleague() {
  const refused = find("news").querySelector(".notice.danger");
  const words = refused.textContent.trim();
  refused.remove();
  ask("undo", given);
  find("undoWhat").textContent = words;
}

window.lwRefreshed = () => {
  refreshing = false;
  redrawn();
  if (again) {
    refresh();
  }
};

/** Adds again to a new rendering what the script had added to the previous one. */
function redrawn() {
  tellTandem();
  show(find(`tab-${tab}`));
  tellTime();
  showKeys();
  countDown();
}

/** A colleague who comes to the same counter is announced once, not at every rendering. */
function tellTandem() {
  const { partners } = find("shift").dataset;
  const tandem = find("tandem");
  const words = partners ? tandem.dataset.text.replace("%n", `\u2068${partners}\u2069`) : "";
  if (tandem.textContent !== words) {
    tandem.textContent = words;
  }
}

keepFocusIn(desk, () => questions.isOpen());

/* --- undo, while there is time --- */

let counting = 0;

/** Each button counts from the moment at which it was drawn. */
function countDown() {
  clearInterval(counting);
  const tick = () => {
    const now = performance.now();
    let open = 0;
    for (const words of document.querySelectorAll("[data-undo] .left")) {
      const button = words.closest("[data-undo]");
      button.dataset.until ??= now + Number(button.dataset.undo);
      const left = Number(button.dataset.until) - now;
      if (left <= 0) {
        button.remove();
      } else {
        words.textContent = words.dataset.text.replace("%n", Math.ceil(left / 1000));
        open++;
      }
    }
    if (!open) {
      clearInterval(counting);
    }
  };
  counting = setInterval(tick, 250);
  tick();
}

/* --- live --- */

let refreshing = false;
let again = false;

/** Renders everything again; several requests at once are combined. */
function refresh() {
  if (!reach.live) {
    return; // everything is read again when the connection is back
  }
  again = refreshing;
  if (!refreshing) {
    refreshing = true;
    window.lw_refresh();
  }
}

let newest = 0; // the version of the line that the server has announced
let soon = 0;
let later = 0;

/**
 * Events that follow each other closely need one rendering. Of an own command nothing is missing but who works at the
 * counters, which has no version: that waits, so that it does not hold up the next key.
 */
function refreshSoon(version) {
  newest = Math.max(newest, version);
  soon ||= setTimeout(() => {
    soon = 0;
    if (newest > shownVersion()) {
      refresh();
    } else {
      later ||= setTimeout(() => {
        later = 0;
        refresh();
      }, COUNTERS_WITHIN_MS);
    }
  }, COMBINED_WITHIN_MS);
}

const reach = new Reach({
  socket: desk.dataset.socket,
  otherWay: desk.dataset.live,
  signIn: desk.dataset.signIn,
  reads: ["refresh", "look", "destinations", "used"],
  hello: () => ({ type: "hello", seen: shownVersion(), audio: "none" }),
  onMessage: (message, isFirst, isPolled) => {
    if ((message.type === "line" && !isPolled) || message.version > shownVersion()) {
      refreshSoon(message.version);
    }
  },
  reread: () => window.lw_refresh(),
  questions,
  onBack: () => {
    if (PF("slot").isVisible()) {
      lookAgain();
    } else if (PF("transfer").isVisible()) {
      window.lw_destinations();
    }
  },
});

function shownVersion() {
  return Number(document.querySelector("[data-version]").dataset.version);
}

setInterval(() => {
  if (document.visibilityState === "visible" && reach.live) {
    refresh();
  }
}, REDRAWN_EVERY_MS);

/* --- time: the server's, not this computer's --- */

const ahead = Date.parse(find("now").dataset.now) - Date.now();
const clock = new Intl.DateTimeFormat("de", { hour: "2-digit", minute: "2-digit", timeZone: desk.dataset.zone });

function tellTime() {
  const now = Date.now() + ahead;
  find("now").textContent = clock.format(now);
  for (const running of document.querySelectorAll("[data-since]")) {
    const seconds = Math.max(0, Math.floor((now - Date.parse(running.dataset.since)) / 1000));
    const spent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    running.textContent = running.dataset.text.replace("%n", spent);
  }
}

setInterval(tellTime, 1_000);

/* --- tabs --- */

let tab = find(`tab-${new URLSearchParams(location.search).get("tab")}`)?.id.replace("tab-", "") ?? "line";

/** The view survives a reload and a change of language. */
function remember() {
  history.replaceState(null, "", `?${new URLSearchParams({ tab, current: find("turnedTo").value })}`);
}

function show(chosen) {
  const shown = chosen.id.replace("tab-", "");
  if (tab !== shown) {
    tab = shown;
    remember();
  }
  for (const other of chosen.parentElement.children) {
    const selected = other === chosen;
    other.setAttribute("aria-selected", selected);
    other.tabIndex = selected ? 0 : -1;
    find(other.getAttribute("aria-controls")).hidden = !selected;
  }
}

function moveTab(event) {
  const tabs = [...event.target.parentElement.children];
  const forward = getComputedStyle(event.target).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  const at = tabs.indexOf(event.target);
  const next = { Home: 0, End: tabs.length - 1, ArrowLeft: at - 1, ArrowRight: at - 1, [forward]: at + 1 }[event.key];
  if (next !== undefined) {
    const target = tabs[(next + tabs.length) % tabs.length];
    show(target);
    target.focus();
    event.preventDefault();
  }
}

/* --- shortcuts --- */

function keysAreOn() {
  return localStorage.getItem(KEYS_OFF) !== "off";
}

function showKeys() {
  const on = keysAreOn();
  const toggle = find("keys");
  toggle.setAttribute("aria-pressed", on);
  toggle.querySelector("span").textContent = on ? toggle.dataset.on : toggle.dataset.off;
  document.documentElement.dataset.keys = on ? "on" : "off";
}

find("keys").addEventListener("click", () => {
  localStorage.setItem(KEYS_OFF, keysAreOn() ? "off" : "on");
  showKeys();
});

/** The letter on the key, also where the keyboard writes another script. */
function letterOf(event) {
  return /^[a-z]$/i.test(event.key) ? event.key.toUpperCase() : event.code.replace("Key", "");
}

document.addEventListener("keydown", (event) => {
  if (event.target.getAttribute("role") === "tab") {
    moveTab(event);
  }
  const busy = event.ctrlKey || event.altKey || event.metaKey || event.repeat;
  if (busy || !keysAreOn() || questions.isOpen() || event.target.matches("input, select, textarea")) {
    return;
  }
  const button = document.querySelector(`[data-letter="${CSS.escape(letterOf(event))}"]`);
  if (button) {
    event.preventDefault();
    button.click();
  }
});

redrawn();
