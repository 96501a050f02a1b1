/**
 * Network handling of every staff page: leaves only while the server answers, and sets a time limit for requests in the background.
 */
import { PATIENCE_MS } from "./asking.js";
import "./leaving.js";
import { tell } from "./telling.js";

const { jQuery } = window;

if (jQuery) {
  jQuery.ajaxSetup({ timeout: PATIENCE_MS });
  // reach.js, where it is used, shows a notice
  if (!document.getElementById("reach")) {
    jQuery(document).on("pfAjaxError", () => tell("away")).on("pfAjaxSuccess", () => tell());
  }
}
