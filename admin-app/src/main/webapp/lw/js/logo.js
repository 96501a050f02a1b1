/**
 * The upload of the logo: the chosen file is shown and put into the form as text (base64url, RFC 4648), since the
 * server takes forms with text alone. The server checks the file. A file that is too large is refused here already,
 * since the server would refuse the whole form.
 */
const file = document.getElementById("logo");
const sent = document.getElementsByName("logoFile"); // in each form: whichever is sent saves a chosen file
const shown = document.getElementById("logoShown");
const large = document.getElementById("logo-large");

file.addEventListener("change", () => {
  const [picture] = file.files;
  const isLarge = picture !== undefined && picture.size > Number(file.dataset.mostBytes);
  sent.forEach((field) => (field.value = ""));
  large.hidden = !isLarge;
  if (picture === undefined || isLarge) {
    return;
  }
  const reader = new FileReader();
  reader.addEventListener("load", () => {
    const [, base64] = reader.result.split(",");
    sent.forEach((field) => (field.value = (base64 ?? "").replaceAll("+", "-").replaceAll("/", "_")));
    shown.src = reader.result;
    shown.hidden = false;
  });
  reader.readAsDataURL(picture);
});
