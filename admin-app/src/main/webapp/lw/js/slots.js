/**
 * The dialog to choose a free slot, for a booking or to move an appointment: the same in the console and in the day
 * list. The server draws the free slots; lw_slots requests them.
 */
const SENT = ["code", "topic", "language"];
const find = (id) => document.getElementById(id);

let asked = {}; // the data of the appointment
let chosen = ""; // the id of the slot

/**
 * Starts a choice.
 *
 * @param dialog the dialog
 * @param about the code of the appointment to move; or, to book one, the topic and the language if they are known
 * @param title the title for a booking
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

/** Preselects known values if they are available, and shows what is selected. */
function choose(select, value) {
  if ([...select.options].some((option) => option.value === value)) {
    select.value = value;
  }
  return select.value;
}

/** The choice and the input, for the command that carries it out. */
export function slotWanted() {
  const mail = asked.when === "book" ? [{ name: "mail", value: find("mail")?.value ?? "" }] : [];
  return [{ name: "slot", value: chosen }, ...mail, ...about()];
}

function about() {
  return SENT.filter((name) => asked[name]).map((name) => ({ name, value: asked[name] }));
}

/** Reloads the free slots: the chosen slot may be gone. */
export function lookAgain() {
  lookFor(find("on").value);
}

/** Shows the free slots of a day, or the next ones if none is given. */
function lookFor(day) {
  find("on").value = day;
  window.lw_slots([...about(), { name: "on", value: day }]);
}

/** Keeps the chosen slot if it is still free. */
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
