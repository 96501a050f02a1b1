/** Prints the page on request. */
document.getElementById("print")?.addEventListener("click", () => window.print());
