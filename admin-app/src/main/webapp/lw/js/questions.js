/**
 * The questions and forms of a page: PrimeFaces' dialogs, each filled in for its subject. Only one is open at a time.
 * It closes when it has been answered; if it is refused, or does not reach the server, it shows the reason and keeps
 * the input. Then the focus goes back to where it was before.
 */
import { beginOf, goTo, placeOf } from "./focus.js";
import { markRefused, unmark } from "./refused.js";

export class Questions {
  #names;
  #opener = placeOf(null);

  constructor(names) {
    this.#names = names;
    const dialogs = window.PrimeFaces.widget.Dialog.prototype;
    dialogs.applyFocus = function applyFocus() {
      beginOf(this.jq[0])?.focus();
    };
    dialogs.returnFocus = () => goTo(this.#opener)?.scrollIntoView({ block: "nearest" });
  }

  isOpen() {
    return this.#open().length > 0;
  }

  #open() {
    // the widget's isVisible would lay out the page for each of them
    return this.#names.filter((name) => getComputedStyle(PF(name).jq[0]).display !== "none");
  }

  /**
   * Opens one.
   *
   * @param name the dialog's widgetVar
   * @param opener the control that was pressed; it gets the focus afterwards
   * @param about replaces %n in its texts
   * @param when which of the parts marked with data-when are shown
   * @param prepare puts into the dialog what else it needs
   */
  show(name, opener, { about = "", when = "" } = {}, prepare = () => {}) {
    if (this.isOpen()) {
      // after a question that follows another one the focus returns to the opener of the first
      this.hideAll();
    } else {
      this.#opener = placeOf(opener);
    }
    const dialog = PF(name).jq[0];
    empty(dialog);
    fill(dialog, about, when);
    prepare(dialog);
    PF(name).show();
    describe(dialog);
  }

  /** Closes one without an answer. */
  close(name) {
    PF(name).hide();
  }

  hideAll() {
    this.#open().forEach((name) => PF(name).hide());
  }

  /**
   * Shows in the open question why it failed.
   *
   * @param notices the texts to show
   * @returns whether a question is open
   */
  refuse(...notices) {
    const [name] = this.#open();
    if (!name) {
      return false;
    }
    const dialog = PF(name).jq[0];
    const place = dialog.querySelector(".refused");
    place.replaceChildren(...notices);
    markRefused(dialog, notices[0])?.focus();
    place.scrollIntoView({ block: "nearest" });
    enable(dialog);
    return true;
  }
}

/** Enables the submit button again, which PrimeFaces disables until an answer comes. */
function enable(dialog) {
  for (const { id } of dialog.querySelectorAll("button.ui-state-disabled")) {
    const button = window.PrimeFaces.getWidgetById(id);
    window.PrimeFaces.buttonEndAjaxDisabled(button, button.jq);
  }
}

/** Clears the input and the errors of the previous use. */
function empty(dialog) {
  dialog.querySelector(".refused").replaceChildren();
  unmark(dialog);
  for (const form of dialog.querySelectorAll("form")) {
    form.reset();
  }
  for (const field of dialog.querySelectorAll("input:not([type=hidden]), select, textarea")) {
    if (!field.form) {
      reset(field);
    }
  }
}

/** Does what {@code form.reset()} does, for a field that is in no form. */
function reset(field) {
  if (field.matches("select")) {
    const chosen = [...field.options].findIndex((option) => option.defaultSelected);
    field.selectedIndex = Math.max(0, chosen);
  } else {
    field.value = field.defaultValue;
    field.checked = field.defaultChecked;
  }
}

/** A screen reader reads the sentences of a question aloud with its title. */
function describe(dialog) {
  const sentences = [...dialog.querySelectorAll(".ui-dialog-content > p")].filter((p) => p.getClientRects().length);
  sentences.forEach((sentence, index) => {
    sentence.id ||= `${dialog.id}-says-${index}`;
  });
  dialog.setAttribute("aria-describedby", sentences.map(({ id }) => id).join(" "));
}

/** Inserts the subject of a question, and shows only the parts that apply. */
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
