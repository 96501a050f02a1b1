/**
 * The board in a waiting room. The server pushes the whole board on every change; this page shows it, makes a new call
 * large, rings, and shows a notice when its content may be outdated. It requests nothing by itself.
 *
 * Page parameters, all optional: ?distance=5&diagonal=43 (metres to the farthest seat, inches of the screen) make the
 * letters as large as they must be, and are supposed to be 4 and 43 on a large screen; ?sound=off is for a second
 * screen in the same room. For tests and set-up, <html> carries: data-gongs (rung or tried), data-sound (ok, blocked,
 * none), data-live (yes, no), data-version (of the board shown), data-legible (no: what is called cannot be as large as
 * the distance asks).
 */
import { ask } from "./asking.js";
import { fitCall, fitRows, rem, sizeForDistance } from "./fitting.js";
import { Health } from "./health.js";
import { LiveSocket } from "./live-socket.js";
import { sayAgain } from "./said.js";
import { Sound } from "./sound.js";
import { identity, LARGE_MS, Stage } from "./stage.js";
import { clockTime, textsIn, withWords } from "./texts.js";

const REPEAT_MS = 15_000; // the sound repeats if the visitor has not come
const STALE_CALL_MS = 60_000; // after a gap, older calls that are already being served are not announced
const SLIDE_MS = 12_000;
const DRIFT_MS = 180_000;
const USUAL_ROOM = { metres: 4, inches: 43, fromPixels: 1_280 };
const LISTED = { usually: 5, atMost: 8, forMs: 300_000 };

const page = document.documentElement;
const [application] = page.dataset.assets.split("/assets/");
const find = (selector, within = document) => within.querySelector(selector);
const clone = (template) => document.getElementById(template).content.firstElementChild.cloneNode(true);
const setText = (element, text) => element.textContent !== text && (element.textContent = text);

class Board {
  #texts = textsIn(find("#texts"));
  #stage;
  #cards = new Map(); // identity and recalls → element
  #board = null;
  #clockOffset = 0;
  #turns = 0;
  #timer = 0;
  #live = true;
  #connectedBefore = false;
  #isRewording = false;
  #size = { need: 0, floor: 0 };
  #sound;
  #health;
  #socket;

