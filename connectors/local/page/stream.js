import { streamAddress } from "./api.js";

const PAUSE = 2000;
const GRACE = 1500;

/** One line to the server for all places; it mends itself, and says when it can't. */
export class Stream {
  constructor({ onMessage, onOpen, onAway }) {
    Object.assign(this, { onMessage, onOpen, onAway });
    this.places = [];
    this.after = 0;
    this.paused = false;
  }

  follow(places, after) {
    this.after = Math.max(this.after, after);
    if (this.source && String(places) === String(this.places)) return;
    this.places = places;
    if (!this.paused) this.open();
  }

  pause() {
    this.paused = true;
    this.close();
  }

  resume() {
    this.paused = false;
    if (!this.source) this.open();
  }

  open() {
    this.close();
    this.source = new EventSource(streamAddress(this.places, this.after));
    this.source.addEventListener("open", () => this.opened());
    this.source.addEventListener("error", () => this.broke());
    this.source.addEventListener("message", (event) => this.hear(JSON.parse(event.data)));
  }

  close() {
    clearTimeout(this.retry);
    clearTimeout(this.grace);
    this.grace = null;
    this.source?.close();
    this.source = null;
  }

  opened() {
    clearTimeout(this.grace);
    this.grace = null;
    this.onAway(false);
    this.onOpen();
  }

  /** A browser gives up for good after an error status: then we open a new line ourselves. */
  broke() {
    this.grace ??= setTimeout(() => this.onAway(true), GRACE);
    if (this.source.readyState !== EventSource.CLOSED) return;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.reopen(), PAUSE);
  }

  reopen() {
    const grace = this.grace;
    this.grace = null;
    this.open();
    this.grace = grace;
  }

  hear(message) {
    this.after = Math.max(this.after, message.n);
    this.onMessage(message);
  }
}
