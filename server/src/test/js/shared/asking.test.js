import { ask, askOnAllConnections, isOurs } from "../../js/asking.js";
import { equal } from "../checks.js";

/** Answers requests in place of a server; `answers` are [headers, status, text] or an error, in turn. */
async function answering(answers, action) {
  const original = globalThis.fetch;
  const rest = [...answers];
  globalThis.fetch = (address, { signal }) =>
    new Promise((resolve, reject) => {
      const answer = rest.shift();
      signal.addEventListener("abort", () => reject(new Error("aborted")));
      if (answer instanceof Error) {
        reject(answer);
      } else if (answer) {
        const [headers, status, text] = answer;
        resolve(new Response(text, { status, headers }));
      }
    });
  try {
    return await action();
  } finally {
    globalThis.fetch = original;
  }
}

const failure = (promise) =>
  promise.then(
    () => "none",
    (error) => error.message ?? String(error),
  );
const ours = { "X-LW": "1" };

export default {
  "only an answer with the mark is ours"() {
    equal(
      isOurs((name) => (name === "X-LW" ? "1" : null)),
      true,
    );
    equal(
      isOurs(() => null),
      false,
    );
  },

  async "an answer of the server is given with its status and text"() {
    const answer = await answering([[ours, 409, "no"]], () => ask("/x"));
    equal(answer, { status: 409, ok: false, text: "no" });
  },

  async "an answer of another server counts as no answer"() {
    equal((await failure(answering([[{}, 200, "sign in"]], () => ask("/x")))) !== "none", true);
  },

  async "no answer in time is given up"() {
    equal(await failure(answering([], () => ask("/x", { patienceMs: 20 }))), "aborted");
  },

  async "of several connections the first answer counts"() {
    const lost = new Error("lost");
    const answer = await answering([lost, [ours, 200, "here"]], () => askOnAllConnections("/x", 500, 3));
    equal(answer.text, "here");
  },
};
