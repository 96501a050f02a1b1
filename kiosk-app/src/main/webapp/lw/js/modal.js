/**
 * Makes one part of a page modal until it closes: the rest can be neither focused nor read by a screen reader. Newer
 * browsers have `<dialog>` and `inert` for this, but visitors' phones may be older (iOS 15.0 has neither), so this uses
 * neither.
 *
 * The part has the role dialog, and is shown while `data-shown` is "true". Elements beside it that are marked with
 * `data-always`, such as live regions, are left unchanged.
 */
const FOCUSABLE =
  "a[href], button:not([disabled]), input:not([type=hidden]), select, textarea, summary, [tabindex='0']";

export class Modal {
  #part;
  #again;
  #covered = new Set();
  #before = null;

  /** `again` finds the element that had the focus before, even if it has been redrawn since. */
  constructor(part, again = (element) => element) {
    this.#part = part;
    this.#again = again;
  }

  get isOpen() {
    return this.#part.dataset.shown === "true" && this.#before !== null;
  }

  /** Shows the part and focuses its first button. */
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

  /** Hides the part and returns the focus. */
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

  /** Hides the siblings of the part and of its ancestors from focus and screen readers; repeated after a redraw. */
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
