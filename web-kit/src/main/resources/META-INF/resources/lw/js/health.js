/**
 * Reports once a minute how this device is: how long its page has been open, its screen, sound and clock, how often it
 * has lost the network today, and when it has last shown a ticket. Nothing about who used it.
 *
 *     const health = new Health(address, { sound: () => "OK" });   // no address: this browser is no paired device
 *     health.lost();      // the network was lost
 *     health.issued();    // a ticket is shown
 */
import { ask } from "./asking.js";

const EVERY_MS = 60_000;
const FIRST_MS = 5_000;
const PATIENCE_MS = 5_000;
const KEPT = "lw.losses";

export class Health {
  #address;
  #facts;
  #issuedAt = null;

  constructor(address, facts = {}) {
    this.#address = address;
    this.#facts = { sound: () => "NONE", ...facts };
    if (address) {
      setTimeout(() => this.#report(), FIRST_MS);
      setInterval(() => this.#report(), EVERY_MS);
    }
  }

  lost() {
    const { day, count } = losses();
    try {
      localStorage.setItem(KEPT, JSON.stringify({ day, count: Math.min(count + 1, 99_999) }));
    } catch {
      // a browser that keeps nothing counts nothing
    }
  }

  issued() {
    this.#issuedAt = performance.now();
  }

  async #report() {
    const report = {
      assets: document.documentElement.dataset.release ?? document.documentElement.dataset.assets,
      upSeconds: Math.floor(performance.now() / 1_000),
      width: screen.width,
      height: screen.height,
      sound: this.#facts.sound(),
      clock: Date.now(),
      losses: losses().count,
      ticketSecondsAgo: this.#issuedAt === null ? null : Math.floor((performance.now() - this.#issuedAt) / 1_000),
    };
    try {
      await ask(this.#address, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(report),
        patienceMs: PATIENCE_MS,
      });
    } catch {
      // away: the next report tells
    }
  }
}

/** The losses of today, by the clock of this device. */
function losses() {
  const day = new Date().toDateString();
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT)) ?? {};
    return kept.day === day && Number.isInteger(kept.count) ? kept : { day, count: 0 };
  } catch {
    return { day, count: 0 };
  }
}
