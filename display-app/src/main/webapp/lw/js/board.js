/**
 * The board in a waiting room. The server pushes the whole board on every change; this page shows it, makes a new call
 * large, rings, and says so when what it shows may be old. It asks for nothing by itself.
 *
 * Page parameters, all optional: ?distance=5&diagonal=43 (metres to the farthest seat, inches of the screen) make the
 * letters as large as they must be, and are supposed to be 4 and 43 on a large screen; ?sound=off is for a second screen in the
 * same room.
 * For tests and set-up, <html> carries: data-gongs (rung or tried), data-sound (ok, blocked, none), data-live (yes,
 * no), data-version (of the board shown), data-legible (no: what is called cannot be as large as the distance asks).
 */
import { ask } from "./asking.js";
import { LiveSocket } from "./live-socket.js";

const LARGE_MS = 10_000; // the least time for which a new call is shown large
const REPEAT_MS = 15_000; // the sound repeats if the visitor has not come
const STALE_CALL_MS = 60_000; // after a gap, older calls that are already being served are not announced
const SLIDE_MS = 12_000;
const DRIFT_MS = 180_000;
const USUAL_ROOM = { metres: 4, inches: 43, fromPixels: 1_280 };
const LISTED = { usually: 5, atMost: 8, forMs: 300_000 };

const page = document.documentElement;
const locale = `${page.lang}-u-nu-latn`; // digits are the same in every language
const find = (selector, within = document) => within.querySelector(selector);
const clone = (template) => document.getElementById(template).content.firstElementChild.cloneNode(true);
const setText = (element, text) => element.textContent !== text && (element.textContent = text);

/* ---------- texts ---------- */

/** The patterns of the page's bundle (ICU MessageFormat: {0}, {0, plural, …}, #, '' for an apostrophe). */
class Texts {
  #patterns = new Map();

  constructor(template) {
    for (const element of template.content.querySelectorAll("[data-key]")) {
      this.#patterns.set(element.dataset.key, element.textContent);
    }
  }

  get(key, ...args) {
    return this.#fill(this.#patterns.get(key), args);
  }

  #fill(pattern, args, count = "#") {
    let text = "";
    for (let at = 0; at < pattern.length; at++) {
      if (pattern[at] === "{") {
        const end = closing(pattern, at);
        text += this.#argument(pattern.slice(at + 1, end), args);
        at = end;
      } else if (pattern[at] === "#") {
        text += count;
      } else if (!(pattern[at] === "'" && pattern[at - 1] === "'")) {
        text += pattern[at];
      }
    }
    return text;
  }

  #argument(inner, args) {
    const [, index, choices] = /^\s*(\d+)\s*(?:,\s*plural\s*,(.*))?$/s.exec(inner);
    const value = args[index];
    if (!choices) {
      return String(value);
    }
    const forms = new Map();
    for (let rest = choices; rest.includes("{"); ) {
      const open = rest.indexOf("{");
      const end = closing(rest, open);
      forms.set(rest.slice(0, open).trim(), rest.slice(open + 1, end));
      rest = rest.slice(end + 1);
    }
    const rule = new Intl.PluralRules(locale).select(value);
    return this.#fill(forms.get(`=${value}`) ?? forms.get(rule) ?? forms.get("other"), args, String(value));
  }
}

function closing(text, open) {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    depth += text[at] === "{" ? 1 : text[at] === "}" ? -1 : 0;
    if (depth === 0) {
      return at;
    }
  }
  throw new Error(`A bracket stays open in: ${text}`);
}

/* ---------- which call is large ---------- */

const shortName = (office) => office.replace(/^lokal willkommen\s*[·–-]?\s*/i, "");

/** Number and sequence identify a call; its state does not matter. */
const identity = (call) => `${call.at?.slice(0, 10)} ${call.seq} ${call.number}`;

/** Shows every new call large for its least time: two calls share the large place, further calls wait in a queue. */
class Stage {
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

