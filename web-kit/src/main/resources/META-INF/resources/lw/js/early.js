/*
 * A button of a staff page does nothing until the page's scripts have arrived, which takes seconds on a slow network. The last press
 * before that is kept and repeated once they are there. No module: it must run before the buttons are drawn.
 */
(() => {
  let pressed = null;

  function keep(event) {
    const button = event.target.closest("button[type=button]");
    if (button) {
      event.stopImmediatePropagation();
      pressed = button;
    }
  }

  document.addEventListener("click", keep, true);

  /** To be called when the buttons work. */
  window.lwRepeatEarlyPress = () => {
    document.removeEventListener("click", keep, true);
    if (pressed?.isConnected) {
      pressed.click();
    }
  };
})();
