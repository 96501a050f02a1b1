/**
 * Makes one part of a page all there is, until it closes: what is around it can be neither reached nor read out. Browsers do this with
 * `<dialog>` and `inert`, but visitors' phones may be older than both (iOS 15.0 has neither); so this needs neither.
 *
 * The part has a role of dialog, and is shown while `data-shown` is "true". What lies around it and is marked with `data-always`, such
 * as what is announced, stays as it is.
 */
const FOCUSABLE = "a[href], button:not([disabled]), input:not([type=hidden]), select, textarea, summary, [tabindex='0']";

export class Modal {
  #part;
  #again;
  #covered = new Set();
  #before = null;

  /** `again` finds what had the focus before, even if it has been drawn anew since. */
  constructor(part, again = (element) => element) {
    this.#part = part;
    this.#again = again;
  }

  get isOpen() {
    return this.#part.dataset.shown === "true" && this.#before !== null;
  }

  /** Shows it, with the focus on its first button. */
  open() {
    if (this.isOpen) {
      return;
    }
    this.#before = document.activeElement ?? document.body;
    this.#part.dataset.shown = "true";
    this.cover();
    document.addEventListener("keydown", this.#keepTab, true);
    document.addEventListener("focusin", this.#keepFocus, true);
    this.#reachable()[0]?.focus({ preventScroll: true });
  }

  /** Hides it; the focus goes back to where it was. */
  close() {
    this.#part.dataset.shown = "false";
    if (this.#before === null) {
      return;
    }
    document.removeEventListener("keydown", this.#keepTab, true);
    document.removeEventListener("focusin", this.#keepFocus, true);
    for (const element of this.#covered) {
      element.removeAttribute("inert");
      element.removeAttribute("aria-hidden");
    }
    this.#covered.clear();
    const before = this.#again(this.#before);
    this.#before = null;
    before?.focus({ preventScroll: true });
  }

  /** Covers all that lies beside it, or beside what it lies in; once more when something there has been drawn anew. */
  cover() {
    for (let inside = this.#part; inside !== document.body; inside = inside.parentElement) {
      for (const beside of inside.parentElement.children) {
        const stays = beside === inside || "always" in beside.dataset || beside.getAttribute("aria-hidden") === "true";
        if (!stays) {
          beside.setAttribute("inert", "");
          beside.setAttribute("aria-hidden", "true");
          this.#covered.add(beside);
        }
      }
    }
  }

  #reachable() {
    return [...this.#part.querySelectorAll(FOCUSABLE)].filter((element) => element.getClientRects().length > 0);
  }

  #keepTab = (event) => {
    if (event.key !== "Tab") {
      return;
    }
    const reachable = this.#reachable();
    const at = reachable.indexOf(document.activeElement);
    const next = (at + (event.shiftKey ? -1 : 1) + reachable.length) % reachable.length;
    event.preventDefault();
    reachable[at < 0 ? 0 : next]?.focus();
  };

  #keepFocus = ({ target }) => {
    if (!this.#part.contains(target)) {
      this.#reachable()[0]?.focus({ preventScroll: true });
    }
  };
}
