/**
 * Distinguishes actions of the user from requests of an open page: only actions extend the sign-in and count as
 * presence. Requests by which a page refreshes itself are marked; touching the page without sending anything is
 * reported now and then.
 */
const NOTED_EVERY_MS = 5 * 60_000;

let noted = performance.now();

jQuery.ajaxPrefilter((request) => {
  if (/(^|&)jakarta\.faces\.source=refresh(&|$)/.test(request.data)) {
    request.headers = { ...request.headers, "X-LW-Automatic": "1" };
  } else {
    noted = performance.now();
  }
});

function note() {
  if (performance.now() - noted > NOTED_EVERY_MS) {
    noted = performance.now();
    window.lw_used?.();
  }
}

for (const touched of ["keyup", "click"]) {
  document.addEventListener(touched, note);
}
