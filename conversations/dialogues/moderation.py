"""What moderators do about members (P14): looking, writing, pausing, removing, taking back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from community import lookup, members, moderation, names, second_looks
from community.decisions import Decided
from community.lookup import Found
from community.moderation import Dossier
from community.scope import Scope
from community.words import MOST_WORDS, shortened
from conversations import readers
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.before_leaving import NOTHING, go, shown
from conversations.dialogues.cards import profile_card, who
from conversations.dialogues.correspondence import write
from conversations.dialogues.holds import day_and_reason, end_of_hold, reason_in
from conversations.dialogues.matchmaking import pick
from conversations.questions import NO, Card, Option
from conversations.texts import Text

LEAVE, NOW, OPEN, SOMEBODY = "leave", "now", "open", "somebody"
SHOWN = 5
"""Decisions about a member that are shown, the latest."""


async def named(chat: Chat, question: Text) -> Found | None:
    """The member whom the command names, or who is asked for."""
    name, _ = await chat.once("whom", lookup.search_first, _about(chat))
    return await pick(chat, "person", question, name)


def _about(chat: Chat) -> str:
    """What stands behind the command: a name, and perhaps more."""
    return str(chat.args.get("about", "")).strip().removeprefix("@")


@dialogue("member")
async def member(chat: Chat) -> None:
    await chat.once("allowed", members.require_staff)
    person = await named(chat, Text("member-who"))
    if person is None:
        return await chat.say(Text("moderation-left"))
    seen = await chat.once("dossier", moderation.dossier, person.id)
    what = await chat.choose("what", Text("member-shown"), ACTIONS, card=card(seen), place="lookup")
    if what == "write":
        return await write(chat, person.id, person.name)
    return await chat.say(Text("moderation-left"))


ACTIONS = [
    Option(value="write", label=Text("member-write")),
    Option(value=LEAVE, label=Text("moderation-leave"), style="primary"),
]


def card(seen: Dossier) -> Card:
    """The profile as anybody may find it, then how the member is doing."""
    profile = profile_card(seen.profile)
    lines = [
        *profile.lines,
        Text("member-since", since=seen.joined_at, role=seen.role),
        Text("member-load", requests=seen.requests, hand=seen.in_hand, asked=seen.asked),
    ]
    if seen.held_until:
        lines.append(until("member-held", seen.held_until))
    if seen.paused_until:
        lines.append(until("member-paused", seen.paused_until))
    return Card(profile.title, [*lines, *map(decided, seen.decisions[:SHOWN])])


def until(key: str, end: datetime) -> Text:
    """Until that day, or until further notice."""
    return Text(f"{key}-open") if end == members.FOREVER else Text(key, until=end)


def decided(decision: Decided) -> Text:
    return Text(
        "member-decided", kind=Text(f"decision-{decision.kind}"), since=decision.at,
        by=who(decision.by), reason=decision.reason or Text("decision-erased"),
    )  # fmt: skip


@dialogue("pause-member")
async def pause_member(chat: Chat) -> None:
    person = await subject(chat, Text("hold-who"))
    if person is None:
        return None
    _, said = await chat.once("said-with", lookup.search_first, _about(chat))
    until, why = await chat.once("said", day_and_reason, said, chat.member.zone)
    end = until or await end_of_pause(chat, person)
    if end == NOW:
        await chat.once("release", moderation.release, person.id)
        await chat.once("back", second_looks.back, person.id)
        return await chat.say(Text("hold-released", name=person.name))
    reason = why or await chat.ask(
        "reason", Text("hold-why", name=person.name), read=readers.reason
    )
    reason = await looked_at_again(chat, reason, person)
    if not reason:
        return await chat.say(Text("moderation-left"))
    day = None if end == OPEN else datetime.fromisoformat(end)
    await chat.once("hold", moderation.hold, person.id, day, reason)
    return await chat.say(Text("hold-done", name=person.name))


async def looked_at_again(chat: Chat, reason: str, person: Found) -> str:
    """A reason as its subject is to read it: shown before where it names others; "" for none."""
    found = await chat.once("reason-names", moderation.named_in, reason, person.id)
    if not found:
        return reason
    sure = await shown(
        chat, "reason", reason,
        lambda words: Text("reason-sure", name=person.name, words=shortened(words, MOST_WORDS)),
        [go("reason-sure-yes"), NOTHING], until=lambda words: not names.names_in(words, found),
    )  # fmt: skip
    return "" if sure.chosen == NO else sure.words


async def end_of_pause(chat: Chat, person: Found) -> str:
    """The day on which it ends, as ISO; or that it is open, or over now."""
    now = await chat.now("asked-at")
    held = (await chat.once("dossier", moderation.dossier, person.id)).held_until
    options = [
        Option(value=(now + timedelta(days=7)).isoformat(), label=Text("later-week")),
        Option(value=(now + timedelta(days=30)).isoformat(), label=Text("later-month")),
        Option(value=OPEN, label=Text("hold-open")),
        *([Option(value=NOW, label=Text("hold-now"))] if held else []),
    ]
    question = Text("hold-until", name=person.name)
    read = end_of_hold(now, chat.member.zone)
    return await chat.choose_or_say("until", question, options, read=read)


async def subject(chat: Chat, question: Text) -> Found | None:
    """A member to whom something may be done; says so if it can't be."""
    await chat.once("allowed", members.require_staff)
    person = await named(chat, question)
    if person is None:
        await chat.say(Text("moderation-left"))
    elif await chat.once("team", moderation.is_on_the_team, person.id):
        await chat.say(Text("moderation-team", name=person.name))
    else:
        return person
    return None


