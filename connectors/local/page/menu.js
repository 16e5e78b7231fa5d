import { byId } from "./dom.js";

/** On a narrow screen the places are a drawer. */
export function setUpMenu() {
  byId("menu-open").addEventListener("click", () => openMenu());
  for (const id of ["menu-close", "veil"]) byId(id).addEventListener("click", () => closeMenu(true));
  document.addEventListener("keydown", ({ key }) => key === "Escape" && closeMenu(true));
}

function openMenu() {
  toggle(true);
  (byId("places").querySelector("[aria-current]") ?? byId("menu-close")).focus();
}

export function closeMenu(returnFocus = false) {
  if (!byId("side").classList.contains("open")) return;
  toggle(false);
  if (returnFocus) byId("menu-open").focus();
}

function toggle(open) {
  byId("side").classList.toggle("open", open);
  byId("veil").hidden = !open;
  byId("menu-open").setAttribute("aria-expanded", String(open));
  document.querySelector(".room").inert = open;
}
