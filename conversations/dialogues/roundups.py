"""The round-up of what was answered to a prompt, as organisers post it (P15)."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Any

from community import prompts, roundups
from community.ballots import LEAST
from community.roundups import Answer
from community.scope import Scope
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.prompts import short
from conversations.questions import Option
from conversations.texts import Lines, Text
from storage.tables import Prompting

MOST_AT_ONCE = 1500
"""Characters of a round-up in one message, which has to fit everywhere (WhatsApp: 1600)."""


def _still_collected(scope: Scope, args: Mapping[str, Any]) -> bool:
    return roundups.is_collected(scope, args["prompting"])


def _decided(scope: Scope, args: Mapping[str, Any]) -> Text:
    """What a colleague, or time, has made of it."""
    posted = roundups.outcome(scope, args["prompting"]) == "posted"
    return Text("roundup-is-posted" if posted else "roundup-is-dropped")


@dialogue(
    "roundup-reminder", purpose="notice", still=_still_collected, closes=("roundup",),
    late=_decided, by_day=True,
)  # fmt: skip
async def roundup_reminder(chat: Chat) -> None:
    await chat.say(Text("roundup-waits"))
    await roundup(chat)


@dialogue("roundup-closed", purpose="notice", closes=roundups.ROUNDUPS, by_day=True)
async def roundup_closed(chat: Chat) -> None:
    await chat.say(Text("roundup-closed"))


@dialogue("roundup", purpose="notice", still=_still_collected, late=_decided, by_day=True)
async def roundup(chat: Chat) -> None:
    prompting = chat.args["prompting"]
    given = await chat.once("given", roundups.answers, prompting)
    shared = [each for each in given if each.for_all]
    for_team = [each for each in given if not each.for_all]
    if for_team:
        await chat.say(Text("roundup-for-team", lines=Lines([_line(each) for each in for_team])))
    if not shared:
        name = await chat.once("name", roundups.ritual_name, prompting)
        await chat.once("nothing", roundups.drop, prompting)
        return await chat.say(Text("roundup-nothing", name=name, least=LEAST))
    words = await _agreed(chat, shared)
    if words is None:
        await chat.once("drop", roundups.drop, prompting)
        return await chat.say(Text("roundup-dropped"))
    await chat.once("post", roundups.post, prompting, words)
    return await chat.say(Text("roundup-posted"))


POST = Option(value="post", label=Text("roundup-post-it"), style="primary")
EDIT = Option(value="edit", label=Text("roundup-edit"))
AGAIN = Option(value="edit", label=Text("roundup-edit-again"))
RESTORE = Option(value="restore", label=Text("roundup-restore"))
DROP = Option(value="drop", label=Text("roundup-drop"))


async def _agreed(chat: Chat, shared: list[Answer]) -> str | None:
    """What is to be posted, seen as it will be; None for nothing."""
    first = Text("roundup", lines=Lines([_line(each) for each in shared])), [POST, EDIT, DROP]
    question, words = first, _written(shared)
    for n in count(1):
        match await chat.choose("wish" if n == 1 else f"wish-{n}", *question):
            case "post":
                return words
            case "drop":
                return None
            case "restore":
                question, words = first, _written(shared)
            case _:
                words = await _edited(chat, words, "words" if n == 1 else f"edit-{n}")
                question = Text("roundup-edited", words=words), [POST, AGAIN, RESTORE, DROP]
    raise AssertionError("count() never ends")


async def _edited(chat: Chat, words: str, step: str) -> str:
    """The text as an organiser wants it, one message after the other; any may stay as it is."""
    found, parts = [], pages(words)
    for n, page in enumerate(parts, 1):
        many = Text("roundup-words-part", words=page, n=n, of=len(parts))
        changed = await chat.ask_or_skip(
            step if n == 1 else f"{step}-{n}",
            many if len(parts) > 1 else Text("roundup-words", words=page),
            skip=Text("roundup-keep"), read=short(MOST_AT_ONCE),
        )  # fmt: skip
        found.append(page if changed is None else changed)
    return "\n".join(found)


def pages(words: str, most: int = MOST_AT_ONCE) -> list[str]:
    """The words in messages of at most so many characters; a line is never torn."""
    found: list[str] = []
    for line in words.splitlines():
        if found and len(found[-1]) + len(line) < most:
            found[-1] += f"\n{line}"
        else:
            found.append(line)
    return found


def _line(answer: Answer) -> Text:
    if answer.name:
        return Text("roundup-line-named", words=answer.words, name=answer.name)
    return Text("roundup-line", words=answer.words)


def _written(shared: list[Answer]) -> str:
    """The round-up as it is posted unless it is edited: members' words, one below the other."""
    lines = (f"• {each.words} — {each.name}" if each.name else f"• {each.words}" for each in shared)
    return "\n".join(lines)


@dialogue(roundups.UNOPENED, purpose="broadcast", alone=False)
async def answers_unopened(chat: Chat) -> None:
    ritual = await chat.once("ritual", _ritual, chat.args["prompting"])
    await chat.say(Text("answers-unopened", ritual=ritual, least=LEAST))


@dialogue(roundups.UNPOSTED, purpose="broadcast", alone=False)
async def answers_unposted(chat: Chat) -> None:
    ritual = await chat.once("ritual", _ritual, chat.args["prompting"])
    await chat.say(Text("answers-unposted", ritual=ritual))


def _ritual(scope: Scope, prompting_id: int) -> str:
    """The name of the ritual to which it was answered."""
    return prompts.ritual_of(scope, scope.db.get_one(Prompting, prompting_id)).name


@dialogue("roundup-post", purpose="broadcast", alone=False)
async def roundup_post(chat: Chat) -> None:
    await _published(chat, "roundup-to-you")


@dialogue("roundup-in-channel", purpose="notice", alone=False)
async def roundup_in_channel(chat: Chat) -> None:
    locale = await chat.once("language", prompts.language_aloud, chat.args["prompting"])
    await _published(chat, "roundup-public", locale)


async def _published(chat: Chat, first: str, locale: str | None = None) -> None:
    words = await chat.once("words", roundups.posted, chat.args["prompting"])
    for n, page in enumerate(pages(words)):
        said = Text("roundup-more" if n else first, words=page)
        await chat.say(said, locale=locale)
