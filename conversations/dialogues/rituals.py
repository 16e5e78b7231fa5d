"""`/ritual`: what organisers do with the community's rituals, in chat."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from community import members, rituals
from community.members import Person
from community.rituals import KINDS, Plan, overview, plans
from community.rituals.overview import Line
from community.rituals.plans import Moved
from community.scope import Scope
from community.words import fold
from conversations import readers
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues import (
    ritual_adding,
    ritual_calendar,
    ritual_choices,
    ritual_holidays,
    ritual_places,
    ritual_plan,
    ritual_prompts,
    ritual_runs,
    ritual_states,
)
from conversations.dialogues.ritual_plan import EVERYONE, Judged, tell, tried
from conversations.language import locales, render
from conversations.moments import moment_for
from conversations.questions import Option, plain
from conversations.texts import Lines, Text

LOOKED_UP = {"", "list", "calendar", "ics", "last", "preview"}
"""Verbs that only show something: a plan that is being made stands meanwhile."""


def looks_up(args: Mapping[str, Any]) -> bool:
    """Whether `/ritual` was called only to see something."""
    return said(str(args.get("what", "")))[0] in LOOKED_UP


@dialogue("ritual", looks_up=looks_up)
async def ritual(chat: Chat) -> None:
    await chat.once("allowed", members.require_organiser)
    verb, rest = said(ritual_places.words(chat))
    if verb in ALONE and not (rest and verb in WITH_ONE):
        return await ALONE[verb](chat)
    if verb not in WITH_ONE:
        return await chat.say(Text("ritual-verbs"))
    one = await pick(chat, rest)
    return await WITH_ONE[verb](chat, one) if one else await chat.say(Text("ritual-none"))


def said(words: str) -> tuple[str, str]:
    """The verb, in any language, and what follows it: "skip La question du mois"."""
    first, _, rest = words.strip().partition(" ")
    return _verbs().get(plain(first), "list" if not first else ""), rest.strip()


@lru_cache
def _verbs() -> dict[str, str]:
    return {
        plain(word): verb
        for verb in (*ALONE, *WITH_ONE)
        for locale in locales()
        for word in [verb, *render(Text(f"ritual-verb-{verb}"), locale).split(",")]
    }


async def pick(chat: Chat, given: str) -> Line | None:
    """The one ritual that is meant; asked for when it may be several."""
    known = await chat.once("known", overview.lines)
    fitting = [each for each in known if fold(given) in fold(each.name)]
    exact = [each for each in fitting if fold(given) == fold(each.name)] or fitting
    if len(exact) == 1 or not known:
        return exact[0] if exact else None
    options = [Option(value=str(each.id), label=told_apart(each, known))
               for each in fitting or known]  # fmt: skip
    chosen = await chat.choose("which", Text("ritual-which"), options)
    return next(each for each in known if str(each.id) == chosen)


def told_apart(each: Line, known: Sequence[Line]) -> Text:
    """A ritual's name; with its audience and its state where another one is called the same."""
    if sum(fold(other.name) == fold(each.name) for other in known) == 1:
        return Text("ritual-name", name=each.name)
    who: list[str | Text] = [*each.audience] or [Text("ritual-everyone")]
    return Text("ritual-named", name=each.name, who=who, state=Text(f"ritual-state-{each.state}"))


async def list_(chat: Chat) -> None:
    """All of them, with their state and their next time."""
    known = await chat.once("known", overview.lines)
    if not known:
        return await chat.say(Text("ritual-none"))
    lines = [ritual_line(each, chat.member) for each in known]
    return await chat.say(Text("ritual-list", lines=Lines(lines)))


def ritual_line(each: Line, reader: Person | None = None) -> Text:
    """One ritual: for whom, in which state, and when it comes next, as this reader is told it."""
    state = Text(f"ritual-state-{each.state}")
    who: list[str | Text] = [*each.audience] or [Text("ritual-everyone")]
    if each.next_at is None:
        return Text("ritual-line-still", name=each.name, who=who, state=state)
    at = moment_for(reader, each.next_at, each.zone)
    return Text("ritual-line", name=each.name, who=who, state=state, next=at)


async def duplicate(chat: Chat, one: Line) -> None:
    name = await chat.ask("name", Text("ritual-new-name"), read=readers.name)
    done = await chat.once("duplicate", copy, one.id, name)
    await tell(chat, done, Text("ritual-duplicated", name=name))


