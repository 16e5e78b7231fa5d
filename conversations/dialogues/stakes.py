"""Giving up a place, taking one or leaving a ritual, in one's own words (P9, P18, P19)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from community import choices, gatherings, guests, own_answers
from community.rituals import overview
from community.rounds import joining
from community.scope import Scope
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues import hosting, own_words, rituals
from conversations.dialogues.gathering_cards import card, room
from conversations.dialogues.gatherings import answering, not_coming
from conversations.dialogues.peace import leaving
from conversations.dialogues.round_joining import skip, take_part
from conversations.dialogues.stories import story
from conversations.questions import NO, YES, Option
from conversations.stakes import Stake, Way
from conversations.texts import At, Text

ALL = "all"
NAMELESS = ("answer", "story", "hosts", "plans")
ASKS_ITSELF = ("comes", "answer", "story", "runs")
"""What begins with a question, so that none goes before it."""
NONE = Option(
    value=NO, label=Text("stake-none"), said=("never_mind", "lets_drop", "stays")
)  # fmt: skip
"""The way out."""
QUESTIONS = {
    "prompt": ("prompt", "prompt-thread"), "round": ("round-invite", "round-doubt"),
    "stories": ("story-invitation",),
}  # fmt: skip
"""By the kind of a ritual, what it asks: that is at an end for whoever leaves it."""


def is_as_it_was(scope: Scope, args: Mapping[str, Any]) -> bool:
    """Whether the answer that was spoken of, if one was, has not changed since."""
    if "as_of" not in args:
        return True
    return any(each.as_of == args["as_of"] for each in own_answers.given(scope))


@dialogue("stake", still=is_as_it_was)
async def stake(chat: Chat) -> None:
    """Words that may mean one or several places or rituals: which, or whether it is meant so."""
    found = await chat.once("found", still_there, chat.args["of"])
    if not found:
        return await chat.say(Text("too-late"))
    if len(found) > 1 or chat.args["all"]:
        chosen = await chat.choose("which", Text("stake-which"), ways(found, chat.args["all"]))
    elif found[0].way in ASKS_ITSELF or await is_sure(chat, found[0]):
        chosen = value(found[0])
    else:
        chosen = NO
    if chosen == ALL:
        return await leaving(chat)
    one = next((each for each in found if value(each) == chosen), None)
    return await (do(chat, one) if one else chat.say(Text("gatherings-left")))


def still_there(scope: Scope, of: Sequence[tuple[Way, int]]) -> list[Stake]:
    """Those of them that there still are, by their names."""
    coming = {each.id: each.title for each in gatherings.upcoming(scope)}
    received = {each.id: each.name for each in choices.received(scope)}
    named = {"misses": coming, "comes": coming}
    if any(way == "runs" for way, _ in of):
        named["runs"] = {each.id: each.name for each in overview.lines(scope)}
    return [
        Stake(way, id_, named.get(way, received).get(id_, ""))
        for way, id_ in of
        if way in NAMELESS or id_ in named.get(way, received)
    ]


def value(one: Stake) -> str:
    return f"{one.way}-{one.id}"


def ways(found: Sequence[Stake], everything: bool) -> list[Option]:
    """What may be meant, and a way out."""
    options = [Option(value=value(each), label=Text(f"stake-{each.way}", name=each.name))
               for each in found]  # fmt: skip
    if everything:
        options.append(Option(value=ALL, label=Text("stake-all")))
    return [*options, NONE]


async def is_sure(chat: Chat, one: Stake) -> bool:
    """Whether they mean this: what was is named before anything of it is undone."""
    if one.way == "misses":
        about = await chat.once("gathering", gatherings.seen, one.id)
        question = Text("stake-misses-sure", name=one.name, at=At(about.starts_at))
    else:
        question = Text(f"stake-{one.way}-sure", name=one.name)
    again = ("misses_place",) if one.way in {"misses", "skips"} else ()
    options = [
        Option(value=YES, label=Text(f"stake-{one.way}-yes"), style="primary", said=again),
        Option(value=NO, label=Text(f"stake-{one.way}-no"), said=("lets_drop", "stays")),
    ]
    return await chat.choose("meant-so", question, options) == YES


async def do(chat: Chat, one: Stake) -> None:
    match one.way:
        case "misses":
            await chat.once("missed", guests.answer, one.id, NO)
            await not_coming(chat, await chat.once("about", gatherings.seen, one.id))
        case "comes":
            about = await chat.once("about", gatherings.seen, one.id)
            await answering(chat, about, Text("gatherings-answer"))
        case "skips":
            await skip(chat, one.id)
        case "joins":
            await take_part(chat, await chat.once("one", joining.standing, one.id), "once")
        case "answer":
            await own_words.answered(chat, one.id, str(chat.args.get("wish", "")))
        case "story":
            await story(replace(chat, args={"told": True}))
        case "runs":
            await run(chat, one)
        case "hosts":
            await hosting.gathering(replace(chat, args={"what": "add"}))
        case "plans":
            await rituals.ritual(replace(chat, args={"what": "add"}))
        case _:
            await leave(chat, one)


async def run(chat: Chat, one: Stake) -> None:
    """An organiser said something of a ritual: what is to be done with it, for everybody."""
    line = next(each for each in await chat.once("lines", overview.lines) if each.id == one.id)
    options = [Option(value=each, label=Text(f"stake-do-{each}")) for each in RUN[line.state]]
    verb = await chat.choose("verb", Text("stake-do", name=one.name), [*options, NONE])
    if verb == NO:
        return await chat.say(Text("gatherings-left"))
    return await rituals.WITH_ONE[verb](chat, line)


GOING = ("skip", "pause", "run", "change", "archive")
RUN = {
    "on": GOING, "pilot": ("widen", *GOING),
    "paused": ("resume", "change", "archive"), "draft": ("start", "change", "archive"),
}  # fmt: skip
"""By its state, what `/ritual` does with one, of all that words like "cancel October's question"
may mean."""


async def leave(chat: Chat, one: Stake) -> None:
    """No more of a ritual; what it has asked is not asked any more."""
    kind = await chat.once("kind", kind_of, one.id)
    await chat.close(*QUESTIONS.get(kind, ()))
    if kind == "round":
        done = await chat.once("leave", joining.leave, one.id)
        return await chat.say(Text("round-left" if done else "round-left-after"))
    await chat.once("leave", choices.leave_ritual, one.id)
    return await chat.say(Text("prompt-left"))


def kind_of(scope: Scope, ritual_id: int) -> str:
    """What kind of ritual it is."""
    return next((each.kind for each in choices.received(scope) if each.id == ritual_id), "")


@dialogue("gathering-look")
async def look(chat: Chat) -> None:
    """When and where what they come to is, the next one first; the room is for who comes."""
    coming = await chat.once("coming", gatherings.upcoming)
    for about in [each for each in coming if each.id in chat.args["gatherings"]]:
        link = room(about) if about.mine == "yes" else None
        await chat.say(Text("stake-look", name=about.title), card=card(about), link=link)
