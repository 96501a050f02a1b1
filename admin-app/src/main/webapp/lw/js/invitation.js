/**
 * An invitation: the paper is printed on request; the page of the invited person takes the code from the part of the
 * link behind the hash, which is sent to no server, and removes it from the address.
 */
document.getElementById("print")?.addEventListener("click", () => window.print());

const code = document.getElementById("code");
const shown = location.hash.slice(1);

if (code && shown) {
  code.value = shown;
  code.dispatchEvent(new Event("input", { bubbles: true }));
  history.replaceState(null, "", location.pathname + location.search);
  document.getElementById("password").focus();
}