@dialogue("held", purpose="notice")
async def held(chat: Chat) -> None:
    end, reason = chat.args["until"], chat.args["reason"]
    told = Text("held-open", reason=reason)
    if end:
        told = Text("held", until=datetime.fromisoformat(end), reason=reason)
    if chat.args.get("asks"):
        told = Text("two-sentences", first=told, second=Text("held-asks"))
    return await chat.say(told)


@dialogue("released", purpose="notice")
async def released(chat: Chat) -> None:
    await chat.say(Text("released", name=chat.member.name))


@dialogue("remove-member")
async def remove_member(chat: Chat) -> None:
    gone = await chat.once("removed", removed)
    if gone and not chat.args.get("about"):
        what = await chat.choose("what", Text("remove-list"), choices(gone))
        if what == LEAVE:
            return await chat.say(Text("moderation-left"))
        if what != SOMEBODY:
            return await readmit(chat, next(each for each in gone if str(each.id) == what))
    person = await subject(chat, Text("remove-who"))
    if person is None:
        return None
    _, said = await chat.once("said-with", lookup.search_first, _about(chat))
    why = Text("remove-why", name=person.name)
    reason = reason_in(said) or await chat.ask("reason", why, read=readers.reason)
    reason = await looked_at_again(chat, reason, person)
    if not reason:
        return await chat.say(Text("moderation-left"))
    question = Text("remove-sure", name=person.name)
    if not await chat.confirm("sure", question, yes=Text("remove-yes"), danger=True):
        return await chat.say(Text("moderation-left"))
    await chat.once("remove", moderation.remove, person.id, reason)
    return await chat.say(Text("remove-done", name=person.name))


def removed(scope: Scope) -> list[Found]:
    """Who was removed and can be let in again."""
    return [Found(each.id or 0, each.name) for each in moderation.removed(scope)]


def choices(gone: Sequence[Found]) -> list[Option]:
    """Somebody to remove, or one of those who were removed, to let them come back."""
    back = [
        Option(value=str(each.id), label=Text("remove-readmit", name=who(each.name)))
        for each in gone
    ]
    return [
        Option(value=SOMEBODY, label=Text("remove-somebody")), *back,
        Option(value=LEAVE, label=Text("moderation-leave")),
    ]  # fmt: skip


async def readmit(chat: Chat, person: Found) -> None:
    await chat.once("readmit", moderation.readmit, person.id)
    await chat.say(Text("remove-readmitted", name=who(person.name)))


@dialogue("removed", purpose="notice", cancellable=False)
async def told_and_gone(chat: Chat) -> None:
    await chat.say(Text("removed", reason=chat.args["reason"]))
    await chat.once("go", moderation.go)
