"""Gatherings as members meet them (P17, P19): invited, reminded, and never pressed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from community import appointments, gatherings, guests, replays
from community import choices as chosen_rituals
from community.calendar_file import calendar_file
from community.gatherings import Seen
from community.scope import Scope
from conversations.answers import COMES_ROUND
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.gathering_cards import card, choices, chosen, room
from conversations.dialogues.talks import beneath
from conversations.questions import NO, YES, Option, Place
from conversations.replay import Link
from conversations.texts import At, Lines, Text

ANSWERS = [
    Option(
        value=YES,
        label=Text("rsvp-yes"),
        style="primary",
        said=("comes", "takes_part", "comes_with"),
    ),
    Option(value="maybe", label=Text("rsvp-maybe"), said=("comes_if",)),
    Option(value=NO, label=Text("rsvp-no"), said=("unable", "not_coming", "cannot_then")),
]
LEAVE = Option(value="leave", label=Text("prompt-leave"), said=("no_more",))
REPEATED = [*ANSWERS, LEAVE]
"""What can be answered where a ritual invites."""
KEEPING = [
    Option(value=YES, label=Text("place-keep"), style="primary"),
    Option(value=NO, label=Text("place-leave")),
]
REPLAY = [
    Option(value=YES, label=Text("option-yes"), style="primary"),
    Option(value=NO, label=Text("option-no-thanks")),
]

SOON = timedelta(minutes=90)
TOMORROW = timedelta(hours=36)
TO_GET_THERE = timedelta(hours=3)


def can_be_answered(scope: Scope, args: Mapping[str, Any]) -> bool:
    """Whether it is planned and has not begun."""
    return gatherings.is_open(scope, args["gathering"])


def comes(scope: Scope, args: Mapping[str, Any]) -> bool:
    """Whether they still mean to come to what is still planned."""
    return guests.comes(scope, args["gathering"])


def has_place(scope: Scope, args: Mapping[str, Any]) -> bool:
    """Whether their place is still theirs."""
    return guests.has_place(scope, args["gathering"])


def is_unanswered(scope: Scope, args: Mapping[str, Any]) -> bool:
    """Whether the invitation is not answered yet: that may also be done elsewhere."""
    return can_be_answered(scope, args) and not gatherings.seen(scope, args["gathering"]).mine


def _begun(_scope: Scope, _args: Mapping[str, Any]) -> Text:
    return Text("too-late")


@dialogue(
    "invitation", purpose="broadcast", cancellable=False, still=is_unanswered,
    reopens=can_be_answered, goes_on=("replay", "anew"), late=_begun,
)  # fmt: skip
async def invitation(chat: Chat) -> None:
    about = await chat.once("gathering", gatherings.seen, chat.args["gathering"])
    run = chat.args.get("run")
    if not about.hosting:
        await answering(chat, about, invited(about.host, repeated=run is not None), run)


def invited(host: str, *, repeated: bool) -> Text:
    """The first words of an invitation; one that no ritual sends says itself how to get no more."""
    return Text("invitation" if repeated else "invitation-once", host=host)


@dialogue("gatherings")
async def agenda(chat: Chat) -> None:
    coming = await chat.once("coming", gatherings.upcoming)
    talks = await chat.once("talks", appointments.coming)
    if not coming:
        return await chat.say(beneath(Text("gatherings-nothing"), talks))
    if len(coming) == 1:
        question = beneath(Text("gatherings-answer"), talks)
        return await answering(chat, coming[0], question, place="lookup")
    question = beneath(Text("gatherings"), talks)
    which = await chat.choose("which", question, choices(coming))
    about = chosen(coming, which)
    if about is None:
        return await chat.say(Text("gatherings-left"))
    return await answering(chat, about, Text("gatherings-answer"))


async def answering(
    chat: Chat, about: Seen, question: Text, run: int | None = None, place: Place = "floor"
) -> None:
    """Ask whether they come, and tell them where that leaves them; `run` is the ritual's."""
    ways = ANSWERS if run is None else REPEATED
    wish = await chat.choose("answer", question, ways, card=card(about), place=place)
    if run is not None and wish == LEAVE.value:
        await chat.once("leave", chosen_rituals.leave, run)
        return await chat.say(Text("prompt-left"))
    reply = await chat.once("answered", guests.answer, about.id, wish)
    if reply.state == "no":
        return await not_coming(chat, about)
    return await coming(chat, about, reply)


