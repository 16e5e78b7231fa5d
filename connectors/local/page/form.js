import { el } from "./dom.js";
import { said, text } from "./texts.js";

/** Several fields answered at once. What was written stays in its place when the server says no. */
export function renderForm(message, send) {
  const fields = message.form.fields.map((field) => renderField(field, message.n));
  const submit = (event) => {
    event.preventDefault();
    if (complete(event.currentTarget)) send(filled(message, event.currentTarget));
  };
  return el(
    "form",
    { class: "fields", novalidate: true, "data-testid": "form", submit },
    fields,
    el("button", { type: "submit", class: "primary", "data-testid": "form-send" }, message.form.submit),
  );
}

function filled(message, form) {
  const values = Object.fromEntries(new FormData(form));
  return { type: "form", action: message.token, values };
}

function renderField(field, n) {
  const id = `field-${n}-${field.name}`;
  return el(
    "div",
    { class: "field", "data-field": field.name },
    el("label", { for: id }, el("span", { dir: "auto" }, field.label), field.required ? required() : null),
    field.hint ? el("p", { class: "hint", id: `${id}-hint`, dir: "auto" }, field.hint) : null,
    control(field, id),
    el("p", { class: "wrong", id: `${id}-wrong`, role: "status" }),
  );
}

function required() {
  return [" ", said("span", "required", { class: "tag" })];
}

function control(field, id) {
  const attributes = {
    id,
    name: field.name,
    required: field.required,
    dir: "auto",
    autocomplete: "off",
    "aria-describedby": field.hint ? `${id}-hint ${id}-wrong` : `${id}-wrong`,
    "data-testid": `field-${field.name}`,
    input: ({ currentTarget }) => markWrong(currentTarget.closest(".field"), ""),
  };
  if (field.kind === "choice") return select(field, attributes);
  if (field.kind === "long") return el("textarea", { ...attributes, rows: 4 }, field.value ?? "");
  return el("input", { ...attributes, type: "text", value: field.value });
}

function select(field, attributes) {
  const options = (field.options ?? []).map(({ value, label }) =>
    el("option", { value, selected: value === field.value }, label),
  );
  return el("select", attributes, said("option", "choose", { value: "" }), options);
}

/** Say what is missing, field by field, and go to the first one. */
function complete(form) {
  const missing = [...form.querySelectorAll("[required]")].filter((input) => !input.value.trim());
  for (const field of form.querySelectorAll(".field")) markWrong(field, "");
  for (const input of missing) markWrong(input.closest(".field"), text("fill-in"));
  missing[0]?.focus();
  return missing.length === 0;
}

/** The server names a field as `name` or `values.name`; true when it is one of these. */
export function showWrong(fieldset, name, words) {
  const last = name?.split(".").at(-1);
  const field = [...fieldset.querySelectorAll(".field")].find((each) => each.dataset.field === last);
  if (!field) return false;
  markWrong(field, words);
  field.querySelector("[name]").focus();
  return true;
}

function markWrong(field, words) {
  field.querySelector(".wrong").textContent = words;
  const input = field.querySelector("[name]");
  if (words) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
}
