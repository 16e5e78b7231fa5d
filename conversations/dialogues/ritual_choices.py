"""What else an organiser can choose about a ritual, asked only of those who wish to (P41)."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, count

from community import groups, places
from community.rituals import KINDS, Plan
from community.rituals.plans import GRACE_MINUTES
from community.rounds.people import Pair, pair
from community.scope import Scope
from conversations.chat import Chat
from conversations.language import locales
from conversations.questions import NotUnderstood, Option
from conversations.texts import Text

PRIVATELY, EACH, NOBODY, SKIP, BACK = "privately", "each", "nobody", "skip", "back"
SIZES = range(2, 9)
USUAL_DAYS = (7, 14, 21, 30, 60)
GRACE_HOURS = (2, 12, 24)


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to pick, by its id and its name."""

    id: int
    name: str


def group_choices(scope: Scope) -> list[Choice]:
    """The community's groups."""
    return [Choice(each.id or 0, each.name) for each in groups.listed(scope)]


def place_choices(scope: Scope) -> list[Choice]:
    """The channels that the bot knows."""
    return [Choice(each.id or 0, each.title) for each in places.channels(scope)]


def options_of(known: Sequence[Choice]) -> list[Option]:
    """A button for each, by its name."""
    return [Option(value=str(each.id), label=Text("ritual-name", name=each.name))
            for each in known]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Around:
    """What there is in the community to choose from."""

    groups: list[Choice]
    places: list[Choice]


def around(scope: Scope) -> Around:
    """The groups and the channels."""
    return Around(group_choices(scope), place_choices(scope))


def parts(kind: str, there: Around) -> list[str]:
    """What can be chosen about this kind of ritual, where there is something to choose from."""
    fields = KINDS[kind].settings.model_fields
    lacking = {
        "size": "size" not in fields, "mix": "mix" not in fields or len(there.groups) < 2,
        "apart": "apart" not in fields or not there.groups, "days": "days" not in fields,
        "place": not KINDS[kind].in_place or not there.places,
        "language": "language" not in fields, "buddy": "buddy" not in fields,
    }  # fmt: skip
    return [each for each in PARTS if not lacking.get(each)]


async def more(chat: Chat, plan: Plan, name: str) -> Plan:
    """One more thing chosen, or none; the plan as it is then.

    `name` tells these questions from others.
    """
    there = await chat.once(f"{name}-around", around)
    options = [Option(value=each, label=Text(f"ritual-change-{each}"))
               for each in parts(plan.kind, there)]  # fmt: skip
    back = Option(value=BACK, label=Text("ritual-more-back"), said=("no", "keeps"))
    part = await chat.choose(f"{name}-part", Text("ritual-more-which"), [*options, back])
    if part == BACK:
        return plan
    return await PARTS[part](chat, plan, f"{name}-")


def _with(plan: Plan, **settings: object) -> Plan:
    return replace(plan, settings=plan.settings | settings)


async def with_size(chat: Chat, plan: Plan, name: str = "") -> Plan:
    """Pairs, trios, or circles of four to eight."""
    options = [Option(value=str(each), label=size_said(each)) for each in SIZES]
    size = await chat.choose_or_say(
        f"{name}size", Text("ritual-size"), options, counts=True,
        read=number(SIZES[0], SIZES[-1], "ritual-wrong-size"),
    )  # fmt: skip
    return _with(plan, size=int(size))


def number(least: int, most: int, wrong: str) -> Callable[[str], str]:
    """A reader for a number between these, whatever is said beside it: "10 jours"."""

    def read(words: str) -> str:
        said = re.findall(r"\d+", words)
        if len(said) != 1 or not least <= int(said[0]) <= most:
            raise NotUnderstood(Text(wrong, least=least, most=most))
        return str(int(said[0]))

    return read


def size_said(size: int) -> Text:
    """How many meet, in words."""
    return Text("ritual-size-option", count=size)


async def with_mix(chat: Chat, plan: Plan, name: str = "") -> Plan:
    """Groups whose members are to meet each other if they can: every two of those chosen."""
    chosen = await _groups(chat, f"{name}mix", Text("ritual-mix"), least=2)
    return _with(plan, mix=between(chosen))


async def with_apart(chat: Chat, plan: Plan, name: str = "") -> Plan:
    """Groups whose members do not meet: those of one group, or those of one and of another."""
    chosen = await _groups(chat, f"{name}apart", Text("ritual-apart"), least=1)
    return _with(plan, apart=apart(chosen))


def between(chosen: Sequence[int]) -> list[Pair]:
    """Every two of these groups."""
    return [pair(*two) for two in combinations(sorted(chosen), 2)]


def apart(chosen: Sequence[int]) -> list[Pair]:
    """Every two of these groups; of a single one, its members among themselves."""
    return between(chosen) or [pair(each, each) for each in chosen]


