"""A request as its helper reads it (P3)."""

from __future__ import annotations

from community.requests import Request
from conversations.dialogues.cards import why_you
from conversations.questions import Card
from conversations.texts import Text


def opening(wanted: Request) -> Text:
    """The first line: a first request, one put off or asked about, or the one reminder."""
    if wanted.state == "reminded":
        return Text("request-reminder", need=wanted.need)
    if wanted.again:
        return Text("request-again", need=wanted.need)
    if wanted.details:
        return Text("request-details", need=wanted.need)
    if wanted.question:
        return Text("request-no-details", need=wanted.need, question=wanted.question)
    who = wanted.requester or Text("request-a-member")
    return Text("request-received", who=who, need=wanted.need, wish=wanted.wish)


def card(wanted: Request) -> Card:
    """The request with its context, and why this helper."""
    lines = [Text("request-context", context=wanted.context)] if wanted.context else []
    if wanted.details:
        lines.append(Text("request-exchange", question=wanted.question, details=wanted.details))
    if wanted.by is not None:
        when = "request-urgency-past" if wanted.past else "request-urgency-by"
        lines.append(Text(when, by=wanted.by))
    elif wanted.urgency == "week":
        lines.append(Text("request-urgency-week"))
    lines.append(why_you(wanted.kind, wanted.phrases))
    return Card(Text("request-title", need=wanted.need), lines)
