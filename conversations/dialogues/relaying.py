"""Two who share no platform: how they would like to meet, and how words pass (P1, P8)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from community import agreeing, followups, lookup, relays, requests, times
from community.lives import BUDDY, ROUND
from community.relays import Meeting
from community.requests import HandOff
from community.scope import Scope
from community.words import MOST_NAME
from conversations import addressing, readers
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.appointments import card
from conversations.dialogues.cards import who
from conversations.dialogues.under_way import on_its_way
from conversations.questions import NO, SKIP, YES, Option
from conversations.relaying import bring
from conversations.texts import At, Exact, Text
from storage import inbox
from storage.tables import Identity

OTHER = "other"


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
    called = await name(chat, met)
    if called != NO:
        opened = await chat.once("agree", relays.agree, introduction, called)
        await say_where_it_stands(chat, met, called, opened=opened)
    given = await contact_for(chat, met)
    both = bool(given) and await chat.once("give", relays.give, introduction, given)
    if both:
        return None
    if not await chat.once("settle", agreeing.settle, introduction):
        return await no_way(chat, met, refused=called == NO and not given)
    return await chat.say(Text("contact-waiting" if given else "contact-kept", name=met.other))


async def name(chat: Chat, met: Meeting) -> str:
    """The name under which somebody writes through the bot, or NO.

    Earlier releases asked for the name at once, and kept it where the choice is now.
    """
    key = "relay-name-again" if met.again else "relay-name"
    question = Text(key, name=met.other, mine=met.mine)
    called = await chat.choose("through", question, THROUGH, was=["called"])
    if called == OTHER:
        called = await other_name(chat, Text("relay-as", name=met.other))
    return (met.mine if called == YES else called)[:MOST_NAME]


async def other_name(chat: Chat, question: Text, step: str = "as") -> str:
    """A name that is no other member's, or NO: nobody is to be taken for somebody else here."""
    called = await chat.choose_or_say(step, question, [THROUGH[-1]], read=readers.alias)
    if called == NO or not await chat.once(f"{step}-taken", lookup.is_anothers, called):
        return called
    return await other_name(chat, Text("relay-as-taken", called=called), f"{step}-else")


THROUGH = [
    Option(value=YES, label=Text("relay-yes"), style="primary"),
    Option(value=OTHER, label=Text("relay-yes-other")),
    Option(value=NO, label=Text("relay-no")),
]


async def contact_for(chat: Chat, met: Meeting) -> str:
    """A way to be reached, read over once more before it is kept; "" for none."""
    contact = await chat.ask_or_skip(
        "contact", Text("contact-ask", name=met.other), skip=Text("contact-none"),
        read=readers.contact,
    )  # fmt: skip
    if contact is None:
        return SKIP
    read = Text("contact-sure", name=met.other, contact=Exact(contact))
    sure = await chat.choose("sure", read, SURE)
    if sure == OTHER:
        await chat.forget("contact", "sure")
    return contact if sure == YES else SKIP


SURE = [
    Option(value=YES, label=Text("contact-yes"), style="primary"),
    Option(value=OTHER, label=Text("contact-again")),
    Option(value=NO, label=Text("contact-none")),
]


async def say_where_it_stands(chat: Chat, met: Meeting, called: str, *, opened: bool) -> None:
    if not opened:
        return await chat.say(Text("relay-waiting", name=met.other, called=called))
    return await begin(chat, with_times=False)


async def no_way(chat: Chat, met: Meeting, *, refused: bool) -> None:
    """Who asked for help is asked on, in a dialogue that does not end with the relay."""
    match await chat.once("next", agreeing.next_step, chat.args["introduction"]):
        case "elsewhere":
            await chat.say(Text("relay-elsewhere"))
        case "over":
            ended = "relay-refused" if refused else "relay-apart"
            await chat.say(Text(ended, name=who(met.other)))


async def others_instead(chat: Chat, question: Text) -> None:
    """Whether somebody else is to be asked, as after a talk that never was."""
    introduction = chat.args["introduction"]
    if await chat.choose("instead", question, OTHERS) == NO:
        return await chat.say(Text("relay-refused"))
    if await chat.once("still", agreeing.next_step, introduction) != "ask":
        return await chat.say(Text("follow-too-late"))
    standing = await chat.once("else", followups.ask_somebody_else, introduction)
    return await chat.say(on_its_way(standing))


OTHERS = [
    Option(value=YES, label=Text("follow-someone-else"), style="primary", said=("yes",)),
    Option(value=NO, label=Text("follow-leave"), said=("no",)),
]


@dialogue("relay-reminded", purpose="notice", still=can_still_meet)
async def relay_reminded(chat: Chat) -> None:
    """The other one has not said how to meet, and is asked once more."""
    introduction = chat.args["introduction"]
    met = await chat.once("meeting", relays.meeting, introduction)
    until = await chat.once("until", agreeing.others_from, introduction)
    told = Text("relay-reminded", name=met.other)
    if until is not None:
        told = Text("relay-reminded-then", name=met.other, until=At(until))
    await chat.say(told)


