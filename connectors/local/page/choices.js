import { el } from "./dom.js";
import { said, text } from "./texts.js";

const AT_A_GLANCE = 8;
const pressed = new Set();

/** Options as buttons, as boxes to tick where several may be, or as a list when they are many. */
export function renderChoices(message, send) {
  if (message.many) return ticks(message, send);
  return message.choices.length > AT_A_GLANCE ? list(message, send) : buttons(message, send);
}

async function press(actions, send, event) {
  actions.forEach((action) => pressed.add(action));
  if (!(await send(event))) actions.forEach((action) => pressed.delete(action));
}

function buttons(message, send) {
  const rich = message.choices.some((choice) => choice.description);
  const options = message.choices.map((choice) => button(choice, send));
  return el("div", { class: rich ? "options tall" : "options" }, options);
}

function button(choice, send) {
  const mark = pressed.has(choice.action) ? "pressed" : "";
  const act = async ({ currentTarget }) => {
    currentTarget.classList.add("pressed");
    await press([choice.action], send, { type: "action", action: choice.action });
    currentTarget?.classList.toggle("pressed", pressed.has(choice.action));
  };
  return el(
    "button",
    { type: "button", class: `option ${choice.style ?? ""} ${mark}`, "data-testid": "option", click: act },
    words(choice),
  );
}

function words({ label, description }) {
  return el(
    "span",
    { class: "option-words" },
    el("span", { dir: "auto" }, label),
    description ? el("span", { class: "option-description", dir: "auto" }, description) : null,
  );
}

function ticks(message, send) {
  const status = el("p", { class: "wrong", role: "status" });
  const boxes = message.choices.map(tick);
  const submit = (event) => {
    event.preventDefault();
    const actions = new FormData(event.currentTarget).getAll("actions");
    status.textContent = actions.length ? "" : text("tick-one");
    if (actions.length) press(actions, send, { type: "action", actions });
    else event.currentTarget.querySelector("input").focus();
  };
  return el("form", { class: "ticks", submit }, boxes, status, answerButton());
}

function tick(choice) {
  const box = el("input", {
    type: "checkbox",
    name: "actions",
    value: choice.action,
    checked: pressed.has(choice.action),
    "data-testid": "option",
  });
  return el("label", { class: "tick" }, box, words(choice));
}

function list(message, send) {
  const options = message.choices.map((choice) => listed(choice));
  const select = el(
    "select",
    { required: true, name: "action", "data-label": "choose", "aria-label": text("choose"), "data-testid": "options" },
    said("option", "choose", { value: "" }),
    options,
  );
  const submit = (event) => {
    event.preventDefault();
    press([select.value], send, { type: "action", action: select.value });
  };
  return el("form", { class: "pick", submit }, select, answerButton());
}

function listed({ action, label, description }) {
  const words = description ? `${label} · ${description}` : label;
  return el("option", { value: action, selected: pressed.has(action), "data-testid": "option" }, words);
}

const answerButton = () => said("button", "answer", { type: "submit", class: "primary", "data-testid": "answer" });
