/** What every page of staff does about the network: leaves only while the server answers, and lets no request in the background wait for ever. */
import { PATIENCE_MS } from "./asking.js";
import "./leaving.js";
import { tell } from "./telling.js";

const { jQuery } = window;

/** PrimeFaces 15 disables a button while its request is on the way, and does not enable it when that fails. */
function enableButton(source) {
  const id = typeof source === "string" ? source : source?.id;
  const button = id && PrimeFaces.getWidgetById(id);
  if (button?.enable) {
    PrimeFaces.buttonEndAjaxDisabled(button, button.jq);
  }
}

if (jQuery) {
  jQuery.ajaxSetup({ timeout: PATIENCE_MS });
  jQuery(document).on("pfAjaxError", (event, answer, { source }) => {
    setTimeout(() => enableButton(source)); // after all that PrimeFaces does about it
  });
  // where reach.js is at work, it says more
  if (!document.getElementById("reach")) {
    jQuery(document).on("pfAjaxError", () => tell("away")).on("pfAjaxSuccess", () => tell());
  }
}
