/**
 * Counts down the rest of a time limit: `<span data-seconds="287">`. The server says how many seconds are left, so that
 * the screen's own clock does not matter. At the end the page's script refreshes the state.
 */
const TICK_MS = 250;

const ends = new WeakMap();

/** Starts counting, regardless of what the page contains at the time. */
export function countDown(onOver) {
  setInterval(() => {
    for (const place of document.querySelectorAll("[data-seconds]")) {
      tick(place, onOver);
    }
  }, TICK_MS);
}

function tick(place, onOver) {
  const now = performance.now() / 1_000;
  if (!ends.has(place)) {
    ends.set(place, now + Number(place.dataset.seconds));
  }
  const left = Math.max(0, Math.ceil(ends.get(place) - now));
  const text = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  if (place.textContent !== text) {
    place.textContent = text;
  }
  if (left === 0) {
    delete place.dataset.seconds;
    onOver();
  }
}
