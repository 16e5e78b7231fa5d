"""Six members on two platforms and two moderators, each word that reaches them noted."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, or_, select, update

from community.scope import Scope
from conversations.testing import Heard, Stage
from storage.outbox import Parcel
from storage.tables import Ask, Block, Community, Dialogue, Introduction, Member, Report, table

asks, rows, members = table(Ask), table(Introduction), table(Member)
blocks, dialogues, reports = table(Block), table(Dialogue), table(Report)

HERE, THERE, TEAM = ("Zoé", "Marc", "Ida"), ("Awa", "Noé", "Lin"), ("Inès", "Omar")
PEOPLE = (*HERE, *THERE)
EVERYBODY = (*PEOPLE, *TEAM)
CANARY = {who: f"canari{n}" for n, who in enumerate(EVERYBODY)}
"""Stands in whatever somebody writes, …"""
PHONE = {who: f"06 12 34 56 {n:02}" for n, who in enumerate(EVERYBODY)}
"""… as how to reach them does in much of it."""
HABITS: dict[str, dict[str, Any]] = {
    "Marc": {"weekly": 1},
    "Ida": {"quiet_from": 0, "quiet_until": 0},
    "Noé": {"time_zone": "America/Montreal"},
    "Lin": {"suggestions": False},
}
WEEKLY = 2


@dataclass(frozen=True, slots=True)
class Word:
    """Something that reached somebody, when."""

    at: datetime
    purpose: str
    heard: Heard

    @property
    def whole(self) -> str:
        """All that is read, buttons included."""
        return "\n".join((self.heard.text, *self.heard.card, *self.heard.labels))


@dataclass(frozen=True, slots=True)
class Brought:
    """A request or a proposal that reached a member, who was like that then."""

    word: Word
    dialogue: str
    introduction: Any
    ask: Any
    to: Any
    apart: frozenset[int]
    """With whom they were not to be brought together, …"""
    looked_into: datetime | None
    """… and since when the team was looking into the request."""


class Town(Stage):
    """A stage on which it is noted who is told what, and what they were like at that moment."""

    def __init__(self, url: str, review_days: int) -> None:
        super().__init__(url=url)
        self.told: dict[str, list[Word]] = defaultdict(list)
        self.brought: list[Brought] = []
        for who in PEOPLE:
            offers = ["comptabilité"] if who != "Lin" else []
            at = None if who in HERE else "phone"
            self.member(who, at=at, offers=offers, headline=CANARY[who])
        for who in TEAM:
            self.member(who, role="moderator")
        self.ids: dict[str, int] = self.work(
            lambda scope: {who: self.id_of(who, scope) for who in EVERYBODY}
        )
        self.names = {id_: who for who, id_ in self.ids.items()}
        self.work(lambda scope: self._choose(scope, review_days))

    def reaches(self, connection: Connection, parcel: Parcel, heard: Heard) -> None:
        """Note it."""
        super().reaches(connection, parcel, heard)
        word = Word(self.now, parcel.purpose, heard)
        self.told[parcel.place.removeprefix("dm:")].append(word)
        if heard.outgoing.token:
            self._note(connection, word)

    def tries(self, who: str, *steps: str, **filled: str) -> None:
        """Say these words; "[so" presses what begins so, if that was offered of late.

        What is `filled` goes into the form that is shown last.
        """
        for step in steps:
            if not step.startswith("["):
                self.says(who, step)
            elif (token := self._offered(who, step[1:])) is None:
                return
            else:
                self.presses(who, token)
        if filled and self.told[who] and self.told[who][-1].heard.outgoing.fields:
            self.fills(who, **filled)

    def _offered(self, who: str, label: str) -> str | None:
        for word in reversed(self.told[who][-6:]):
            for n, each in enumerate(word.heard.labels):
                if each.startswith(label):
                    return word.heard.outgoing.action(n)
        return None

    def _choose(self, scope: Scope, review_days: int) -> None:
        house = scope.db.get_one(Community, scope.community_id)
        house.weekly, house.review_days = WEEKLY, review_days
        for who, chosen in HABITS.items():
            scope.connection.execute(
                update(members).where(members.c.id == self.ids[who]).values(chosen)
            )

    def _note(self, connection: Connection, word: Word) -> None:
        token = dialogues.c.token == word.heard.outgoing.token
        talk = connection.execute(select(dialogues).where(token)).first()
        if talk is None or talk.name not in {"request", "reworded", "proposal"}:
            return
        row = _one(connection, rows, talk.args["introduction"])
        ask = _one(connection, asks, row.ask_id)
        to = _one(connection, members, talk.member_id)
        looked_into = select(reports.c.opened_at).where(
            reports.c.ask_id == ask.id, reports.c.state != "closed"
        )
        self.brought.append(
            Brought(
                word, talk.name, row, ask, to, apart(connection, to.id),
                connection.execute(looked_into).scalars().first(),
            )
        )  # fmt: skip


def apart(connection: Connection, member: int) -> frozenset[int]:
    """Whom somebody has blocked, and who has blocked them."""
    either = or_(blocks.c.blocker_id == member, blocks.c.blocked_id == member)
    found = connection.execute(select(blocks).where(either)).all()
    return frozenset(id_ for row in found for id_ in (row.blocker_id, row.blocked_id)) - {member}


def _one(connection: Connection, of: Any, id_: int) -> Any:
    return connection.execute(select(of).where(of.c.id == id_)).one()
