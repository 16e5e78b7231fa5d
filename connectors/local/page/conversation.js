import { deliver, newId } from "./deliver.js";
import { debounced } from "./dom.js";
import { History } from "./history.js";
import { Log } from "./log.js";
import { Outgoing } from "./outgoing.js";

const CALM = 250;
const TURN = 2000;

/** One place: what was said, what is being said, and how it looks. */
export class Conversation {
  constructor({ place, title, kind }, me, { rewrite, changed }) {
    Object.assign(this, { place, title, kind, me, changed });
    this.draft = "";
    this.history = new History(place);
    this.outgoing = new Outgoing({ rewrite, grown: () => this.log.atEnd && this.log.toEnd() });
    this.log = new Log(me, (answer) => this.answer(answer), this.outgoing.element);
    this.refreshSoon = debounced(CALM, () => this.refresh().catch(() => undefined));
  }

  async open() {
    if (this.shown) return this.refresh();
    await this.history.readWhole();
    this.log.showFirst(this.history.inOrder);
    this.shown = true;
    this.echoed = this.history.last;
  }

  async catchUp() {
    this.take(await this.history.catchUp());
  }

  async refresh() {
    this.take(await this.history.refresh());
    this.log.settle();
  }

  hear(message) {
    this.take(this.history.keep([message]));
    this.refreshSoon();
  }

  take(messages) {
    if (!messages.length) return;
    const followed = this.log.follows && messages.some(({ n }) => !this.log.holds(n));
    for (const message of messages) this.meetEcho(message);
    if (this.shown) this.log.show(messages);
    this.changed(followed);
  }

  meetEcho(message) {
    if (message.author === this.me && message.n > (this.echoed ?? 0)) {
      this.echoed = message.n;
      this.outgoing.heard(message);
    }
  }

  say(words, picture) {
    const event = this.event(picture ? shown(words, picture) : utterance(words));
    this.outgoing.say(event, words, picture?.name);
    this.log.newTurn();
    this.log.toEnd();
  }

  async answer(answer) {
    this.log.newTurn();
    await deliver(this.event(answer));
    setTimeout(() => this.refreshSoon(), TURN);
  }

  event(what) {
    return { id: newId(), place: this.place, sender: this.me, ...what };
  }
}

const shown = (words, { letters }) => ({ type: "message", text: words, picture: letters });

/** "/ask a plumber" is the command `ask`; everything else is a message. */
function utterance(words) {
  const [, command, rest] = /^\/(\S+)\s*([^]*)$/.exec(words) ?? [];
  return command ? { type: "command", command, text: rest } : { type: "message", text: words };
}
