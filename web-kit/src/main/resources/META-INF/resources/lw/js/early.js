/*
 * A button, a letter key or a choice of a staff page does nothing until the page's scripts have arrived, which takes seconds on a slow
 * network. The last press before that is shown as busy and repeated once they are there, unless it is old by then or something else
 * was done since; what was chosen is told to the page whenever that is. No module: it must run before the buttons are drawn.
 */
(() => {
  const OLD_AFTER_MS = 5_000; // what was pressed longer ago would surprise
  const FIELDS = "input, select, textarea";

  const chosen = new Set();
  let pressed = null; // a button, or the key event
  let pressedAt = 0;

  function forget() {
    if (pressed instanceof Element) {
      pressed.removeAttribute("aria-busy");
    }
    pressed = null;
  }

  function keep(what) {
    forget();
    pressed = what;
    pressedAt = performance.now();
  }

  function click(event) {
    const button = event.target.closest("button[type=button]");
    if (button) {
      event.stopImmediatePropagation();
      keep(button);
      button.setAttribute("aria-busy", "true");
    } else {
      forget();
    }
  }

  function key(event) {
    const isLetter = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (isLetter && !event.target.matches(FIELDS)) {
      keep(event);
    } else {
      forget();
    }
  }

  function choose({ target }) {
    if (target.matches("select")) {
      chosen.add(target);
    }
  }

  function repeat() {
    document.removeEventListener("click", click, true);
    document.removeEventListener("keydown", key, true);
    document.removeEventListener("change", choose, true);
    document.removeEventListener("submit", forget, true);
    const again = performance.now() - pressedAt < OLD_AFTER_MS ? pressed : null;
    forget();
    for (const select of chosen) {
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }
    if (again instanceof Element && again.isConnected) {
      again.click();
    } else if (again instanceof Event && again.target.isConnected) {
      again.target.dispatchEvent(new KeyboardEvent("keydown", { key: again.key, code: again.code, bubbles: true, cancelable: true }));
    }
  }

  document.addEventListener("click", click, true);
  document.addEventListener("keydown", key, true);
  document.addEventListener("change", choose, true);
  document.addEventListener("submit", forget, true);
  // all scripts have run or failed by then; PrimeFaces makes its dialogs in functions that were registered before
  document.addEventListener("DOMContentLoaded", () => (window.jQuery ? window.jQuery(repeat) : repeat()));
})();
