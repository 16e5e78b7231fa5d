import * as api from "./api.js";
import { moment } from "./dates.js";
import { byId } from "./dom.js";
import { text } from "./texts.js";

/** The demonstration's clock: it can be moved on, and `moved` is called when it was. */
export async function showClock(moved) {
  await readClock();
  for (const button of byId("clock").querySelectorAll("button"))
    button.addEventListener("click", () => advance(button, moved));
}

export async function readClock() {
  show(await api.clock());
}

function show({ now, demo }) {
  byId("clock").hidden = !demo;
  const shown = moment(now);
  if (byId("clock-now").textContent === shown) return;
  byId("clock-now").textContent = shown;
  byId("clock-now").dateTime = now;
}

async function advance(button, moved) {
  if (byId("clock").ariaBusy === "true") return;
  busy(button, true);
  try {
    show(await api.advance(Number(button.dataset.seconds)));
    byId("clock-status").textContent = "";
    moved();
  } catch (error) {
    byId("clock-status").textContent = error instanceof api.Refused ? error.message : text("away");
  }
  busy(button, false);
}

/** Not `disabled`, which would take the focus away from who presses twice. */
function busy(button, is) {
  byId("clock").ariaBusy = String(is);
  button.classList.toggle("busy", is);
}
