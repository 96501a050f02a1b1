(function () {
  "use strict";
  // reloads the page as soon as the server answers, however long it has been away
  let pending;
  setInterval(function () {
    if (pending) {
      pending.abort();
    }
    pending = new AbortController();
    fetch(location.href, { method: "HEAD", cache: "no-store", signal: pending.signal }).then(
      function (answer) {
        if (answer.status !== 503 && answer.headers.get("X-LW")) {
          location.replace(location.href);
        }
      },
      function () {},
    );
  }, 3000);
})();
