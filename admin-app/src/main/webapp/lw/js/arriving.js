/**
 * Announcements when a page appears. Screen readers read live regions aloud only when they change; so a refusal gets the focus,
 * and
 * anything else is repeated in a live region. A form that was asked for gets the focus as well.
 */
import { markRefused } from "./refused.js";

const AFTER_MS = 500; // when a screen reader has read the title and the focus
const FORGOTTEN_MS = 10_000;

const isShown = (element) => element.getClientRects().length > 0;
const find = (selector) => [...document.querySelectorAll(selector)].find(isShown);

/** Moves the focus to a part of the page that is no control, unless the page has set it. */
function begin(part) {
  if (part && (document.activeElement ?? document.body) === document.body) {
    part.tabIndex = -1;
    part.focus();
  }
}

function say(words) {
  const spoken = document.getElementById("spoken");
  spoken.textContent = words;
  setTimeout(() => spoken.replaceChildren(), FORGOTTEN_MS);
}

document.querySelector("[autofocus]")?.focus(); // at once, since the browser may do it later
markRefused(document, find("main .notice.danger[data-field]"));
begin(find("main .orphans") ?? find("main .notice.danger") ?? find("main form.availability-form h2"));

const regions = [...document.querySelectorAll("main :is([role=status], [aria-live])")].filter(isShown);
const words = regions.filter((region) => !region.contains(document.activeElement)).map((region) => region.innerText.trim());

if (words.join("")) {
  setTimeout(() => say(words.filter(Boolean).join(" ")), AFTER_MS);
}
