import { el } from "./dom.js";
import { renderMessage } from "./message.js";
import { settle } from "./question.js";
import { fill, said } from "./texts.js";

const AT_ONCE = 150;
const NEAR = 80;
const SAME_BREATH = 5 * 60_000;

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
    this.show(messages.slice(-AT_ONCE));
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
    for (const message of messages) {
      const at = this.held.findIndex(({ n }) => n === message.n);
      if (at >= 0) this.held[at] = message;
      else this.place(message);
    }
    this.empty.hidden = this.nodes.size > 0;
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
}

const dayOf = (node) => new Date(node.dataset.at).toDateString();
