/**
 * Marks the field that a refusal is about: it is invalid for screen readers and for the eye, and described by the
 * refusal, until it is changed (WCAG 3.3.1). The server names the field in the notice.
 */
const MARKED = "[aria-invalid=true][data-described]"; // by this script, not by the server

/**
 * @param root the form, or what is around it
 * @param notice the notice of the refusal
 * @returns the first field that it is about; undefined if it is about none
 */
export function markRefused(root, notice) {
  unmark(root);
  const name = notice?.dataset.field;
  const fields = name ? fieldsOf(root, name) : [];
  for (const field of fields) {
    mark(field, notice);
  }
  return fields[0];
}

/** Takes all marks away. */
export function unmark(root) {
  root.querySelectorAll(MARKED).forEach(clear);
}

/** Most fields have the name by which the refusal calls them; others list the names that they stand for. */
function fieldsOf(root, name) {
  return [...root.querySelectorAll("input:not([type=hidden]), select, textarea")].filter(
    (field) => field.id === name || field.dataset.fields?.split(" ").includes(name),
  );
}

function mark(field, notice) {
  notice.id ||= "refusal";
  field.setAttribute("aria-invalid", "true");
  field.dataset.described ??= field.getAttribute("aria-describedby") ?? "";
  field.setAttribute("aria-describedby", `${notice.id} ${field.dataset.described}`.trim());
  field.addEventListener("input", () => clear(field), { once: true });
}

function clear(field) {
  field.removeAttribute("aria-invalid");
  if (field.dataset.described) {
    field.setAttribute("aria-describedby", field.dataset.described);
  } else {
    field.removeAttribute("aria-describedby");
  }
}
