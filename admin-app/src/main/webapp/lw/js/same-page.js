/**
 * Keeps the user's place after a change of language, week, list or office. The place is in the address; a half-filled
 * form is filled in again, once and never with a password.
 */
const HALF_FILLED = "lw.half-filled";
const SAID_ONCE = ["lang", "done", "mark"]; // parameters of an address that do not belong to the place
const KEPT = "input:not([type=hidden], [type=password], [type=submit]), select, textarea";

const touched = new WeakSet(); // forms with input

for (const kind of ["input", "change"]) {
  document.addEventListener(kind, ({ target }) => target.form && touched.add(target.form));
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (!link || link.target || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  if (link.closest(".languages")) {
    link.href = addressIn(link);
  }
  if (new URL(link.href).pathname === location.pathname) {
    keep();
  }
});

document.addEventListener("submit", ({ target }) => {
  if (target.method === "get") {
    keep();
  }
});

/** The address for a language, including changes since the page was drawn. */
function addressIn(link) {
  const address = new URL(link.href);
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (!SAID_ONCE.includes(name)) {
      address.searchParams.set(name, value);
    }
  }
  for (const field of document.querySelectorAll("select[data-in-address]")) {
    address.searchParams.set(field.name, field.value);
  }
  return address;
}

/* --- half-filled forms --- */

function forms() {
  return [...document.querySelectorAll("main form[method=post]")];
}

/** Among forms with the same name, the one for the same rule. */
function nameOf(form) {
  return `${location.pathname} ${form.id} ${form.elements.rule?.value ?? ""}`;
}

function keep() {
  const refused = document.querySelector("main .notice.danger, main .orphans") !== null;
  const kept = forms()
    .filter((form) => refused || touched.has(form))
    .map((form) => ({
      form: nameOf(form),
      fields: [...form.querySelectorAll(KEPT)].map(({ id, value, checked }) => ({ id, value, checked })),
    }));
  sessionStorage.setItem(HALF_FILLED, JSON.stringify(kept));
}

function fillInAgain() {
  const kept = JSON.parse(sessionStorage.getItem(HALF_FILLED) ?? "[]");
  sessionStorage.removeItem(HALF_FILLED);
  for (const form of forms()) {
    for (const { id, value, checked } of kept.find(({ form: name }) => name === nameOf(form))?.fields ?? []) {
      fillIn(document.getElementById(id), value, checked);
    }
  }
}

function fillIn(field, value, checked) {
  if (field?.matches("[type=checkbox], [type=radio]")) {
    field.checked = checked;
  } else if (field && !field.dataset.inAddress) {
    field.value = value;
  }
  field?.dispatchEvent(new Event("input", { bubbles: true }));
}

fillInAgain();
