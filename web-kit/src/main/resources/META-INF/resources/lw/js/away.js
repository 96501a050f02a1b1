/**
 * Stands on the page that is shown while the server cannot do its work. It asks for the same address again until somebody
 * answers who can, and then shows that in its place. Only an answer of our own counts.
 */
import { ask } from "./asking.js";

const PAUSE_MS = 3_000;
const PATIENCE_MS = 5_000;

async function look() {
  try {
    const { ok } = await ask(location.href, { patienceMs: PATIENCE_MS });
    if (ok) {
      location.replace(location.href);
      return;
    }
  } catch {
    // still away
  }
  setTimeout(look, PAUSE_MS);
}

setTimeout(look, PAUSE_MS);
