/**
 * Prettier as this project uses it. Tables of Markdown stay as they are written: aligned, their lines would be too
 * long.
 */

import { format as prettier } from "/prettier/standalone.mjs";
import * as babel from "/prettier/plugins/babel.mjs";
import * as estree from "/prettier/plugins/estree.mjs";
import * as markdown from "/prettier/plugins/markdown.mjs";
import * as postcss from "/prettier/plugins/postcss.mjs";

const WIDTH = 120;
const PARSERS = { js: "babel", css: "css", md: "markdown" };
const LINE_END = [{ type: "line", hard: true, literal: true }, { type: "break-parent" }];

const { mdast } = markdown.printers;
const documents = {
  ...markdown,
  printers: {
    mdast: {
      ...mdast,
      print: (path, options, print) =>
        path.node.type === "table" ? asWritten(path.node, options.originalText) : mdast.print(path, options, print),
    },
  },
};

function asWritten({ position }, text) {
  const [first, ...rest] = text.slice(position.start.offset, position.end.offset).split("\n");
  return [first, ...rest.flatMap((line) => [...LINE_END, line])];
}

/** A text as Prettier would write it; `extension` is that of its file. */
export function format(text, extension) {
  return prettier(text, {
    parser: PARSERS[extension],
    plugins: [babel, estree, documents, postcss],
    printWidth: WIDTH,
    proseWrap: "always",
  });
}
