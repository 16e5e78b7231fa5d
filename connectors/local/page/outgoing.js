import { Away, Refused } from "./api.js";
import { deliver } from "./deliver.js";
import { el } from "./dom.js";
import { said, text } from "./texts.js";

const ECHO = 4000;

/** What was said here and has not come back yet as a message: on its way, or not sent. */
export class Outgoing {
  constructor({ rewrite, grown }) {
    Object.assign(this, { rewrite, grown });
    this.waiting = [];
    this.element = el("div", { class: "outgoing" });
  }

  say(event, words, picture = "") {
    const state = el("p", { class: "state", role: "status" });
    const node = el(
      "div",
      { class: "message mine pending", "data-testid": "pending" },
      el("div", { class: "content" }, el("p", { class: "bubble", dir: "auto" }, words || picture), state),
    );
    const saying = { event, words, node, state };
    this.waiting.push(saying);
    this.element.append(node);
    return this.send(saying);
  }

  async send(saying) {
    saying.failed = false;
    saying.state.replaceChildren(said("span", "sending"));
    try {
      await deliver(saying.event);
      saying.state.replaceChildren();
      setTimeout(() => this.drop(saying), ECHO);
    } catch (error) {
      this.explain(saying, error);
    }
  }

  explain(saying, error) {
    saying.failed = error instanceof Away;
    const again = saying.failed
      ? said("button", "try-again", { type: "button", "data-testid": "try-again" })
      : said("button", "edit", { type: "button", "data-testid": "edit" });
    again.addEventListener("click", () => (saying.failed ? this.send(saying) : this.takeBack(saying)));
    const why = error instanceof Refused ? error.message : text("not-sent");
    saying.state.replaceChildren(el("span", { class: "wrong" }, why), " ", again);
    this.grown();
  }

  /** Nothing was written down, so the words go back to where they can be changed. */
  takeBack(saying) {
    this.drop(saying);
    this.rewrite(saying.words);
  }

  retry() {
    for (const saying of this.waiting) if (saying.failed) this.send(saying);
  }

  /** Our own message came back: its waiting copy goes. */
  heard(message) {
    const same = this.waiting.find(({ words }) => words.trim() === message.text.trim());
    if (same) this.drop(same);
  }

  drop(saying) {
    saying.node.remove();
    this.waiting = this.waiting.filter((other) => other !== saying);
  }
}
