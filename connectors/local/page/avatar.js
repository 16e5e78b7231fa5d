import { el } from "./dom.js";

const TONES = 6;

/** The bot's footbridge, or a person's initials. It says nothing that the name doesn't. */
export function avatar(id, name) {
  if (id === "bot") return el("img", { class: "avatar", src: "/local/page/favicon.svg", alt: "" });
  return el("span", { class: `avatar tone-${toneOf(id)}`, "aria-hidden": "true" }, initials(name));
}

function initials(name) {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : null];
  return letters.filter(Boolean).map((word) => [...word][0].toUpperCase()).join("") || "·";
}

function toneOf(id) {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.codePointAt(0)) % 9973;
  return sum % TONES;
}
