/** Keeps the input of a form while the same page is drawn again: in another language, larger, or with a refusal. */

const FIELDS = "input:not([type=hidden]), select, textarea";
const KEPT = "lw-typed";

const nameOf = (field) => `${field.id}|${field.name}|${isBox(field) ? field.value : ""}`;
const isBox = ({ type }) => type === "radio" || type === "checkbox";

function caretOf(field) {
  try {
    return [field.selectionStart, field.selectionEnd];
  } catch {
    return null; // some types of field have no caret position
  }
}

/** The values of all fields below an element, and the position of the caret. */
export function whatIsTyped(within) {
  const fields = [...within.querySelectorAll(FIELDS)].map((field) => ({
    name: nameOf(field),
    value: field.value,
    isChecked: field.checked,
    isOpen: field.closest(".field")?.dataset.typing === "",
  }));
  const active = document.activeElement;
  const focus = active?.matches(FIELDS) ? { id: active.id, caret: caretOf(active) } : null;
  return { fields, focus };
}

/** Restores the values into the fields of the same names; values that the server has set are kept. */
export function typeAgain({ fields, focus }, within) {
  for (const field of within.querySelectorAll(FIELDS)) {
    const kept = fields.find(({ name }) => name === nameOf(field));
    if (kept && isBox(field)) {
      field.checked = kept.isChecked;
    } else if (kept && (field.value === "" || field.matches("select"))) {
      field.value = kept.value;
    }
    if (kept?.isOpen) {
      field.closest(".field").dataset.typing = "";
    }
  }
  const field = focus?.id ? document.getElementById(focus.id) : null;
  if (field && within.contains(field)) {
    field.focus({ preventScroll: true });
    if (focus.caret?.[0] != null) {
      field.setSelectionRange(...focus.caret);
    }
  }
}

/** A tap on a language or an accessibility aid does not move the focus out of the field. */
document.addEventListener("mousedown", (event) => {
  if (event.target.closest(".language, .languages a, .aid") && document.activeElement?.matches(FIELDS)) {
    event.preventDefault();
  }
});

/* --- on a phone, whose pages are reloaded as a whole --- */

function remember() {
  try {
    const typed = whatIsTyped(document);
    sessionStorage.setItem(KEPT, JSON.stringify({ path: location.pathname, step: stepOf(location), typed }));
  } catch {
    // without storage in the browser the input has to be entered again
  }
}

const stepOf = ({ search }) => new URLSearchParams(search).get("step") ?? "";

function recall() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEPT));
    sessionStorage.removeItem(KEPT);
    if (kept?.path === location.pathname && kept.step === stepOf(location)) {
      typeAgain(kept.typed, document);
    }
  } catch {
    // without storage there is nothing to restore
  }
}

if (!document.getElementById("screen")) {
  recall();
  document.addEventListener("click", (event) => event.target.closest(".languages a") && remember());
  document.addEventListener("submit", remember);
}
