/** What every page of staff does about the network: leaves only while the server answers, and lets no request in the background wait for ever. */
import { PATIENCE_MS } from "./asking.js";
import "./leaving.js";
import { tell } from "./telling.js";

const { jQuery } = window;

if (jQuery) {
  jQuery.ajaxSetup({ timeout: PATIENCE_MS });
  // where reach.js is at work, it says more
  if (!document.getElementById("reach")) {
    jQuery(document).on("pfAjaxError", () => tell("away")).on("pfAjaxSuccess", () => tell());
  }
}
