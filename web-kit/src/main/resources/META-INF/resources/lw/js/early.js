/*
 * A button of a staff page does nothing until the page's scripts have arrived, which takes seconds on a slow network. The last press
 * before that is shown as busy and repeated once they are there, unless it is old by then or something else was done since. No
 * module: it must run before the buttons are drawn.
 */
(() => {
  const OLD_AFTER_MS = 5_000; // what was pressed longer ago would surprise

  let pressed = null;
  let pressedAt = 0;

  function forget() {
    pressed?.removeAttribute("aria-busy");
    pressed = null;
  }

  function keep(event) {
    forget();
    const button = event.target.closest("button[type=button]");
    if (button) {
      event.stopImmediatePropagation();
      pressed = button;
      pressedAt = performance.now();
      button.setAttribute("aria-busy", "true");
    }
  }

  function repeat() {
    document.removeEventListener("click", keep, true);
    document.removeEventListener("keydown", forget, true);
    document.removeEventListener("submit", forget, true);
    const button = performance.now() - pressedAt < OLD_AFTER_MS ? pressed : null;
    forget();
    if (button?.isConnected) {
      button.click();
    }
  }

  document.addEventListener("click", keep, true);
  document.addEventListener("keydown", forget, true);
  document.addEventListener("submit", forget, true);
  // all scripts have run or failed by then; PrimeFaces makes its dialogs in functions that were registered before
  document.addEventListener("DOMContentLoaded", () => (window.jQuery ? window.jQuery(repeat) : repeat()));
})();
