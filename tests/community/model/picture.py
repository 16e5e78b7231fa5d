"""The community as it is after a step, to hold the promises against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from storage.tables import Audit, table
from tests.community.model.town import Town, Word, asks, members, rows

audits = table(Audit)


@dataclass(frozen=True, slots=True)
class Picture:
    """The community as it is after a step. `changes` are those of the step."""

    town: Town
    asks: Mapping[int, Any]
    rows: Sequence[Any]
    members: Mapping[int, Any]
    changes: Sequence[Any]
    erased: frozenset[str]

    @property
    def now(self) -> datetime:
        """The moment."""
        return self.town.now

    def read(self, query: Any) -> Any:
        """Something more of the database."""
        return self.town.write(lambda connection: connection.execute(query).all())

    def of(self, ask: Any) -> list[Any]:
        """The introductions of an ask."""
        return [row for row in self.rows if row.ask_id == ask.id]

    def pair(self, row: Any) -> frozenset[int]:
        """The two of an introduction."""
        return frozenset((self.asks[row.ask_id].requester_id, row.helper_id))

    def told(self, member: int) -> list[Word]:
        """What reached a member."""
        return self.town.told[self.town.names[member]]

    def since(self, subject: str, which: int) -> datetime:
        """When something came into the state in which it is."""
        mine = audits.c.subject == subject, audits.c.subject_id == which
        latest = select(audits.c.at).where(*mine).order_by(audits.c.id.desc()).limit(1)
        at: datetime = self.read(latest)[0].at
        return at


def look(town: Town, since: int, erased: frozenset[str]) -> Picture:
    """Take the picture, with the changes after the one of that number."""

    def read(connection: Any) -> Picture:
        def every(of: Any) -> Any:
            return connection.execute(select(of).order_by(of.c.id)).all()

        changes = select(audits).where(audits.c.id > since).order_by(audits.c.id)
        return Picture(
            town, {row.id: row for row in every(asks)}, every(rows),
            {row.id: row for row in every(members)}, connection.execute(changes).all(), erased,
        )  # fmt: skip

    picture: Picture = town.write(read)
    return picture
