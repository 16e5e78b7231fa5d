"""Two who share no platform: how they would like to meet, and the end of it (P1, P8)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from community import relays
from community.relays import Meeting
from community.scope import Scope
from community.words import MOST_NAME
from conversations import readers
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.questions import Option
from conversations.texts import Text

NO = "no"


def can_still_meet(scope: Scope, about: Mapping[str, Any]) -> bool:
    """Whether there is still something to agree to."""
    return relays.is_open(scope, about["introduction"])


@dialogue("room-missing", purpose="notice", closes=("request", "proposal"))
async def room_missing(chat: Chat) -> None:
    """They were told of a room, and may be looking for a time to talk in it."""
    met = await chat.once("meeting", relays.meeting, chat.args["introduction"])
    await chat.say(Text("relay-instead", name=met.other))


@dialogue("relay", purpose="notice", still=can_still_meet)
async def relay(chat: Chat) -> None:
    introduction = chat.args["introduction"]
    met = await chat.once("meeting", relays.meeting, introduction)
    called = await chat.choose_or_say("called", Text("relay-name", name=met.other), names(met))
    if called != NO:
        opened = await chat.once("agree", relays.agree, introduction, called[:MOST_NAME])
        await say_where_it_stands(chat, met, opened=opened)
    contact = await chat.ask_or_skip(
        "contact", Text("contact-ask", name=met.other), skip=Text("contact-none"),
        read=readers.line,
    )  # fmt: skip
    if contact is None:
        return await chat.say(Text("contact-kept" if called != NO else "relay-refused"))
    if not await chat.once("give", relays.give, introduction, contact):
        await chat.say(Text("contact-waiting", name=met.other))
    return None


def names(met: Meeting) -> list[Option]:
    """One's own name, or nothing at all; any other name can be typed."""
    mine = Text("relay-as", name=met.mine)
    return [
        Option(value=met.mine, label=mine, style="primary"),
        Option(value=NO, label=Text("relay-no")),
    ]


async def say_where_it_stands(chat: Chat, met: Meeting, *, opened: bool) -> None:
    if not opened:
        return await chat.say(Text("relay-waiting", name=met.other))
    other = await chat.once("other", relays.other_side, chat.args["introduction"])
    return await chat.say(how(other.called))


def how(called: str) -> Text:
    """How words pass, and how it ends."""
    return Text("relay-how", name=called, first=called.split(" ")[0])


@dialogue("relay-open", purpose="notice")
async def relay_open(chat: Chat) -> None:
    other = await chat.once("other", relays.other_side, chat.args["introduction"])
    await chat.say(how(other.called))


@dialogue("relay-over", purpose="notice")
async def relay_over(chat: Chat) -> None:
    called = chat.args["called"]
    await chat.say(Text("relay-over", name=called) if called else Text("relay-over-gone"))


@dialogue("relay-quiet", purpose="notice")
async def relay_quiet(chat: Chat) -> None:
    other = await chat.once("other", relays.other_side, chat.args["introduction"])
    await chat.say(Text("relay-quiet", name=other.called))


@dialogue("relay-lapsed", purpose="notice")
async def relay_lapsed(chat: Chat) -> None:
    met = await chat.once("meeting", relays.meeting, chat.args["introduction"])
    await chat.say(Text("relay-lapsed", name=met.other))


@dialogue("contact", purpose="notice")
async def contact(chat: Chat) -> None:
    met = await chat.once("meeting", relays.meeting, chat.args["introduction"])
    given = await chat.once("contact", relays.take_contact, chat.args["introduction"])
    await chat.say(Text("contact-given", name=met.other, contact=given))


@dialogue("leave")
async def leave(chat: Chat) -> None:
    others = await chat.once("others", relays.others)
    if not others:
        return await chat.say(Text("leave-nobody"))
    which = str(others[0].introduction)
    if len(others) > 1:
        options = [Option(value=str(each.introduction), label=Text("card-title", name=each.called))
                   for each in others]  # fmt: skip
        which = await chat.choose("which", Text("leave-which"), options)
    await chat.once("leave", relays.leave, int(which))
    return await chat.say(Text("relay-left"))
