const ROOT = "/local/api";
const PATIENCE = 15_000;
const LONG_PATIENCE = 300_000;

/** The server read the request and said no; `message` is a sentence for the person. */
export class Refused extends Error {
  constructor(status, body, retryAfter) {
    super(body.message ?? "");
    Object.assign(this, { status, code: body.error ?? "", field: body.field ?? null, retryAfter });
  }
}

/** No usable answer came: it is safe to ask again, with the same event id. */
export class Away extends Error {}

let language = "en";

export function answerIn(locale) {
  language = locale;
}

async function call(path, { body, patience = PATIENCE } = {}) {
  const response = await reach(path, body, patience);
  if (response.status >= 500) throw new Away(`${path}: ${response.status}`);
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer;
  throw new Refused(response.status, answer, Number(response.headers.get("Retry-After")) || null);
}

async function reach(path, body, patience) {
  const headers = { Accept: "application/json", "Accept-Language": language };
  if (body) headers["Content-Type"] = "application/json";
  try {
    return await fetch(ROOT + path, {
      method: body ? "POST" : "GET",
      headers,
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
    });
  } catch (error) {
    throw new Away(String(error));
  }
}

const key = encodeURIComponent;

export const sendEvent = (event) => call("/events", { body: event });
export const members = async () => (await call("/members")).members;
export const places = async (member) => (await call(`/places?member=${key(member)}`)).places;
export const commands = async (locale) => (await call(`/commands?locale=${key(locale)}`)).commands;
export const texts = (locale) => call(`/texts?locale=${key(locale)}`);
export const clock = () => call("/clock");
export const advance = (seconds) =>
  call("/clock", { body: { advance_seconds: seconds }, patience: LONG_PATIENCE });

/** All messages of a place numbered above `after`, page by page. */
export async function messages(place, after = 0) {
  const all = [];
  for (let last = after; ; last = all.at(-1).n) {
    const page = (await call(`/places/${key(place)}/messages?after=${last}`)).messages;
    all.push(...page);
    if (page.length < 200) return all;
  }
}

export function streamAddress(places, after) {
  const query = new URLSearchParams(places.map((place) => ["place", place]));
  query.set("after", after);
  query.set("locale", language);
  return `${ROOT}/stream?${query}`;
}
