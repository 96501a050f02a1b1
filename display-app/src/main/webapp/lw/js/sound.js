/** The sound of a call. */

const page = document.documentElement;
const after = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Three falling tones, synthesised here, then the call is spoken if the device has a local voice for the language. */
export class Sound {
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
    for (const [partial, loudness, seconds] of [
      [1, 0.5, 1.5],
      [2, 0.14, 0.7],
      [3.01, 0.05, 0.35],
    ]) {
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
    const voice = globalThis.speechSynthesis
      ?.getVoices()
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
