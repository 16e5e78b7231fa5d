"""A moderator brings two members together: `/intro`; both are asked, and both must agree."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import count
from typing import Any

from community import appointments, lookup, matchmaking, members, reports, requests, tags
from community.lookup import Found
from community.scope import Scope
from conversations import readers
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues import namesakes
from conversations.dialogues.appointments import introduced
from conversations.dialogues.relayed import safely
from conversations.phrases import after
from conversations.questions import NO, YES, Option
from conversations.texts import Text

NOBODY = "nobody"
_EDGES = " ,&+@"
"""What stands around names in a list of two."""


@dialogue("intro")
async def intro(chat: Chat) -> None:
    await chat.once("allowed", members.require_staff)
    given = await chat.once("given", both, str(chat.args.get("people", "")))
    leave = Text("intro-leave")
    if not given[0]:
        said = await chat.ask_or_skip("people", Text("intro-first"), skip=leave, was=("first-1",))
        if said is None:
            return await chat.say(Text("intro-dropped"))
        given = await chat.once("given-said", both, said)
    first = await pick(chat, "first", Text("intro-first"), given[0], leave=leave)
    name, why = await chat.once("second-first", lookup.search_first, given[1])
    if await chat.once("third", is_somebody, why):
        await chat.say(Text("intro-two", name=tags.spoken(why)))
        why = ""
    question = Text("intro-second", name=first.name if first else "")
    second = first and await pick(chat, "second", question, name, leave=leave)
    if first is None or second is None:
        return await chat.say(Text("intro-dropped"))
    if first.id == second.id:
        return await chat.say(Text("intro-same", name=first.name))
    if await is_known(chat, "known", first, second):
        return None
    question = Text("intro-reason", first=first.name, second=second.name)
    reason = tags.spoken(why) or await chat.ask("reason", question, read=readers.story)
    called = first.name, second.name
    reason = await safely(chat, "reason", reason, read=readers.story, of=called)
    if await is_known(chat, "known-by-now", first, second):
        return None
    away = await chat.once("propose", matchmaking.propose, first.id, second.id, reason)
    if away:
        return await chat.say(Text("intro-away", names=away))
    return await chat.say(Text("intro-asked", first=first.name, second=second.name))


async def is_known(chat: Chat, step: str, first: Found, second: Found) -> bool:
    """Whether there is something between the two already, help or a report; then the moderator was
    told."""
    if await chat.once(f"{step}-reported", reports.is_between, first.id, second.id):
        await chat.say(Text("intro-reported", first=first.name, second=second.name))
        return True
    what = await chat.once(step, matchmaking.under_way, first.id, second.id)
    if what:
        await chat.say(Text(f"intro-already-{what}", first=first.name, second=second.name))
    return bool(what)


def names(words: str) -> tuple[str, str]:
    """The two names in "@awa @marc", "Awa, Marc" or "Awa & Marc"; empty where one is missing.

    The second goes on to the end: why the two should meet may stand there.
    """
    if words.count("@") > 1:
        parts = re.split(r"(?=<@)|(?<!<)@", words)
    else:
        parts = re.split(r"[,&+]", words.strip(_EDGES), maxsplit=1)
    first, *rest = [*filter(None, (part.strip(_EDGES) for part in parts)), ""]
    return first, " ".join(rest).strip()


def both(scope: Scope, words: str) -> tuple[str, str]:
    """The same, also where the members' names tell the two apart: "Awa Marc", "Awa et Marc, …"."""
    called, rest = lookup.search_first(scope, words)
    if joined := after(rest, "joining"):
        return called, joined
    first, second = names(words)
    return (first, second) if second else lookup.search_first(scope, first)


def is_somebody(scope: Scope, words: str) -> bool:
    """Whether words are a member's name, and nothing else."""
    return bool(tags.leading(words)[0] or lookup.search(scope, words))


