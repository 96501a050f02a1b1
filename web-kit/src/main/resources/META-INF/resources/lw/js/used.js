/**
 * Tells what a person does from what an open page does by itself: only the first keeps somebody signed in, and counts as being
 * there. Requests by which a page draws itself again say so; somebody who touches the page without sending anything is noted
 * now and then.
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