  /** Moves the calls that are due to the large place, and returns the calls there. */
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

/* ---------- sound ---------- */

/** Three falling tones, synthesised here, then the call is spoken if the device has a local voice for the language. */
class Sound {
  #context = null;
  #last = Promise.resolve();
  #onChange;
  state = "none";

  constructor({ wanted, onChange }) {
    this.#onChange = onChange;
    if (!wanted || typeof AudioContext === "undefined") {
      this.#tell("none");
      return;
    }
    this.#context = new AudioContext();
    this.state = this.#context.state === "running" ? "ok" : "blocked";
    this.#context.onstatechange = () => this.#look();
    for (const gesture of ["pointerdown", "keydown"]) {
      addEventListener(gesture, () => this.#context.resume());
    }
    this.#context.resume();
    setTimeout(() => this.#look(), 800);
  }

  /** Rings for a call; several calls ring one after another. */
  announce(words) {
    this.#last = this.#last.then(() => this.#ring()).then(() => this.#say(words));
  }

  async #ring() {
    page.dataset.gongs = Number(page.dataset.gongs ?? 0) + 1;
    if (this.state !== "ok") {
      return;
    }
    const start = this.#context.currentTime + 0.05;
    [783.99, 659.25, 523.25].forEach((pitch, index) => this.#strike(pitch, start + index * 0.48));
    await after(1_900);
  }

  /** A soft bell: the tone, and the octave above it fainter and shorter. */
  #strike(pitch, start) {
    for (const [partial, loudness, seconds] of [[1, 0.5, 1.5], [2, 0.14, 0.7], [3.01, 0.05, 0.35]]) {
      const tone = new OscillatorNode(this.#context, { frequency: pitch * partial });
      const volume = new GainNode(this.#context, { gain: 0 });
      volume.gain.setValueAtTime(0, start);
      volume.gain.linearRampToValueAtTime(loudness, start + 0.015);
      volume.gain.exponentialRampToValueAtTime(0.0001, start + seconds);
      tone.connect(volume).connect(this.#context.destination);
      tone.start(start);
      tone.stop(start + seconds);
    }
  }

  async #say(words) {
    const voice = globalThis.speechSynthesis?.getVoices()
      .find(({ localService, lang }) => localService && lang.toLowerCase().startsWith(page.lang));
    if (this.state !== "ok" || !voice) {
      return;
    }
    const utterance = new SpeechSynthesisUtterance(words);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = 0.9;
    const ended = new Promise((resolve) => (utterance.onend = utterance.onerror = resolve));
    speechSynthesis.speak(utterance);
    await Promise.race([ended, after(8_000)]);
  }

  #look() {
    this.#tell(this.#context.state === "running" ? "ok" : "blocked");
  }

  #tell(state) {
    if (page.dataset.sound !== state) {
      page.dataset.sound = this.state = state;
      this.#onChange(state);
    }
  }
}

const after = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/* ---------- sizes ---------- */

const rem = () => parseFloat(getComputedStyle(page).fontSize);

/** Font sizes for a viewing distance: capitals of 0.0122 × distance for the call, distance / 155 for all other text. */
function sizeForDistance(metres, inches) {
  const pixels = Math.hypot(Math.max(screen.width, innerWidth), Math.max(screen.height, innerHeight));
  const pixelsPerMm = pixels / (inches * 25.4);
  const capitals = Number(getComputedStyle(page).getPropertyValue("--cap"));
  const fontSize = (capitalsMm) => (capitalsMm * pixelsPerMm) / capitals;
  return { need: fontSize(12.2 * metres), floor: fontSize((metres * 1_000) / 155) };
}

/** The largest value between two bounds that still passes, to a pixel; the lower bound if none does. */
function largest(low, high, passes) {
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (passes(middle)) {
      low = middle;
    } else {
      high = middle;
    }
  }
  passes(low);
  return low;
}

const overflows = (element) => element.scrollWidth > element.clientWidth + 1;

/** Makes number and room of one large call fill their place. Returns whether both reached `need`. */
function fitCall(card, need, flows) {
  const [box, number, room] = [".call-fit", ".call-number", ".call-room"].map((part) => find(part, card));
  const isShort = find("bdi", room).textContent.length <= 10;
  room.classList.toggle("short", isShort);

  const tried = flows.map((flow) => {
    card.dataset.flow = flow;
    const inLine = flow === "line";
    const usual = inLine ? 0.52 : isShort ? 0.38 : 0.27;
    const passesWith = (least, share = usual) => (size) => {
      box.style.setProperty("--number-size", `${size}px`);
      box.style.setProperty("--room-size", `${Math.max(least, size * share)}px`);
      const gap = parseFloat(getComputedStyle(box).gap);
      const extent = inLine
        ? number.offsetWidth + room.offsetWidth + gap <= box.clientWidth + 1
          && Math.max(number.offsetHeight, room.offsetHeight) <= box.clientHeight
        : number.offsetHeight + room.offsetHeight + gap <= box.clientHeight && number.offsetWidth <= box.clientWidth;
      return extent && room.offsetWidth <= box.clientWidth && !overflows(room) && !overflows(find("bdi", room));
    };
    const legible = passesWith(need)(need);
    const passes = legible ? passesWith(need) : passesWith(0, 0.5); // if the size cannot be reached, both get the same size
    const size = largest(legible ? Math.max(need, 10) : 10, box.clientHeight, passes);
    return { flow, legible, size, apply: () => passes(size) };
  });

  const isBetter = (one, other) => one.legible > other.legible || one.size > other.size * 1.05;
  const best = tried.reduce((one, other) => (isBetter(other, one) ? other : one));
  card.dataset.flow = best.flow;
  best.apply();
  return best.legible;
}

/**
 * Shows as many legible rows as fit, each in one line or else in two, with room names as large as the row allows. Four visible
 * calls matter more than a long room name at full size: only that name may be smaller.
 */
function fitRows(list, floor) {
  const rows = [...list.children];
  if (list.clientHeight === 0) {
    return;
  }
  for (const [fewest, leastShare] of [[4, 1], [4, 0.5], [1, 0.5]]) {
    for (let count = rows.length; count >= Math.min(fewest, rows.length) && count > 0; count--) {
      rows.forEach((row, index) => (row.hidden = index >= count));
      const shown = rows.slice(0, count);
      if (fitLines(list, shown, floor, { lines: 1, number: 0.6, room: 0.64, least: leastShare })
        || fitLines(list, shown, floor, { lines: 2, number: 0.46, room: 0.78, least: leastShare })) {
        return;
      }
    }
  }
}

function fitLines(list, rows, floor, share) {
  list.dataset.lines = share.lines;
  const number = Math.max(floor, Math.min(rows[0].clientHeight * share.number, 6 * rem()));
  list.style.setProperty("--row-number", `${number}px`);
  const wanted = Math.max(floor, number * share.room);
  const least = Math.max(floor * share.least, wanted * 0.7 * share.least, 1.75 * rem());
  return rows.every((row) => {
    const [to, room] = [find(".row-to", row), find(".row-room", row)];
    const passes = (size) => {
      row.style.setProperty("--row-room", `${size}px`);
      return !overflows(room) && !overflows(to) && !overflows(row) && row.scrollHeight <= row.clientHeight + 1;
    };
    return passes(wanted) || largest(8, wanted, passes) >= least;
  });
}

/* ---------- the board ---------- */

class Board {
  #texts = new Texts(find("#texts"));
  #stage;
  #cards = new Map(); // identity and recalls → element
  #board = null;
  #clockOffset = 0;
  #turns = 0;
  #timer = 0;
  #live = true;
  #connectedBefore = false;
  #size = { need: 0, floor: 0 };
  #sound;
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
    this.#socket = new LiveSocket(`${page.dataset.assets.split("/assets/")[0]}/ws/${page.dataset.office}`, {
      protocol: "lw.board.v1",
      hello: () => this.#hello(),
      onMessage: (message, isFirst) => this.#receive(message, isFirst),
      onLive: (live) => {
        this.#live = live;
        this.#tellLive();
      },
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
    }
    if (message.type === "board") {
      this.#takeBoard(message, isFirst);
    }
    if (isFirst && this.#connectedBefore) {
      this.#renewIfOutdated();
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

  #isWorthAnnouncing(call) {
    return call.state === "CALLED" || this.#now() - Date.parse(call.at) < STALE_CALL_MS;
  }

