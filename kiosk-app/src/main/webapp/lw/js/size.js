/**
 * Determines the size of a millimetre on this screen before anything is drawn. A browser does not know it, so the
 * person who sets up a kiosk gives the diagonal in inches and the viewing distance in metres once:
 * ?diagonal=21.5&distance=0.6, as for a board. The device stores both. Until then the usual screen with as many pixels
 * is assumed.
 *
 * Sets --mm (pixels in a millimetre) and --distance (millimetres) for kiosk.css, and data-diagonal and data-distance.
 */
(() => {
  const KEPT = "lw-screen";
  const USUAL = [
    { pixels: 1_700, diagonal: 10.1 },
    { pixels: 2_600, diagonal: 21.5 },
    { pixels: Infinity, diagonal: 27 },
  ];
  const TABLET_INCHES = 15;
  const AT_A_TABLET = 0.45;
  const AT_A_KIOSK = 0.6;
  const MM_PER_INCH = 25.4;
  const page = document.documentElement;

  // German writes 21,5
  const number = (text) => Number(String(text).replace(",", "."));
  const within = (least, most) => (text) => (number(text) >= least && number(text) <= most ? number(text) : undefined);
  const readers = { diagonal: within(5, 110), distance: within(0.2, 3) };

  function kept() {
    try {
      return JSON.parse(localStorage.getItem(KEPT)) ?? {};
    } catch {
      return {};
    }
  }

  /** The properties of the screen; the address has priority over stored values. */
  function known() {
    const asked = new URLSearchParams(location.search);
    const before = kept();
    const now = {};
    for (const [name, read] of Object.entries(readers)) {
      now[name] = read(asked.get(name) ?? "") ?? read(before[name] ?? "");
    }
    if (asked.has("diagonal") || asked.has("distance")) {
      try {
        localStorage.setItem(KEPT, JSON.stringify(now));
      } catch {
        return now; // without storage the start address sets the values
      }
    }
    return now;
  }

  const told = known();

  function measure() {
    const pixels = Math.hypot(Math.max(screen.width, innerWidth), Math.max(screen.height, innerHeight));
    const diagonal = told.diagonal ?? USUAL.find((usual) => pixels < usual.pixels).diagonal;
    const distance = told.distance ?? (diagonal < TABLET_INCHES ? AT_A_TABLET : AT_A_KIOSK);
    page.style.setProperty("--mm", `${pixels / (diagonal * MM_PER_INCH)}px`);
    page.style.setProperty("--distance", String(distance * 1_000));
    page.dataset.diagonal = String(diagonal);
    page.dataset.distance = String(distance);
  }

  measure();
  addEventListener("resize", measure);
  addEventListener("DOMContentLoaded", () => {
    const field = document.getElementById("diagonal");
    if (field) {
      field.value = page.dataset.diagonal;
    }
  });
})();
