import * as api from "./api.js";
import { sleep } from "./dom.js";

const PAUSES = [800, 2000, 4000, null];
let line = Promise.resolve();

/** Hand an event over, in the order things were said. The same id goes out each time, so nothing doubles. */
export function deliver(event) {
  const sent = line.then(() => insist(event));
  line = sent.catch(() => undefined);
  return sent;
}

async function insist(event) {
  for (const pause of PAUSES) {
    try {
      return await api.sendEvent(event);
    } catch (error) {
      if (error.code === "unknown-sender") document.dispatchEvent(new Event("gone"));
      const wait = waitAfter(error, pause);
      if (wait === null) throw error;
      await sleep(wait);
    }
  }
}

function waitAfter(error, pause) {
  if (pause === null) return null;
  if (error instanceof api.Away) return pause;
  return error.code === "too-fast" ? (error.retryAfter ?? 1) * 1000 : null;
}

/** `randomUUID` only exists on secure pages, and a page on a home network may be plain HTTP. */
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), hex).join("");
}

const hex = (byte) => byte.toString(16).padStart(2, "0");

export const shortId = () => newId().replaceAll("-", "").slice(0, 8);