async def _groups(chat: Chat, name: str, question: Text, *, least: int) -> list[int]:
    """Some groups, or none; asked again while they are too few."""
    known = await chat.once(f"{name}-groups", group_choices)
    options = [*options_of(known), Option(value=NOBODY, label=Text("ritual-no-groups"))]
    for n in count(1):
        chosen = await chat.choose_many(name if n == 1 else f"{name}-{n}", question, options)
        if NOBODY in chosen or len(chosen) >= least:
            return [] if NOBODY in chosen else [int(each) for each in chosen]
        question = Text("ritual-two-groups")
    raise AssertionError("counting has no end")


async def with_days(chat: Chat, plan: Plan, name: str = "") -> Plan:
    """How long it lasts, or how far ahead it is, in days."""
    least, most = day_limits(plan.kind)
    options = [Option(value=str(each), label=days_said(each))
               for each in USUAL_DAYS if least <= each <= most]  # fmt: skip
    days = await chat.choose_or_say(
        f"{name}days", Text(f"ritual-days-{plan.kind}"), options, counts=True,
        read=number(least, most, "ritual-wrong-days"),
    )  # fmt: skip
    return _with(plan, days=int(days))


def days_said(days: int) -> Text:
    """A number of days, in words."""
    return Text("ritual-days-option", count=days)


def day_limits(kind: str) -> tuple[int, int]:
    """The fewest and the most days that this kind can have."""
    known = KINDS[kind].settings.model_json_schema()["properties"]["days"]
    return int(known["minimum"]), int(known["maximum"])


async def with_place(chat: Chat, plan: Plan, name: str = "") -> Plan:
    """In a channel or to each one, where the kind has that and a channel is known."""
    known = await chat.once(f"{name}places", place_choices)
    if not known or not KINDS[plan.kind].in_place:
        return plan
    privately = Option(value=PRIVATELY, label=Text("ritual-privately"))
    options = [privately, *options_of(known)]
    chosen = await chat.choose(f"{name}place", Text("ritual-place"), options)
    return replace(plan, place_id=None if chosen == PRIVATELY else int(chosen))


async def with_language(chat: Chat, plan: Plan, name: str = "") -> Plan:
    """The language rule, where the kind has one."""
    if "language" not in KINDS[plan.kind].settings.model_fields:
        return plan
    each_own = Option(value=EACH, label=Text("ritual-language-each"), said=("each_own",))
    options = [Option(value=each, label=Text(f"language-{each}"), said=(f"language_{each}",))
               for each in locales()]  # fmt: skip
    question = Text("ritual-language")
    chosen = await chat.choose(f"{name}language", question, [each_own, *options])
    return _with(plan, language="" if chosen == EACH else chosen)


async def with_buddies(chat: Chat, plan: Plan, name: str = "") -> Plan:
    """Whether newcomers are offered a buddy, where the kind has that."""
    if "buddy" not in KINDS[plan.kind].settings.model_fields:
        return plan
    return _with(plan, buddy=await chat.confirm(f"{name}buddy", Text("ritual-buddy")))


async def with_grace(chat: Chat, plan: Plan, name: str = "") -> Plan:
    """What becomes of a run at whose time the bot was off."""
    options = [
        *(Option(value=str(each), label=grace_said("late", each)) for each in GRACE_HOURS),
        Option(value=SKIP, label=grace_said(SKIP)),
    ]
    chosen = await chat.choose(f"{name}late", Text("ritual-late"), options)
    return graced(plan, None if chosen == SKIP else int(chosen))


def graced(plan: Plan, hours: int | None) -> Plan:
    """The plan whose late runs are made up for within so many hours; None: they are skipped."""
    if hours is None:
        return replace(plan, misfire="skip")
    return replace(plan, misfire="late", grace_minutes=hours * 60)


def grace_said(misfire: str, hours: int = 0) -> Text:
    """What becomes of a late run, in words."""
    return Text("ritual-late-skip") if misfire == SKIP else Text("ritual-late-within", hours=hours)


def chosen_said(plan: Plan, names: Mapping[int, str]) -> list[Text]:
    """What differs from how such rituals usually are, a line each; `names` are the groups'."""
    usual = {name: each.default for name, each in KINDS[plan.kind].settings.model_fields.items()}
    chosen = {name: each for name, each in plan.settings.items() if each != usual.get(name)}
    found = [size_said(chosen["size"])] if "size" in chosen else []
    if "days" in plan.settings:
        found.append(Text(f"ritual-days-{plan.kind}-said", days=days_said(plan.settings["days"])))
    for rule, key in RULES.items():
        ids = sorted({each for two in chosen.get(rule, ()) for each in two})
        if ids:
            one = rule == "apart" and len(ids) == 1
            who = [names[each] for each in ids if each in names]
            found.append(Text("ritual-apart-said-one" if one else key, who=who))
    if (plan.misfire, plan.grace_minutes) != ("late", GRACE_MINUTES):
        found.append(grace_said(plan.misfire, plan.grace_minutes // 60))
    return found


RULES = {"mix": "ritual-mix-said", "apart": "ritual-apart-said"}
PARTS: Mapping[str, Callable[[Chat, Plan, str], Awaitable[Plan]]] = {
    "size": with_size, "mix": with_mix, "apart": with_apart, "days": with_days,
    "place": with_place, "language": with_language, "buddy": with_buddies, "late": with_grace,
}  # fmt: skip
