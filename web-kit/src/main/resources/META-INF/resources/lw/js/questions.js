/**
 * The questions of a page: PrimeFaces' dialogs, each filled in for what it is about. One is open at a time; when it closes, the
 * focus goes back to where it was before.
 */
export class Questions {
  #names;
  #opener = null;

  constructor(names) {
    this.#names = names;
  }

  isOpen() {
    return this.#names.some((name) => PF(name).isVisible());
  }

  /**
   * Opens one.
   *
   * @param name the dialog's widgetVar
   * @param about what stands for %n in its texts
   * @param when which of the parts marked with data-when are shown
   * @param prepare puts into the dialog what else it needs
   */
  show(name, { about = "", when = "" } = {}, prepare = () => {}) {
    if (this.isOpen()) {
      this.hideAll();
    } else {
      this.#opener = document.activeElement;
    }
    const dialog = PF(name).jq[0];
    fill(dialog, about, when);
    prepare(dialog);
    PF(name).show();
    if (!dialog.querySelector("form")) {
      // where there are fields, PrimeFaces puts the focus there itself
      requestAnimationFrame(() => dialog.querySelector(".choices .button:not([hidden])").focus());
    }
  }

  /** Closes one without an answer. */
  close(name) {
    PF(name).hide();
    this.refocus();
  }

  hideAll() {
    this.#names.filter((name) => PF(name).isVisible()).forEach((name) => PF(name).hide());
  }

  refocus() {
    this.#opener?.focus();
  }
}

/** Puts in what a question is about, and shows only what fits. */
function fill(dialog, about, when) {
  const title = dialog.querySelector(".ui-dialog-title");
  title.dataset.text ??= title.textContent;
  for (const text of dialog.querySelectorAll("[data-text]")) {
    text.textContent = text.dataset.text.replace("%n", about);
  }
  for (const choice of dialog.querySelectorAll("[data-when]")) {
    choice.hidden = choice.dataset.when !== when;
  }
}
