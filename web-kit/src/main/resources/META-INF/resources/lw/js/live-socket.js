/**
 * A socket that looks after itself: it comes back whenever the server does, and says when what is on screen may be old.
 *
 * The server sends complete states and a sign of life every few seconds, so the page need not remember what it missed:
 *
 *     const socket = new LiveSocket("/display/ws/hoerde", {
 *       protocol: "lw.board.v1",
 *       hello: () => ({ type: "hello", seen: version }),
 *       onMessage: (message, isFirst) => …,     // isFirst: the first one of this connection
 *       onLive: (live) => …,                    // only when it changes; live until silence shows otherwise
 *     });
 */
export class LiveSocket {
  #url;
  #options;
  #socket = null;
  #failures = 0;
  #live = true;
  #stopped = false;
  #retry = 0;
  #patience = 0;
  #silence = 0;

  /** Connects at once. `path` is absolute on this host, without scheme. */
  constructor(path, { protocol, hello = null, onMessage, onLive = () => {}, silenceMs = 9_500, connectMs = 3_000 }) {
    this.#url = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${path}`;
    this.#options = { protocol, hello, onMessage, onLive, silenceMs, connectMs };
    this.#awaitSignOfLife();
    this.#connect();
    addEventListener("online", this.#hurry);
    addEventListener("pageshow", this.#hurry);
    document.addEventListener("visibilitychange", this.#hurry);
  }

  get live() {
    return this.#live;
  }

  /** Sends if connected and says whether it did. Nothing is kept for later: `hello` tells what matters then. */
  send(message) {
    if (this.#socket?.readyState !== WebSocket.OPEN) {
      return false;
    }
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  /** Ends for good, for instance when a ticket is finished. */
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
   * After a failure the page itself is asked for first: browsers make a page wait longer and longer whose sockets fail
   * again and again, but they do not mind a request that fails.
   */
  async #connectOnceAnswered() {
    try {
      const answer = await fetch(location.href, {
        method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(this.#options.connectMs),
      });
      if (answer.ok && !this.#stopped && !this.#socket) {
        this.#connect();
        return;
      }
    } catch {
      // still away
    }
    if (!this.#socket) {
      this.#comeBack();
    }
  }

  #connect() {
    this.#abandon();
    let first = true;
    const socket = new WebSocket(this.#url, this.#options.protocol);
    this.#socket = socket;
    this.#patience = setTimeout(() => this.#comeBack(), this.#options.connectMs);
    socket.onopen = () => {
      clearTimeout(this.#patience);
      if (this.#options.hello) {
        this.send(this.#options.hello());
      }
    };
    socket.onmessage = ({ data }) => {
      const message = parsed(data);
      this.#failures = 0;
      this.#heard();
      if (message) {
        this.#options.onMessage(message, first);
        first = false;
      }
    };
    socket.onclose = () => this.#comeBack();
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

  /** Tries again after 0.25, 0.5, 1, then every 2 s, shortened by chance so that many screens do not return as one. */
  #comeBack() {
    this.#abandon();
    clearTimeout(this.#retry);
    if (this.#stopped) {
      return;
    }
    const pause = Math.min(2_000, 250 * 2 ** this.#failures++);
    this.#retry = setTimeout(() => this.#connectOnceAnswered(), pause * (0.5 + Math.random() / 2));
  }

  /** The network is back or somebody looks again: do not sit out the pause. */
  #hurry = () => {
    if (!this.#stopped && !this.#socket && document.visibilityState === "visible") {
      clearTimeout(this.#retry);
      this.#connect();
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
