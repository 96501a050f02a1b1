/*
 * A button, a letter key or a choice of a staff page does nothing until the page's scripts have arrived, which takes
 * seconds on a slow network. The last press before that is shown as busy and repeated once they are there, unless it is
 * old by then or something else was done since; what was chosen is told to the page whenever that is. No module: it
 * must run before the buttons are drawn.
 */
(() => {
  const OLD_AFTER_MS = 5_000; // repeating an older press would surprise the user
  const FIELDS = "input, select, textarea";

  const chosen = new Set();
  let pressed = null; // a button, or the event of a letter key
  let pressedAt = 0;

  function forget() {
    if (pressed instanceof Element) {
      pressed.removeAttribute("aria-busy");
    }
    pressed = null;
  }

  /** Hides the event from the scripts that have arrived already: it is handled once, when all are there. */
  function keep(event, what) {
    event.stopImmediatePropagation();
    pressed = what;
    pressedAt = performance.now();
  }

  function click(event) {
    const button = event.target.closest("button[type=button]");
    forget();
    if (button) {
      keep(event, button);
      button.setAttribute("aria-busy", "true");
    }
  }

  function key(event) {
    const isCommand = event.ctrlKey || event.altKey || event.metaKey;
    const isLetter = event.key.length === 1 && event.key !== " " && !isCommand && !event.target.matches(FIELDS);
    if (event.repeat) {
      return;
    }
    // a letter after a press may be meant for what the press opens
    const isFirst = pressed === null;
    forget();
    if (isLetter && isFirst) {
      keep(event, event);
    }
  }

  function choose(event) {
    if (event.target.matches("select")) {
      event.stopImmediatePropagation();
      chosen.add(event.target);
    }
  }

  /** A choice may lead to another page, for which the press was not meant. */
  function repeat() {
    document.removeEventListener("click", click, true);
    document.removeEventListener("keydown", key, true);
    document.removeEventListener("change", choose, true);
    document.removeEventListener("submit", forget, true);
    const isDue = chosen.size === 0 && performance.now() - pressedAt < OLD_AFTER_MS;
    const again = isDue ? pressed : null;
    forget();
    for (const select of chosen) {
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }
    if (again instanceof Element && again.isConnected) {
      again.click();
    } else if (again instanceof Event && again.target.isConnected) {
      again.target.dispatchEvent(
        new KeyboardEvent("keydown", { key: again.key, code: again.code, bubbles: true, cancelable: true }),
      );
    }
  }

  document.addEventListener("click", click, true);
  document.addEventListener("keydown", key, true);
  document.addEventListener("change", choose, true);
  document.addEventListener("submit", forget, true);
  // all scripts have run or failed by then; PrimeFaces makes its dialogs in functions that were registered before
  document.addEventListener("DOMContentLoaded", () => (window.jQuery ? window.jQuery(repeat) : repeat()));
})();
