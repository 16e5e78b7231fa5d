"""Planning a ritual in chat: what, for whom, where, when, and a preview before it is kept (P41)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from typing import Any

from community import groups, library, members, mentions, rituals
from community.recurrence import Rhythm
from community.rituals import KINDS, Plan, WrongRitual, crowding, overview
from community.rituals.crowding import Crowded
from community.rituals.overview import Now
from community.rituals.plans import check, new_name
from community.scope import Scope
from conversations import previews, readers, views
from conversations.chat import Chat
from conversations.dialogues import ritual_places
from conversations.dialogues.ritual_choices import (
    Choice,
    chosen_said,
    group_choices,
    more,
    options_of,
    with_buddies,
    with_language,
    with_place,
)
from conversations.moments import moment_said
from conversations.previews import Sample
from conversations.questions import Card, Option
from conversations.rhythms import read_rhythm, rhythm_said
from conversations.texts import Text
from storage.tables import Community

EVERYONE = "everyone"
NAMED = ("size", "days", "title")
"""Settings that have a name in words."""


def home_zone(scope: Scope) -> str:
    """The community's time zone."""
    return scope.db.get_one(Community, scope.community_id).time_zone


async def add(chat: Chat) -> None:
    """Plan a new one, from the library; `/ritual add coffee` names it at once."""
    known = {name: each for name, each in library.ready().items() if each.kind in KINDS}
    locale = chat.member.locale
    options = [
        Option(
            value=name, label=Text("ritual-name", name=library.in_language(each.name, locale)),
            description=Text("ritual-name", name=library.in_language(each.about, locale)),
        )
        for name, each in known.items()
    ]  # fmt: skip
    named = "".join(ritual_places.words(chat).split()[1:2])
    if named not in known:
        named = await chat.choose("ready", Text("ritual-which-ready"), options)
    ready = known[named]
    if ready.kind == "mentions" and not await chosen_to_name(chat):
        return await chat.say(Text("ritual-dropped"))
    rhythm = await ask_rhythm(chat, library.in_language(ready.rhythm, locale))
    audience = await ask_audience(chat, "audience")
    usual = library.in_language(ready.name, locale)
    plan = Plan(
        kind=ready.kind, name=await chat.once("called", new_name, usual, audience), rhythm=rhythm,
        settings=dict(ready.settings), audience=audience,
    )  # fmt: skip
    if KINDS[plan.kind].in_place:
        await ritual_places.here(chat)
    for choose in (with_place, with_language, with_buddies):
        plan = await choose(chat, plan)
    if await shown(chat, plan):
        await _keep(chat, plan)


async def chosen_to_name(chat: Chat) -> bool:
    """Whether the community names those who were thanked; an organiser can choose that here."""
    if await chat.once("names-already", mentions.is_chosen):
        return True
    yes, no = Text("ritual-mentions-yes"), Text("ritual-mentions-no")
    if not await chat.confirm("names", Text("ritual-mentions"), yes=yes, no=no):
        return False
    await chat.once("choose-names", mentions.choose)
    return True


async def ask_rhythm(chat: Chat, usual: str = "") -> Rhythm:
    """When, by which clock; `usual` is proposed."""
    home = await chat.once("home", home_zone)
    zone = await chat.choose_or_say(
        "zone", Text("ritual-zone"), [Option(value=home, label=Text("ritual-name", name=home))],
        read=readers.zone,
    )  # fmt: skip
    now = await chat.now("begun")

    def read(words: str) -> str:
        read_rhythm(words, now, zone)
        return words

    options = [Option(value=usual, label=Text("ritual-name", name=usual))] if usual else []
    words = await chat.choose_or_say("rhythm", Text("ritual-rhythm"), options, read=read)
    return read_rhythm(words, now, zone)


async def ask_audience(chat: Chat, name: str) -> tuple[int, ...]:
    """For which groups; none for everyone. Groups in which nobody is are asked for again."""
    known = await chat.once(f"{name}-groups", group_choices)
    if not known:
        return ()
    everyone = Option(value=EVERYONE, label=Text("ritual-everyone"), said=("everyone",))
    question = Text("ritual-audience")
    for n in count(1):
        asked = name if n == 1 else f"{name}-{n}"
        chosen = await chat.choose_many(asked, question, [everyone, *options_of(known)])
        found = () if EVERYONE in chosen else tuple(int(each) for each in chosen)
        if await chat.once(f"{asked}-size", size, found):
            return found
        question = Text("ritual-wrong-audience")
    raise AssertionError("counting has no end")


def size(scope: Scope, audience: Sequence[int]) -> int:
    """How many are in these groups now."""
    return groups.count(scope.connection, scope.community_id, audience, scope.now)


@dataclass(frozen=True, slots=True)
class Judged:
    """What a plan comes to: what is wrong with it, or its dates and its messages."""

    wrong: str = ""
    about: dict[str, Any] | None = None
    dates: list[datetime] | None = None
    samples: list[Sample] | None = None
    platforms: list[str] | None = None
    groups: list[Choice] | None = None
    crowded: Crowded | None = None
    moved: Now | None = None


def judge(scope: Scope, plan: Plan, ritual_id: int | None = None) -> Judged:
    """Look at a plan, of a ritual that is there or of a new one; nothing is kept."""
    try:
        check(scope, plan)
        return Judged(
            dates=overview.dates(scope, plan, ritual_id), samples=previews.samples(scope, plan),
            platforms=views.platforms(scope), groups=group_choices(scope),
            crowded=crowding.crowded(scope, plan, ritual_id),
        )  # fmt: skip
    except WrongRitual as wrong:
        return Judged(wrong.why, wrong.about)


