/**
 * The page of a device that asks to be paired. The device's secret is in a cookie that scripts cannot read; this script
 * asks how far the request has come, and opens the page anew when it is approved, or when its code has expired. The
 * server then sends the device to its first page, or shows another code.
 */
import { ask, askOnAllConnections } from "./asking.js";

const POLL_MS = 2_000;
const PATIENCE_MS = 4_000;
const NOT_BEFORE_S = 30; // a browser that keeps no cookie must not open the page again and again
const APPROVED = 204;
const OVER = 410;

const seconds = () => performance.now() / 1_000;

let shown = null; // the part of the page, and since when it is there
let isAnswered = true;

function part() {
  const found = document.getElementById("pairing");
  if (found !== shown?.found) {
    shown = found && { found, since: seconds() };
  }
  return shown;
}

function tellLeft({ found, since }) {
  const left = Math.max(0, Math.ceil(Number(found.dataset.valid) - (seconds() - since)));
  const place = found.querySelector(".left");
  if (place) {
    place.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  }
  return left;
}

async function status({ found }) {
  const { poll } = found.dataset;
  try {
    // after silence on several connections, since a browser does not notice that one was lost
    const answer = await (isAnswered ? ask(poll, { patienceMs: PATIENCE_MS }) : askOnAllConnections(poll, PATIENCE_MS));
    isAnswered = true;
    return answer.status;
  } catch {
    isAnswered = false;
    return 0;
  }
}

async function look() {
  const asking = part();
  if (asking) {
    const answer = await status(asking);
    const isOver = answer === OVER && seconds() - asking.since > NOT_BEFORE_S;
    const isLate = answer > 0 && answer < 500 && tellLeft(asking) === 0;
    if (asking === part() && (answer === APPROVED || isOver || isLate)) {
      location.replace(location.href);
      return;
    }
  }
  setTimeout(look, POLL_MS);
}

setInterval(() => part() && tellLeft(part()), 1_000);
look();
