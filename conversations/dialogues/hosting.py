"""Gatherings as organisers hold them (P19): `/gathering` plans, changes, cancels and lists them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import count
from typing import Any

from community import gatherings, groups, hosting, members, replays, rituals
from community.gatherings import Seen
from community.hosting import Plan
from community.occasions import Repeated, repeated
from community.scope import Scope
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.gathering_cards import card, choices, chosen
from conversations.dialogues.gatherings import REPEATED, invited
from conversations.dialogues.recounting import recount
from conversations.gathering_fields import PARTS, field, fields, moment, reading, wished, written
from conversations.language import locales, render
from conversations.previews import Sample, begins, kinds_of_people, preview
from conversations.questions import Option, plain
from conversations.texts import At, Lines, Text

VERBS = ("add", "change", "cancel", "list", "attendance")
EVERYONE = "everyone"


@dialogue("gathering")
async def gathering(chat: Chat) -> None:
    await chat.once("allowed", members.require_organiser)
    verb = meant(str(chat.args.get("what", ""))) or await chat.choose(
        "what", Text("gathering-what"), [Option(value=each, label=Text(f"gathering-do-{each}"))
                                         for each in VERBS]
    )  # fmt: skip
    match verb:
        case "add":
            await add(chat)
        case "change":
            await change(chat)
        case "cancel":
            await cancel(chat)
        case "list":
            await list_(chat)
        case "attendance":
            await attendance(chat)


def meant(words: str) -> str:
    """What is to be done, in any language; "" when the words say none of it."""
    return _verbs().get(plain(words), "")


@lru_cache
def _verbs() -> dict[str, str]:
    said = {
        plain(word): verb
        for verb in VERBS for locale in locales()
        for word in render(Text(f"gathering-{verb}-words"), locale).split(",")
    }  # fmt: skip
    return said | {verb: verb for verb in VERBS}


@preview("gathering")
def invitations(scope: Scope, planned: rituals.Plan) -> list[Sample]:
    """What a ritual's next run would have people read."""
    settings, run = Repeated.model_validate(planned.settings), begins(scope, planned)
    hosts = members.in_charge(scope, scope.actor_id)
    host = members.get(scope, hosts[0]).name if hosts else ""
    words, zone, audience = invited(host, repeated=True), planned.rhythm.zone, planned.audience
    cards = {locale: card(repeated(scope, settings, run, zone, audience, locale))
             for locale in locales()}  # fmt: skip
    return [Sample.of(who, locale, words, REPEATED, card=cards[locale])
            for who, locale in kinds_of_people(scope, planned)]  # fmt: skip


async def add(chat: Chat) -> None:
    """Plan one: for whom, what, and exactly what will be sent, before anything is saved."""
    audience = await for_whom(chat)
    made, people = await details(chat, audience)
    question = Text(
        "gathering-preview", people=people, words=invited(chat.member.name, repeated=False)
    )
    if await chat.choose("sure", question, SURE, card=card(made)) == "leave":
        return await chat.say(Text("gathering-not-planned"))
    await chat.once("plan", hosting.plan, made)
    return await chat.say(Text("gathering-planned", title=made.title, people=people))


SURE = [
    Option(value="send", label=Text("gathering-send"), style="primary"),
    Option(value="leave", label=Text("gathering-leave")),
]


async def for_whom(chat: Chat) -> list[int]:
    """The groups that are invited, none for everyone; not asked where there are no groups."""
    known = await chat.once("groups", groups_by_name)
    if not known:
        return []
    options = [
        Option(value=EVERYONE, label=Text("gathering-everyone"), said=("everyone",)),
        *(Option(value=str(id_), label=Text("gathering-group", name=name)) for name, id_ in known),
    ]
    question = Text("gathering-for-whom")
    for n in count(1):
        picked = await chat.choose_many(f"audience-{n}", question, options)
        audience = [] if EVERYONE in picked else [int(each) for each in picked]
        if await chat.once(f"reach-{n}", hosting.reach, audience):
            return audience
        question = Text("gathering-wrong-nobody")
    raise AssertionError("counting never ends")


def groups_by_name(scope: Scope) -> list[tuple[str, int]]:
    """The community's groups."""
    return [(each.name, each.id or 0) for each in groups.listed(scope)]


async def details(chat: Chat, audience: list[int]) -> tuple[Plan, int]:
    """The fields, again until they make something that can take place; how many it concerns."""
    now, zone = await chat.now("now"), chat.member.zone
    text, given = Text("gathering-form"), dict[str, Any]()
    asked = fields(zone, given)
    for n in count(1):
        given |= await chat.form(f"details-{n}", text, asked, read=reading(now, zone))
        made = wished(given, audience)
        checked = await chat.once(f"check-{n}", hosting.check, made)
        if not checked.why:
            return made, checked.people
        text = Text(f"gathering-wrong-{checked.why}", people=checked.people)
        asked = fields(zone, given) if chat.forms else [field(AT_FAULT.get(checked.why, "title"))]
    raise AssertionError("counting never ends")