@dialogue("relay-open", purpose="notice", still=can_still_meet)
async def relay_open(chat: Chat) -> None:
    await begin(chat, with_times=True)


async def begin(chat: Chat, *, with_times: bool) -> None:
    """How words pass and how it ends, then a start; whoever is to pick a time sees them then."""
    introduction = chat.args["introduction"]
    other = await chat.once("other", relays.other_side, introduction)
    handle = await chat.once("handle", addressing.handle, introduction)
    await chat.say(Text("relay-how", name=other.called, first=handle))
    agreed = await chat.once("agreed", requests.hand_off, introduction)
    locale, zones = chat.member.locale, agreed.zones
    moments = times.proposals(await chat.now("met-at"), zones)
    picked = with_times and agreed.kind != ROUND
    when = card(Text("introduction-times"), moments, zones, locale) if picked else None
    await chat.say(hello(agreed), card=when)
    if agreed.context:
        await chat.say(Text("relay-context", context=agreed.context))


def hello(agreed: HandOff) -> Text:
    """What brings the two together, and a way to begin, as in a room."""
    if agreed.kind == BUDDY:
        return Text("relay-hello-buddy")
    if agreed.kind == ROUND:
        return Text("relay-hello-round", name=agreed.need)
    if agreed.by:
        return Text("relay-hello-proposed", by=agreed.by, reason=agreed.need)
    return Text("relay-hello", need=agreed.need)


@dialogue("relay-closed", purpose="notice", closes=("relay",))
async def relay_closed(_: Chat) -> None:
    """Whatever was still being asked about it has no point any more; that needs no words."""


@dialogue("relay-apart", purpose="notice")
async def relay_apart(chat: Chat) -> None:
    await it_ended(chat, "relay-apart")


@dialogue("relay-over", purpose="notice")
async def relay_over(chat: Chat) -> None:
    called = chat.args["called"]
    await chat.say(Text("relay-over", name=called) if called else Text("relay-over-gone"))


@dialogue("relay-undelivered", purpose="notice")
async def relay_undelivered(chat: Chat) -> None:
    """In the same words whether they are out of reach, want silence, or have blocked the bot."""
    other = await chat.once("other", relays.other_side, chat.args["introduction"])
    if other.called:
        await chat.say(Text("relay-undelivered", name=other.called))


@dialogue("relay-held", purpose="notice")
async def relay_held(chat: Chat) -> None:
    """Why it waits, a window that is closed, is the platform's business and not the writer's."""
    other = await chat.once("other", relays.other_side, chat.args["introduction"])
    if other.called:
        await chat.say(Text("relay-held", name=other.called))


@dialogue("relay-meant", still=can_still_meet)
async def relay_meant(chat: Chat) -> None:
    """Words that name the other one, without an @: nothing passes by a guess."""
    introduction, words, event = (chat.args[name] for name in ("introduction", "words", "event"))
    other = await chat.once("other", relays.other_side, introduction)
    options = [
        Option(value=YES, label=Text("relay-meant-yes"), style="primary"),
        Option(value=NO, label=Text("relay-meant-no")),
    ]
    question = Text("relay-meant", name=other.called)
    if await chat.choose("for", question, options, place="yielding") == NO:
        return await chat.once("again", heard_anew, words, event)
    handle = await chat.once("handle", addressing.handle, introduction)
    brought = await chat.once("bring", bring, introduction, words, event)
    key = "relay-brought" if brought else "relay-not-there"
    return await chat.say(Text(key, name=other.called, first=handle))


def heard_anew(scope: Scope, words: str, event: str) -> None:
    """The same words once more, for the bot."""
    line = scope.db.get_one(Identity, scope.identity_id)
    inbox.put(
        scope.db.connection(), space_id=line.space_id, place=line.direct_place, now=scope.now,
        event_id=f"{inbox.OURS}again:{event}", sender=line.external_id,
        payload={"kind": "message", "in": "direct", "text": words, "data": {"for_the_bot": True}},
    )  # fmt: skip


@dialogue("relay-quiet", purpose="notice")
async def relay_quiet(chat: Chat) -> None:
    other = await chat.once("other", relays.other_side, chat.args["introduction"])
    await chat.say(Text("relay-quiet", name=other.called))


@dialogue("relay-lapsed", purpose="notice")
async def relay_lapsed(chat: Chat) -> None:
    await it_ended(chat, "relay-lapsed")


async def it_ended(chat: Chat, how: str) -> None:
    """Who asked for help, and may ask others, is asked whether to."""
    introduction = chat.args["introduction"]
    met = await chat.once("meeting", relays.meeting, introduction)
    if await chat.once("next", agreeing.next_step, introduction) == "ask":
        return await others_instead(chat, Text(f"{how}-else", name=who(met.other)))
    return await chat.say(Text(how, name=who(met.other)))


@dialogue("contact", purpose="notice")
async def contact(chat: Chat) -> None:
    met = await chat.once("meeting", relays.meeting, chat.args["introduction"])
    given = await chat.once("contact", relays.take_contact, chat.args["introduction"])
    await chat.say(Text("contact-given", name=met.other, contact=Exact(given)))
