import { LiveSocket } from "../../js/live-socket.js";
import { equal } from "../checks.js";

/** Sockets in place of a server's; `opened` has them all. */
async function withSockets(action) {
  const [original, opened] = [globalThis.WebSocket, []];
  globalThis.WebSocket = class {
    static OPEN = 1;
    readyState = 0;
    sent = [];
    constructor(url, protocol) {
      Object.assign(this, { url, protocol });
      opened.push(this);
    }
    send(text) {
      this.sent.push(JSON.parse(text));
    }
    close() {
      this.readyState = 3;
    }
    open() {
      this.readyState = 1;
      this.onopen();
    }
  };
  try {
    await action(opened);
  } finally {
    globalThis.WebSocket = original;
  }
}

const soon = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export default {
  async "it says hello when it is connected and tells which message is the first"() {
    await withSockets((opened) => {
      const heard = [];
      const socket = new LiveSocket("/ws/hoerde?language=de", {
        protocol: "lw.board.v1",
        hello: () => ({ type: "hello" }),
        onMessage: (message, isFirst) => heard.push([message.version, isFirst]),
      });
      equal(socket.send({ type: "shown" }), false);
      opened[0].open();
      opened[0].onmessage({ data: '{"version":1}' });
      opened[0].onmessage({ data: "no JSON" });
      opened[0].onmessage({ data: '{"version":2}' });
      socket.stop();
      equal(opened[0].url, `ws://${location.host}/ws/hoerde?language=de`);
      equal(opened[0].protocol, "lw.board.v1");
      equal(opened[0].sent, [{ type: "hello" }]);
      equal(heard, [
        [1, true],
        [2, false],
      ]);
    });
  },

  async "it connects anew after its socket has closed"() {
    await withSockets(async (opened) => {
      const socket = new LiveSocket("/ws/hoerde", { onMessage() {} });
      opened[0].open();
      opened[0].onclose({ code: 1006 });
      await soon(400);
      equal(opened.length, 2);
      socket.stop();
    });
  },

  async "it stays closed and tells so when the server does not know the device any more"() {
    await withSockets(async (opened) => {
      let dismissals = 0;
      new LiveSocket("/ws/hoerde", { onMessage() {}, onDismissed: () => (dismissals += 1) });
      opened[0].open();
      opened[0].onclose({ code: 4401 });
      await soon(400);
      equal(dismissals, 1);
      equal(opened.length, 1);
    });
  },

  async "silence is told, and the next message ends it"() {
    await withSockets(async (opened) => {
      const told = [];
      const socket = new LiveSocket("/ws/hoerde", { onMessage() {}, onLive: (live) => told.push(live), silenceMs: 50 });
      opened[0].open();
      await soon(400);
      equal(told, [false]);
      opened[1].open();
      opened[1].onmessage({ data: "{}" });
      equal(told, [false, true]);
      equal(socket.live, true);
      socket.stop();
    });
  },

  async "it does not come back once it is stopped"() {
    await withSockets(async (opened) => {
      const socket = new LiveSocket("/ws/hoerde", { onMessage() {} });
      socket.stop();
      await soon(300);
      equal(opened.length, 1);
    });
  },
};
