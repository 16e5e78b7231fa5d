import { avatar } from "./avatar.js";
import { tell } from "./dates.js";
import { el } from "./dom.js";
import { renderQuestion } from "./question.js";
import { said } from "./texts.js";

/** One message as a node. `answer` sends what is pressed or filled in. */
export function renderMessage(message, me, answer) {
  const mine = message.author === me;
  const side = mine ? "mine" : message.author === "bot" ? "bots" : "theirs";
  return el(
    "article",
    {
      class: `message ${side}`,
      "data-testid": "message",
      "data-n": message.n,
      "data-author": message.author,
      "data-at": message.at,
      "aria-labelledby": `author-${message.n}`,
    },
    el("p", { class: "day" }, told("day", message.at)),
    mine ? null : avatar(message.author, message.author_name),
    el("div", { class: "content" }, heading(message), bubble(message), parts(message, answer)),
  );
}

function heading(message) {
  return el(
    "p",
    { class: "heading" },
    el("bdi", { class: "author", id: `author-${message.n}` }, message.author_name),
    " ",
    told("hour", message.at),
  );
}

/** A time that is told anew when the language or the time zone changes. */
function told(shape, at) {
  return el("time", { datetime: at, "data-time": shape }, tell(shape, at));
}

function bubble(message) {
  if (!message.text) return null;
  return el("p", { class: "bubble", dir: "auto", id: `text-${message.n}` }, message.text);
}

function parts(message, answer) {
  const asks = message.form || message.choices?.length;
  return [
    message.image && image(message.image),
    message.card && card(message.card),
    message.link && link(message.link.url, message.link.label),
    message.file && file(message.file),
    asks ? renderQuestion(message, answer) : null,
  ].filter(Boolean);
}

function card({ title, lines }) {
  return el(
    "div",
    { class: "card" },
    el("p", { class: "card-title", dir: "auto" }, title),
    lines.map((line) => el("p", { dir: "auto" }, line)),
  );
}

/** An image that can't be shown leaves its description and the way to it. */
function image({ url, alt }) {
  if (!safe(url)) return el("p", { class: "card", dir: "auto" }, alt);
  const picture = el("img", { class: "picture", src: url, alt });
  picture.addEventListener("error", () => picture.replaceWith(link(url, alt)));
  return picture;
}

function link(url, label) {
  if (!safe(url)) return el("p", { class: "card", dir: "auto" }, `${label} ${url}`);
  return el(
    "a",
    { class: "link", href: url, target: "_blank", rel: "noopener noreferrer" },
    el("span", { dir: "auto" }, label || url),
    el("span", { "aria-hidden": "true" }, "↗"),
    said("span", "new-tab", { class: "unseen" }),
  );
}

/** A file to download; a picture is also shown where it stands. One's own is only named. */
function file({ url, name, kind }) {
  if (!url) return el("p", { class: "card", "data-testid": "own-file" }, said("span", "picture-sent"), ` (${name})`);
  const way = el(
    "a",
    { class: "link", href: url, download: name },
    el("span", { dir: "auto" }, name),
    el("span", { "aria-hidden": "true" }, "↓"),
    said("span", "download", { class: "unseen" }),
  );
  return ["image/png", "image/jpeg"].includes(kind) ? [image({ url, alt: name }), way] : way;
}

/** No `javascript:` and its kin, whoever wrote the address. */
function safe(url) {
  try {
    return ["http:", "https:", "mailto:", "tel:"].includes(new URL(url, location.href).protocol);
  } catch {
    return false;
  }
}
