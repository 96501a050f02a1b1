/**
 * The day list: searches while somebody types, goes from day to day, and asks for a slot before it books or moves. What it shows
 * is drawn by the server; commands are functions lw_… that the page has defined, each about an appointment named by its code.
 */
import { keepFocusIn } from "./focus.js";
import { Questions } from "./questions.js";
import { Reach } from "./reach.js";
import "./used.js";

const PAUSE_MS = 250; // between the last letter typed and the search
const SENT = ["code", "topic", "language"];

const page = document.querySelector("main.day-list");
const find = (id) => document.getElementById(id);
const questions = new Questions(["slot", "cancel"]);

let asked = {}; // what the open question is about
let chosen = ""; // the slot

/* --- commands --- */

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) {
    return;
  }
  const { command, asks, close, go } = button.dataset;
  if (close) {
    questions.close(close);
  } else if (asks) {
    ask(asks, button);
  } else if (go) {
    lookFor(go === "next" ? "" : go);
  } else if (command === "print") {
    window.print();
  } else if (command) {
    window[`lw_${command}`]([...wanted(command), ...named(button.closest(".ui-dialog") ? asked : button.dataset)]);
  }
});

function named(values) {
  return SENT.filter((name) => values[name]).map((name) => ({ name, value: values[name] }));
}

/** What was chosen and entered for a new or another time. */
function wanted(command) {
  const slot = { name: "slot", value: chosen };
  return { book: [slot, { name: "mail", value: find("mail")?.value ?? "" }], move: [slot] }[command] ?? [];
}

function ask(question, button) {
  const { dataset } = button;
  asked = { ...dataset };
  questions.show(question, button, { about: dataset.number, when: dataset.when }, prepare[question]);
}

const prepare = {
  slot(dialog) {
    if (asked.when === "book") {
      dialog.querySelector(".ui-dialog-title").textContent = page.dataset.book;
      asked.topic = find("topic").value;
      asked.language = find("language").value;
    }
    chosen = "";
    lookFor("");
  },
};

/* --- choosing a slot --- */

/** Shows the free slots of a day, or the next ones if none is given. */
function lookFor(day) {
  find("on").value = day;
  window.lw_slots([...named(asked), { name: "on", value: day }]);
}

for (const field of ["topic", "language"]) {
  find(field).addEventListener("change", ({ target }) => {
    asked[field] = target.value;
    lookFor(find("on").value);
  });
}

find("on").addEventListener("change", ({ target }) => lookFor(target.value));

document.addEventListener("change", ({ target }) => {
  if (target.name === "slot") {
    chosen = target.value;
  }
});

/** Whatever was chosen stays so if it is still free. */
window.lwLooked = () => {
  const same = [...document.querySelectorAll("[name=slot]")].find((slot) => slot.value === chosen);
  chosen = same?.value ?? "";
  if (same) {
    same.checked = true;
  }
};

/* --- answers --- */

window.lwDone = (answer, status) => {
  if (status !== "success") {
    return; // reach.js has said so
  }
  if (answer?.validationFailed && questions.refuse(...find("news").querySelectorAll(".notice.danger"))) {
    if (PF("slot").isVisible()) {
      // what was chosen may be gone: what is free is shown as it is now
      lookFor(find("on").value);
    }
    return;
  }
  questions.hideAll();
  window.lwShown();
};

/* --- day and search --- */

/** Whatever was booked, moved or searched for by its code is shown on its day. */
window.lwShown = () => {
  find("day").value = find("goTo").value;
  find("mark").value = document.querySelector("tr.marked")?.dataset.code ?? "";
  remember();
};

/** A reload shows the same again. */
function remember() {
  const query = new URLSearchParams({ day: find("day").value, q: find("search").value });
  history.replaceState(null, "", `?${query}`);
}

function refresh() {
  find("q").value = find("search").value;
  return window.lw_refresh();
}

let typing = 0;

find("search").addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => {
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
  reads: ["refresh", "look"],
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
      lookFor(find("on").value);
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

/* PrimeFaces makes its dialogs when jQuery says so, and this is said after them */
window.jQuery(() => {
  if (page.dataset.booking === "true") {
    find("do-book").click();
  }
});
