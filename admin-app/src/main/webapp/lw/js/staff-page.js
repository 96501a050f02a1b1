/**
 * Network handling of every staff page: leaves only while the server answers, and sets a time limit for requests in the
 * background.
 */
import { PATIENCE_MS } from "./asking.js";
import "./arriving.js";
import { answered, repeatUnanswered } from "./leaving.js";
import { tell } from "./telling.js";

const { jQuery } = window;

if (jQuery) {
  jQuery.ajaxSetup({ timeout: PATIENCE_MS });
  // reach.js, where it is used, shows a notice
  if (!document.getElementById("reach")) {
    jQuery(document)
      .on("pfAjaxError", onceMore)
      .on("pfAjaxSuccess", () => {
        answered();
        tell();
      });
  }
}

/** Requests the fields that depend on a choice again, since a select that does not change fires no event. */
function onceMore(event, answer, request) {
  const source = document.getElementById(request?.source?.id ?? request?.source);
  repeatUnanswered(answer, () => {
    if (source?.matches("select")) {
      source.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
}
