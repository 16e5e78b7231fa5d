import { avatar } from "./avatar.js";
import { shortId } from "./deliver.js";
import { byId, el } from "./dom.js";
import { said, text } from "./texts.js";

const ROLES = ["organiser", "moderator", "member"];

export const isVisitor = (id) => id.startsWith("visitor-");

/** The page where one chooses who to be. Each person is a link, so that another window can be someone else. */
export function showWho(members, notice) {
  byId("who").hidden = false;
  byId("who-notice").hidden = !notice;
  byId("who-notice").textContent = notice ? text(notice) : "";
  offerNewcomer();
  const here = members.filter((member) => !member.removed);
  const items = here.map((member) => ({ member, node: person(member) }));
  const groups = ROLES.map((role) => group(role, items.filter(({ member }) => member.role === role)));
  byId("who-list").replaceChildren(...groups);
  byId("who-search").addEventListener("input", () => filter(items, groups));
  filter(items, groups);
}

/** A fresh id for each window that is opened. */
function offerNewcomer() {
  const link = byId("who-newcomer");
  const renew = () => (link.href = `?as=visitor-${shortId()}`);
  renew();
  for (const click of ["click", "auxclick"]) link.addEventListener(click, () => setTimeout(renew));
}

function group(role, items) {
  return el(
    "section",
    { class: "who-group", "aria-labelledby": `role-${role}` },
    said("h3", `role-${role}`, { id: `role-${role}` }),
    el("ul", {}, items.map(({ node }) => node)),
  );
}

function person(member) {
  const link = el(
    "a",
    { class: "person", href: `?as=${encodeURIComponent(member.id)}`, "data-testid": `who-${member.id}` },
    avatar(member.id, member.name),
    personWords(member),
    el("span", { class: "tags" }, tags(member)),
  );
  return el("li", {}, link);
}

export function personWords(member) {
  return el(
    "span",
    { class: "person-words" },
    el("strong", { dir: "auto" }, member.name),
    member.headline ? el("span", { class: "soft", dir: "auto" }, member.headline) : null,
  );
}

function tags(member) {
  const names = [member.paused && "paused", member.external && "external", `locale-${member.locale}`];
  return names.filter(Boolean).map((name) => said("span", name, { class: `tag ${name}` }));
}

function filter(items, groups) {
  const wanted = plain(byId("who-search").value).split(/\s+/);
  const fits = ({ member }) => wanted.every((word) => searched(member).includes(word));
  for (const item of items) item.node.hidden = !fits(item);
  for (const section of groups) section.hidden = !section.querySelector("li:not([hidden])");
  byId("who-nobody").textContent = groups.every((section) => section.hidden) ? text("who-nobody") : "";
}

const searched = (member) => plain(`${member.name} ${member.id} ${member.headline ?? ""}`);

/** Without accents or capitals, so that "eloise" finds "Éloïse". */
const plain = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
