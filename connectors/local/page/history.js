import * as api from "./api.js";

/** What was said in a place, as far as it was read. */
export class History {
  constructor(place) {
    this.place = place;
    this.messages = new Map();
    this.last = 0;
    this.gapless = 0;
    this.whole = false;
  }

  /** Everything from the first word on, once. */
  async readWhole() {
    if (this.whole) return this.catchUp();
    const news = await this.catchUp(0);
    this.whole = true;
    return news;
  }

  /** From the last message before which none is missing: the stream may have run ahead. */
  async catchUp(after = this.gapless) {
    const messages = await api.messages(this.place, after);
    if (after <= this.gapless) this.gapless = Math.max(this.gapless, ...messages.map(({ n }) => n));
    return this.keep(messages);
  }

  /** What was read on another day need not be fetched to count what is new. */
  skipTo(n) {
    this.last = Math.max(this.last, n);
    this.gapless = Math.max(this.gapless, n);
  }

  /** Read again from the oldest question that waited: it may be closed now. */
  async refresh() {
    const waiting = [...this.messages.values()].filter((message) => message.open);
    if (waiting.length) return this.catchUp(Math.min(...waiting.map(({ n }) => n)) - 1);
    return [];
  }

  /** Those that are new, or not what they were. */
  keep(messages) {
    const news = messages.filter((message) => !same(message, this.messages.get(message.n)));
    for (const message of news) this.messages.set(message.n, message);
    this.last = Math.max(this.last, ...news.map(({ n }) => n));
    return news;
  }

  get inOrder() {
    return [...this.messages.values()].sort((one, other) => one.n - other.n);
  }

  unread(mark, me) {
    return [...this.messages.values()].filter(({ n, author }) => n > mark && author !== me).length;
  }
}

/** A streamed message also says its place; a fetched one need not. */
function same({ place: _, ...one }, other) {
  if (!other) return false;
  const { place: __, ...another } = other;
  return JSON.stringify(one) === JSON.stringify(another);
}