def complaint(why: str, about: dict[str, Any]) -> Text:
    """What to change, in one line."""
    if why.startswith("rhythm-") and why != "rhythm-past":
        return Text(why, zone=str(about.get("zone", "")))
    if about.get("name") in NAMED:
        about = about | {"name": Text(f"ritual-change-{about['name']}")}
    return Text(f"ritual-wrong-{why}", **about)


def now_said(moved: Now) -> Text:
    """What has become of a ritual on which somebody wanted to act."""
    told = Text(f"ritual-now-{moved.to}", name=moved.name)
    return told if moved.by is None else Text("ritual-now-by", told=told, by=moved.by)


async def shown(chat: Chat, plan: Plan, name: str = "", *, ritual_id: int | None = None) -> bool:
    """Show the next dates and what each kind of person gets; False if it can't be so.

    `ritual_id` is the ritual that it is of, or whose place it takes.
    """
    judged = await chat.once(f"{name}judged", judge, plan, ritual_id)
    if judged.wrong:
        await chat.say(complaint(judged.wrong, judged.about or {}))
        return False
    now = await chat.now(f"{name}shown")
    lines = [moment_said(each, plan.rhythm.zone) for each in judged.dates or ()]
    rhythm = Text("ritual-rhythm-line", rhythm=rhythm_said(plan.rhythm, now), zone=plan.rhythm.zone)
    title = Text("ritual-name", name=plan.name)
    chosen = chosen_said(plan, {each.id: each.name for each in judged.groups or ()})
    await chat.say(Text("ritual-next-dates"), card=Card(title, [rhythm, *chosen, *lines]))
    for sample in judged.samples or ():
        language = Text(f"language-{sample.locale}")
        await chat.say(Text("ritual-preview-for", who=sample.reader, language=language))
        await chat.say(sample.text, card=sample.card, locale=sample.locale)
        there = views.seen(judged.platforms or (), sample.outgoing(plan.rhythm.zone))
        if there is not None:
            await chat.say(there, locale=sample.locale)
    if judged.crowded:
        await chat.say(too_many(judged.crowded))
    return True


def too_many(found: Crowded) -> Text:
    """The day on which some would get too much, and what else comes then."""
    return Text("ritual-crowded", day=found.at, count=len(found.names) + 1, names=found.names)


async def _keep(chat: Chat, plan: Plan) -> None:
    known = await chat.once("pilots", group_choices)
    plan, wish = await _settled(chat, plan, can_pilot=bool(known))
    if wish == "no":
        return await chat.say(Text("ritual-dropped"))
    if wish == "pilot":
        plan = await _piloted(chat, plan, options_of(known))
    key = "ritual-piloted" if wish == "pilot" else "ritual-kept"
    await tell(chat, await chat.once("keep", keep, plan, wish), Text(key, name=plan.name))
    return None


async def _settled(chat: Chat, plan: Plan, *, can_pilot: bool) -> tuple[Plan, str]:
    """The plan once nothing more is to be chosen, shown after each choice, and what to do with it.

    A choice that can't be is told, and the plan stays as it was before.
    """
    options = [
        Option(value="on", label=Text("ritual-keep"), style="primary", said=("yes", "keeps")),
        *([Option(value="pilot", label=Text("ritual-pilot"))] if can_pilot else []),
        Option(value="more", label=Text("ritual-more"), said=("mends",)),
        Option(value="no", label=Text("ritual-drop")),
    ]
    for n in count(1):
        asked = "wish" if n == 1 else f"wish-{n}"
        wish = await chat.choose(asked, Text("ritual-keep-it"), options)
        if wish != "more":
            return plan, wish
        changed = await more(chat, plan, f"more-{n}")
        if changed != plan and await shown(chat, changed, f"more-{n}-"):
            plan = changed
    raise AssertionError("counting has no end")


async def _piloted(chat: Chat, plan: Plan, groups_: Sequence[Option]) -> Plan:
    """The plan for one group; another is asked for while it can't be so."""
    question = Text("ritual-pilot-group")
    for n in count(1):
        asked = "pilot" if n == 1 else f"pilot-{n}"
        tried_on = replace(plan, audience=(int(await chat.choose(asked, question, groups_)),))
        judged = await chat.once(f"{asked}-judged", fits, tried_on)
        if not judged.wrong:
            return tried_on
        question = complaint(judged.wrong, judged.about or {})
    raise AssertionError("counting has no end")


def fits(scope: Scope, plan: Plan) -> Judged:
    """Whether a plan could be kept, or what is wrong with it."""
    return tried(lambda: check(scope, plan))


def keep(scope: Scope, plan: Plan, state: str) -> Judged:
    """Keep the ritual, or say what is wrong with it."""
    members.require_organiser(scope)
    return tried(lambda: rituals.plan(scope, plan, state))


def tried(do: Callable[[], object]) -> Judged:
    """Do something, or say what stands in its way."""
    try:
        do()
    except WrongRitual as wrong:
        return Judged(wrong.why, wrong.about)
    return Judged()


async def tell(chat: Chat, done: Judged, well: Text) -> bool:
    """Say what is wrong in one line, or that it is done; whether it is."""
    if done.moved:
        await chat.say(now_said(done.moved))
    else:
        await chat.say(complaint(done.wrong, done.about or {}) if done.wrong else well)
    return not done.wrong
