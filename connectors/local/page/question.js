import { Refused } from "./api.js";
import { renderChoices } from "./choices.js";
import { el, restFocus } from "./dom.js";
import { renderForm, showWrong } from "./form.js";
import { text } from "./texts.js";

const SETTLING = 1500;

/** What can be answered under a message. Closed, all of it is disabled at once by its fieldset. */
export function renderQuestion(message, answer) {
  const status = el("p", { class: "wrong", role: "status" });
  const fieldset = el("fieldset", { class: "question" });
  fieldset.setAttribute("aria-labelledby", message.text ? `text-${message.n}` : `author-${message.n}`);
  const send = (event) => answerWith(fieldset, status, answer, event);
  fieldset.append(message.form ? renderForm(message, send) : renderChoices(message, send), status);
  fieldset.disabled = isClosed(message);
  return fieldset;
}

const isClosed = (message) => message.open === false && message.token != null;

async function answerWith(fieldset, status, answer, event) {
  status.textContent = "";
  fieldset.disabled = true;
  restFocus(fieldset.closest("[role=log]"));
  try {
    await answer(event);
    fieldset.dataset.answeredAt = Date.now();
    return true;
  } catch (error) {
    fieldset.disabled = false;
    explain(fieldset, status, error);
    return false;
  }
}

function explain(fieldset, status, error) {
  const words = error instanceof Refused ? error.message : text("not-sent-answer");
  if (!showWrong(fieldset, error.field, words)) status.textContent = words;
}

/** A question that still waits after an answer (several may answer, say) can be pressed again. */
export function settle(node, message) {
  const fieldset = node.querySelector(".question[disabled]");
  const answeredAt = Number(fieldset?.dataset.answeredAt);
  if (answeredAt && !isClosed(message) && Date.now() - answeredAt > SETTLING) fieldset.disabled = false;
}
