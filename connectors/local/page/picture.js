import { byId } from "./dom.js";
import { text } from "./texts.js";

const HEAVIEST = 5_000_000;

/** The picture that goes with the next words, if one is chosen. */
export class Picture {
  constructor() {
    this.input = byId("picture");
    this.input.addEventListener("change", () => this.chosen());
    byId("picture-choose").addEventListener("click", () => (this.file ? this.clear() : this.input.click()));
  }

  get file() {
    return this.input.files[0] ?? null;
  }

  /** Only the line with the bot takes pictures: it passes them on from there. */
  offer(offered) {
    if (!offered) this.clear();
    byId("picture-choose").hidden = !offered;
  }

  chosen() {
    const tooHeavy = this.file?.size > HEAVIEST;
    if (tooHeavy) this.clear();
    else this.show();
    if (tooHeavy) byId("picture-name").textContent = text("picture-too-large");
    byId("composer").focus();
  }

  clear() {
    this.input.value = "";
    this.show();
  }

  show() {
    const label = this.file ? "picture-remove" : "picture-choose";
    const button = byId("picture-choose");
    button.dataset.label = label;
    button.setAttribute("aria-label", text(label));
    button.firstElementChild.textContent = this.file ? "×" : "+";
    byId("picture-name").textContent = this.file?.name ?? "";
  }

  /** What was chosen, as the API takes it: once. */
  async take() {
    const chosen = this.file;
    if (!chosen) return null;
    this.clear();
    return { name: chosen.name, letters: await inLetters(chosen) };
  }
}

function inLetters(file) {
  const reader = new FileReader();
  return new Promise((done, failed) => {
    reader.addEventListener("load", () => done(reader.result.slice(reader.result.indexOf(",") + 1)));
    reader.addEventListener("error", () => failed(reader.error));
    reader.readAsDataURL(file);
  });
}
