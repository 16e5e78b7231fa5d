"""What a plan says in chat: when, for whom, and a preview before it is kept (P41)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import count
from typing import Any

from community import groups
from community.recurrence import Rhythm
from community.rituals import KINDS, Plan, WrongRitual, crowding, overview
from community.rituals.crowding import Crowded
from community.rituals.overview import Now
from community.rituals.plans import check
from community.rounds.overlap import Overlap, overlap
from community.scope import Scope
from community.words import time_zones
from conversations import previews, readers, views
from conversations.chat import Chat
from conversations.dialogues.ritual_choices import (
    Choice,
    chosen_said,
    group_choices,
    options_of,
)
from conversations.moments import moment_said
from conversations.previews import Sample
from conversations.questions import Card, Option
from conversations.rhythms import left_out_said, mended, read_rhythm, rhythm_said, says_rhythm
from conversations.texts import Text
from storage.tables import Community

EVERYONE = "everyone"
NAMED = ("size", "days", "title")
"""Settings that have a name in words."""


def home_zone(scope: Scope) -> str:
    """The community's time zone."""
    return scope.db.get_one(Community, scope.community_id).time_zone


async def ask_rhythm(chat: Chat, usual: str = "", *, of: Rhythm | None = None) -> Rhythm:
    """When, by which clock; `usual` is proposed, or the clock `of` what is there.

    Whoever says at once when it comes means that clock, or the community's.
    """
    home = of.zone if of else await chat.once("home", home_zone)
    now = await chat.now("begun")

    def meant(words: str) -> Rhythm:
        return mended(words, of, now) if of else read_rhythm(words, now, home)

    def clock(words: str) -> str:
        return checked(meant)(words) if says_rhythm(words) else readers.zone(words)

    zone = await chat.choose_or_say(
        "zone", Text("ritual-zone"), [Option(value=home, label=Text("ritual-name", name=home))],
        read=clock,
    )  # fmt: skip
    if zone not in time_zones():
        return meant(zone)

    options = [Option(value=usual, label=Text("ritual-name", name=usual))] if usual else []
    read = checked(partial(read_rhythm, now=now, zone=zone))
    words = await chat.choose_or_say("rhythm", Text("ritual-rhythm"), options, read=read)
    return read_rhythm(words, now, zone)


def checked(meant: Callable[[str], Rhythm]) -> Callable[[str], str]:
    """A reader that keeps the words of a rhythm, once they can be read as one."""

    def read(words: str) -> str:
        meant(words)
        return words

    return read


async def ask_audience(chat: Chat, name: str, kind: str) -> tuple[int, ...]:
    """For which groups; none for everyone. Groups in which nobody is are asked for again, and those
    in which too few are for this kind.
    """
    known = await chat.once(f"{name}-groups", group_choices)
    if not known:
        return ()
    everyone = Option(value=EVERYONE, label=Text("ritual-everyone"), said=("everyone",))
    question = Text("ritual-audience")
    for n in count(1):
        asked = name if n == 1 else f"{name}-{n}"
        chosen = await chat.choose_many(asked, question, [everyone, *options_of(known)])
        found = () if EVERYONE in chosen else tuple(int(each) for each in chosen)
        enough = await chat.once(f"{asked}-size", size, found)
        if enough >= KINDS[kind].least:
            return found
        question = too_few(kind) if enough else Text("ritual-wrong-audience")
    raise AssertionError("counting has no end")


def too_few(kind: str) -> Text:
    """That an audience has not enough people for this kind of ritual."""
    return complaint("few", {"least": KINDS[kind].least})


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
    overlap: Overlap | None = None
    moved: Now | None = None


def judge(scope: Scope, plan: Plan, ritual_id: int | None = None) -> Judged:
    """Look at a plan, of a ritual that is there or of a new one; nothing is kept."""
    try:
        check(scope, plan)
        return Judged(
            dates=overview.dates(scope, plan, ritual_id), samples=previews.samples(scope, plan),
            platforms=views.platforms(scope), groups=group_choices(scope),
            crowded=crowding.crowded(scope, plan, ritual_id),
            overlap=overlap(scope, plan, ritual_id),
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
    for each in cautions(plan.rhythm, judged.crowded, judged.overlap):
        await chat.say(each)
    return True


def cautions(rhythm: Rhythm, crowded: Crowded | None, overlap: Overlap | None) -> Iterator[Text]:
    """What is good to know before a plan is kept, and forbids nothing."""
    if short := left_out_said(rhythm):
        yield short
    if crowded:
        yield too_many(crowded)
    if overlap:
        yield too_soon(overlap)


def too_many(found: Crowded) -> Text:
    """The day on which some would get too much, and what else comes then."""
    return Text("ritual-crowded", day=found.at, count=len(found.names) + 1, names=found.names)


def too_soon(found: Overlap) -> Text:
    """That rounds of this rhythm overlap, and what comes of it."""
    key = "round-overlap-join" if found.joins else "round-overlap"
    return Text(key, every=found.every, signup=found.signup, days=found.days)


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
