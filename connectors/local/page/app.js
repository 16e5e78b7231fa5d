import * as api from "./api.js";
import { avatar } from "./avatar.js";
import { readClock, showClock } from "./clock.js";
import { liveIn } from "./dates.js";
import { deliver, newId } from "./deliver.js";
import { byId, debounced, sleep } from "./dom.js";
import { setUpMenu } from "./menu.js";
import { Session } from "./session.js";
import { browserLocale, communityName, fill, speak, text } from "./texts.js";
import { isVisitor, personWords, showWho } from "./who.js";

const NEWS = 30_000;
const query = new URLSearchParams(location.search);

/** The server may still be starting: wait for it rather than show a broken page. */
async function patiently(ask) {
  for (;;) {
    try {
      const answer = await ask();
      byId("away").hidden = true;
      return answer;
    } catch (error) {
      if (!(error instanceof api.Away)) throw error;
      byId("away").hidden = false;
      await sleep(2000);
    }
  }
}

async function begin() {
  await patiently(() => speak(browserLocale()));
  document.title = communityName();
  const id = query.get("as");
  const members = await patiently(api.members);
  const known = members.find((member) => member.id === id);
  if (!id) return showWho(members);
  if (!known && !isVisitor(id)) return showWho(members, "who-unknown");
  if (!known) await join(id);
  await talk(known ?? { id, name: text("you"), locale: browserLocale() });
}

/** A second join, of a page that is loaded again, makes no second newcomer: it finds the first. */
async function join(id) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const values = { locale: navigator.language, time_zone: timeZone };
  const event = { id: newId(), place: `dm:${id}`, sender: id, type: "join", values };
  await patiently(() => deliver(event));
}

/** A newcomer's places are there once the join was handled, a moment after it was accepted. */
async function placesOf(id) {
  for (let tries = 20; ; tries -= 1) {
    try {
      const places = await patiently(() => api.places(id));
      if (places.length) return places;
    } catch (error) {
      if (tries <= 0 || error.status !== 404) throw error;
    }
    await sleep(300);
  }
}

async function talk(member) {
  const places = await placesOf(member.id);
  setUpMenu();
  const look = () => lookAround(session, member).catch(() => undefined);
  const session = new Session(member.id, { onAway: (is) => (byId("away").hidden = !is), onDirect: debounced(500, look) });
  await settleIn(session, member);
  await session.start(places, query.get("place"));
  await showClock(() => Promise.all([session.catchUp(), look()]).catch(() => undefined));
  setInterval(look, NEWS);
}

/** Their language, name and time zone, which a talk with the bot may have changed. */
async function settleIn(session, member) {
  const { hints } = session.composer;
  const moved = liveIn(member.time_zone);
  if (document.documentElement.lang !== member.locale) await speak(member.locale);
  else if (moved) fill(document);
  if (hints.locale !== member.locale) hints.know(await api.commands(member.locale), member.locale);
  byId("me").replaceChildren(avatar(member.id, member.name), personWords(member));
}

async function lookAround(session, member) {
  const members = await api.members();
  await settleIn(session, Object.assign(member, members.find(({ id }) => id === member.id)));
  await readClock();
  await session.lookAround();
}

function showTrouble(words) {
  byId("talk").hidden = true;
  byId("trouble").hidden = false;
  byId("trouble-text").textContent = words;
}

/** Who declined the rules, or erased everything, is nobody here: a page that is loaded again joins anew. */
document.addEventListener("gone", () => {
  showTrouble(text("gone"));
  byId("come-back").hidden = false;
});
byId("come-back").addEventListener("click", () => location.reload());

begin().catch((error) => {
  showTrouble(error instanceof api.Refused ? error.message : text("trouble"));
  console.error(error);
});