async def coming(chat: Chat, about: Seen, reply: guests.Reply) -> None:
    match reply.state:
        case "yes":
            await confirmed(chat, about, Text("rsvp-is-yes", title=about.title))
        case "waiting":
            await chat.say(Text("rsvp-is-waiting", ahead=reply.ahead))
        case "maybe":
            await chat.say(Text("rsvp-is-maybe"))
        case "no":
            await chat.say(Text("rsvp-no-replay"))


async def confirmed(chat: Chat, about: Seen, text: Text) -> None:
    await chat.say(text, file=calendar_file(about.entry), link=room(about))


async def not_coming(chat: Chat, about: Seen) -> None:
    """A no needs no reason; what was said there can be read afterwards. Who would come after all is
    asked again."""
    said = await chat.choose_or_say(
        "replay", Text("rsvp-is-no"), REPLAY, hears=(COMES_ROUND,), place="yielding"
    )  # fmt: skip
    if said == NO:
        return await chat.say(Text("rsvp-no-replay"))
    if said == YES:
        await chat.once("wants-replay", guests.wants_replay, about.id)
        return await chat.say(Text("rsvp-replay"))
    wish = await chat.choose("anew", Text("gatherings-answer"), ANSWERS, card=card(about))
    reply = await chat.once("answered-anew", guests.answer, about.id, wish)
    return await coming(chat, about, reply)


def while_it_helps(scope: Scope, args: Mapping[str, Any]) -> datetime:
    """Until when one can still make use of a place."""
    return gatherings.get(scope, args["gathering"]).starts_at - TO_GET_THERE


@dialogue(
    "place-freed", purpose="broadcast", cancellable=False, still=has_place,
    needed_by=while_it_helps,
)  # fmt: skip
async def place_freed(chat: Chat) -> None:
    about = await chat.once("gathering", gatherings.seen, chat.args["gathering"])
    if await chat.choose("keeps", Text("place-freed"), KEEPING, card=card(about)) == YES:
        return await confirmed(chat, about, Text("place-kept"))
    await chat.once("give-up", guests.answer, about.id, NO)
    return await chat.say(Text("place-left"))


@dialogue("gathering-reminder", purpose="notice", still=comes)
async def reminder(chat: Chat) -> None:
    about = await chat.once("gathering", gatherings.seen, chat.args["gathering"])
    left, comes = about.starts_at - await chat.now("now"), about.mine == "yes"
    if left < SOON and not comes and about.free == 0:
        return
    await chat.say(
        Text(f"reminder-{how_soon(left, about.mine)}", title=about.title, at=At(about.starts_at)),
        card=None if left < SOON else card(about), link=room(about) if comes else None,
    )  # fmt: skip


def how_soon(left: timedelta, mine: str) -> str:
    """How a reminder speaks: of days, of tomorrow, or of the next hour; a maybe has no place."""
    soon = "hour" if left < SOON else "day" if left < TOMORROW else "week"
    return MAYBE[soon] if mine == "maybe" else soon


MAYBE = {"hour": "hour-maybe", "day": "day-maybe", "week": "week-maybe"}


@dialogue("gathering-changed", purpose="notice", still=can_be_answered)
async def changed(chat: Chat) -> None:
    about = await chat.once("gathering", gatherings.seen, chat.args["gathering"])
    await chat.say(
        Text("gathering-changed", title=about.title),
        card=card(about),
        file=calendar_file(about.entry) if about.mine == "yes" else None,
    )


@dialogue("gathering-cancelled", purpose="notice", closes=("invitation", "place-freed"))
async def cancelled(chat: Chat) -> None:
    about = await chat.once("gathering", gatherings.seen, chat.args["gathering"])
    if not about.title:
        return await chat.say(Text("gathering-cancelled-gone", at=At(about.starts_at)))
    text = Text("gathering-cancelled", title=about.title, at=At(about.starts_at))
    return await chat.say(text, file=calendar_file(about.entry))


@dialogue("replay", purpose="notice")
async def replay(chat: Chat) -> None:
    told = await chat.once("replay", replays.read, chat.args["gathering"])
    if not told.points:
        return
    lines = Lines([Text("replay-point", point=each) for each in told.points])
    await chat.say(Text("replay", title=told.title, lines=lines))
    count = len(told.links)
    for n, url in enumerate(told.links, 1):
        further = Text("replay-link-of", n=n, count=count) if count > 1 else Text("replay-link")
        await chat.say(further, link=Link(url, Text("replay-open")))
