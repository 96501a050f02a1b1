/**
 * Questions to the server that never wait for ever, and answers that are known to be its own. Whoever else answers in its place
 * (the sign-in page of a public network, the error page of a proxy) says nothing about us: that counts as no answer.
 */

/** Every answer of this server bears it. */
const MARK = "X-LW";

/** How long an answer may take, unless it is known to be quicker. */
export const PATIENCE_MS = 8_000;

/** As many as browsers keep to one server. */
const CONNECTIONS = 6;

/** Whether an answer is this server's. `headerOf` reads a header of it by name. */
export function isOurs(headerOf) {
  return headerOf(MARK) === "1";
}

/**
 * Like fetch, with an end to its patience, which includes the reading of the body.
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
      throw new Error("Somebody else has answered");
    }
    return { status: answer.status, ok: answer.ok, text: await answer.text() };
  } finally {
    clearTimeout(patience);
    giveUp?.removeEventListener("abort", stop);
  }
}

/**
 * Asks on as many connections as the browser keeps, at once. Browsers use their connections again and do not notice that one was
 * lost: one after another, each would swallow a question. The first answer counts; connections without one are given up.
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
