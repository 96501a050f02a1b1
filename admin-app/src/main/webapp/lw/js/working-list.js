/** The working list: one box ticks all appointments, or none. */
const all = document.getElementById("allPicks");
const picks = [...document.querySelectorAll("input[name=pick][type=checkbox]")];

function show() {
  const ticked = picks.filter(({ checked }) => checked).length;
  all.checked = ticked > 0;
  all.indeterminate = ticked > 0 && ticked < picks.length;
}

if (all) {
  all.hidden = false;
  all.addEventListener("change", () => {
    for (const pick of picks) {
      pick.checked = all.checked;
    }
  });
  document.addEventListener("change", ({ target }) => target.name === "pick" && show());
  show();
}