async def pick(
    chat: Chat,
    which: str,
    question: Text,
    given: str,
    *,
    gone: bool = False,
    leave: Text | None = None,
) -> Found | None:
    """One member, by name, by a part of it, or out of the several who are called so.

    Whoever is not called just so is asked about, since something may follow at once. With `gone`,
    it may be somebody who has left; `leave` is what the button says that names nobody.
    """
    name: str | None = given
    for n in count(1):
        name = name or await chat.ask_or_skip(f"{which}-{n}", question, skip=leave)
        if name is None:
            return None
        found = await chat.once(f"{which}-found-{n}", lookup.search, name, gone=gone)
        if len(found) == 1 and not found[0].guessed:
            return found[0]
        question = who_again(name, len(found))
        if 0 < len(found) <= lookup.MOST_FOUND:
            which_of = Text("intro-which") if len(found) > 1 else Text("who-meant", name=name)
            chosen = await chat.choose(f"{which}-which-{n}", which_of, options(found))
            if chosen != NOBODY:
                return next(each for each in found if str(each.id) == chosen)
        name = None
    return None


def who_again(name: str, found: int) -> Text:
    """That this name means nobody here, or too many; or that somebody was not met yet."""
    if not found and (tag := tags.only(name)):
        return Text("who-not-met", name=tag.name)
    return Text("unanswered-who-again", name=name, found=found)


def options(found: list[Found]) -> list[Option]:
    """Those who are called so, told apart by what they say of themselves; a yes or a no is enough
    for a single one."""
    called = namesakes.labels(
        [(each.name, each.headline) for each in found],
        [Text("ask-name", name=each.name) for each in found],
    )
    people = [
        Option(value=str(each.id), label=label, description=told(each))
        for each, label in zip(found, called, strict=True)
    ]
    if len(people) == 1:
        people[0] = replace(people[0], said=("yes",))
    not_them = ("no", "not_them") if len(people) == 1 else ()
    return [*people, Option(value=NOBODY, label=Text("intro-somebody-else"), said=not_them)]


def told(person: Found) -> Text | None:
    """What tells somebody from others of the same name."""
    if person.gone:
        return Text("intro-gone")
    return Text("card-headline", headline=person.headline) if person.headline else None


def is_under_way(scope: Scope, args: Mapping[str, Any]) -> bool:
    """Whether it can be answered, or both have just agreed and may pick a time to talk."""
    introduction = args["introduction"]
    return matchmaking.is_offered(scope, introduction) or appointments.is_open(scope, introduction)


def unheard(scope: Scope, args: Mapping[str, Any]) -> None:
    """It may not be brought to one of them any more: nobody waits for an answer to it."""
    matchmaking.unheard(scope, args["introduction"])


WILLING = [
    Option(value=YES, label=Text("proposal-yes"), style="primary", said=("glad", "why_not")),
    Option(value=NO, label=Text("proposal-no"), said=("unable",)),
]


@dialogue(
    "proposal", purpose="solicitation", cancellable=False, suggestion=True, still=is_under_way,
    refused=unheard,
)  # fmt: skip
async def proposal(chat: Chat) -> None:
    introduction = chat.args["introduction"]
    told = await chat.once("proposal", matchmaking.show, introduction)
    question = Text("proposal", by=told.by, reason=told.reason)
    if await chat.choose("willing", question, WILLING) == NO:
        await chat.once("decline", matchmaking.decline, introduction)
        return await chat.say(Text("proposal-declined"))
    other = await chat.once("agree", matchmaking.agree, introduction)
    if other is None:
        return await chat.say(Text("proposal-waiting"))
    return await introduced(chat, introduction, "proposal-met", other)


@dialogue("proposal-met", purpose="notice")
async def proposal_met(chat: Chat) -> None:
    agreed = await chat.once("agreed", requests.hand_off, chat.args["introduction"])
    other = agreed.helper if agreed.requester == chat.member.name else agreed.requester
    await chat.say(Text("proposal-met" if agreed.room else "proposal-met-apart", name=other))


@dialogue("proposal-closed", purpose="notice", closes=("proposal", "buddy-request", "buddy-offer"))
async def proposal_closed(chat: Chat) -> None:
    await chat.say(Text("proposal-closed"))


@dialogue("proposal-outcome", purpose="notice")
async def proposal_outcome(chat: Chat) -> None:
    ended = await chat.once("outcome", matchmaking.outcome, chat.args["introduction"])
    await chat.say(Text(f"intro-{ended.how}", first=ended.first, second=ended.second))


@dialogue("proposal-roomless", purpose="notice")
async def proposal_roomless(chat: Chat) -> None:
    ended = await chat.once("outcome", matchmaking.outcome, chat.args["introduction"])
    await chat.say(Text("intro-roomless", first=ended.first, second=ended.second))
