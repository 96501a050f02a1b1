/**
 * Where the focus goes when what had it is drawn anew, is gone, or was behind a dialog that closes: the one rule of all pages of the
 * administration (WCAG 2.4.3). It goes to the same control as it is drawn now; else to where its ticket went; else to its neighbour in
 * the list; else to the tab of the list; else to where the page begins.
 */
const FIELD = "input:not([type=hidden]), select, textarea";
const CONTROL = "a[href], button, input:not([type=hidden]), select, textarea, [tabindex]";

let last = { id: "", successors: [] }; // where the focus was before it got lost

/** A place as it can still be found when everything around it has been drawn anew. */
export function placeOf(element) {
  if (!element || element === document.body) {
    return last;
  }
  const { id, dataset } = element;
  const panel = element.closest("[role=tabpanel]");
  return { id, ticket: dataset.ticket, successors: [...neighbours(element), panel?.getAttribute("aria-labelledby")] };
}

/** The controls of the same kind in the rows after this one and, from the nearest one on, before it. */
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

export function goTo(place) {
  const target =
    shown(place.id) ??
    ofTicket(place.ticket) ??
    place.successors.map(shown).find(Boolean) ??
    document.querySelector(document.querySelector("main").dataset.begin ?? "main h1");
  target?.focus({ preventScroll: true });
}

function shown(id) {
  const element = id && document.getElementById(id);
  return element && element.getClientRects().length && element.matches(CONTROL) ? element : undefined;
}

/** The next step of the ticket that is at the counter now. */
function ofTicket(ticket) {
  return ticket ? (document.querySelector(`#current[data-ticket="${CSS.escape(ticket)}"] .hero-step`) ?? undefined) : undefined;
}

/** Where a dialog begins: at its first field, else at its first choice. */
export function beginOf(dialog) {
  const controls = [...dialog.querySelectorAll(FIELD), ...dialog.querySelectorAll(".choices button")];
  return controls.find((control) => control.getClientRects().length && !control.disabled);
}

/**
 * Keeps the focus in a part of the page that is drawn anew now and then.
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
