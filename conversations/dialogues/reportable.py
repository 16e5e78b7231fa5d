"""What a report can be about: a person, a request, a helper's question, or one to take back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from community.exchanges import Side
from community.reports import Question, Received
from community.withdrawn_reports import Mine
from conversations.dialogues.blocking import LEAVE, SOMEBODY
from conversations.dialogues.withdrawn_reports import BACK_OPTION
from conversations.questions import Option, plain
from conversations.sayings import is_short_answer, says
from conversations.texts import Text

EXCHANGE, QUESTION, TOLD = "exchange-", "question-", "told "


def subjects(
    requests: Sequence[Received],
    asked: Sequence[Question],
    others: Sequence[Side],
    mine: Sequence[Mine],
) -> list[Option]:
    """A person, somebody met through the bot under any name, or a request that was received, or
    what a helper asked about one's own; or a report of one's own, to take it back."""
    met = [
        Option(
            value=f"{EXCHANGE}{each.introduction}", label=Text("report-exchange", name=each.called)
        )
        for each in others
    ]
    received = [
        Option(value=str(each.introduction), label=Text("report-request", need=each.need))
        for each in requests
    ] + [
        Option(
            value=f"{QUESTION}{each.introduction}",
            label=Text("report-question", question=each.question),
        )
        for each in asked
    ]
    return [
        Option(value=SOMEBODY, label=Text("report-person")),
        *met,
        *received,
        *([BACK_OPTION] if mine else []),
        Option(value=LEAVE, label=Text("report-leave")),
    ]


def latest_of(requests: Sequence[Received], asked: Sequence[Question]) -> str:
    """What "this request" and "this question" mean: what was brought last, as its option has it."""
    brought = [(each.introduction, str(each.introduction)) for each in requests]
    brought += [(each.introduction, f"{QUESTION}{each.introduction}") for each in asked]
    return max(brought, default=(0, ""))[1]


def pointed_at(
    words: str, requests: Sequence[Received], asked: Sequence[Question], latest: str
) -> str:
    """The option of the request or question that words repeat: its own words, or "this one" for
    the `latest`; "" if they repeat none."""
    if says(words, "this_one"):
        return latest
    said = {plain(each.need): str(each.introduction) for each in reversed(requests)}
    for each in reversed(asked):
        option = f"{QUESTION}{each.introduction}"
        said |= {plain(each.need): option, plain(each.question): option}
    return said.get(plain(words), "") if words else ""


def what_is_told(others: Sequence[Side], pointed: Callable[[str], str]) -> Callable[[str], str]:
    """A reader for what happened, told at once: a mere "no" is that it was nothing, the name of
    somebody met through the bot which exchange it is about, unless a request is `pointed` at."""
    met = {plain(each.called): f"{EXCHANGE}{each.introduction}" for each in reversed(others)}

    def told(words: str) -> str:
        if is_short_answer(words):
            return LEAVE
        if repeated := pointed(words):
            return repeated
        return met.get(plain(words.removeprefix("@")), f"{TOLD}{words.strip()}")

    return told
