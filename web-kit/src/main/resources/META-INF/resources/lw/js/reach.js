/**
 * What a page drawn by PrimeFaces does about its network. No request waits for ever (staff-page.js sees to that); what calls itself live has been read again
 * since the last doubt; and whoever gave a command is told at once that it was not sent, or that nobody knows whether it arrived.
 *
 *     const reach = new Reach({
 *       socket: "/admin/ws/hoerde", otherWay: "/admin/live/hoerde",
 *       reads: ["refresh", "look"],     // sources of requests that change nothing; the first one is that of reread
 *       hello: () => …, onMessage: …,   // as of LiveSocket
 *       reread: () => window.lw_refresh(),
 *       questions,                      // where it is said if one is open
 *     });
 */
import { askOnAllConnections, isOurs } from "./asking.js";
import { LiveSocket } from "./live-socket.js";

const NOTICED_MS = 1_000; // whoever waits longer wants to see that something goes on
const ANSWERED_WITHIN_MS = 2_500;
const HANGS_AFTER_MS = 3_000;
const AGAIN_AFTER_MS = 1_000;

/** Why a request was not sent, as jQuery passes it on. */
const UNSENT = "unsent";

const LOOKED_EVERY_MS = 250;

const find = (id) => document.getElementById(id);
const sourceOf = ({ source }) => (typeof source === "string" ? source : (source?.id ?? ""));

export class Reach {
  #options;
  #socket;
  #live = true;
  #recovering = false;
  #pending = new Map(); // request → since when
  #lost = ""; // what is to be said about the last command once the connection is back
  #sendingSince = 0;

  constructor(options) {
    this.#options = options;
    window.jQuery.ajaxPrefilter((request, original, answer) => this.#watch(request, answer));
    setInterval(() => this.#tellSending(), LOOKED_EVERY_MS);
    this.#socket = new LiveSocket(options.socket, {
      protocol: "lw.line.v1",
      otherWay: options.otherWay,
      hello: options.hello,
      onMessage: options.onMessage,
      onLive: (live) => (live ? this.#recover() : this.#lose()),
      onRefused: (status) => this.#turnAway(status),
    });
  }

  /** Whether what is shown is what the server knows. */
  get live() {
    return this.#live;
  }

  /* --- requests --- */

  #watch(request, answer) {
    const isCommand = this.#isCommand(request);
    const isReread = this.#recovering && sourceOf(request) === this.#options.reads[0];
    if (!this.#live && !isReread) {
      answer.abort(UNSENT);
      if (isCommand) {
        this.#note("unsent");
      }
      return;
    }
    // what somebody else has answered is no XML of ours, so it fails like a request without an answer
    request.dataFilter = (text) => (isOurs((name) => answer.getResponseHeader(name)) ? text : "-");
    this.#pending.set(answer, performance.now());
    answer.always(() => this.#pending.delete(answer));
    answer.done(() => isCommand && this.#unsay());
    answer.fail(() => this.#fail(answer, isCommand));
  }

  #isCommand(request) {
    return !this.#options.reads.includes(sourceOf(request));
  }

  #fail(answer, isCommand) {
    const isAnswered = answer.status > 0 && isOurs((name) => answer.getResponseHeader(name));
    if (isCommand) {
      this.#note(isAnswered ? "failed" : "unsure");
    }
    if (!isAnswered || answer.status >= 500) {
      this.#lose();
    }
  }

  /* --- being away, and coming back --- */

  #lose() {
    if (this.#live) {
      this.#live = false;
      this.#showLive();
      this.#unlessSilent();
    }
  }

  /** HTTP alone has failed: the socket will not tell when it is back. */
  #unlessSilent() {
    if (this.#socket?.live) {
      setTimeout(() => this.#recover(), AGAIN_AFTER_MS);
    }
  }

  /** What hangs is given up, and everything read again; only then is the page live. */
  async #recover() {
    if (this.#live || this.#recovering) {
      return;
    }
    this.#recovering = true;
    try {
      const { ok, status } = await askOnAllConnections(this.#options.otherWay, ANSWERED_WITHIN_MS);
      if (!ok) {
        throw new Error(`Not ready: ${status}`);
      }
      await this.#settle();
      await this.#options.reread();
      this.#live = this.#socket.live;
    } catch {
      // once more, unless the socket has fallen silent too and will tell
    }
    this.#recovering = false;
    if (this.#live) {
      this.#showLive();
      this.#sayWhatBecame();
      this.#options.onBack?.();
    } else {
      this.#unlessSilent();
    }
  }

  /** What was sent just now may well be answered. */
  async #settle() {
    while (this.#pending.size > 0) {
      const oldest = performance.now() - Math.min(...this.#pending.values());
      if (oldest > HANGS_AFTER_MS) {
        this.#giveUp();
      } else {
        await new Promise((resolve) => setTimeout(resolve, HANGS_AFTER_MS - oldest));
      }
    }
  }

  /** PrimeFaces sends one request after another: one that hangs blocks all that were made after it. */
  #giveUp() {
    const { Queue } = PrimeFaces.ajax;
    if (Queue.requests.slice(1).some((waiting) => this.#isCommand(waiting))) {
      this.#note("unsure");
    }
    Queue.abortAll();
    this.#pending.clear();
  }

  /** The server was reached and does not know us (any more). */
  #turnAway(status) {
    if (status === 401) {
      this.#socket.stop();
      location.assign(this.#options.signIn);
    }
  }

  /* --- what people are told --- */

  #showLive() {
    const notice = find("offline");
    notice.hidden = this.#live;
    notice.querySelector("span").textContent = this.#live ? "" : notice.dataset.text;
  }

  /** A command may also wait for a request before it. */
  #tellSending() {
    const isSending = PrimeFaces.ajax.Queue.requests.some((request) => this.#isCommand(request));
    this.#sendingSince = isSending ? this.#sendingSince || performance.now() : 0;
    find("sending").hidden = !isSending || performance.now() - this.#sendingSince < NOTICED_MS;
  }

  #note(what) {
    if (what !== "failed" && this.#lost !== "unsure") {
      this.#lost = what;
    }
    this.#say(what);
  }

  /** The words of before are not true any more. */
  #sayWhatBecame() {
    if (this.#lost) {
      this.#say(`${this.#lost}-back`);
      this.#lost = "";
    }
  }

  /** Where the person looks: in the question that is open, or else among the news. */
  #say(what) {
    this.#unsay();
    const notice = find("reach").content.querySelector(`[data-reach="${what}"]`).cloneNode(true);
    if (!this.#options.questions.refuse(notice)) {
      find("news").replaceChildren(notice);
    }
  }

  #unsay() {
    for (const notice of document.querySelectorAll("p[data-reach]")) {
      notice.remove();
    }
  }
}
