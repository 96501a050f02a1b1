/**
 * Restores the focus when the focused element is redrawn, removed, or was behind a dialog that closes: the same rule on
 * all pages of the administration (WCAG 2.4.3). The focus goes to the same control in its new rendering; else to the
 * new place of its ticket; else to its neighbour in the list; else to the tab of the list; else to the beginning of the
 * page.
 */
const FIELD = "input:not([type=hidden]), select, textarea";
const CONTROL = "a[href], button, input:not([type=hidden]), select, textarea, [tabindex]";

let last = { id: "", successors: [] }; // where the focus was before it got lost

/** Describes a control so that it can be found again after everything around it was redrawn. */
export function placeOf(element) {
  if (!element || element === document.body) {
    return last;
  }
  const { id, dataset } = element;
  const panel = element.closest("[role=tabpanel]");
  return { id, ticket: dataset.ticket, successors: [...neighbours(element), panel?.getAttribute("aria-labelledby")] };
}

/** The controls of the same kind in the rows after this one, then in those before it, the nearest first. */
function neighbours(element) {
  const row = element.closest("tr, li");
  if (!row) {
    return [];
  }
  const rows = [...row.parentElement.children];
  const at = rows.indexOf(row);
  return [...rows.slice(at + 1), ...rows.slice(0, at).reverse()].map((other) => sameKind(other, element)?.id);
}

function sameKind(row, { id }) {
  const kind = id.split("-")[0];
  return row.querySelector(`[id^="${CSS.escape(kind)}-"]`) ?? row.querySelector(CONTROL);
}

/** Focuses the control of that place, or what has taken its place, and returns it. */
export function goTo(place) {
  const target =
    shown(place.id) ??
    ofTicket(place.ticket) ??
    place.successors.map(shown).find(Boolean) ??
    document.querySelector(document.querySelector("main").dataset.begin ?? "main h1");
  target?.focus({ preventScroll: true });
  return target;
}

function shown(id) {
  const element = id && document.getElementById(id);
  return element && element.getClientRects().length && element.matches(CONTROL) ? element : undefined;
}

/** The control for the next step of the ticket at the counter. */
function ofTicket(ticket) {
  return ticket
    ? (document.querySelector(`#current[data-ticket="${CSS.escape(ticket)}"] .hero-step`) ?? undefined)
    : undefined;
}

/**
 * The initial focus of a dialog: what is marked, since the rest cannot be undone or is optional, else its first field,
 * else its first choice.
 */
export function beginOf(dialog) {
  const controls = ["[data-begins]", FIELD, ".choices button"].flatMap((kind) => [...dialog.querySelectorAll(kind)]);
  return controls.find((control) => control.getClientRects().length && !control.disabled);
}

/**
 * Keeps the focus in a part of the page that is redrawn from time to time.
 *
 * @param root that part
 * @param isElsewhere whether a dialog has the focus at the moment
 */
export function keepFocusIn(root, isElsewhere) {
  root.addEventListener("focusin", ({ target }) => {
    last = placeOf(target);
  });
  new MutationObserver(() => {
    if (document.activeElement === document.body && last.id && !isElsewhere()) {
      goTo(last);
    }
  }).observe(root, { childList: true, subtree: true });
}
