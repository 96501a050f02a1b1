/*
 * Measures the pages of a kiosk and reports errors: the next step is in view and can be touched, nothing is cut off,
 * covered, too small or too close together, no word is broken, no page is empty, and nothing more is hidden without an
 * indication.
 */
async ({ first, isLarge, isLow }) => {
  const root = document.documentElement;
  root.dataset.size = isLarge ? "large" : "normal";
  root.dataset.reach = isLow ? "low" : "normal";
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await frame();
  await frame();
  for (const animation of document.getAnimations()) {
    animation.finish();
  }
  await frame();

  const mm = parseFloat(getComputedStyle(root).getPropertyValue("--mm"));
  const distance = parseFloat(getComputedStyle(root).getPropertyValue("--distance"));
  const capitals = 0.668;
  const stage = document.getElementById("stage");
  const modal = document.querySelector("dialog[open]");
  const faults = new Set();
  const name = (element) =>
    `${element.tagName.toLowerCase()} "${element.textContent.trim().replace(/\s+/g, " ").slice(0, 24)}"`;
  const isShown = (element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    element.getBoundingClientRect().width > 2 &&
    (modal === null || modal.contains(element));

  /** The top and bottom edges between which the stage is visible. */
  function bounds() {
    const box = stage.getBoundingClientRect();
    const [, above, below] = /inset\(([\d.]+)px 0px ([\d.]+)px/.exec(stage.style.clipPath) ?? [0, 0, 0];
    return { top: box.top + Number(above), bottom: box.bottom - Number(below) };
  }

  function measure() {
    const seen = bounds();
    const isOnPage = (element) => {
      const box = element.getBoundingClientRect();
      return !stage.contains(element) || (box.bottom > seen.top + 1 && box.top < seen.bottom - 1);
    };
    const targets = [...document.querySelectorAll("a[href], button, input:not([type=hidden])")]
      .filter(isShown)
      .filter(isOnPage);
    for (const target of targets) {
      measureTarget(target, seen);
    }
    targets.forEach((one, at) => targets.slice(at + 1).forEach((other) => measureGap(one, other)));
    let isEmpty = !targets.some((target) => stage.contains(target));
    const walker = document.createTreeWalker(modal ?? document.getElementById("screen"), NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const within = text.parentElement;
      const isForAll = !within.closest(".visually-hidden, .demo-mark") && (modal !== null || !within.closest("dialog"));
      if (text.textContent.trim() && isForAll && isShown(within)) {
        measureText(text, within, seen);
        const box = within.getBoundingClientRect();
        isEmpty &&= !stage.contains(within) || box.bottom < seen.top + 2 || box.top > seen.bottom - 2;
      }
    }
    if (isEmpty && modal === null) {
      faults.add("empty page");
    }
    return targets;
  }

  function measureTarget(target, seen) {
    const box = target.getBoundingClientRect();
    const isField = target.matches("input");
    if (box.left < -0.5 || box.right > innerWidth + 0.5 || box.top < -0.5 || box.bottom > innerHeight + 0.5) {
      faults.add(`outside: ${name(target)}`);
    }
    if (stage.contains(target) && (box.top < seen.top - 1 || box.bottom > seen.bottom + 1)) {
      faults.add(`cut: ${name(target)}`);
    }
    const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    if (hit !== target && !target.contains(hit)) {
      faults.add(`covered: ${name(target)}`);
    }
    if (!isField && Math.min(box.width, box.height) < 15 * mm - 0.6) {
      faults.add(`below 15 mm: ${name(target)}`);
    }
    const zone = isLarge || document.querySelector(".keypad") ? Math.max(innerHeight / 2, 160 * mm) : innerHeight / 2;
    if (isLow && !isField && box.top < innerHeight - zone - 1) {
      faults.add(`too high to reach: ${name(target)}`);
    }
  }

  function measureGap(one, other) {
    const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
    const gap = Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom);
    if (gap < 7.9) {
      faults.add(`too near: ${name(one)} and ${name(other)}`);
    }
  }

  function measureText(text, within, seen) {
    const style = getComputedStyle(within);
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const line of range.getClientRects()) {
      const over = Math.max(0, line.height - (parseFloat(style.lineHeight) || Infinity)) / 2 + 1;
      const [top, bottom] = [line.top + over, line.bottom - over];
      const isOnStage = stage.contains(within);
      if (line.width < 1 || (isOnStage && (bottom <= seen.top + 2 || top >= seen.bottom - 2))) {
        continue;
      }
      const box = within
        .closest("a, button, .card, .notice, .ticket, .elsewhere-office, .hero")
        ?.getBoundingClientRect();
      const isBeside =
        line.left < -1 ||
        line.right > innerWidth + 1 ||
        (box && (line.left < box.left - 1 || line.right > box.right + 1));
      const isHalf = isOnStage ? top < seen.top - 3 || bottom > seen.bottom + 5 : top < -1 || bottom > innerHeight + 1;
      const isOutOfBox = box && within.closest("a, button, .hero") && (top < box.top - 2 || bottom > box.bottom + 2);
      if (isBeside || isHalf || isOutOfBox) {
        faults.add(`text cut: ${name(within)}`);
      }
    }
    if (range.getClientRects().length > 1) {
      measureWords(text, within);
    }
    if (isLarge && parseFloat(style.fontSize) * capitals < 0.0122 * distance * mm - 0.05) {
      faults.add(`letters too small: ${name(within)}`);
    }
  }

  /** Lines end between words, not within them. */
  function measureWords(text, within) {
    const word = document.createRange();
    for (const { index, 0: letters } of text.data.matchAll(/[^\s\u002d\u2010-\u2014/]+/gu)) {
      word.setStart(text, index);
      word.setEnd(text, index + letters.length);
      const lines = [...word.getClientRects()].filter((line) => line.width > 1);
      if (lines.some((line) => line.top > lines[0].bottom - 2)) {
        faults.add(`word broken: ${name(within)}`);
      }
    }
  }

  const targets = measure();
  for (const selector of first) {
    if (!targets.some((target) => target.matches(selector))) {
      faults.add(`not in view: ${selector}`);
    }
  }
  const turn = document.getElementById("turn");
  if (turn.hidden && stage.scrollHeight > stage.clientHeight + 2) {
    faults.add("more without a sign");
  }
  const [back, on] = [turn.querySelector(".turn-back"), turn.querySelector(".turn-on")];
  const page = () => Number(stage.dataset.page);
  const start = page();
  const go = (button, times) => Array.from({ length: times }).forEach(() => button.click());
  if (modal === null) {
    go(back, start - 1);
    for (let at = 1; at < Number(stage.dataset.pages); at++) {
      on.click();
      measure();
    }
    go(back, Math.max(0, page() - start));
  }
  return [...faults];
};
