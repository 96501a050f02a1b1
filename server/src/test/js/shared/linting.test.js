import { look } from "../linting.js";
import { equal } from "../checks.js";

const findings = (text, isShipped = true) => look(text, isShipped).findings;
const isFound = (text, words) => equal([text, findings(text)], [text, [`1: ${words}`]]);

export default {
  "a script with good habits has no findings"() {
    const text = `
      import { first, second as other } from "./x.js";
      let count = 0;
      export function next({ step = other, ...rest }, [head]) {
        count += step;
        return { count, rest, step: head, isNone: first == null };
      }
      export class Counter {
        #count = 0;
        at(place) { return this.#count + place.offsetTop; }
      }
      for (const name of window.names) { next(name, []); }`;
    equal(findings(text), []);
  },

  "imports and exports are those of the other scripts' names"() {
    const { imports, exports } = look(
      `import { a as b } from "./x.js"; export const [c, d] = b; export class E {}`,
      true,
    );
    equal([imports, exports], [["a"], ["c", "d", "E"]]);
  },

  "what is declared and not used is found"() {
    isFound(`import { a, b } from "./x.js"; b();`, "a is not used");
    isFound(`const a = 1;`, "a is not used");
    isFound(`function a() {}`, "a is not used");
    isFound(`export class A { #a = 1; }`, "#a is not used");
  },

  "what is used and not declared is found"() {
    isFound(`window.a = nothing.a;`, "nothing is not declared");
  },

  "a habit that leads to faults is found"() {
    isFound(`var a = 1; a++;`, "var, where const or let serves");
    isFound(`let a = 1; window.a = a;`, "let a, which is never assigned again: const");
    isFound(`window.a = window.b == 1;`, "==, which converts: ===");
    isFound(`window.a = window.b != 1;`, "!=, which converts: !==");
    isFound(`console.log(1);`, "console.log, where warn or error serves");
    isFound(`debugger;`, "debugger");
  },

  "what the content policy forbids is found, but in tests"() {
    for (const text of [
      `document.body.innerHTML = "x";`,
      `document.write("x");`,
      `document.body.style.cssText = "x";`,
      `document.body.setAttribute("style", "x");`,
      `eval("x");`,
      `new Function("x");`,
      `alert("x");`,
    ]) {
      equal([text, findings(text, true).length, findings(text, false).length], [text, 1, 0]);
    }
  },
};
