"""What nobody may meet with in a season, and how often they did: each has to be 0."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, select

from community.peace import Quiet
from conversations.testing import Heard, Stage
from storage.outbox import Parcel
from storage.tables import Ask, Block, Community, Member, table

members, communities = table(Member), table(Community)
asks, blocks = table(Ask), table(Block)

OF_ITS_OWN = frozenset({"solicitation", "broadcast"})
"""Purposes of what the bot brings of its own accord: for that, peace is kept."""


class Watched(Stage):
    """A stage where every rule about peace is looked at in the moment in which somebody reads."""

    def __init__(self, url: str) -> None:
        super().__init__(url=url)
        self.broken: Counter[str] = Counter()

    def reaches(self, connection: Connection, parcel: Parcel, heard: Heard) -> None:
        """Note what was broken with it."""
        super().reaches(connection, parcel, heard)
        if parcel.purpose in OF_ITS_OWN:
            name = parcel.place.removeprefix("dm:")
            self.broken.update(of_solicitation(connection, name, self.now))


def of_solicitation(connection: Connection, name: str, now: datetime) -> list[str]:
    """Against which rules somebody is brought something now; times in UTC."""
    row = connection.execute(select(members).where(members.c.name == name)).one()
    house = connection.execute(select(communities)).one()
    quiet = Quiet(house.quiet_from, house.quiet_until)
    rules = {
        "while paused": row.paused_until is not None and row.paused_until > now,
        "in quiet hours": quiet.until(now, row.time_zone) is not None,
    }
    return [rule for rule, broken in rules.items() if broken]


def of_requests(connection: Connection, tried: Mapping[int, Sequence[Any]], cap: int) -> list[str]:
    """Against which rules the requests of a season were brought; `tried` has them by ask."""
    brought = [row for some in tried.values() for row in some]
    return [
        *["over the cap"] * _over_the_cap(brought, cap),
        *["twice to one"] * _twice(tried),
        *["to who is blocked"] * _blocked(connection, brought),
    ]


def _over_the_cap(brought: Sequence[Any], cap: int) -> int:
    when: dict[int, list[datetime]] = defaultdict(list)
    for row in sorted(brought, key=lambda row: row.requested_at):
        when[row.helper_id].append(row.requested_at)
    return sum(
        last - first < timedelta(days=7)
        for times in when.values()
        for first, last in zip(times, times[cap:], strict=False)
    )


def _twice(tried: Mapping[int, Sequence[Any]]) -> int:
    return sum(
        times - 1
        for some in tried.values()
        for times in Counter(row.helper_id for row in some).values()
    )


def _blocked(connection: Connection, brought: Sequence[Any]) -> int:
    """How many requests passed between two of whom one had blocked the other before."""
    asked_by = {row.id: row.requester_id for row in connection.execute(select(asks))}
    since = {frozenset((row.blocker_id, row.blocked_id)): row.at
             for row in connection.execute(select(blocks))}  # fmt: skip
    met = ((frozenset((asked_by[row.ask_id], row.helper_id)), row.requested_at) for row in brought)
    return sum(pair in since and since[pair] < at for pair, at in met)
