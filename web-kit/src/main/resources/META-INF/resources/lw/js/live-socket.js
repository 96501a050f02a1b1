/**
 * A socket that reconnects by itself as soon as the server is back, and reports when the content on screen may be
 * outdated.
 *
 * The server sends complete states, and a sign of life every few seconds, so the page need not remember what it missed.
 * A socket that stays silent counts as lost and is opened anew, even if the browser considers it open:
 *
 *     const socket = new LiveSocket("/display/ws/hoerde", {
 *       protocol: "lw.board.v1",
 *       hello: () => ({ type: "hello", seen: version }),
 *       // optional, for polling: answers over HTTP with the message of the socket
 *       otherWay: "/display/live/hoerde",
 *       // isFirst: the first one of this connection
 *       onMessage: (message, isFirst, isPolled) => …,
 *       // only when it changes; live until silence shows otherwise
 *       onLive: (live) => …,
 *       // polling was answered with an error
 *       onRefused: (status) => …,
 *       // the server has closed the socket because this device may not use it; it stays closed
 *       onDismissed: () => …,
 *     });
 *
 * Where a network blocks sockets, the page polls every few seconds, and tries a socket now and then.
 */
import { ask, askOnAllConnections } from "./asking.js";

/** The code with which the server closes the socket of a device that it does not know any more. */
const DISMISSED = 4401;

/** After this many sockets in a row that did not open although HTTP was answered, sockets count as blocked. */
const MOST_REFUSALS = 3;
const SLOW_PAUSE_MS = 5_000;
const SOCKET_AGAIN_MS = 60_000;
const MOST_QUESTIONS = 4;

export class LiveSocket {
  #url;
  #options;
  #socket = null;
  #failures = 0;
  #refusals = 0;
  #socketNotBefore = 0;
  #seeking = false;
  #unanswered = 0;
  #live = true;
  #stopped = false;
  #retry = 0;
  #patience = 0;
  #silence = 0;

