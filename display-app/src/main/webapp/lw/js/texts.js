/** The texts of the page itself; all other sentences come from the server. */

/** The texts in a template, each by its `data-key`. */
export function textsIn(template) {
  const elements = [...template.content.querySelectorAll("[data-key]")];
  return new Map(elements.map((element) => [element.dataset.key, element.textContent]));
}

/**
 * The time of day in the office, for example 09:05. Digits are the same in every language. A browser that does not know
 * the zone shows the time of its own.
 */
export function clockTime(date, zone) {
  const format = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const inZone = (timeZone) => new Intl.DateTimeFormat("de-u-nu-latn", { ...format, timeZone }).format(date);
  try {
    return inZone(zone);
  } catch (error) {
    if (error instanceof RangeError) {
      return inZone(undefined);
    }
    throw error;
  }
}

/**
 * A board whose calls contain their own sentences. A server of an earlier release sends none: then a call has only
 * number and room, and the sentences of the office are missing.
 */
export function withWords(board) {
  const words = { office: board.name, calls: [], ...board.words };
  const plain = ({ number, counter }) => ({ spoken: `${number} ${counter}`, from: null });
  return {
    ...board,
    words,
    calls: board.calls.map((call, index) => ({ ...call, words: words.calls[index] ?? plain(call) })),
  };
}
