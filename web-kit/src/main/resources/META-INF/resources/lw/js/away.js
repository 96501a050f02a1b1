/**
 * Script of the page that is shown while the server is unavailable. It requests the same address again until it gets
 * another answer, and then shows that instead. Only the server's own answers count.
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
    // still unavailable
  }
  setTimeout(look, PAUSE_MS);
}

setTimeout(look, PAUSE_MS);
