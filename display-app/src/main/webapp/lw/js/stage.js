/** Decides which calls are shown large, and when. */

/** The least time for which a new call is shown large. */
export const LARGE_MS = 10_000;

/** The day, the place in the sequence and the number identify a call; its state does not matter. */
export const identity = (call) => `${call.at?.slice(0, 10)} ${call.seq} ${call.number}`;

/** Shows every new call large for its least time: two calls share the large place, further calls wait in a queue. */
export class Stage {
  #heard = new Map(); // identity → recalls
  #waiting = []; // called, not yet large
  #large = []; // { call, since }, the longest shown first; the last one stays while the board lists it
  #places;

  constructor(places) {
    this.#places = places;
  }

  /** Takes the calls of a new board, newest first. `announced` decides which unheard ones become large. */
  take(calls, announced) {
    const byIdentity = new Map(calls.map((call) => [identity(call), call]));
    const current = (call) => byIdentity.get(identity(call));
    this.#waiting = this.#waiting.map(current).filter(Boolean);
    this.#large = this.#large.map((place) => ({ ...place, call: current(place.call) })).filter(({ call }) => call);

    for (const call of [...calls].sort((one, other) => one.seq - other.seq)) {
      const id = identity(call);
      const isNew = (call.recalls ?? 0) > (this.#heard.get(id) ?? -1);
      this.#heard.set(id, call.recalls ?? 0);
      if (isNew && announced(call) && !this.#waiting.includes(call)) {
        this.#large = this.#large.filter((place) => place.call !== call);
        this.#waiting.push(call);
      }
    }
    if (this.#large.length === 0 && this.#waiting.length === 0 && calls.length > 0) {
      this.#large = [{ call: calls[0], since: -Infinity }];
    }
  }

  /** Moves the calls that are due to the large place, and returns those that have just entered it. */
  advance(now) {
    const rested = ({ since }) => now - since >= LARGE_MS;
    const entered = [];
    while (this.#waiting.length > 0) {
      if (this.#large.length > 0 && rested(this.#large[0])) {
        this.#large.shift();
      } else if (this.#large.length === this.#places) {
        break;
      } else {
        const call = this.#waiting.shift();
        this.#large.push({ call, since: now });
        entered.push(call);
      }
    }
    while (this.#waiting.length === 0 && this.#large.length > 1 && rested(this.#large[0])) {
      this.#large.shift();
    }
    return entered;
  }

  get large() {
    return this.#large;
  }

  isWaiting(call) {
    return this.#waiting.includes(call);
  }

  /** The time until the next change, in milliseconds; Infinity if nothing changes by itself. */
  pause(now) {
    const left = this.#large.map(({ since }) => since + LARGE_MS - now);
    return Math.min(...left.filter((ms) => ms > 0), Infinity);
  }
}
