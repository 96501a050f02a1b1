/** One sentence at a time about what becomes of a wish, at a place of the page that is seen and read out whatever else is shown. */

/** Shows the sentence of that name, or none. */
export function tell(what = "") {
  for (const sentence of document.querySelectorAll("#told [data-says]")) {
    sentence.hidden = sentence.dataset.says !== what;
  }
}
