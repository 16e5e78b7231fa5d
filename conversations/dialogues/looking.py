"""What waits for moderators (P14): reports, newcomers' requests, and requests without an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from community import moderation, notes, reports, reviews, standings
from community.lives import REPORT
from community.moderation import Open
from community.notes import Awaiting
from community.reports import Seen
from community.scope import Scope
from conversations import readers
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.cards import who
from conversations.dialogues.correspondence import write
from conversations.dialogues.moderation import LEAVE
from conversations.dialogues.stands import stands
from conversations.dialogues.team import propose_somebody
from conversations.questions import Card, Option
from conversations.texts import Lines, Text

ANSWER = "answer-"
"""Begins the value of an option that answers somebody who wrote to the team."""
SHOWN = 10
"""Of a longer list, the oldest: the others follow as these are done."""


@dialogue("asks")
async def open_requests(chat: Chat) -> None:
    found = await chat.once("open", moderation.open_asks)
    if not found:
        return await chat.say(Text("asks-none"))
    lines = Text("asks-list", count=len(found), lines=Lines([line(each) for each in found[:SHOWN]]))
    which = await chat.choose("which", lines, choices(found[:SHOWN]), place="lookup")
    if which == LEAVE:
        return await chat.say(Text("moderation-left"))
    return await one(chat, next(each for each in found if str(each.standing.id) == which))


def line(each: Open) -> Text:
    key = "asks-line-late" if each.late else "asks-line"
    return Text(
        key, need=each.standing.need, name=who(each.requester), stands=stands(each.standing)
    )


def choices(found: Sequence[Open]) -> list[Option]:
    each_one = [
        Option(value=str(each.standing.id), label=Text("asks-one", need=each.standing.need))
        for each in found
    ]
    return [Option(value=LEAVE, label=Text("moderation-leave"), style="primary"), *each_one]


async def one(chat: Chat, chosen: Open) -> None:
    """One request: somebody is proposed, it is closed, or its requester is written to."""
    ask = chosen.standing.id
    question = Text("asks-what", need=chosen.standing.need)
    match await chat.choose("what", question, actions(chosen)):
        case "propose":
            await propose_somebody(chat, ask)
        case "approve":
            await approve(chat, ask, chosen.standing.need, chosen.standing.context)
        case "close":
            await close(chat, ask)
        case "write":
            await write(chat, await chat.once("requester", moderation.requester, ask),
                        chosen.requester)  # fmt: skip
        case _:
            await chat.say(Text("moderation-left"))


def actions(chosen: Open) -> list[Option]:
    """What can be done about it, by its state."""
    by_state = {"stuck": "propose", "late": "propose", "open": "propose", "review": "approve"}
    first = by_state[chosen.standing.state]
    return [
        Option(value=first, label=Text(f"asks-{first}"), style="primary"),
        Option(value="write", label=Text("asks-write", name=who(chosen.requester))),
        Option(value="close", label=Text("asks-close")),
        Option(value=LEAVE, label=Text("moderation-leave")),
    ]


async def approve(chat: Chat, ask: int, need: str, context: str) -> None:
    """Let it go out in the words that were shown, unless a report about it is not settled."""
    if (await chat.once("reported", standings.of, ask)).looked_into:
        return await chat.say(Text("asks-looked-into"))
    out = await chat.once("approve", reviews.approve, ask, need, context)
    return await chat.say(Text("review-approved" if out else "review-changed"))


async def close(chat: Chat, ask: int) -> None:
    """Close a request, for a reason that its requester reads."""
    reason = await chat.ask("close-why", Text("asks-close-why"), read=readers.story)
    now = await chat.once("standing-now", standings.of, ask)
    if now.state == "introduced":
        return await chat.say(Text("asks-too-late", name=who(now.helper)))
    await chat.once("close", reviews.close, ask, reason)
    return await chat.say(Text("asks-closed"))


@dialogue("ask-closed", purpose="notice")
async def ask_closed(chat: Chat) -> None:
    standing = await chat.once("standing", standings.of, chat.args["ask"])
    await chat.say(Text("ask-closed", need=standing.need, reason=chat.args["reason"]))


def in_review(scope: Scope, about: Mapping[str, Any]) -> bool:
    """Whether nobody has decided about it."""
    return reviews.is_waiting(scope, about["ask"])


@dialogue("review", purpose="notice", still=in_review)
async def review(chat: Chat) -> None:
    ask = chat.args["ask"]
    told = await chat.once("ask", reviews.read, ask)
    lines = [Text("request-context", context=told.context)] if told.context else []
    shown = Card(Text("request-title", need=told.need), lines)
    question = Text("review", name=who(told.requester))
    match await chat.choose("what", question, REVIEW, card=shown):
        case "approve":
            await approve(chat, ask, told.need, told.context)
        case "close":
            await close(chat, ask)
        case _:
            await chat.say(Text("unanswered-left"))


REVIEW = [
    Option(value="approve", label=Text("asks-approve"), style="primary"),
    Option(value="close", label=Text("asks-close")),
    Option(value=LEAVE, label=Text("unanswered-leave")),
]


@dialogue("reports")
async def waiting_reports(chat: Chat) -> None:
    found = await chat.once("waiting", reports.waiting)
    wrote = await chat.once("wrote", notes.awaiting)
    if not found and not wrote:
        return await chat.say(Text("reports-none"))
    options = [Option(value=str(each.id), label=subject(each)) for each in found[:SHOWN]]
    answers = [Option(value=f"{ANSWER}{each.member}", label=Text("reports-answer", name=each.name))
               for each in wrote[:SHOWN]]  # fmt: skip
    leave = Option(value=LEAVE, label=Text("moderation-leave"), style="primary")
    which = await chat.choose(
        "which", listed(found, wrote), [leave, *options, *answers], place="lookup"
    )
    if which == LEAVE:
        return await chat.say(Text("moderation-left"))
    if which.startswith(ANSWER):
        chosen = next(each for each in wrote if which == f"{ANSWER}{each.member}")
        return await write(chat, chosen.member, chosen.name)
    return await handle(chat, next(each for each in found if str(each.id) == which))


def listed(found: Sequence[Seen], wrote: Sequence[Awaiting]) -> Text:
    """How many reports there are, and who wrote to the team without an answer so far: also whoever
    reported somebody without a name. Their words are kept nowhere."""
    told = Text("reports-list", count=len(found)) if found else Text("reports-none")
    if not wrote:
        return told
    lines = Lines([Text("reports-wrote-line", name=each.name, since=each.since)
                   for each in wrote[:SHOWN]])  # fmt: skip
    return Text("two-paragraphs", first=told, second=Text("reports-wrote", lines=lines))


def is_open(scope: Scope, about: Mapping[str, Any]) -> bool:
    """Whether nobody has closed it."""
    return reports.is_open(scope, about["report"])


@dialogue("reported", purpose="notice", still=is_open)
async def reported(chat: Chat) -> None:
    await handle(chat, await chat.once("report", reports.read, chat.args["report"]))


async def handle(chat: Chat, seen: Seen) -> None:
    """A report: somebody takes it in hand, or closes it."""
    asked_at = await chat.now("asked-at")
    again = asked_at - seen.opened_at >= REPORT.waits["open"]
    question = Text("reported-again", since=seen.opened_at) if again else Text("reported")
    what = await chat.choose("what", question, HANDLING, card=report_card(seen))
    if what == "take":
        await chat.once("take", reports.take, seen.id)
        await chat.say(Text("reports-taken", name=who(seen.reporter)))
    elif what == "close":
        reason = await chat.ask("close-why", Text("reports-close-why"), read=readers.story)
        await chat.once("close", reports.close, seen.id, reason)
        await chat.say(Text("reports-closed"))
    else:
        await chat.say(Text("unanswered-left"))


HANDLING = [
    Option(value="take", label=Text("reports-take"), style="primary"),
    Option(value="close", label=Text("reports-close")),
    Option(value=LEAVE, label=Text("unanswered-leave")),
]


def subject(seen: Seen) -> Text:
    """Whom or what it is about; the team may know whose request it is."""
    if seen.need:
        return Text("reports-request", need=seen.need, name=who(seen.about))
    return Text("reports-person", name=who(seen.about))


def report_card(seen: Seen) -> Card:
    lines = [Text("reports-words", name=who(seen.reporter), words=seen.words)]
    if seen.taken_by:
        lines.append(Text("reports-in-hand", name=seen.taken_by))
    if seen.need:
        lines.append(Text("reports-request-over" if seen.over else "reports-request-waits"))
    return Card(subject(seen), lines)
