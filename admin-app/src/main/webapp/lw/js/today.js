/**
 * The day of an office at a glance: read again whenever the line, an appointment or a shift changes, and now and then,
 * since waits grow. What a person enters is never drawn anew; if the orders have changed meanwhile, a notice says so.
 */
import { keepFocusIn } from "./focus.js";
import { Reach } from "./reach.js";
import "./used.js";

const REDRAWN_EVERY_MS = 30_000;

const page = document.querySelector("main.today");
const find = (id) => document.getElementById(id);
const shown = () => document.querySelector("[data-version]").dataset;

/* --- live --- */

let refreshing = false;
let again = false;

/** Reads everything again; several requests at once are combined. */
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

window.lwShown = () => {
  refreshing = false;
  const { orders, day } = shown();
  const isOutdated = find("seen").value !== orders || document.querySelector("[name=seenDay]").value !== day;
  // never leaves by itself: a person may be pressing a button
  find("ordered-anew").hidden = !isOutdated;
  if (again) {
    again = false;
    refresh();
  }
};

keepFocusIn(page, () => false);

const reach = new Reach({
  socket: page.dataset.socket,
  otherWay: page.dataset.live,
  signIn: page.dataset.signIn,
  reads: ["refresh"],
  hello: () => ({ type: "hello", seen: Number(shown().version), audio: "none" }),
  onMessage: (message, isFirst, isPolled) => {
    if ((message.type === "line" && !isPolled && !isFirst) || message.version > Number(shown().version)) {
      refresh();
    }
  },
  reread: () => window.lw_refresh(),
});

setInterval(() => {
  if (document.visibilityState === "visible") {
    refresh();
  }
}, REDRAWN_EVERY_MS);

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") {
    refresh();
  }
});

/* --- the form of the announcement: shows fields only when they apply --- */

function showFields() {
  for (const part of document.querySelectorAll("[data-kind]")) {
    part.hidden = part.dataset.kind !== find("kind").value;
  }
}

find("kind").addEventListener("change", showFields);
showFields();
find("affected")?.focus();
