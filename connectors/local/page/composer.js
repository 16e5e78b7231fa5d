import { byId } from "./dom.js";
import { Hints } from "./hints.js";
import { Picture } from "./picture.js";
import { text } from "./texts.js";

const LONGEST = 4000;
const NEARLY = 3600;

/** Where one writes. `where` gives the conversation in which it is said; Enter sends, Shift+Enter goes to the next line. */
export class Composer {
  constructor(where) {
    this.where = where;
    this.box = byId("composer");
    this.hints = new Hints(this.box);
    this.picture = new Picture();
    byId("speak").addEventListener("submit", (event) => this.submit(event));
    this.box.addEventListener("keydown", (event) => this.press(event));
    this.box.addEventListener("input", () => this.changed());
    this.box.addEventListener("blur", () => this.hints.close());
  }

  get words() {
    return this.box.value;
  }

  write(words) {
    this.box.value = words;
    this.changed();
    this.hints.close();
  }

  press(event) {
    if (event.isComposing) return;
    if (this.hints.press(event)) return event.preventDefault();
    if (event.key === "Enter" && !event.shiftKey) this.submit(event);
  }

  async submit(event) {
    event.preventDefault();
    const words = this.words.trim();
    if (!(words || this.picture.file) || length(words) > LONGEST) return;
    const here = this.where();
    const picture = this.picture.take();
    this.write("");
    this.box.focus();
    try {
      here.say(words, await picture);
    } catch {
      this.write(words);
    }
  }

  changed() {
    this.hints.update();
    this.grow();
    this.count();
  }

  grow() {
    this.box.style.height = "auto";
    this.box.style.height = `${this.box.scrollHeight + this.box.offsetHeight - this.box.clientHeight}px`;
  }

  count() {
    const size = length(this.words.trim());
    const over = size > LONGEST;
    const status = byId("composer-status");
    status.textContent = size > NEARLY ? `${size} / ${LONGEST} ${over ? text("too-long") : ""}` : "";
    status.classList.toggle("wrong", over);
  }
}

/** As the server counts: one for each character, whatever it takes to store. */
const length = (words) => [...words].length;
