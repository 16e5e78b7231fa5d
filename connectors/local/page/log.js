import { day } from "./dates.js";
import { el } from "./dom.js";
import { renderMessage } from "./message.js";
import { settle } from "./question.js";
import { fill, said } from "./texts.js";

const AT_ONCE = 150;
const NEAR = 80;
const SAME_BREATH = 5 * 60_000;
const IN_ONE_GO = 1500;
const MARGIN = 8;

/** A place's messages on the page. Nodes stay as they are until their message changes. */
export class Log {
  constructor(me, answer, outgoing) {
    Object.assign(this, { me, answer, outgoing });
    this.nodes = new Map();
    this.earlier = el("button", { type: "button", class: "earlier", hidden: true, "data-text": "earlier" });
    this.earlier.addEventListener("click", () => this.showEarlier());
    this.empty = said("p", "empty", { class: "empty soft", hidden: true });
    this.element = this.frame();
    this.held = [];
    this.newTurn();
    this.watchPresses();
  }

  /** Nothing moves under a finger: what comes while one presses is shown afterwards. */
  watchPresses() {
    this.waiting = [];
    this.element.addEventListener("pointerdown", ({ button }) => (this.pressed = button === 0));
    for (const end of ["pointerup", "pointercancel", "blur"]) addEventListener(end, () => this.released());
  }

  released() {
    this.pressed = false;
    setTimeout(() => this.showWaiting());
  }

  showWaiting() {
    const { follows } = this;
    this.show(this.waiting.splice(0));
    if (this.late && follows) this.follow();
  }

  frame() {
    return el(
      "div",
      { class: "log", role: "log", tabindex: "0", "aria-live": "polite", "data-label": "log", "data-testid": "log" },
      this.earlier,
      this.empty,
      this.outgoing,
    );
  }

  /** The latest messages; the earlier ones wait behind a button. */
  showFirst(messages) {
    this.held = messages.slice(0, -AT_ONCE);
    this.showNow(messages.slice(-AT_ONCE));
    this.newTurn();
    this.begin(messages.at(-1)?.n);
    this.earlier.hidden = this.held.length === 0;
    fill(this.element);
  }

  showEarlier() {
    const height = this.element.scrollHeight;
    const more = this.held.splice(-AT_ONCE);
    this.element.ariaBusy = "true";
    for (const message of more) this.place(message);
    this.element.ariaBusy = "false";
    this.element.scrollTop += this.element.scrollHeight - height;
    this.earlier.hidden = this.held.length === 0;
  }

  show(messages) {
    if (this.pressed) this.waiting.push(...messages);
    else this.showNow(messages);
  }

  showNow(messages) {
    for (const message of messages) {
      const at = this.held.findIndex(({ n }) => n === message.n);
      if (at >= 0) this.held[at] = message;
      else this.meet(message);
    }
    this.empty.hidden = this.nodes.size > 0;
  }

  meet(message) {
    if (!this.nodes.has(message.n) && message.author !== this.me) this.begin(message.n);
    this.place(message);
  }

  place(message) {
    const known = this.nodes.get(message.n);
    if (known?.message === message) return;
    const node = renderMessage(message, this.me, this.answer);
    this.nodes.set(message.n, { node, message });
    if (known) known.node.replaceWith(node);
    else this.nextOf(message.n).before(node);
    this.arrange(node);
    this.arrange(node.nextElementSibling);
  }

  settle() {
    for (const { node, message } of this.nodes.values()) settle(node, message);
  }

  holds(n) {
    return this.nodes.has(n) || this.held.some((message) => message.n === n);
  }

  nextOf(n) {
    let next = this.outgoing;
    while (Number(next.previousElementSibling?.dataset.n) > n) next = next.previousElementSibling;
    return next;
  }

  /** Days get a line; what one person says in one breath stays together. */
  arrange(node) {
    if (!node?.matches(".message")) return;
    const before = node.previousElementSibling;
    const follows = before?.matches(".message");
    const sameDay = follows && dayOf(before) === dayOf(node);
    const near = sameDay && Date.parse(node.dataset.at) - Date.parse(before.dataset.at) < SAME_BREATH;
    node.classList.toggle("new-day", !sameDay);
    node.classList.toggle("continues", near && before.dataset.author === node.dataset.author);
  }

  get atEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }

  toEnd() {
    this.element.scrollTop = this.element.scrollHeight;
  }

  /** What is said in one go and is taller than the screen is read from where it begins. */
  follow() {
    this.late = this.pressed;
    if (this.pressed) return;
    this.toEnd();
    const first = this.nodes.get(this.first)?.node;
    const above = first ? this.element.getBoundingClientRect().top + MARGIN - first.getBoundingClientRect().top : 0;
    if (above > 0) this.element.scrollTop -= above;
  }

  begin(n) {
    if (Date.now() - this.begunAt < IN_ONE_GO) return;
    Object.assign(this, { first: n, begunAt: Date.now() });
  }

  /** One has just answered here: what comes next is for them, and said in another go. */
  newTurn() {
    Object.assign(this, { first: null, begunAt: 0 });
  }

  /** Who is filling in a form keeps it where it is. */
  get follows() {
    const writes = this.element.contains(document.activeElement) && document.activeElement.matches("[name]");
    return !writes && (this.atEnd || this.begunAt === 0);
  }
}

const dayOf = (node) => day(node.dataset.at);