  constructor(parameters) {
    const isLarge = Math.max(innerWidth, innerHeight) >= USUAL_ROOM.fromPixels;
    this.#scale(
      Number(parameters.get("distance") ?? (isLarge && USUAL_ROOM.metres)),
      Number(parameters.get("diagonal") ?? (isLarge && USUAL_ROOM.inches)),
    );
    this.#stage = new Stage(this.#size.need <= 8 * rem() ? 2 : 1);
    this.#sound = new Sound({
      wanted: parameters.get("sound") !== "off",
      onChange: (state) => {
        find(".sound").hidden = state !== "blocked";
        this.#socket?.send(this.#hello());
        this.#fit();
      },
    });
    this.#health = new Health(page.dataset.reports, { sound: () => (this.#sound?.state ?? "none").toUpperCase() });
    this.#socket = new LiveSocket(address(), {
      protocol: "lw.board.v1",
      hello: () => this.#hello(),
      onMessage: (message, isFirst) => this.#receive(message, isFirst),
      onLive: (live) => {
        this.#live = live;
        live || this.#health.lost();
        this.#tellLive();
      },
      onDismissed: openAnew,
    });
    this.#tellLive();
    this.#tick();
    setInterval(() => this.#tick(), 1_000);
    setInterval(() => this.#turn(), SLIDE_MS);
    addEventListener("resize", () => this.#fit());
    document.fonts.addEventListener("loadingdone", () => this.#fit());
  }

  #hello() {
    return { type: "hello", seen: this.#board?.version ?? 0, audio: this.#sound?.state ?? "none" };
  }

  /* --- messages of the server --- */

  #receive(message, isFirst) {
    if (message.now) {
      this.#clockOffset = Date.parse(message.now) - Date.now();
      this.#tick();
    }
    if (message.type === "board") {
      this.#takeBoard(withWords(message), isFirst);
      this.#takeTexts(message.texts);
    }
    if (isFirst && this.#connectedBefore) {
      setTimeout(() => this.#renewIfOutdated(), 1_000 + Math.random() * 9_000);
    }
    this.#connectedBefore = true;
  }

  #takeBoard(board, isFirst) {
    if (!isFirst && this.#board && board.version < this.#board.version) {
      return;
    }
    const isFirstEver = this.#board === null;
    this.#board = board;
    this.#stage.take(board.calls, (call) => !isFirstEver && this.#isWorthAnnouncing(call));
    page.dataset.version = board.version;
    this.#step();
    this.#tellLive();
  }

  /** Texts of the page itself, when one of them is worded otherwise. A failure is made good at the next board. */
  async #takeTexts(version) {
    if (version === undefined || String(version) === page.dataset.texts || this.#isRewording) {
      return;
    }
    this.#isRewording = true;
    try {
      const answer = await ask(location.href);
      const received = new DOMParser().parseFromString(answer.text, "text/html");
      if (answer.ok && find("#texts", received)) {
        sayAgain(received);
        this.#texts = textsIn(find("#texts", received));
        page.dataset.texts = received.documentElement.dataset.texts;
        this.#show();
      }
    } catch {
      // Away, or not answered by this server.
    }
    this.#isRewording = false;
  }

  #isWorthAnnouncing(call) {
    return call.state === "CALLED" || this.#now() - Date.parse(call.at) < STALE_CALL_MS;
  }

  /** After a reconnection the server may run a newer release with a newer page. Checked once, some seconds later. */
  async #renewIfOutdated() {
    try {
      const answer = await ask(location.href);
      const present = new DOMParser().parseFromString(answer.text, "text/html").documentElement;
      if (answer.ok && present.dataset.assets && present.dataset.assets !== page.dataset.assets) {
        location.reload();
      }
    } catch {
      // Away again, or not answered by this server: the next reconnection checks again.
    }
  }

  #now() {
    return Date.now() + this.#clockOffset;
  }

  /* --- rendering --- */

  #step() {
    const entered = this.#stage.advance(performance.now());
    this.#show();
    for (const call of entered) {
      this.#socket.send({ type: "shown", seq: call.seq });
      this.#announce(call);
      setTimeout(() => this.#announceAgain(call), REPEAT_MS);
    }
    clearTimeout(this.#timer);
    const pause = this.#stage.pause(performance.now());
    if (pause < Infinity) {
      this.#timer = setTimeout(() => this.#step(), pause + 5);
    }
  }

  #announce(call) {
    this.#sound.announce(call.words.spoken);
  }

  #announceAgain(call) {
    const present = this.#board.calls.find((other) => identity(other) === identity(call));
    if (present?.state === "CALLED" && present.recalls === call.recalls) {
      this.#announce(present);
    }
  }

  #show() {
    const view = this.#view();
    find(".board").dataset.view = view;
    if (this.#board.name) {
      setText(find(".office"), this.#board.words.office);
    }
    if (view === "closed") {
      this.#showClosed();
    } else if (view === "calls") {
      this.#showLarge();
      this.#showEarlier();
    }
    this.#showInstallation();
    this.#showFacts();
    this.#showAnnounced();
    this.#showSlide();
    this.#fit();
  }

  /** The name, the logo and the funding may change while the board is shown. */
  #showInstallation() {
    const { name, logo, euFunded } = this.#board.installation ?? {};
    if (!name) {
      return;
    }
    setText(find(".brand-name"), name);
    const picture = find(".brand-logo");
    const address = `${application}/${logo}`;
    if (logo && picture.getAttribute("src") !== address) {
      picture.src = address;
    }
    picture.hidden = !logo;
    find(".brand-mark").hidden = Boolean(logo);
    find(".eu-funded").hidden = !euFunded;
  }

  /** After closing time the calls stay as long as a visitor waits or was called lately. */
  #view() {
    const { calls, closed, waiting } = this.#board;
    const recently = (call) => this.#now() - Date.parse(call.at) < LISTED.forMs;
    if (closed && !(waiting?.count > 0) && !calls.some(recently)) {
      return "closed";
    }
    return calls.length > 0 ? "calls" : "welcome";
  }

  #showLarge() {
    const cards = new Map();
    for (const { call, since } of this.#stage.large) {
      const key = `${identity(call)} ${call.recalls}`;
      const isFresh = performance.now() - since < LARGE_MS;
      const card = this.#cards.get(key) ?? clone("call");
      const isCalled = isFresh || call.state === "CALLED";
      card.dataset.tone = isCalled ? "call" : "calm";
      card.toggleAttribute("data-fresh", isFresh);
      card.dataset.seq = call.seq;
      const label = !isCalled ? "earlier" : call.recalls > 0 ? "again" : "please";
      setText(find(".call-label", card), [this.#texts.get(label), call.words.from].filter(Boolean).join(" · "));
      setText(find(".call-number", card), call.number);
      setText(find("bdi", card), call.counter);
      cards.set(key, card);
    }
    const stage = find(".stage");
    stage.dataset.calls = cards.size;
    const before = [...this.#cards.values()];
    this.#cards = cards;
    before.filter((card) => ![...cards.values()].includes(card)).forEach((card) => card.remove());
    [...cards.values()].filter((card) => !card.isConnected).forEach((card) => stage.append(card));
  }

  #showEarlier() {
    const large = new Set(this.#stage.large.map(({ call }) => call));
    const listed = this.#board.calls
      .filter((call) => !large.has(call))
      .filter((call, index) => index < LISTED.usually || this.#now() - Date.parse(call.at) < LISTED.forMs)
      .slice(0, LISTED.atMost);
    const list = find(".rows");
    const rows = listed.map((call, index) => {
      const row = list.children[index] ?? clone("row");
      row.toggleAttribute("data-next", this.#stage.isWaiting(call));
      row.dataset.seq = call.seq;
      setText(find(".row-number", row), call.number);
      find(".row-from", row).hidden = !call.words.from;
      setText(find(".row-from", row), call.words.from ?? "");
      setText(find(".row-room", row), call.counter);
      return row;
    });
    list.replaceChildren(...rows);
    find(".earlier h2").hidden = rows.length === 0;
  }

  #showFacts() {
    const { words, closed, stopped } = this.#board;
    const isClosed = this.#view() === "closed";
    this.#fact(".waiting", !isClosed && words.waiting);
    this.#fact(".estimate", !isClosed && !closed && !stopped && words.estimate);
    find(".no-numbers").hidden = !(closed || stopped) || isClosed;
  }

  /** What the office tells today, in the language of the board or in German. */
  #showAnnounced() {
    const { text = "", language = "" } = this.#board.words.announcement ?? {};
    const announced = find(".announced");
    announced.hidden = !text;
    find("bdi", announced).lang = language;
    setText(find("bdi", announced), text);
  }

  #fact(selector, text) {
    const fact = find(selector);
    fact.hidden = !text;
    setText(find("span", fact), text || "");
  }

  #showClosed() {
    const { reason } = this.#board.closed;
    const { opening } = this.#board.words;
    const isSentence = /\s/.test(reason ?? ""); // a single word is a code for programs
    find(".closed-reason").hidden = !isSentence;
    setText(find(".closed-reason"), isSentence ? reason : "");
    find(".closed-opens").hidden = !opening;
    setText(find(".closed-opens"), opening ?? "");
  }

  #turn() {
    this.#turns++;
    if (this.#board) {
      this.#show();
    }
  }

  /** Announcements alternate. With large letters, facts and announcements alternate, too. */
  #showSlide() {
    const slides = (this.#board.slides ?? []).map((slide) => slide.text ?? slide).filter(Boolean);
    const facts = [...document.querySelectorAll(".fact")].filter((fact) => !fact.hidden);
    const isFar = "far" in page.dataset;
    const turns = isFar ? [...facts, ...slides] : slides;
    const turn = turns[this.#turns % turns.length];
    const isSlide = typeof turn === "string";
    const slide = find(".slide");
    facts.forEach((fact) => fact.toggleAttribute("data-turn", fact === turn));
    slide.toggleAttribute("data-turn", isSlide);
    slide.hidden = !isSlide;
    setText(find("span", slide), isSlide ? turn : "");
  }

  #tellLive() {
    const isLive = this.#live && this.#board?.live !== false;
    page.dataset.live = isLive ? "yes" : "no";
    find(".not-live").hidden = isLive;
    this.#fit();
  }

  #tick() {
    setText(find(".clock"), clockTime(new Date(this.#now()), page.dataset.zone));
    const step = Math.floor(Date.now() / DRIFT_MS) % 4;
    page.style.setProperty("--drift-x", `${[0, 3, 3, 0][step]}px`);
    page.style.setProperty("--drift-y", `${[0, 0, 3, 3][step]}px`);
  }

  /* --- sizes on screen --- */

  #scale(metres, inches) {
    if (metres > 0 && inches > 0) {
      const { need, floor } = sizeForDistance(metres, inches);
      // the figures at the foot need the width of eleven letters: what does not fit is cut off
      this.#size = { need, floor: Math.min(floor, innerWidth / 11.5) };
      page.style.setProperty("--need", `${this.#size.need}px`);
      page.style.setProperty("--floor", `${this.#size.floor}px`);
      page.toggleAttribute("data-far", this.#size.floor > 3.2 * rem());
    }
  }

  /** Sets the sizes by measuring the rendered text. */
  #fit() {
    if (find(".board").dataset.view !== "calls") {
      return;
    }
    find(".middle").dataset.turn = "call";
    page.dataset.layout = "beside";
    let legible = this.#fitLarge();
    if (!legible) {
      page.dataset.layout = "solo";
      legible = this.#fitLarge();
      const isFresh = find(".call[data-fresh]") !== null;
      find(".middle").dataset.turn = !isFresh && this.#turns % 2 === 1 ? "earlier" : "call";
    }
    page.dataset.legible = legible ? "yes" : "no";
    fitRows(find(".rows"), this.#size.floor);
  }

  #fitLarge() {
    const { clientWidth, clientHeight } = find(".stage");
    const flows = this.#cards.size > 1 && clientWidth > clientHeight ? ["line", "column"] : ["column"];
    return [...this.#cards.values()].map((card) => fitCall(card, this.#size.need, flows)).every(Boolean);
  }
}

/** This device is revoked, moved or gets a new token: its page is opened anew as soon as the server answers. */
async function openAnew() {
  try {
    const { status } = await ask(location.href);
    if (status < 500) {
      location.reload();
      return;
    }
  } catch {
    // away: tried again
  }
  setTimeout(openAnew, 1_000);
}

/** The address of this office's socket, which then sends sentences in the language of the page. */
function address() {
  return `${application}/ws/${page.dataset.office}?language=${page.lang}`;
}

/** Keeps the screen on where the browser supports it; requested again whenever the page becomes visible. */
async function stayAwake() {
  try {
    await navigator.wakeLock?.request("screen");
  } catch {
    // The browser does not allow it: the settings of the screen apply.
  }
}

document.addEventListener("visibilitychange", stayAwake);
stayAwake();
new Board(new URLSearchParams(location.search));
