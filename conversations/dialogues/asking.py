"""Asking for help (P1, P3): "who can help me with X", and where requests stand (P5)."""

from __future__ import annotations

from collections.abc import Sequence

from community import asks, directory
from community.asks import Standing
from community.directory import Match
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.cards import who, why
from conversations.dialogues.details import tell_more
from conversations.questions import Option
from conversations.texts import Lines, Text


@dialogue("ask")
async def ask(chat: Chat) -> None:
    need = chat.args.get("need") or await chat.ask("need", Text("ask-what-do-you-need"))
    people = await chat.once("people", directory.find_helpers, need)
    if not people:
        return await nobody_yet(chat, need)
    chosen = await chat.choose(
        "chosen", Text("ask-who", need=need, people=len(people)), choices(people)
    )
    if chosen == "nobody":
        return await chat.say(Text("ask-dropped"))
    line = [] if chosen == "team" else chosen_first(people, int(chosen))
    context = await chat.ask_or_skip("context", Text("ask-context"))
    standing = await chat.once("open", asks.open_ask, need, context or "", line)
    return await chat.say(on_its_way(standing))


async def nobody_yet(chat: Chat, need: str) -> None:
    pass_on = await chat.confirm(
        "pass-on", Text("ask-nobody-yet", need=need), yes=Text("ask-pass-on"), no=Text("ask-drop")
    )
    if not pass_on:
        return await chat.say(Text("ask-dropped"))
    context = await chat.ask_or_skip("context", Text("ask-context"))
    standing = await chat.once("open", asks.open_ask, need, context or "", [])
    return await chat.say(on_its_way(standing))


def choices(people: Sequence[Match]) -> list[Option]:
    """The people found, each with the reason; then the team, then nobody."""
    found = [
        Option(
            value=str(each.member_id),
            label=_called(each),
            description=why(each.kind, each.phrases, each.meant),
        )
        for each in people
    ]
    return [
        *found,
        Option(value="team", label=Text("ask-team")),
        Option(value="nobody", label=Text("ask-drop")),
    ]


def chosen_first(people: Sequence[Match], chosen: int) -> list[Match]:
    """The one who was chosen, then the others in their order."""
    return sorted(people, key=lambda each: each.member_id != chosen)


def on_its_way(standing: Standing) -> Text:
    if standing.state == "stuck":
        return Text("ask-with-team", need=standing.need)
    return Text("ask-on-its-way", name=standing.helper)


ANSWER = "answer-"
"""Begins the value of an option that answers a helper's question."""


@dialogue("where")
async def where(chat: Chat) -> None:
    mine = await chat.once("mine", asks.mine)
    if not mine:
        return await chat.say(Text("where-nothing"))
    lines = [Text("where-line", need=each.need, stands=stands(each)) for each in mine]
    options = [
        *[_answer(each) for each in mine if each.question],
        *[_withdrawal(each) for each in mine if each.state != "introduced"],
    ]
    fine = Option(value="fine", label=Text("where-fine"), style="primary")
    listed = Text("where-list", lines=Lines(lines))
    which = await chat.choose("which", listed, [fine, *options])
    if which == "fine":
        return await chat.say(Text("where-kept"))
    if which.startswith(ANSWER):
        return await tell_more(chat, int(which.removeprefix(ANSWER)))
    now = await chat.once("withdraw", asks.withdraw, int(which))
    if now.state == "introduced":
        return await chat.say(Text("where-too-late", name=now.helper))
    return await chat.say(Text("where-withdrawn"))


def stands(standing: Standing) -> Text:
    """Where one ask stands, in words."""
    if standing.state == "stuck":
        return Text("stands-stuck")
    if standing.state == "introduced":
        return Text("stands-introduced", name=who(standing.helper))
    assert standing.due_at is not None
    if standing.step in {"detailing", "nudged"}:
        return Text("stands-question", name=standing.helper, question=standing.question,
                    until=standing.due_at)  # fmt: skip
    if standing.step == "postponed":
        return Text("stands-postponed", name=standing.helper, until=standing.due_at)
    if standing.following:
        return Text("stands-waiting-then", name=standing.helper, until=standing.due_at,
                    following=standing.following)  # fmt: skip
    return Text("stands-waiting", name=standing.helper, until=standing.due_at)


def _called(match: Match) -> Text:
    if match.external:
        return Text("ask-external", name=match.name)
    return Text("ask-name", name=match.name)


def _answer(standing: Standing) -> Option:
    return Option(
        value=f"{ANSWER}{standing.introduction}", label=Text("where-answer", name=standing.helper)
    )


def _withdrawal(standing: Standing) -> Option:
    return Option(
        value=str(standing.id), label=Text("where-withdraw", need=standing.need), style="danger"
    )
