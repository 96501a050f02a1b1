/** A slip is there to be printed: at once, and again. */
document.getElementById("print").addEventListener("click", () => window.print());
window.addEventListener("load", () => window.print());
