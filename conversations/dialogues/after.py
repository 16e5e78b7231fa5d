"""After the hand-off (P8): did you talk, did it help.

The bot asks of its own accord, so it asks nobody who wants peace; it is no request, and costs none.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from community import followups
from community.followups import Meeting
from community.scope import Scope
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.cards import who
from conversations.dialogues.correspondence import tell_the_team
from conversations.dialogues.thanking import thank_for, word_for
from conversations.dialogues.under_way import on_its_way
from conversations.questions import Option
from conversations.texts import At, Text


def is_asked(scope: Scope, about: Mapping[str, Any]) -> bool:
    """Whether it is still to be asked of whoever this is."""
    return followups.is_asked(scope, about["introduction"])


def is_over(scope: Scope, about: Mapping[str, Any]) -> str:
    """Whether it ended while the question waited for the morning."""
    return "" if followups.is_followed(scope, about["introduction"]) else "settled"


@dialogue(
    "follow-up", purpose="broadcast",
    closes=("request", "reworded", "proposal", "time", "relay-apart", "relay-lapsed", "details"),
    still=is_asked, objection=is_over,
)  # fmt: skip
async def follow_up(chat: Chat) -> None:
    introduction = chat.args["introduction"]
    met = await chat.once("meeting", followups.meeting, introduction)
    now = await chat.now("asked-at")
    question = did_you_talk(met, now, again=chat.args.get("again", False))
    talked, thanks = await chat.choose_thanking("talked", question, TALKED)
    if talked == "planned":
        return await chat.say(Text("follow-planned"))
    if talked == "yes":
        await chat.once("met", followups.talked, introduction)
    if talked == "yes" and met.proposed:
        await chat.once("outcome", followups.helped, introduction, "no")
    if not met.is_requester:
        return await chat.say(thanks_for(met, talked == "yes"))
    if talked == "no":
        return await not_met(chat, introduction, met)
    return await whether_it_helped(chat, introduction, met, thanks)


async def did_help(chat: Chat, introduction: int) -> None:
    """Whoever asked says by themselves that they talked."""
    met = await chat.once("meeting", followups.meeting, introduction)
    await whether_it_helped(chat, introduction, met)


async def whether_it_helped(chat: Chat, introduction: int, met: Meeting, thanks: str = "") -> None:
    """The question after a talk; thanks may have been said already."""
    wondered = Text("follow-helped", name=who(met.other), need=met.need)
    how, said = await chat.choose_thanking("helped", wondered, HELPED)
    await it_helped(chat, introduction, met, how, said if how == "no" else said or thanks)


def did_you_talk(met: Meeting, now: datetime, *, again: bool) -> Text:
    """The question, once more, or after the time that they had agreed on."""
    name = who(met.other)
    if again:
        return Text("follow-talked-again", name=name, need=met.need)
    if met.at is not None:
        return Text("follow-talked-at", name=name, need=met.need, at=At(met.at))
    key = "follow-talked-apart" if met.apart else "follow-talked"
    return Text(key, name=name, need=met.need, since=met.since or now)


def thanks_for(met: Meeting, talked: bool) -> Text:
    """What whoever was asked for help hears for their answer."""
    if talked:
        return Text("follow-thanks")
    return Text("follow-not-met" if met.can_write else "follow-ready")


@dialogue(
    "did-it-help", purpose="broadcast", closes=("follow-up",), still=is_asked, objection=is_over
)
async def did_it_help(chat: Chat) -> None:
    introduction = chat.args["introduction"]
    met = await chat.once("meeting", followups.meeting, introduction)
    recall = "follow-recall-apart" if met.apart else "follow-recall"
    since = met.since or await chat.now("asked-at")
    question = Text(recall, name=who(met.other), need=met.need, since=since)
    how, thanks = await chat.choose_thanking("helped", question, [*HELPED, NOT_MET])
    if how == "not_met":
        return await not_met(chat, introduction, met)
    return await it_helped(chat, introduction, met, how, thanks)


async def it_helped(chat: Chat, introduction: int, met: Meeting, how: str, words: str) -> None:
    """What follows the answer: thanks, or a word to the team; they may have said it already."""
    await chat.once("outcome", followups.helped, introduction, how)
    if how == "team":
        return await tell_the_team(chat)
    if how == "no":
        await chat.say(Text("follow-no-help"))
        return await why_not(chat, words)
    if not met.other:
        return await chat.say(Text("follow-closed"))
    thanks = await word_for(chat, "thanks", met.other, words)
    if thanks is None:
        return None
    return await thank_for(chat, introduction, met.other, thanks)


async def why_not(chat: Chat, words: str) -> None:
    """Why it did not help, where they said so, may be for the team."""
    if words and await chat.confirm("why", Text("follow-why", words=words)):
        await tell_the_team(chat, words, "why-")


TALKED = [
    Option(value="yes", label=Text("follow-talked-yes"), style="primary", said=("talked",)),
    Option(value="planned", label=Text("follow-talked-planned"), said=("planned",)),
    Option(value="no", label=Text("follow-talked-no"), said=("not_talked", "someone_else")),
]
HELPED = [
    Option(value="yes", label=Text("follow-helped-yes"), style="primary", said=("helped",)),
    Option(value="partly", label=Text("follow-helped-partly"), said=("partly",)),
    Option(value="no", label=Text("follow-helped-no"), said=("not_helped",)),
    Option(value="team", label=Text("follow-helped-team")),
]
NOT_MET = Option(value="not_met", label=Text("follow-helped-not-met"), said=("not_talked",))

INSTEAD = [
    Option(value="planned", label=Text("follow-we-will"), said=("planned",)),
    Option(value="again", label=Text("follow-ask-again")),
    Option(value="else", label=Text("follow-someone-else"), said=("someone_else",)),
    Option(value="leave", label=Text("follow-leave")),
]


async def not_met(chat: Chat, introduction: int, met: Meeting) -> None:
    if not await chat.once("still", followups.is_followed, introduction):
        return await chat.say(Text("follow-too-late"))
    match await chat.choose("instead", Text("follow-instead"), INSTEAD):
        case "planned":
            await chat.say(Text("follow-planned"))
        case "again":
            await chat.once("again", followups.follow_again, introduction)
            await chat.say(Text("follow-again" if met.can_write else "follow-again-apart"))
        case "else":
            standing = await chat.once("else", followups.ask_somebody_else, introduction)
            await chat.say(on_its_way(standing))
        case "leave":
            await chat.once("outcome", followups.helped, introduction, "not_met")
            await chat.say(Text("follow-left"))
