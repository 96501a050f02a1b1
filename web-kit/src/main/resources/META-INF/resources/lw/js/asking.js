/**
 * Requests to the server with a time limit, and with a check that the answer is the server's own. An answer from
 * elsewhere (the sign-in page of a public network, the error page of a proxy) counts as no answer.
 */

/** The header of every answer of this server. */
const MARK = "X-LW";

/** The default time limit for an answer. */
export const PATIENCE_MS = 8_000;

/** The number of connections that browsers keep to one server. */
const CONNECTIONS = 6;

/** Whether an answer is this server's. `headerOf` returns a header of it by name. */
export function isOurs(headerOf) {
  return headerOf(MARK) === "1";
}

/**
 * Like fetch, with a time limit, which includes reading the body.
 *
 * @returns the status, whether that means success, and the body as text
 * @throws if this server has not answered by then
 */
export async function ask(address, { patienceMs = PATIENCE_MS, giveUp, ...request } = {}) {
  const waiting = new AbortController();
  const stop = () => waiting.abort();
  const patience = setTimeout(stop, patienceMs);
  giveUp?.addEventListener("abort", stop);
  try {
    const answer = await fetch(address, { cache: "no-store", ...request, signal: waiting.signal });
    if (!isOurs((name) => answer.headers.get(name))) {
      throw new Error("The answer is not from this server");
    }
    return { status: answer.status, ok: answer.ok, text: await answer.text() };
  } finally {
    clearTimeout(patience);
    giveUp?.removeEventListener("abort", stop);
  }
}

/**
 * Sends the request on as many connections as the browser keeps, at once. Browsers reuse connections and do not notice
 * that one was lost: one after another, each lost connection would swallow a request. The first answer counts; the
 * other requests are aborted.
 *
 * @throws if none has answered by then
 */
export async function askOnAllConnections(address, patienceMs, connections = CONNECTIONS) {
  const answered = new AbortController();
  const questions = Array.from({ length: connections }, () => ask(address, { patienceMs, giveUp: answered.signal }));
  try {
    return await Promise.any(questions);
  } finally {
    answered.abort();
  }
}
