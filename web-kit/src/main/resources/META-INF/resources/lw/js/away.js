/**
 * Stands on the page that is shown while the server cannot do its work. It asks for the same address again until somebody
 * answers who can, and then shows that in its place. Only an answer of our own counts: our pages forbid others to guess
 * their type, a proxy's or an unready server's error page does not come with a good status.
 */
const PAUSE_MS = 3_000;
const PATIENCE_MS = 5_000;

async function ask() {
  const giveUp = new AbortController();
  const patience = setTimeout(() => giveUp.abort(), PATIENCE_MS);
  try {
    const answer = await fetch(location.href, { cache: "no-store", signal: giveUp.signal });
    if (answer.ok && answer.headers.get("X-Content-Type-Options") === "nosniff") {
      location.replace(location.href);
      return;
    }
  } catch {
    // still away
  } finally {
    clearTimeout(patience);
  }
  setTimeout(ask, PAUSE_MS);
}

setTimeout(ask, PAUSE_MS);
