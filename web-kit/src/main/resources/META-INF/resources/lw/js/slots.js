/**
 * Choosing a free slot in the dialog of that name, to book it or to move an appointment to it: the same in the console and in the day
 * list. Free slots are drawn by the server; lw_slots asks for them.
 */
const SENT = ["code", "topic", "language"];
const find = (id) => document.getElementById(id);

let asked = {}; // what the appointment is about
let chosen = ""; // the slot

/**
 * Begins a choice.
 *
 * @param dialog the dialog
 * @param about the code of the appointment to move; or, to book one, the topic and the language if they are known
 * @param title of a booking
 */
export function beginSlots(dialog, about, title) {
  asked = { ...about };
  if (asked.when === "book") {
    dialog.querySelector(".ui-dialog-title").textContent = title;
    asked.topic = choose(find("topic"), about.topic);
    asked.language = choose(find("language"), about.language);
  }
  chosen = "";
  lookFor("");
}

/** Chooses what is known if it can be chosen, and says what is chosen then. */
function choose(select, value) {
  if ([...select.options].some((option) => option.value === value)) {
    select.value = value;
  }
  return select.value;
}

/** What was chosen and entered, for the command that does it. */
export function slotWanted() {
  const mail = asked.when === "book" ? [{ name: "mail", value: find("mail")?.value ?? "" }] : [];
  return [{ name: "slot", value: chosen }, ...mail, ...about()];
}

function about() {
  return SENT.filter((name) => asked[name]).map((name) => ({ name, value: asked[name] }));
}

/** Shows what is free as it is now: what was chosen may be gone. */
export function lookAgain() {
  lookFor(find("on").value);
}

/** Shows the free slots of a day, or the next ones if none is given. */
function lookFor(day) {
  find("on").value = day;
  window.lw_slots([...about(), { name: "on", value: day }]);
}

/** Whatever was chosen stays so if it is still free. */
window.lwSlots = () => {
  const same = [...document.querySelectorAll("[name=slot]")].find((slot) => slot.value === chosen);
  chosen = same?.value ?? "";
  if (same) {
    same.checked = true;
  }
};

document.addEventListener("change", ({ target }) => {
  if (target.name === "slot") {
    chosen = target.value;
  } else if (target.closest("#ask-slot") && ["topic", "language"].includes(target.id)) {
    asked[target.id] = target.value;
    lookAgain();
  } else if (target.id === "on") {
    lookAgain();
  }
});

document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-go=next]")) {
    lookFor("");
  }
});
