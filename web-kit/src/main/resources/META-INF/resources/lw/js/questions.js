/**
 * The questions and forms of a page: PrimeFaces' dialogs, each filled in for what it is about. One is open at a time. It closes when it
 * has been answered; what is refused, or does not reach the server, is said inside it and nothing of what was entered is lost. Then the
 * focus goes back to where it was before.
 */
import { beginOf, goTo, placeOf } from "./focus.js";

export class Questions {
  #names;
  #opener = placeOf(null);

  constructor(names) {
    this.#names = names;
    const dialogs = window.PrimeFaces.widget.Dialog.prototype;
    dialogs.applyFocus = function applyFocus() {
      beginOf(this.jq[0])?.focus();
    };
    dialogs.returnFocus = () => goTo(this.#opener);
  }

  isOpen() {
    return this.#open().length > 0;
  }

  #open() {
    return this.#names.filter((name) => PF(name).isVisible());
  }

  /**
   * Opens one.
   *
   * @param name the dialog's widgetVar
   * @param opener what was pressed; where the focus goes afterwards
   * @param about what stands for %n in its texts
   * @param when which of the parts marked with data-when are shown
   * @param prepare puts into the dialog what else it needs
   */
  show(name, opener, { about = "", when = "" } = {}, prepare = () => {}) {
    if (this.isOpen()) {
      // a question that follows another one goes back to where that one came from
      this.hideAll();
    } else {
      this.#opener = placeOf(opener);
    }
    const dialog = PF(name).jq[0];
    empty(dialog);
    fill(dialog, about, when);
    prepare(dialog);
    PF(name).show();
  }

  /** Closes one without an answer. */
  close(name) {
    PF(name).hide();
  }

  hideAll() {
    this.#open().forEach((name) => PF(name).hide());
  }

  /**
   * Says in the open question why it was not answered.
   *
   * @param notices what is said
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
    place.scrollIntoView({ block: "nearest" });
    enable(dialog);
    return true;
  }
}

/** PrimeFaces disables the button that sends a form, and leaves it so if no answer comes. */
function enable(dialog) {
  for (const { id } of dialog.querySelectorAll("button.ui-state-disabled")) {
    const button = window.PrimeFaces.getWidgetById(id);
    window.PrimeFaces.buttonEndAjaxDisabled(button, button.jq);
  }
}

/** Nothing stays from the one before, neither what was entered for them nor what was refused. */
function empty(dialog) {
  dialog.querySelector(".refused").replaceChildren();
  for (const form of dialog.querySelectorAll("form")) {
    form.reset();
  }
  for (const field of dialog.querySelectorAll("input:not([type=hidden]), select, textarea")) {
    if (!field.form) {
      reset(field);
    }
  }
}

/** What {@code form.reset()} does, for a field that is in no form. */
function reset(field) {
  if (field.matches("select")) {
    const chosen = [...field.options].findIndex((option) => option.defaultSelected);
    field.selectedIndex = Math.max(0, chosen);
  } else {
    field.value = field.defaultValue;
    field.checked = field.defaultChecked;
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
