import { avatar } from "./avatar.js";
import { byId, el } from "./dom.js";
import { said, text } from "./texts.js";

const MANY = 99;

/** One node a place, kept from one drawing to the next: a press has to end on the link where it began. */
const items = new Map();

/** The list of places; `unread` counts what one has not seen in each. */
export function showPlaces(conversations, current, unread, choose) {
  const shown = conversations.map((each) => draw(each, each === current, unread(each), choose));
  const list = byId("places").firstElementChild ?? byId("places").appendChild(el("ul"));
  shown.forEach((item, at) => item === list.children[at] || list.insertBefore(item, list.children[at] ?? null));
  while (list.children.length > shown.length) list.lastElementChild.remove();
  showTotal(conversations.reduce((sum, each) => sum + unread(each), 0));
}

function draw(conversation, isCurrent, count, choose) {
  const { place, kind } = conversation;
  if (!items.has(place)) items.set(place, el("li", {}, el("a", { class: "place", "data-testid": `place-${place}` })));
  const item = items.get(place);
  const link = item.firstElementChild;
  link.href = addressOf(place);
  link.onclick = (event) => choosing(event, () => choose(conversation));
  if (isCurrent) link.setAttribute("aria-current", "page");
  else link.removeAttribute("aria-current");
  const title = el("span", { class: "place-title", dir: "auto" }, plainTitle(conversation));
  link.replaceChildren(...[icon(kind), title, count ? badge(count) : null].filter(Boolean));
  return item;
}

/** With Ctrl or the middle button, the browser opens another window as it always does. */
function choosing(event, choose) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  choose();
}

export function addressOf(place) {
  const query = new URLSearchParams(location.search);
  query.delete("token");
  query.set("place", place);
  return `?${query}`;
}

export const plainTitle = ({ title }) => title.replace(/^#/, "");

function icon(kind) {
  if (kind === "direct") return avatar("bot", "");
  return el("span", { class: `place-icon icon-${kind}`, "aria-hidden": "true" }, kind === "channel" ? "#" : null);
}

function badge(count) {
  const number = el("span", {}, count > MANY ? `${MANY}+` : String(count));
  return el("span", { class: "badge", "data-testid": "unread" }, number, " ", said("span", "unread", { class: "unseen" }));
}

function showTotal(total) {
  const menu = byId("menu-unread");
  menu.hidden = total === 0;
  menu.replaceChildren(...(total ? badge(total).childNodes : []));
  const title = document.title.replace(/^\(\d+\) /, "");
  document.title = total ? `(${total}) ${title}` : title;
}

export function showTitle(conversation, community) {
  byId("room-title").textContent = (conversation.kind === "channel" ? "# " : "") + plainTitle(conversation);
  document.title = `${plainTitle(conversation)} · ${community}`;
  byId("composer").setAttribute("aria-label", `${text("composer")} · ${plainTitle(conversation)}`);
}