  /** Connects at once. `path` is absolute on this host, without scheme. */
  constructor(path, options) {
    this.#url = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${path}`;
    this.#options = {
      hello: null,
      otherWay: "",
      onLive() {},
      onRefused() {},
      onDismissed() {},
      silenceMs: 9_500,
      connectMs: 3_000,
      ...options,
    };
    this.#awaitSignOfLife();
    this.#connect();
    addEventListener("online", this.#hurry);
    addEventListener("pageshow", this.#hurry);
    document.addEventListener("visibilitychange", this.#hurry);
  }

  get live() {
    return this.#live;
  }

  /** Sends if connected and returns whether it did. Nothing is queued: after a reconnection `hello` sends the state. */
  send(message) {
    if (this.#socket?.readyState !== WebSocket.OPEN) {
      return false;
    }
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  /** Closes the socket for good, for instance when a ticket is finished. */
  stop() {
    this.#stopped = true;
    clearTimeout(this.#retry);
    clearTimeout(this.#silence);
    removeEventListener("online", this.#hurry);
    removeEventListener("pageshow", this.#hurry);
    document.removeEventListener("visibilitychange", this.#hurry);
    this.#abandon();
  }

  /**
   * The first attempt after a socket was lost is made at once, since it uses a new connection. Later ones check HTTP
   * first: browsers delay the sockets of a page that fail again and again more and more, but not its requests.
   */
  async #seek() {
    if (this.#seeking) {
      return;
    }
    this.#seeking = true;
    const isAnswered = this.#failures < 2 || (await this.#askOtherWay());
    this.#seeking = false;
    if (this.#stopped || this.#socket) {
      return;
    }
    const isDue = performance.now() >= this.#socketNotBefore;
    if (isAnswered && isDue) {
      this.#connect();
    } else {
      this.#comeBack();
    }
  }

  /** Whether HTTP reaches the server; a polled message is used like one from the socket. */
  async #askOtherWay() {
    const { otherWay, connectMs, onMessage, onRefused } = this.#options;
    try {
      if (!otherWay) {
        return (await ask(location.href, { method: "HEAD", patienceMs: connectMs })).ok;
      }
      // on more connections each time, since many screens that return at once must not send six requests each
      const answer = await askOnAllConnections(otherWay, connectMs, Math.min(2 ** this.#unanswered, MOST_QUESTIONS));
      this.#unanswered = 0;
      if (this.#stopped || this.#socket) {
        return answer.ok;
      }
      if (answer.ok) {
        this.#heard();
        onMessage(JSON.parse(answer.text), false, true);
      } else if (answer.status < 500) {
        onRefused(answer.status);
      }
      return answer.ok;
    } catch {
      this.#unanswered += 1;
      return false;
    }
  }

  #connect() {
    this.#abandon();
    let first = true;
    const socket = new WebSocket(this.#url, this.#options.protocol);
    this.#socket = socket;
    this.#patience = setTimeout(() => this.#fail(), this.#options.connectMs);
    socket.onopen = () => {
      this.#awaitFirstMessage();
      if (this.#options.hello) {
        this.send(this.#options.hello());
      }
    };
    socket.onmessage = ({ data }) => {
      const message = parsed(data);
      clearTimeout(this.#patience);
      this.#failures = 0;
      this.#refusals = 0;
      this.#heard();
      if (message) {
        this.#options.onMessage(message, first, false);
        first = false;
      }
    };
    socket.onclose = ({ code }) => (code === DISMISSED ? this.#dismiss() : this.#fail());
  }

  /** Some networks let a socket open but block its messages; if polling is available, that is noticed soon. */
  #awaitFirstMessage() {
    clearTimeout(this.#patience);
    if (this.#options.otherWay) {
      this.#patience = setTimeout(() => this.#fail(), this.#options.connectMs);
    }
  }

  /** A socket has closed, or has not opened in time. Except at the first attempt, HTTP was answered just before. */
  #fail() {
    this.#refusals += this.#failures < 2 ? 0 : 1;
    if (this.#isSlow()) {
      this.#socketNotBefore = performance.now() + SOCKET_AGAIN_MS;
    }
    this.#comeBack();
  }

  #dismiss() {
    this.stop();
    this.#options.onDismissed();
  }

  /** Whether this network allows HTTP but blocks sockets. */
  #isSlow() {
    return this.#options.otherWay !== "" && this.#refusals >= MOST_REFUSALS;
  }

  /** Drops the present socket without waiting for the other side, which may be gone. */
  #abandon() {
    clearTimeout(this.#patience);
    if (this.#socket) {
      this.#socket.onopen = this.#socket.onmessage = this.#socket.onclose = null;
      this.#socket.close();
      this.#socket = null;
    }
  }

  /**
   * Tries again after 0.25, 0.5, 1, then every 2 s, or more slowly where sockets are blocked; randomly shortened so
   * that many screens do not reconnect at the same moment.
   */
  #comeBack() {
    this.#abandon();
    clearTimeout(this.#retry);
    if (this.#stopped) {
      return;
    }
    const pause = this.#isSlow() ? SLOW_PAUSE_MS : Math.min(2_000, 250 * 2 ** this.#failures);
    this.#failures += 1;
    this.#retry = setTimeout(() => this.#seek(), pause * (0.5 + Math.random() / 2));
  }

  /** The network is back or the page is visible again: retry without waiting for the end of the pause. */
  #hurry = () => {
    if (!this.#stopped && !this.#socket && document.visibilityState === "visible") {
      clearTimeout(this.#retry);
      this.#seek();
    }
  };

  #heard() {
    this.#awaitSignOfLife();
    this.#setLive(true);
  }

  #awaitSignOfLife() {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#fallSilent(), this.#options.silenceMs);
  }

  #fallSilent() {
    this.#setLive(false);
    this.#awaitSignOfLife();
    if (this.#socket?.readyState === WebSocket.OPEN) {
      this.#comeBack();
    }
  }

  #setLive(live) {
    if (live !== this.#live) {
      this.#live = live;
      this.#options.onLive(live);
    }
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    console.warn("The server sent something that is not JSON");
    return null;
  }
}
