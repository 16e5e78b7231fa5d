const SHAPES = {
  hour: { hour: "2-digit", minute: "2-digit" },
  day: { weekday: "long", day: "numeric", month: "long" },
  moment: { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" },
};
const formats = new Map();
let zone;

/** From now on times are those of this zone, as the bot tells them; true when that is another one. */
export function liveIn(timeZone) {
  const before = zone;
  zone = known(timeZone) ? timeZone : undefined;
  return zone !== before;
}

/** A browser may not know each zone that the server knows; its own is better than none. */
function known(timeZone) {
  try {
    return Boolean(timeZone && new Intl.DateTimeFormat("en", { timeZone }));
  } catch {
    return false;
  }
}

function format(shape) {
  const locale = document.documentElement.lang === "fr" ? "fr" : "en-GB";
  const name = `${locale} ${shape} ${zone}`;
  if (!formats.has(name)) formats.set(name, new Intl.DateTimeFormat(locale, { ...SHAPES[shape], timeZone: zone }));
  return formats.get(name);
}

export const tell = (shape, time) => format(shape).format(new Date(time));
export const day = (time) => tell("day", time);
export const moment = (time) => tell("moment", time);