AT_FAULT = {"past": "when", "far": "when", "places": "places", "taken": "places"}
"""What is asked anew, where the fields are asked one by one."""


async def pick(chat: Chat) -> Seen | None:
    """One of the coming ones, asked for when there are several; None when there is none, or none
    is meant."""
    coming = await chat.once("coming", gatherings.planned)
    if not coming:
        await chat.say(Text("gathering-nothing-planned"))
    if len(coming) < 2:
        return next(iter(coming), None)
    about = chosen(coming, await chat.choose("which", Text("gathering-which"), choices(coming)))
    if about is None:
        await chat.say(Text("gathering-unchanged"))
    return about


async def change(chat: Chat) -> None:
    """Change one thing; who counts on it is told."""
    about = await pick(chat)
    if about is None:
        return
    part = await chat.choose("part", Text("gathering-change-what"), CHANGES, card=card(about))
    made = await changed(chat, about, part)
    if await chat.choose("sure", Text("gathering-change-sure"), CHANGING, card=card(made)) == "no":
        return await chat.say(Text("gathering-unchanged"))
    await chat.once("change", hosting.change, about.id, made)
    return await chat.say(Text("gathering-is-changed"))


CHANGES = [Option(value=each, label=Text(f"gathering-field-{each}")) for each in PARTS]
CHANGING = [
    Option(value="yes", label=Text("gathering-change-yes"), style="primary"),
    Option(value="no", label=Text("gathering-change-no")),
]


async def changed(chat: Chat, about: Seen, part: str) -> Plan:
    """The gathering with another value in one of its fields."""
    now, zone = await chat.now("now"), chat.member.zone
    text, value = Text("gathering-change-to"), now_written(about, part, zone)
    for n in count(1):
        filled = await chat.form(f"new-{n}", text, [field(part, value)], read=reading(now, zone))
        made = with_part(about, part, filled[part], zone)
        checked = await chat.once(f"check-{n}", hosting.check, made, about.id)
        if not checked.why:
            return made
        text = Text(f"gathering-wrong-{checked.why}", people=checked.people)
    raise AssertionError("counting never ends")


def now_written(about: Seen, part: str, zone: str) -> str:
    """What a field holds, as one would write it."""
    if part == "when":
        return written(about.starts_at, zone)
    held = {"title": about.title, "venue": about.venue, "minutes": about.minutes,
            "places": about.places or ""}  # fmt: skip
    return str(held[part])


def with_part(about: Seen, part: str, value: Any, zone: str) -> Plan:
    """The plan of a gathering, with another value for one of its parts."""
    held: dict[str, Any] = {
        "title": about.title, "venue": about.venue, "starts_at": about.starts_at,
        "minutes": about.minutes, "places": about.places,
    }  # fmt: skip
    new = {"starts_at": moment(value, zone)} if part == "when" else {part: value}
    return Plan(**(held | new))


async def cancel(chat: Chat) -> None:
    """Call one off; who counts on it is told."""
    about = await pick(chat)
    if about is None:
        return
    sure = await chat.confirm(
        "sure", Text("gathering-cancel-sure", title=about.title, at=At(about.starts_at)),
        yes=Text("gathering-cancel-yes"), no=Text("gathering-cancel-no"), danger=True,
    )  # fmt: skip
    if not sure:
        return await chat.say(Text("gathering-unchanged"))
    told = await chat.once("cancel", hosting.cancel, about.id)
    return await chat.say(Text("gathering-is-cancelled", told=told))


async def list_(chat: Chat) -> None:
    """What is coming, with who has said what."""
    shown = await chat.once("counted", hosting.listed)
    if not shown:
        return await chat.say(Text("gathering-nothing-planned"))
    return await chat.say(Text("gathering-list", lines=Lines(counts(shown))))


def counts(shown: Sequence[hosting.Counted]) -> list[Text]:
    """One line each, and the names of who comes under it."""
    return [
        Text("gathering-counts", title=each.title, at=At(each.starts_at), yes=len(each.coming),
             maybe=each.maybe, waiting=each.waiting,
             names=each.coming or [Text("gathering-nobody-yet")])
        for each in shown
    ]  # fmt: skip


async def attendance(chat: Chat) -> None:
    """Say how one went that is over."""
    past = await chat.once("untold", replays.untold)
    if not past:
        return await chat.say(Text("gathering-nothing-over"))
    options = [
        Option(value=str(each.id), label=Text("gathering-name", title=each.title),
               description=Text("gathering-was", at=At(each.starts_at)))
        for each in past
    ]  # fmt: skip
    which = await chat.choose("which", Text("gathering-which-over"), options)
    return await recount(chat, int(which))
