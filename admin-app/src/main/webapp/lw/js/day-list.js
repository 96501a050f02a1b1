/**
 * The day list: searches while the counsellor types, goes from day to day, and asks for a slot before it books or
 * moves. What it shows is drawn by the server; commands are functions lw_… that the page has defined, each about an
 * appointment named by its code.
 */
import { keepFocusIn } from "./focus.js";
import { Questions } from "./questions.js";
import { Reach } from "./reach.js";
import { beginSlots, lookAgain, slotWanted } from "./slots.js";
import "./used.js";

const PAUSE_MS = 250; // between the last letter typed and the search

const page = document.querySelector("main.day-list");
const find = (id) => document.getElementById(id);
const questions = new Questions(["slot", "cancel", "cancelAll"]);

let asked = {}; // the appointment or day of the open question

/* --- commands --- */

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) {
    return;
  }
  const { command, asks, close } = button.dataset;
  if (close) {
    questions.close(close);
  } else if (asks) {
    ask(asks, button);
  } else if (command === "print") {
    window.print();
  } else if (command) {
    window[`lw_${command}`](isOfSlot(command) ? slotWanted() : named({ ...asked, ...button.dataset }));
  }
});

/** The appointment, or the day, that a command is about. */
function named(what) {
  return ["code", "all"].filter((name) => what[name]).map((name) => ({ name, value: what[name] }));
}

function isOfSlot(command) {
  return ["book", "move"].includes(command);
}

function ask(question, button) {
  const { dataset } = button;
  asked = { ...dataset };
  questions.show(question, button, { about: dataset.number, when: dataset.when }, prepare[question]);
}

const prepare = {
  slot(dialog) {
    beginSlots(dialog, asked, page.dataset.book);
  },
};

/* --- answers --- */

window.lwDone = (answer, status) => {
  if (status !== "success") {
    return; // reach.js has shown a notice already
  }
  if (answer?.validationFailed && questions.refuse(...find("news").querySelectorAll(".notice.danger"))) {
    if (PF("slot").isVisible()) {
      lookAgain();
    }
    return;
  }
  questions.hideAll();
  window.lwShown();
};

/* --- day and search --- */

/** An appointment that was booked, moved or searched for by its code is shown on its day. */
window.lwShown = () => {
  find("day").value = find("goTo").value;
  find("mark").value = document.querySelector("tr.marked")?.dataset.code ?? "";
  remember();
  if (isSearching) {
    isSearching = false;
    find("spoken").textContent = document.querySelector("[data-found]").dataset.found;
  }
};

/** A reload shows the same view. */
function remember() {
  const query = new URLSearchParams({ day: find("day").value, q: find("search").value });
  history.replaceState(null, "", `?${query}`);
}

function refresh() {
  find("q").value = find("search").value;
  return window.lw_refresh();
}

let typing = 0;
let isSearching = false; // until the result is announced

find("search").addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    isSearching = true;
    remember();
    refresh();
  }, PAUSE_MS);
});

document.addEventListener("change", ({ target }) => {
  if (target.id === "goTo" && target.value) {
    target.form.submit();
  }
});

keepFocusIn(page, () => questions.isOpen());

/* --- live --- */

const reach = new Reach({
  socket: page.dataset.socket,
  otherWay: page.dataset.live,
  signIn: page.dataset.signIn,
  reads: ["refresh", "look", "used"],
  hello: () => ({ type: "hello", seen: shownVersion(), audio: "none" }),
  onMessage: (message) => {
    if (message.version > shownVersion()) {
      refresh();
    }
  },
  reread: () => refresh(),
  questions,
  onBack: () => {
    if (PF("slot").isVisible()) {
      lookAgain();
    }
  },
});

function shownVersion() {
  return Number(document.querySelector("[data-version]").dataset.version);
}

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" && reach.live) {
    refresh();
  }
});
