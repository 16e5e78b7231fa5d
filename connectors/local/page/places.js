import { avatar } from "./avatar.js";
import { byId, el } from "./dom.js";
import { said, text } from "./texts.js";

const MANY = 99;

/** The list of places; `unread` counts what one has not seen in each. */
export function showPlaces(conversations, current, unread, choose) {
  const focused = document.activeElement?.dataset?.testid;
  const items = conversations.map((each) => item(each, each === current, unread(each), choose));
  byId("places").replaceChildren(el("ul", {}, items));
  if (focused) byId("places").querySelector(`[data-testid="${CSS.escape(focused)}"]`)?.focus();
  showTotal(conversations.reduce((sum, each) => sum + unread(each), 0));
}

function item(conversation, isCurrent, count, choose) {
  const link = el(
    "a",
    {
      class: "place",
      href: addressOf(conversation.place),
      "aria-current": isCurrent ? "page" : null,
      "data-testid": `place-${conversation.place}`,
    },
    icon(conversation.kind),
    el("span", { class: "place-title", dir: "auto" }, plainTitle(conversation)),
    count ? badge(count) : null,
  );
  link.addEventListener("click", (event) => choosing(event, () => choose(conversation)));
  return el("li", {}, link);
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
