import * as api from "./api.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { byId, debounced, restFocus } from "./dom.js";
import { Marks } from "./marks.js";
import { closeMenu } from "./menu.js";
import { addressOf, showPlaces, showTitle } from "./places.js";
import { Stream } from "./stream.js";
import { communityName, fill } from "./texts.js";

const quietly = () => undefined;

/** One person in one window: their places, the one they look at, and the line that brings news. */
export class Session {
  constructor(me, { onAway, onDirect }) {
    Object.assign(this, { me, onDirect });
    this.conversations = new Map();
    this.marks = new Marks(me);
    this.composer = new Composer(() => this.current);
    this.stream = new Stream({
      onAway,
      onOpen: () => this.catchUpSoon(),
      onMessage: (message) => this.hear(message),
    });
    this.catchUpSoon = debounced(30, () => this.catchUp().catch(quietly));
    this.drawSoon = debounced(30, () => this.draw());
  }

  async start(places, wanted) {
    this.meet(places);
    const [direct] = this.list;
    await direct.open();
    this.marks.begin(direct.history.inOrder[0]);
    byId("talk").hidden = false;
    await this.choose(this.conversations.get(wanted) ?? direct);
    await Promise.all(this.list.map((each) => this.readNews(each)));
    this.follow();
    byId("newer").addEventListener("click", () => this.current.log.toEnd());
    document.addEventListener("visibilitychange", () => this.looked());
  }

  get list() {
    return [...this.conversations.values()];
  }

  /** Numbers grow within the whole space, so the highest one seen anywhere is where we are. */
  get cursor() {
    return Math.max(0, ...this.list.map((each) => each.history.last));
  }

  meet(places) {
    const kept = new Map();
    for (const place of places) {
      const known = this.conversations.get(place.place);
      kept.set(place.place, known ? Object.assign(known, place) : this.conversation(place));
    }
    const left = this.current && !kept.has(this.current.place);
    this.conversations = kept;
    if (left) this.choose(this.list[0]);
  }

  conversation(place) {
    const conversation = new Conversation(place, this.me, {
      rewrite: (words) => this.rewrite(words),
      changed: (followed) => this.changed(conversation, followed),
    });
    conversation.log.element.addEventListener("scroll", () => this.seen(), { passive: true });
    return conversation;
  }

  rewrite(words) {
    this.composer.write([this.composer.words, words].filter(Boolean).join("\n"));
    this.composer.box.focus();
  }

  async choose(conversation) {
    if (this.current) this.current.draft = this.composer.words;
    this.current = conversation;
    history.replaceState(null, "", addressOf(conversation.place));
    closeMenu();
    this.showCurrent();
    this.draw();
    restFocus(byId("room-title"));
    await this.openCurrent().catch(quietly);
  }

  async openCurrent() {
    const conversation = this.current;
    await conversation.open();
    if (this.current === conversation) this.showCurrent();
  }

  showCurrent() {
    const { log, draft } = this.current;
    if (log.element.parentNode !== byId("log-slot")) {
      byId("log-slot").replaceChildren(log.element);
      this.composer.write(draft);
      this.composer.picture.offer(this.current.kind === "direct");
    }
    fill(log.element);
    showTitle(this.current, communityName());
    log.follow();
    this.seen();
  }

  /** Channels start as read; what is said to us in private does not. */
  async readNews(conversation) {
    if (conversation.history.whole) return;
    const { place, kind, history } = conversation;
    const starts = kind === "channel" && this.marks.of(place) === undefined;
    history.skipTo(this.marks.of(place) ?? (starts ? this.cursor : 0));
    await conversation.catchUp();
    if (starts) this.marks.set(place, history.last);
  }

  follow() {
    this.stream.follow([...this.conversations.keys()], this.cursor);
    this.draw();
  }

  /** A browser keeps six lines to a server for all its windows: one that nobody sees gives its own back. */
  looked() {
    if (document.visibilityState === "visible") this.stream.resume();
    else this.stream.pause();
    this.seen();
  }

  /** After a break in the line: whatever was missed, and what could not be sent. */
  async catchUp() {
    for (const each of this.list) each.outgoing.retry();
    await Promise.all(this.list.map((each) => each.catchUp()));
    await (this.current.shown ? this.current.refresh() : this.openCurrent());
  }

  async lookAround() {
    this.meet(await api.places(this.me));
    const unread = this.list.filter((each) => !each.history.last);
    await Promise.all(unread.map((each) => this.readNews(each)));
    this.follow();
    if (this.stream.paused) await this.catchUp();
  }

  hear(message) {
    const conversation = this.conversations.get(message.place);
    if (conversation) conversation.hear(message);
    else this.catchUpSoon();
  }

  changed(conversation, followed) {
    if (conversation.kind === "direct") this.onDirect();
    if (conversation === this.current && followed) conversation.log.follow();
    this.seen();
    this.drawSoon();
  }

  /** What is on the screen at its end is read; the rest is news. */
  seen() {
    const { place, history: { last }, log } = this.current;
    byId("newer").hidden = log.atEnd;
    if (!log.atEnd || document.visibilityState !== "visible") return;
    if (this.marks.set(place, last)) this.drawSoon();
  }

  isInView(conversation) {
    return conversation === this.current && document.visibilityState === "visible";
  }

  draw() {
    const unread = (each) => (this.isInView(each) ? 0 : each.history.unread(this.marks.of(each.place) ?? 0, this.me));
    showTitle(this.current, communityName());
    showPlaces(this.list, this.current, unread, (conversation) => this.choose(conversation));
  }
}
