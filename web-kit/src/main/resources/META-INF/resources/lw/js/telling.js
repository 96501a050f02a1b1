/**
 * Shows one sentence at a time about the state of a request, in a live region that is visible above all other content.
 */

/** Shows the sentence of that name, or none. */
export function tell(what = "") {
  for (const sentence of document.querySelectorAll("#told [data-says]")) {
    sentence.hidden = sentence.dataset.says !== what;
  }
}
