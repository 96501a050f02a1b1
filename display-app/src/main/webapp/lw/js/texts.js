/** What the page says by itself. */

const locale = `${document.documentElement.lang}-u-nu-latn`; // figures are the same in every language

/** The patterns of the page's bundle (ICU MessageFormat: {0}, {0, plural, …}, #, '' for an apostrophe). */
export class Texts {
  #patterns = new Map();

  constructor(template) {
    for (const element of template.content.querySelectorAll("[data-key]")) {
      this.#patterns.set(element.dataset.key, element.textContent);
    }
  }

  get(key, ...args) {
    return this.#fill(this.#patterns.get(key), args);
  }

  #fill(pattern, args, count = "#") {
    let text = "";
    for (let at = 0; at < pattern.length; at++) {
      if (pattern[at] === "{") {
        const end = closing(pattern, at);
        text += this.#argument(pattern.slice(at + 1, end), args);
        at = end;
      } else if (pattern[at] === "#") {
        text += count;
      } else if (!(pattern[at] === "'" && pattern[at - 1] === "'")) {
        text += pattern[at];
      }
    }
    return text;
  }

  #argument(inner, args) {
    const [, index, choices] = /^\s*(\d+)\s*(?:,\s*plural\s*,(.*))?$/s.exec(inner);
    const value = args[index];
    if (!choices) {
      return String(value);
    }
    const forms = new Map();
    for (let rest = choices; rest.includes("{"); ) {
      const open = rest.indexOf("{");
      const end = closing(rest, open);
      forms.set(rest.slice(0, open).trim(), rest.slice(open + 1, end));
      rest = rest.slice(end + 1);
    }
    const rule = new Intl.PluralRules(locale).select(value);
    return this.#fill(forms.get(`=${value}`) ?? forms.get(rule) ?? forms.get("other"), args, String(value));
  }
}

function closing(text, open) {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    depth += text[at] === "{" ? 1 : text[at] === "}" ? -1 : 0;
    if (depth === 0) {
      return at;
    }
  }
  throw new Error(`A bracket stays open in: ${text}`);
}
