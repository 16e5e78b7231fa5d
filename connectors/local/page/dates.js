const SHAPES = {
  hour: { hour: "2-digit", minute: "2-digit" },
  day: { weekday: "long", day: "numeric", month: "long" },
  moment: { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" },
};
const formats = new Map();

function format(shape) {
  const locale = document.documentElement.lang === "fr" ? "fr" : "en-GB";
  const name = `${locale} ${shape}`;
  if (!formats.has(name)) formats.set(name, new Intl.DateTimeFormat(locale, SHAPES[shape]));
  return formats.get(name);
}

export const hour = (time) => format("hour").format(new Date(time));
export const day = (time) => format("day").format(new Date(time));
export const moment = (time) => format("moment").format(new Date(time));
