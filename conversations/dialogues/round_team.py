"""A round before it begins, as organisers see it: swap, keep, put together anew, approve."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Any

from community.rounds import life, proposal, telling
from community.rounds.proposal import Group, Proposal
from community.scope import Scope
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.cards import who
from conversations.dialogues.matchmaking import pick
from conversations.questions import Card, Option
from conversations.texts import Text, Until

WAYS = [
    Option(value="approve", label=Text("round-approve"), style="primary", said=("yes", "keeps")),
    Option(value="swap", label=Text("round-swap")),
    Option(value="lock", label=Text("round-lock")),
    Option(value="anew", label=Text("round-anew")),
    Option(value="off", label=Text("round-call-off"), style="danger"),
    Option(value="later", label=Text("round-later")),
]


def waits(scope: Scope, about: Mapping[str, Any]) -> bool:
    """Whether an organiser still has to decide."""
    return proposal.waits(scope, about["round"])


@dialogue("round-proposal", purpose="notice", still=waits)
async def round_proposal(chat: Chat) -> None:
    await review(chat, chat.args["round"])


async def review(chat: Chat, round_id: int) -> None:
    """Show the groups until they are approved, called off, or left for later."""
    for n in count(1):
        now = await chat.once(f"now-{n}", proposal.read, round_id)
        match await chat.choose(f"what-{n}", summary(now), WAYS, card=card(now)):
            case "approve":
                if not await chat.once(f"same-{n}", proposal.is_as_shown, round_id, now):
                    await chat.say(Text("round-changed"))
                    continue
                made = await chat.once("approve", life.approve, round_id)
                return await chat.say(Text("round-approved", count=made))
            case "off":
                if await chat.confirm(f"sure-{n}", Text("round-call-off-sure"), danger=True):
                    await chat.once("off", life.call_off, round_id)
                    return await chat.say(Text("round-called-off"))
            case "later":
                return await chat.say(Text("round-for-later"))
            case "swap":
                await swap(chat, round_id, n)
            case "lock":
                await lock(chat, round_id, n)
            case "anew":
                await chat.once(f"anew-{n}", proposal.anew, round_id)
                return await chat.say(Text("round-anew-soon"))
    return None


async def swap(chat: Chat, round_id: int, n: int) -> None:
    first = await pick(chat, f"one-{n}", Text("round-swap-first"), "")
    second = first and await pick(chat, f"two-{n}", Text("round-swap-second", name=first.name), "")
    if first is None or second is None:
        return
    done = await chat.once(f"swap-{n}", proposal.swap, round_id, first.id, second.id)
    await chat.say(Text(SWAPPED[done], first=first.name, second=second.name))


SWAPPED = {
    "done": "round-swapped", "absent": "round-swap-absent", "together": "round-swap-together",
    "apart": "round-swap-apart",
}  # fmt: skip


async def lock(chat: Chat, round_id: int, n: int) -> None:
    found = await pick(chat, f"lock-{n}", Text("round-lock-whom"), "")
    if found is None:
        return
    locked = await chat.once(f"locked-{n}", proposal.lock, round_id, found.id)
    key = {True: "round-locked", False: "round-unlocked", None: "round-lock-absent"}[locked]
    await chat.say(Text(key, name=found.name))


def summary(now: Proposal) -> Text:
    """How many meet, and until when an organiser can say so."""
    shown = Text("round-proposal", count=now.people, groups=now.groups)
    return Text("round-proposal-until", shown=shown, until=Until(now.until)) if now.until else shown


@dialogue("round-anew-same", purpose="notice", alone=False)
async def anew_same(chat: Chat) -> None:
    name = await chat.once("name", telling.round_name, chat.args["round"])
    await chat.say(Text("round-anew-same", name=name))


@dialogue("round-decided", purpose="notice", alone=False, fleeting=("by",))
async def decided(chat: Chat) -> None:
    name = await chat.once("name", telling.round_name, chat.args["round"])
    await chat.say(Text(f"round-decided-{chat.args['how']}", name=name, by=who(chat.args["by"])))


@dialogue("round-fell-through", purpose="notice", alone=False)
async def fell_through(chat: Chat) -> None:
    name = await chat.once("name", telling.round_name, chat.args["round"])
    await chat.say(Text(f"round-fell-through-{chat.args['why']}", name=name))


def card(now: Proposal) -> Card:
    """The first groups with their reasons, and who is left over."""
    lines = [line(each) for each in now.shown]
    if now.groups > len(now.shown):
        lines.append(Text("round-more", count=now.groups - len(now.shown)))
    lines += [
        Text("round-over", name=who(name), why=Text(f"round-over-{why or 'nobody'}"))
        for name, why in now.left
    ]
    plain = Text("round-proposal-title")
    return Card(Text("round-proposal-titled", name=now.name) if now.name else plain, lines)


def line(group: Group) -> Text:
    """Who meets, and why."""
    shown = Text("round-group", names=[who(each) for each in group.names], reason=reason(group))
    if group.again:
        shown = Text("round-group-again", group=shown)
    return Text("round-group-locked", group=shown) if group.locked else shown


def reason(group: Group) -> Text:
    why = group.reason
    match why.kind:
        case "gives":
            return Text("round-why-gives", giver=group.giver, taker=group.taker, want=why.want,
                        gift=why.gift)  # fmt: skip
        case "seek":
            return Text("round-why-seek", want=why.want)
        case "lived":
            return Text("round-why-lived", gift=why.gift)
    return Text("round-why-new")
