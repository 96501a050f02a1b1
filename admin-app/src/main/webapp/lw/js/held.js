/**
 * Completes a press whose button was redrawn between down and up. The browser sends no click for it, since the button
 * that went down is gone. A finger needs no help: its click goes to what is there when it is lifted.
 */
let held = null; // the button on which a mouse or pen went down

/** What a button does, and with which visitor; what is left of the time to undo is no part of it. */
function meaningOf({ name, value, dataset }) {
  return JSON.stringify([name, value, Object.entries({ ...dataset, undo: "", until: "" }).sort()]);
}

document.addEventListener("pointerdown", ({ target, pointerType, button }) => {
  held = pointerType !== "touch" && button === 0 ? target.closest("button[id]") : null;
});

document.addEventListener("pointerup", ({ clientX, clientY }) => {
  const present = held && !held.isConnected ? document.getElementById(held.id) : null;
  const isSame = present && meaningOf(present) === meaningOf(held);
  if (isSame && present.contains(document.elementFromPoint(clientX, clientY))) {
    present.click();
  }
  held = null;
});

document.addEventListener("pointercancel", () => {
  held = null;
});
