/**
 * Leaves a page only while the server answers. Otherwise a link or a form would end on the browser's own error page,
 * and the input would be lost. Everything else about links and forms is left to the browser.
 */
import { ask, askOnAllConnections } from "./asking.js";
import { tell } from "./telling.js";

const NOTICED_MS = 700; // after this time the user needs to see that the request is in progress
const FIRST_PATIENCE_MS = 2_000;
const PATIENCE_MS = 4_000;
const AGAIN_AFTER_MS = 2_000;
const LONGEST_PAUSE_MS = 30_000;
const UNAVAILABLE = 503;

const { pulse } = document.body.dataset;

let pauseMs = 0;
let isLeaving = false;
let isWatching = false;
let isPassing = false;
let pressed = null; // the button that submits the form; older browsers do not report it

/** Whether the server answers; first on one connection, then on all, since some may be lost. */
async function isThere() {
  try {
    const answer = await ask(pulse, { patienceMs: FIRST_PATIENCE_MS }).catch(() =>
      askOnAllConnections(pulse, PATIENCE_MS),
    );
    return answer.ok;
  } catch {
    return false;
  }
}

/** Waits until the server answers. */
export async function whenThere() {
  while (!(await isThere())) {
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
  }
}

/**
 * Repeats a request in the background that got no answer; one that was refused would be refused again. The pauses grow,
 * since an answer to the pulse does not say that this request will get one.
 */
export async function repeatUnanswered(answer, repeat) {
  if (answer?.status && answer.status !== UNAVAILABLE) {
    return;
  }
  tell("away");
  await new Promise((resolve) => setTimeout(resolve, pauseMs));
  pauseMs = Math.min(pauseMs * 2 || AGAIN_AFTER_MS, LONGEST_PAUSE_MS);
  await whenThere();
  tell();
  repeat();
}

/** An answer has come; the next request that gets none is repeated without a pause. */
export function answered() {
  pauseMs = 0;
}

async function leave(how) {
  if (isLeaving) {
    return;
  }
  isLeaving = true;
  tell();
  const slow = setTimeout(() => tell("sending"), NOTICED_MS);
  const isAnswered = await isThere();
  clearTimeout(slow);
  isLeaving = false;
  if (isAnswered) {
    how();
  } else {
    tell("away");
    tellWhenBack();
  }
}

/** Removes a notice that is no longer true. */
async function tellWhenBack() {
  if (!isWatching) {
    isWatching = true;
    await whenThere();
    isWatching = false;
    tell("back");
  }
}

/** Links that keep this page open: another tab, a download, a fragment. */
function staysHere(event, link) {
  const isSpecial = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  const isElsewhere = link.target || link.hasAttribute("download") || link.origin !== location.origin;
  const isBelow = link.hash && link.href.split("#")[0] === location.href.split("#")[0];
  return isSpecial || isElsewhere || isBelow;
}

document.addEventListener("click", (event) => {
  pressed = event.target.closest("button, input[type=submit]");
  const link = event.target.closest("a[href]");
  if (link && !event.defaultPrevented && !staysHere(event, link)) {
    event.preventDefault();
    leave(() => location.assign(link.href));
  }
});

document.addEventListener("submit", (event) => {
  if (isPassing || event.defaultPrevented) {
    return;
  }
  event.preventDefault();
  const form = event.target;
  const button = event.submitter ?? (pressed?.form === form ? pressed : null);
  leave(() => {
    isPassing = true;
    if (button) {
      button.click(); // so that its name and value are sent
    } else {
      form.submit();
    }
    isPassing = false;
  });
});

addEventListener("pageshow", () => tell());
