import * as api from "./api.js";
import { tell } from "./dates.js";
import { el } from "./dom.js";

let texts = {};
let community = "Passerelle";

export const text = (name) => texts[`page-${name}`] ?? `page-${name}`;
export const communityName = () => community;

export function browserLocale() {
  return navigator.language.toLowerCase().startsWith("fr") ? "fr" : "en";
}

/** From now on the page, and the server's refusals, are in this language. */
export async function speak(locale) {
  api.answerIn(locale);
  const answer = await api.texts(locale);
  texts = answer.texts;
  community = answer.community;
  document.documentElement.lang = locale;
  fill(document);
}

/** Put the words in every node under `root` that names one. */
export function fill(root) {
  each(root, "data-text", (node, name) => (node.textContent = text(name)));
  each(root, "data-label", (node, name) => node.setAttribute("aria-label", text(name)));
  each(root, "data-placeholder", (node, name) => (node.placeholder = text(name)));
  each(root, "data-time", (node, shape) => (node.textContent = tell(shape, node.dateTime)));
  each(root, "data-community", (node) => (node.textContent = community));
}

function each(root, attribute, act) {
  if (root.matches?.(`[${attribute}]`)) act(root, root.getAttribute(attribute));
  for (const node of root.querySelectorAll(`[${attribute}]`)) act(node, node.getAttribute(attribute));
}

/** A node that says one of the page's own words, and follows a change of language. */
export function said(tag, name, attributes = {}) {
  return el(tag, { ...attributes, "data-text": name }, text(name));
}
