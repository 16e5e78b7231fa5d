/** A node with attributes and children; strings become text, never markup. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) put(node, name, value);
  node.append(...children.flat().filter((child) => child != null));
  return node;
}

function put(node, name, value) {
  if (value == null || value === false) return;
  if (typeof value === "function") node.addEventListener(name, value);
  else node.setAttribute(name, value === true ? "" : value);
}

export const byId = (id) => document.getElementById(id);

/** Focus goes where one writes; on a touch screen that would raise the keyboard, so it stays on `calm`. */
export function restFocus(calm) {
  const writes = matchMedia("(pointer: fine)").matches;
  (writes ? byId("composer") : calm).focus({ preventScroll: true });
}

export const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Many calls in a row make one, once they have stopped for a while. */
export function debounced(milliseconds, act) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  };
}
