/** Reads a file that is chosen into the field named in its `data-into`: the server takes forms, and no uploads. */
document.addEventListener("change", async ({ target }) => {
  if (target.matches("input[type=file][data-into]") && target.files.length > 0) {
    document.getElementById(target.dataset.into).value = await target.files[0].text();
  }
});
