import { fitRows, largest, rem, sizeForDistance } from "../../js/fitting.js";
import { equal } from "../checks.js";

function rowsIn(height, count) {
  const list = document.createElement("ol");
  list.style.cssText = "display: grid; width: 600px; margin: 0; padding: 0; overflow: hidden";
  list.style.height = `${height}px`;
  list.style.gridAutoRows = `${height / count}px`;
  for (let row = 0; row < count; row++) {
    const item = document.createElement("li");
    item.style.cssText = "display: block; overflow: hidden";
    item.innerHTML = '<span class="row-to"><bdi class="row-room">Raum 3</bdi></span>';
    list.append(item);
  }
  document.body.replaceChildren(list);
  return list;
}

export default {
  "the largest size that passes is found to a pixel"() {
    const size = largest(10, 500, (tried) => tried <= 123);
    equal(size > 122 && size <= 123, true);
  },

  "if none passes it is the lower bound"() {
    equal(
      largest(10, 500, () => false),
      10,
    );
  },

  "the size found is the one that was tried last"() {
    const tried = [];
    const size = largest(0, 100, (value) => tried.push(value) && value < 40);
    equal(tried[tried.length - 1], size);
  },

  "twice the distance needs twice the size, twice the screen half of it"() {
    document.documentElement.style.setProperty("--cap", "0.7");
    const near = sizeForDistance(4, 43);
    const round = (value) => Math.round(value * 1_000) / 1_000;
    equal(round(sizeForDistance(8, 43).need), round(2 * near.need));
    equal(round(sizeForDistance(4, 86).floor), round(near.floor / 2));
    equal(near.need > near.floor, true);
  },

  "four rows are shown if they fit, and each row that is shown is not hidden"() {
    const list = rowsIn(4 * 8 * rem(), 4);
    fitRows(list, 16);
    equal(
      [...list.children].map((row) => row.hidden),
      [false, false, false, false],
    );
    equal(list.dataset.lines, "1");
  },

  "a list without height stays as it is"() {
    const list = rowsIn(0, 2);
    fitRows(list, 16);
    equal(list.dataset.lines, undefined);
  },
};
