/**
 * Completes a press whose button was redrawn between down and up. The browser sends no click for it, since the button
 * that went down is gone. A finger needs no help: its click goes to what is there when it is lifted.
 */
let held = null; // the button on which a mouse or pen went down

/** Whether a button means what the earlier one meant. */
function isSame(button, earlier) {
  return ["command", "asks", "ticket", "code", "step"].every((name) => button.dataset[name] === earlier.dataset[name]);
}

document.addEventListener("pointerdown", ({ target, pointerType, button }) => {
  held = pointerType !== "touch" && button === 0 ? target.closest("button[id]") : null;
});

document.addEventListener("pointerup", ({ clientX, clientY }) => {
  const present = held && !held.isConnected ? document.getElementById(held.id) : null;
  if (present && isSame(present, held) && present.contains(document.elementFromPoint(clientX, clientY))) {
    present.click();
  }
  held = null;
});

document.addEventListener("pointercancel", () => {
  held = null;
});
