/**
 * The texts of a page that stay while parts of it are fetched again. Each element has a name of its own in `data-said`
 * and contains nothing but the text.
 */

/** Takes over how a page that was just received words its texts. */
export function sayAgain(received) {
  for (const element of document.querySelectorAll("[data-said]")) {
    const reworded = received.querySelector(`[data-said="${element.dataset.said}"]`);
    if (reworded && reworded.textContent !== element.textContent) {
      element.textContent = reworded.textContent;
    }
  }
}
