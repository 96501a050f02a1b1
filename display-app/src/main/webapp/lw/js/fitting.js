/** The sizes of letters: as large as the viewing distance requires and the space allows. */

const page = document.documentElement;

/** The size of the page's letters in pixels. */
export const rem = () => parseFloat(getComputedStyle(page).fontSize);

/** Font sizes for a viewing distance: capitals of 0.0122 × distance for the call, distance / 155 for all other text. */
export function sizeForDistance(metres, inches) {
  const pixels = Math.hypot(Math.max(screen.width, innerWidth), Math.max(screen.height, innerHeight));
  const pixelsPerMm = pixels / (inches * 25.4);
  const capitals = Number(getComputedStyle(page).getPropertyValue("--cap"));
  const fontSize = (capitalsMm) => (capitalsMm * pixelsPerMm) / capitals;
  return { need: fontSize(12.2 * metres), floor: fontSize((metres * 1_000) / 155) };
}

/** The largest value between two bounds that still passes, to a pixel; the lower bound if none does. */
export function largest(low, high, passes) {
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (passes(middle)) {
      low = middle;
    } else {
      high = middle;
    }
  }
  passes(low);
  return low;
}

const overflows = (element) => element.scrollWidth > element.clientWidth + 1;

/** Makes number and room of one large call fill their place. Returns whether both reached `need`. */
export function fitCall(card, need, flows) {
  const [box, number, room] = [".call-fit", ".call-number", ".call-room"].map((part) => card.querySelector(part));
  const isShort = room.querySelector("bdi").textContent.length <= 10;
  room.classList.toggle("short", isShort);

  const tried = flows.map((flow) => {
    card.dataset.flow = flow;
    const inLine = flow === "line";
    const usual = inLine ? 0.52 : isShort ? 0.38 : 0.27;
    const passesWith =
      (least, share = usual) =>
      (size) => {
        box.style.setProperty("--number-size", `${size}px`);
        box.style.setProperty("--room-size", `${Math.max(least, size * share)}px`);
        const gap = parseFloat(getComputedStyle(box).gap);
        const extent = inLine
          ? number.offsetWidth + room.offsetWidth + gap <= box.clientWidth + 1 &&
            Math.max(number.offsetHeight, room.offsetHeight) <= box.clientHeight
          : number.offsetHeight + room.offsetHeight + gap <= box.clientHeight && number.offsetWidth <= box.clientWidth;
        return (
          extent && room.offsetWidth <= box.clientWidth && !overflows(room) && !overflows(room.querySelector("bdi"))
        );
      };
    const legible = passesWith(need)(need);
    // if the size cannot be reached, both get the same size
    const passes = legible ? passesWith(need) : passesWith(0, 0.5);
    const size = largest(legible ? Math.max(need, 10) : 10, box.clientHeight, passes);
    return { flow, legible, size, apply: () => passes(size) };
  });

  const isBetter = (one, other) => one.legible > other.legible || one.size > other.size * 1.05;
  const best = tried.reduce((one, other) => (isBetter(other, one) ? other : one));
  card.dataset.flow = best.flow;
  best.apply();
  return best.legible;
}

/**
 * Shows as many legible rows as fit, each in one line or else in two, with room names as large as the row allows. Four
 * visible calls matter more than a long room name at full size: only that name may be smaller.
 */
export function fitRows(list, floor) {
  const rows = [...list.children];
  if (list.clientHeight === 0) {
    return;
  }
  for (const [fewest, leastShare] of [
    [4, 1],
    [4, 0.5],
    [1, 0.5],
  ]) {
    for (let count = rows.length; count >= Math.min(fewest, rows.length) && count > 0; count--) {
      rows.forEach((row, index) => (row.hidden = index >= count));
      const shown = rows.slice(0, count);
      if (
        fitLines(list, shown, floor, { lines: 1, number: 0.6, room: 0.64, least: leastShare }) ||
        fitLines(list, shown, floor, { lines: 2, number: 0.46, room: 0.78, least: leastShare })
      ) {
        return;
      }
    }
  }
}

function fitLines(list, rows, floor, share) {
  list.dataset.lines = share.lines;
  const number = Math.max(floor, Math.min(rows[0].clientHeight * share.number, 6 * rem()));
  list.style.setProperty("--row-number", `${number}px`);
  const wanted = Math.max(floor, number * share.room);
  const least = Math.max(floor * share.least, wanted * 0.7 * share.least, 1.75 * rem());
  return rows.every((row) => {
    const [to, room] = [row.querySelector(".row-to"), row.querySelector(".row-room")];
    const passes = (size) => {
      row.style.setProperty("--row-room", `${size}px`);
      return !overflows(room) && !overflows(to) && !overflows(row) && row.scrollHeight <= row.clientHeight + 1;
    };
    return passes(wanted) || largest(8, wanted, passes) >= least;
  });
}
