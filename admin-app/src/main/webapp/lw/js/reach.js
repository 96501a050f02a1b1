/**
 * Handles network failures on a page drawn by PrimeFaces. Every request has a time limit (see staff-page.js); content
 * is marked as live only if it has been read since the last failure; and the user is told at once that a command was
 * not sent, or that it is unknown whether it arrived.
 *
 *     const reach = new Reach({
 *       socket: "/admin/ws/hoerde", otherWay: "/admin/live/hoerde",
 *       reads: ["refresh", "look"],     // sources of requests that change nothing; the first one is that of reread
 *       hello: () => …, onMessage: …,   // as of LiveSocket
 *       reread: () => window.lw_refresh(),
 *       questions,                      // shows the notices if one is open
 *     });
 */
import { askOnAllConnections, isOurs } from "./asking.js";
import "./held.js";
import { LiveSocket } from "./live-socket.js";

const NOTICED_MS = 1_000; // after this time the user needs to see that the request is in progress
const ANSWERED_WITHIN_MS = 2_500;
const HANGS_AFTER_MS = 3_000;
const AGAIN_AFTER_MS = 1_000;

/** The reason why a request was not sent, in jQuery's format. */
const UNSENT = "unsent";

const LOOKED_EVERY_MS = 250;

/** How long the answer to a sign-out may take: it leads on, perhaps to another site, and must not be overtaken. */
const SIGNED_OUT_WITHIN_MS = 30_000;

const find = (id) => document.getElementById(id);
const sourceOf = ({ source }) => (typeof source === "string" ? source : (source?.id ?? ""));

export class Reach {
  #options;
  #socket;
  #live = true;
  #recovering = false;
  #pending = new Map(); // request → start time
  #lost = ""; // the notice about the last command, for when the connection is back
  #sendingSince = 0;
  #signingOutSince = -Infinity;

  constructor(options) {
    this.#options = options;
    document.addEventListener("submit", (event) => {
      if (event.target.id === "leave" && !event.defaultPrevented) {
        this.#signingOutSince = performance.now();
      }
    });
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

  /** Whether the content is up to date with the server. */
  get live() {
    return this.#live;
  }

  /* --- requests --- */

  #watch(request, answer) {
    const isCommand = this.#isCommand(request);
    const isReread = this.#recovering && sourceOf(request) === this.#options.reads[0];
    if ((!this.#live && !isReread) || this.#isSigningOut()) {
      answer.abort(UNSENT);
      if (isCommand) {
        this.#note("unsent");
      }
      return;
    }
    // an answer from elsewhere is not this server's XML, so it fails like a request without an answer
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

  /* --- losing the connection, and restoring it --- */

  #lose() {
    if (this.#live) {
      this.#live = false;
      this.#showLive();
      this.#unlessSilent();
    }
  }

  /** Only HTTP has failed: the socket will not report that it is back. */
  #unlessSilent() {
    if (this.#socket?.live) {
      setTimeout(() => this.#recover(), AGAIN_AFTER_MS);
    }
  }

  /** Aborts hanging requests and reads everything again; only then is the page live. */
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
      // once more, unless the socket is silent too and will report when it is back
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

  /** A request that was sent just now may still be answered. */
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

  /** PrimeFaces sends one request after another: one that hangs blocks all that follow. */
  #giveUp() {
    const { Queue } = PrimeFaces.ajax;
    if (Queue.requests.slice(1).some((waiting) => this.#isCommand(waiting))) {
      this.#note("unsure");
    }
    Queue.abortAll();
    this.#pending.clear();
  }

  #isSigningOut() {
    return performance.now() - this.#signingOutSince < SIGNED_OUT_WITHIN_MS;
  }

  /** The server was reached, but the sign-in is no longer valid. */
  #turnAway(status) {
    if (status === 401 && !this.#isSigningOut()) {
      this.#socket.stop();
      location.assign(this.#options.signIn);
    }
  }

  /* --- notices --- */

  #showLive() {
    const notice = find("offline");
    notice.hidden = this.#live;
    notice.querySelector("span").textContent = this.#live ? "" : notice.dataset.text;
  }

  /** Shows that a command is being sent, including the time it waits for an earlier request. */
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

  /** Updates the notice about the last command, which is no longer true. */
  #sayWhatBecame() {
    if (this.#lost) {
      this.#say(`${this.#lost}-back`);
      this.#lost = "";
    }
  }

  /** Shows a notice in the open question, or else in the list of notices. */
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
