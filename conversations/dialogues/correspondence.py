"""The team and a member write to each other (P30): either can answer, and the team sees who did."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

from community import notes
from community.notes import Named
from community.scope import Scope
from conversations import readers, second_thoughts
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.cards import who
from conversations.phrases import pattern
from conversations.questions import Option, plain
from conversations.texts import Text

WITHOUT, EVERYONE = "without", "everyone"
"""Who is to read words that name somebody of the team."""


@dialogue("team", brings_news=True)
async def team(chat: Chat) -> None:
    await tell_the_team(chat, str(chat.args.get("message", "")))


async def tell_the_team(chat: Chat, said: str = "", part: str = "") -> None:
    message = said or await chat.ask(f"{part}message", Text("team-what"), read=readers.story)
    named = await chat.once(f"{part}of-the-team", whom_it_may_be_about, message)
    if named:
        without = named if await is_kept_from(chat, part, named) else []
    elif complains_of_one_of_the_team(message, reports=bool(part)):
        without = await who_it_is(chat, part)
    else:
        without = []
    ids = [each.id for each in without]
    told = await chat.once(f"{part}pass-on", notes.to_the_team, message, ids)
    if told is not False:
        return await chat.say(Text("team-passed-on"))
    return await chat.say(Text("team-nobody-else" if without else "team-nobody"))


def whom_it_may_be_about(scope: Scope, message: str) -> list[Named]:
    """Those of the team whom words name that are more than thanks to them."""
    return [] if second_thoughts.are_thanks(message) else notes.named(scope, message)


def complains_of_one_of_the_team(message: str, *, reports: bool) -> bool:
    """Whether words are about somebody of the team whom they don't name; `reports` says that they
    are a report, and that naming anybody of the team is to complain of them."""
    one = pattern("one_of_the_team")
    harmed = rf"{one}\W+(?:{pattern('who')}\W+)?(?:{pattern('harms')})"
    return re.search(one if reports else harmed, plain(message)) is not None


async def who_it_is(chat: Chat, part: str) -> list[Named]:
    """Who of the team is not to read words that are about one of them; nobody, if they may."""
    question = Text("team-unnamed")
    everyone = Option(value=EVERYONE, label=Text("team-all"), said=("unknown_name",))
    for n in count(1):
        said = await chat.choose_or_say(f"{part}who-{n}", question, [everyone], read=readers.line)
        if said == EVERYONE:
            break
        if named := await chat.once(f"{part}of-the-team-{n}", notes.named, said):
            return named
        question = Text("team-unnamed-again", name=said)
    return []


async def is_kept_from(chat: Chat, part: str, named: Sequence[Named]) -> bool:
    """Whether those of the team whom words name are not to read them, who may be about them."""
    names = [each.name for each in named]
    readers_are = [
        Option(value=WITHOUT, label=Text("team-without", names=names), style="primary"),
        Option(value=EVERYONE, label=Text("team-all")),
    ]
    chosen = await chat.choose(f"{part}readers", Text("team-named", names=names), readers_are)
    return chosen == WITHOUT


def waits_for_the_team(scope: Scope, about: Mapping[str, Any]) -> bool:
    """Whether it was not read yet, or nobody of the team has answered."""
    return "message" in about or notes.waits_for_the_team(scope, about["member"])


def is_answered(scope: Scope, about: Mapping[str, Any]) -> Text:
    """Somebody else of the team was faster."""
    by = notes.answered_by(scope, about["member"])
    return Text("team-answered-already", name=by) if by else Text("too-late")


@dialogue(
    "team-message", purpose="notice", alone=False, still=waits_for_the_team, late=is_answered,
    fleeting=("message",),
)  # fmt: skip
async def team_message(chat: Chat) -> None:
    member, name = chat.args["member"], chat.args["name"]
    told = Text("team-reply", name=name)
    if "message" in chat.args:
        told = Text("team-message", name=name, message=chat.args["message"])
    elif "again" in chat.args:
        told = Text("team-waits", name=name)
    words = await what_to_answer(chat, told, Text("write-sure", name=name), Text("write-yes"))
    if words == ANSWER:
        return await write(chat, member, name)
    if words is None:
        return await chat.say(Text("write-kept", name=name))
    return await send(chat, member, name, words)


@dialogue("team-awaited", purpose="notice")
async def team_awaited(chat: Chat) -> None:
    """Somebody was promised an answer: the team is reminded once, and they are told."""
    written = await chat.now("written-at")
    await chat.wait("patience", written + notes.PATIENCE)
    if await chat.once("remind", notes.remind_the_team, written):
        await chat.say(Text("team-reminded"))


async def what_to_answer(chat: Chat, told: Text, sure: Text, send: Text) -> str | None:
    """What is answered to words that were just read: ANSWER before it is written, None for nothing.

    A yes is an answer itself.
    The question is put aside, so that it holds up nobody. What is typed meanwhile may be meant for
    somebody else: it leaves after a yes.
    """
    said = await chat.choose_or_say("what", told, REPLY, read=readers.story, place="aside")
    if said == ANSWER:
        return ANSWER
    question = Text("words-below", first=sure, words=said)
    return said if await chat.confirm("sure", question, yes=send) else None


ANSWER = "reply"
REPLY = [Option(value=ANSWER, label=Text("team-reply-yes"), style="primary")]


async def write(chat: Chat, member: int, name: str) -> None:
    """A private word from the team."""
    words = await chat.ask("words", Text("write-what", name=who(name)), read=readers.story)
    await send(chat, member, name, words)


async def send(chat: Chat, member: int, name: str, words: str) -> None:
    sent = await chat.once("write", notes.to_member, member, words)
    await chat.say(Text("write-done" if sent else "write-gone", name=who(name)))


@dialogue("team-answered", purpose="notice", alone=False)
async def team_answered(chat: Chat) -> None:
    about = chat.args
    await chat.say(Text("team-answered", name=about["name"], to=about["to"], words=about["words"]))


def has_the_last_word(scope: Scope, about: Mapping[str, Any]) -> bool:
    """Whether it was not read yet, or it is the team that wrote last."""
    return "words" in about or notes.has_word_from_the_team(scope)


@dialogue("from-team", purpose="notice", alone=False, still=has_the_last_word, fleeting=("words",))
async def from_team(chat: Chat) -> None:
    told = Text("reply-to-team")
    if "words" in chat.args:
        told = Text("from-team", name=chat.args["name"], words=chat.args["words"])
    words = await what_to_answer(chat, told, Text("reply-to-team-sure"), Text("option-yes"))
    if words is None:
        return await chat.say(Text("reply-to-team-kept"))
    return await tell_the_team(chat, "" if words == ANSWER else words)