async def widen(chat: Chat, one: Line) -> None:
    """For more groups, or for everyone: shown before it is so."""
    audience = await wider_audience(chat, one)
    plan = replace(await chat.once("plan", plan_of, one.id), audience=audience)
    if not await ritual_plan.shown(chat, plan, ritual_id=one.id):
        return
    if not await chat.confirm("sure", Text("ritual-change-sure")):
        return await chat.say(Text("ritual-dropped"))
    done = await chat.once("widen", wider, one.id, audience)
    if done.wrong:
        await tell(chat, done, Text("ritual-dropped"))
        return
    return await ritual_states.tell_next(chat, one, "ritual-widened")


async def wider_audience(chat: Chat, one: Line) -> tuple[int, ...]:
    """Everyone, which is one tap, or the groups that are chosen then."""
    if not one.audience:
        return await ritual_plan.ask_audience(chat, "audience", one.kind)
    options = [
        Option(value=EVERYONE, label=Text("ritual-everyone"), style="primary",
               said=("everyone", "yes")),
        Option(value="groups", label=Text("ritual-widen-groups")),
    ]  # fmt: skip
    to = await chat.choose("to", Text("ritual-widen", name=one.name, who=one.audience), options)
    return () if to == EVERYONE else await ritual_plan.ask_audience(chat, "audience", one.kind)


async def preview(chat: Chat, one: Line) -> None:
    plan = await chat.once("plan", plan_of, one.id)
    await ritual_plan.shown(chat, plan, ritual_id=one.id)


async def change(chat: Chat, one: Line) -> None:
    """Another name, rhythm, audience, or anything else of it, shown before it is kept."""
    if KINDS[one.kind].in_place:
        await ritual_places.here(chat)
    there = await chat.once("around", ritual_choices.around)
    parts = ["name", "rhythm", "audience", *ritual_choices.parts(one.kind, there)]
    options = [Option(value=each, label=Text(f"ritual-change-{each}")) for each in parts]
    what = await chat.choose("what", Text("ritual-change-what", name=one.name), options)
    plan = await chat.once("plan", plan_of, one.id)
    match what:
        case "name":
            name = await chat.ask("name", Text("ritual-new-name"), read=readers.name)
            plan = replace(plan, name=name)
        case "rhythm":
            plan = replace(plan, rhythm=await ritual_plan.ask_rhythm(chat, of=plan.rhythm))
        case "audience":
            chosen = await ritual_plan.ask_audience(chat, "audience", one.kind)
            plan = replace(plan, audience=chosen)
        case part:
            plan = await ritual_choices.PARTS[part](chat, plan, "")
    if not await ritual_plan.shown(chat, plan, ritual_id=one.id):
        return None
    if not await chat.confirm("sure", Text("ritual-change-sure")):
        return await chat.say(Text("ritual-dropped"))
    done = await chat.once("change", put, one.id, plan, one.revision)
    await tell(chat, done, Text("ritual-changed", name=plan.name))
    return None


def plan_of(scope: Scope, ritual_id: int) -> Plan:
    """The plan that is kept."""
    return plans.planned(plans.get(scope, ritual_id))


def put(scope: Scope, ritual_id: int, plan: Plan, revision: int) -> Judged:
    """Put a plan in the place of the one that was seen, or say what is wrong with it."""
    return _tried(scope, lambda: rituals.change(scope, ritual_id, plan, revision=revision))


def copy(scope: Scope, ritual_id: int, name: str) -> Judged:
    """A draft of the same, or what is wrong with it by now."""
    return tried(lambda: rituals.duplicate(scope, ritual_id, name))


def wider(scope: Scope, ritual_id: int, audience: Sequence[int]) -> Judged:
    """For these groups, or what stands in its way."""
    return _tried(scope, lambda: rituals.widen(scope, ritual_id, audience))


def _tried(scope: Scope, do: Callable[[], object]) -> Judged:
    """Do something, or say what stands in its way, somebody else's act among it."""
    try:
        return tried(do)
    except Moved as moved:
        return Judged("moved", moved=overview.now(scope, moved))


ALONE: Mapping[str, Callable[[Chat], Awaitable[None]]] = {
    "add": ritual_adding.add, "list": list_, "calendar": ritual_calendar.calendar,
    "ics": ritual_calendar.ics, "last": ritual_runs.last,
    "holidays": ritual_holidays.holidays,
}  # fmt: skip
WITH_ONE: Mapping[str, Callable[[Chat, Line], Awaitable[None]]] = {
    **ritual_states.VERBS, "change": change, "duplicate": duplicate, "widen": widen,
    "calendar": ritual_calendar.calendar, "preview": preview, "prompts": ritual_prompts.prompts,
    "last": ritual_runs.last,
}  # fmt: skip
