/**
 * Stands on the page that is shown while the server cannot do its work. It asks for the same address again until it
 * gets another answer, and then shows that in its place. Only an answer of our own counts.
 */
import { ask } from "./asking.js";

const UNAVAILABLE = 503;
const PAUSE_MS = 3_000;
const PATIENCE_MS = 5_000;

async function look() {
  try {
    const { status } = await ask(location.href, { patienceMs: PATIENCE_MS });
    if (status !== UNAVAILABLE) {
      location.replace(location.href);
      return;
    }
  } catch {
    // still away
  }
  setTimeout(look, PAUSE_MS);
}

setTimeout(look, PAUSE_MS);
