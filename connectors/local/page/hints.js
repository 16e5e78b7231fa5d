import { byId, el } from "./dom.js";

/** The list that opens under "/": arrows move, Enter or Tab takes, Escape closes. */
export class Hints {
  constructor(composer) {
    this.composer = composer;
    this.list = byId("hints");
    this.commands = [];
    this.matches = [];
    this.at = 0;
  }

  know(commands, locale) {
    Object.assign(this, { commands, locale });
  }

  update() {
    const typed = this.composer.value;
    const begun = /^\/\S*$/.test(typed);
    this.matches = begun ? this.commands.filter(({ command }) => command.startsWith(typed.toLowerCase())) : [];
    this.matches.sort((one, other) => (other.command === typed) - (one.command === typed));
    this.at = 0;
    this.draw();
  }

  draw() {
    this.list.hidden = this.matches.length === 0;
    this.list.replaceChildren(...this.matches.map((each, index) => this.option(each, index)));
    const active = this.list.children[this.at];
    active?.scrollIntoView({ block: "nearest" });
    if (active) this.composer.setAttribute("aria-activedescendant", active.id);
    else this.composer.removeAttribute("aria-activedescendant");
  }

  option({ command, help }, index) {
    const attributes = { role: "option", id: `hint-${index}`, "aria-selected": String(index === this.at) };
    const node = el("li", { ...attributes, "data-testid": "hint" }, el("strong", {}, command), " ", help);
    // Before the textarea would lose the focus.
    node.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      this.take(index);
    });
    return node;
  }

  /** True when the key was for the list. */
  press(event) {
    if (!this.matches.length) return false;
    const { key } = event;
    if (key === "ArrowDown") this.move(1);
    else if (key === "ArrowUp") this.move(-1);
    else if (key === "Escape") this.close();
    else if (key === "Tab" && !event.shiftKey) this.take(this.at);
    else if (key === "Enter" && !this.complete) this.take(this.at);
    else return false;
    return true;
  }

  /** Already typed in full: Enter sends it. */
  get complete() {
    return this.matches[this.at].command === this.composer.value;
  }

  move(step) {
    this.at = (this.at + step + this.matches.length) % this.matches.length;
    this.draw();
  }

  take(index) {
    this.composer.value = `${this.matches[index].command} `;
    this.close();
  }

  close() {
    this.matches = [];
    this.draw();
  }
}
