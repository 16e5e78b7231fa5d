"""Where a piece of work happens: one transaction, one moment, one community."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, insert, or_
from sqlmodel import Session, col, select

from storage import inbox
from storage.prepared import Prepared
from storage.tables import Audit, Conversation, Identity, Member, table

_CHANGE = ("subject", "subject_id", "before", "after")
_audit = Prepared(insert(table(Audit)).inline(), ("community_id", "at", "actor_id", *_CHANGE))

STAFF = ("moderator", "organiser")
"""The roles of the team."""


def on_the_team(roles: Collection[str]) -> ColumnElement[bool]:
    """Of identities, with their members: those through which somebody has one of these roles."""
    granted = and_(col(Identity.vouched), col(Member.role).in_(roles))
    return or_(granted, col(Identity.claim).in_(roles))


@dataclass(slots=True)
class Scope:
    """What the functions of this room work with. `actor_id` is who acts; None for the bot itself.

    `role` is what the actor may do here by the word of the platform on which they act right now,
    `identity_id` the identity through which they act.

    Everything done through `db` becomes true with the transaction around it, or not at all.
    """

    connection: Connection
    now: datetime
    community_id: int
    actor_id: int | None = None
    role: str | None = None
    identity_id: int | None = None
    touched: set[int] = field(default_factory=set)
    """Members whose profiles were changed here."""
    _session: Session | None = field(default=None, repr=False)

    @property
    def db(self) -> Session:
        """A session inside the transaction, made when first needed."""
        if self._session is None:
            self._session = Session(self.connection, join_transaction_mode="create_savepoint")
        return self._session

    def write(self) -> None:
        """Write what is pending in `db`, so that a plain statement on `connection` sees it."""
        if self._session is not None:
            self._session.flush()

    def close(self, *, keep: bool) -> None:
        """End the work: write what is pending, or drop it."""
        if self._session is None:
            return
        if keep:
            self._session.commit()
        self._session.close()
        self._session = None

    def line(self, member_id: int, *, as_staff: bool = False) -> Identity | None:
        """Where a member is met: where they act now, else where they were last heard from.

        With `as_staff`, only where they belong to the team: by a role that they were granted and
        that counts there, or by the platform's word. None for who has left.
        """
        heard = (col(Conversation.space_id) == col(Identity.space_id)) & (
            col(Conversation.place) == col(Identity.direct_place)
        )
        query = (
            select(Identity)
            .join(Member, col(Member.id) == col(Identity.member_id))
            .outerjoin(Conversation, heard)
            .where(col(Identity.member_id) == member_id, col(Member.left_at).is_(None))
            .order_by(
                case((col(Identity.id) == self.identity_id, 0), else_=1),
                col(Conversation.heard_at).desc().nulls_last(), col(Identity.id),
            )
        )  # fmt: skip
        if as_staff:
            query = query.where(on_the_team(STAFF))
        return self.db.exec(query).first()

    def notify(
        self,
        member_id: int,
        about: str,
        *,
        once_for: str | None = None,
        as_staff: bool = False,
        **data: Any,
    ) -> None:
        """Start the dialogue `about` with a member, through the inbox.

        `once_for` names an occasion that brings it only once, however often it comes up;
        `as_staff` says that it concerns them by their role. Somebody who left is told nothing.
        """
        line = self.line(member_id, as_staff=as_staff)
        if line is not None:
            self.tell(line, about, once_for=once_for, **data)

    def tell(self, line: Identity, about: str, *, once_for: str | None = None, **data: Any) -> None:
        """Start the dialogue `about` in one of a member's direct lines."""
        occasion = once_for or secrets.token_hex(8)
        inbox.put(
            self.db.connection(),
            space_id=line.space_id,
            event_id=f"{inbox.OURS}{about}:{occasion}:{line.member_id}",
            place=line.direct_place,
            sender=line.external_id,
            payload={"kind": "start", "in": "direct", "data": {"dialogue": about, "args": data}},
            now=self.now,
        )

    def audit(self, subject: str, subject_id: int, before: str, after: str) -> None:
        """Note a change of state: who, what, when; ids and states only."""
        self.db.add(
            Audit(
                community_id=self.community_id, at=self.now, actor_id=self.actor_id,
                subject=subject, subject_id=subject_id, before=before, after=after,
            )
        )  # fmt: skip

    def audits(self, changes: Sequence[tuple[str, int, str, str]]) -> None:
        """Note changes at once, without a session: (subject, id, before, after)."""
        common = {"community_id": self.community_id, "at": self.now, "actor_id": self.actor_id}
        named = (dict(zip(_CHANGE, each, strict=True)) for each in changes)
        _audit.run(self.connection, [common | each for each in named])
