"""Blocking (P14): never to meet somebody again, and to take that back."""

from __future__ import annotations

from collections.abc import Sequence

from community import safety
from community.lookup import Found
from community.safety import Blocked
from conversations import addressing
from conversations.addressing import Named
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.cards import who
from conversations.dialogues.matchmaking import pick
from conversations.questions import NO, YES, Option, Place
from conversations.texts import Text

SOMEBODY, LEAVE = "somebody", "leave"


@dialogue("block")
async def block(chat: Chat) -> None:
    if "introduction" in chat.args:
        return await no_more_requests(chat, chat.args["introduction"])
    if "lift" in chat.args:
        found = await chat.once("found", safety.blocked_called, chat.args["lift"])
        if len(found) == 1:
            return await lift(chat, found[0])
    given = str(chat.args.get("about", ""))
    blocked = await chat.once("blocked", safety.blocked)
    if blocked and not given:
        what = await chat.choose("what", Text("block-list"), choices(blocked))
        if what == LEAVE:
            return await chat.say(Text("block-kept"))
        if what != SOMEBODY:
            return await lift(chat, next(each for each in blocked if _value(each) == what))
    named = await chat.once("named", addressing.named, given)
    person = await somebody(chat, Text("block-who"), named)
    if person is None:
        return await chat.say(Text("block-kept"))
    await keep_away(chat, person)


async def somebody(
    chat: Chat, question: Text, named: Named, unknown: Text | None = None
) -> Found | None:
    """Whoever was named, asked for if need be; also who has left, or writes under another name.

    `unknown` is what the button says of who can name nobody.
    """
    if named.member_id:
        return Found(named.member_id, named.name)
    return await pick(chat, "person", question, named.name, gone=True, leave=unknown)


async def keep_away(chat: Chat, person: Found, kept: Text | None = None, *beside: Option) -> str:
    """Never to meet somebody again, after a yes; `kept` is said after a no.

    What was chosen, which may be one of the options `beside`.
    """
    if person.id == chat.member.id:
        await chat.say(Text("block-self"))
        return NO
    question = Text("block-sure", name=person.name)
    chosen = await chat.choose("sure", question, [*blocking(person), *beside])
    if chosen == NO:
        await chat.say(kept or Text("block-kept"))
    if chosen != YES:
        return chosen
    await chat.once("block", safety.block, person.id)
    await chat.say(Text("block-done", name=person.name))
    if needs := await chat.once("asked-of", safety.asked_of, person.id):
        await chat.say(Text("block-asked", needs=needs))
    return YES


def blocking(person: Found) -> list[Option]:
    """A yes, also as who asks for it would say it, or a no."""
    yes = Text("block-yes", name=person.name)
    heard = ("block_them", "block_alone")
    return [
        Option(value=YES, label=yes, style="primary", said=heard),
        Option(value=NO, label=Text("option-no")),
    ]


async def no_more_requests(chat: Chat, introduction: int) -> None:
    """Never to be asked again by whoever asked this, whose name the helper may not know."""
    known = await chat.once("requester", safety.known_requester, introduction)
    if known is not None:
        await keep_away(chat, Found(known.id, known.name))
    else:
        await no_more_of_the_unknown(chat, introduction, place="floor")


async def once_reported(chat: Chat, introduction: int) -> None:
    """Who has told the team of an unknown person's request is offered to get no more of theirs."""
    if await chat.once("requester", safety.known_requester, introduction) is None:
        await no_more_of_the_unknown(chat, introduction, place="aside")


async def no_more_of_the_unknown(chat: Chat, introduction: int, *, place: Place) -> None:
    yes = Text("block-requester-yes")
    if await chat.confirm("no-more", Text("block-requester"), yes=yes, place=place):
        await chat.once("block-requester", safety.block_requester, introduction)
        await chat.say(Text("block-requester-done"))
    else:
        await chat.say(Text("block-kept"))


async def lift(chat: Chat, person: Blocked) -> None:
    if person.since is not None:
        await chat.once("unblock-requester", safety.unblock_requester, person.id)
        return await chat.say(Text("block-requester-lifted"))
    await chat.once("unblock", safety.unblock, person.id)
    return await chat.say(Text("block-lifted", name=who(person.name)))


def choices(blocked: Sequence[Blocked]) -> list[Option]:
    """Everybody who is blocked, to be unblocked; somebody else; and nothing of the kind."""
    lifting = [Option(value=_value(each), label=_lifting(each)) for each in blocked]
    return [
        *lifting,
        Option(value=SOMEBODY, label=Text("block-somebody")),
        Option(value=LEAVE, label=Text("block-leave")),
    ]


def _value(each: Blocked) -> str:
    return str(each.id) if each.since is None else f"requester-{each.id}"


def _lifting(each: Blocked) -> Text:
    if each.since is None:
        return Text("block-lift", name=who(each.name))
    return Text("block-lift-requester", day=each.since)
