/** The notice of a display whose pairing has ended. When the address has another answer again, that is shown. */
import { ask } from "./asking.js";

const PAUSE_MS = 10_000;

async function look() {
  try {
    const answer = await ask(location.href);
    if (answer.ok && !answer.text.includes('id="stopped"')) {
      location.reload();
      return;
    }
  } catch {
    // away: the notice stays
  }
  setTimeout(look, PAUSE_MS);
}

setTimeout(look, PAUSE_MS);