  /** After a reconnection the server may run a newer release with a newer page. Checked once, some seconds later. */
  async #renewIfOutdated() {
    await after(1_000 + Math.random() * 9_000);
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
    const number = call.number.replace(/^(\D+)0*(\d+)$/, "$1 $2");
    this.#sound.announce(this.#texts.get("spoken", [number, this.#from(call)].filter(Boolean).join(" "), call.counter));
  }

  /** The office that issued a ticket, if it is another one: a visitor of this office may have the same number. */
  #from(call) {
    return call.from ? this.#texts.get("from", shortName(call.from)) : "";
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
      setText(find(".office"), shortName(this.#board.name));
    }
    if (view === "closed") {
      this.#showClosed();
    } else if (view === "calls") {
      this.#showLarge();
      this.#showEarlier();
    }
    this.#showFacts();
    this.#showSlide();
    this.#fit();
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
      setText(find(".call-label", card), [this.#texts.get(label), this.#from(call)].filter(Boolean).join(" · "));
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
      const from = this.#from(call);
      find(".row-from", row).hidden = !from;
      setText(find(".row-from", row), from);
      setText(find(".row-room", row), call.counter);
      return row;
    });
    list.replaceChildren(...rows);
    find(".earlier h2").hidden = rows.length === 0;
  }

  #showFacts() {
    const { waiting, closed } = this.#board;
    const estimate = waiting?.estimate && this.#estimate(waiting.estimate);
    const isClosed = this.#view() === "closed";
    this.#fact(".waiting", !isClosed && Number.isInteger(waiting?.count) && this.#texts.get("waiting", waiting.count));
    this.#fact(".estimate", !isClosed && !closed && estimate);
    find(".no-numbers").hidden = !closed || isClosed;
  }

  #fact(selector, text) {
    const fact = find(selector);
    fact.hidden = !text;
    setText(find("span", fact), text || "");
  }

  #estimate({ from, to }) {
    const [least, most] = [minutes(from), minutes(to)];
    if (!(most > 0)) {
      return null;
    }
    if (most <= 10) {
      return this.#texts.get("under", 10);
    }
    return least >= 120 ? this.#texts.get("over", Math.floor(least / 60)) : this.#texts.get("range", least, most);
  }

  #showClosed() {
    const { reason, opensAt } = this.#board.closed;
    const isSentence = /\s/.test(reason ?? ""); // a single word is a code for programs
    find(".closed-reason").hidden = !isSentence;
    setText(find(".closed-reason"), isSentence ? reason : "");
    find(".closed-opens").hidden = !opensAt;
    setText(find(".closed-opens"), opensAt ? this.#opening(new Date(opensAt)) : "");
  }

  #opening(instant) {
    const day = (date) => localTime(date, { dateStyle: "short" });
    const time = localTime(instant, { hour: "numeric", minute: "2-digit" });
    if (day(instant) === day(new Date(this.#now()))) {
      return this.#texts.get("opensToday", time);
    }
    if (day(instant) === day(new Date(this.#now() + 86_400_000))) {
      return this.#texts.get("opensTomorrow", time);
    }
    return this.#texts.get("opensOn", localTime(instant, { weekday: "long", day: "numeric", month: "long" }), time);
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
    setText(find(".clock"), localTime(new Date(this.#now()), { hour: "2-digit", minute: "2-digit" }));
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

/** Minutes of an ISO 8601 duration such as PT1H30M. */
function minutes(duration) {
  const [, hours = 0, mins = 0, seconds = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(duration ?? "") ?? [];
  return Number(hours) * 60 + Number(mins) + Math.ceil(Number(seconds) / 60);
}

function localTime(date, format) {
  return new Intl.DateTimeFormat(locale, { ...format, timeZone: "Europe/Berlin", hour12: false }).format(date);
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
