"""How a gathering is shown: as a card, in a list, and as a line of somebody's page."""

from __future__ import annotations

from collections.abc import Sequence

from community.gatherings import Seen, is_address
from community.hosting import Plan
from conversations.questions import Card, Option
from conversations.replay import Link
from conversations.texts import At, Text

NONE = "none"


def card(event: Seen | Plan) -> Card:
    """What, when, where and for how many. The address of an online room is for those who come."""
    lines = [
        Text("gathering-card-when", at=At(event.starts_at)),
        Text("gathering-card-online") if is_address(event.venue)
        else Text("gathering-card-where", venue=event.venue),
        Text("gathering-card-minutes", minutes=event.minutes),
    ]  # fmt: skip
    if event.places is not None:
        lines.append(Text("gathering-card-places", places=event.places))
    if isinstance(event, Seen):
        lines += _standing(event)
    return Card(Text("gathering-card-title", title=event.title), lines)


def _standing(event: Seen) -> list[Text]:
    lines = [Text("gathering-card-full")] if event.free == 0 and event.mine != "yes" else []
    if event.mine:
        lines.append(Text("gathering-card-mine", mine=answered(event.mine)))
    return lines


def answered(state: str) -> Text:
    """One's own answer in a few words."""
    return Text(f"gathering-mine-{state or 'none'}")


def room(event: Seen) -> Link | None:
    """The way into the online room, if it has one."""
    return Link(event.venue, Text("gathering-open")) if event.online else None


def line(event: Seen) -> Text:
    """One of several."""
    return Text(
        "gathering-line", title=event.title, at=At(event.starts_at), mine=answered(event.mine)
    )


def choices(events: Sequence[Seen]) -> list[Option]:
    """Several to choose from, and a way out."""
    offered = [
        Option(
            value=str(each.id), label=Text("gathering-name", title=each.title),
            description=Text("gathering-when", at=At(each.starts_at), mine=answered(each.mine)),
        )
        for each in events
    ]  # fmt: skip
    return [*offered, Option(value=NONE, label=Text("gathering-none"))]


def chosen(events: Sequence[Seen], value: str) -> Seen | None:
    """The one that was chosen; None for the way out."""
    return next((each for each in events if str(each.id) == value), None)
