/** What the cases of these tests check with. */

/** Fails unless both are the same when written as JSON. */
export function equal(actual, expected) {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) {
    throw new Error(`expected ${should} but was ${is}`);
  }
}
