"""Telling many members at once: what `scope.notify` does for one, in a few statements for all."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import func
from sqlmodel import col, select

from community.scope import Scope
from storage import inbox
from storage.tables import Conversation, Identity, Member

Told = Mapping[int, Mapping[str, Any]]
"""By member, what the dialogue is begun with."""


def notify(scope: Scope, about: str, told: Told, *, occasion: str, **data: Any) -> None:
    """Start the dialogue `about` with each of these members, once for the occasion.

    `data` goes beside the dialogue into the event. Whoever has left is told nothing.
    """
    lines = _lines(scope, list(told))
    for space in dict.fromkeys(line.space_id for line in lines):
        here = [line for line in lines if line.space_id == space]
        inbox.put_all(
            scope.db.connection(),
            [
                {
                    "space_id": space, "place": line.direct_place, "sender": line.external_id,
                    "event_id": f"{inbox.OURS}{occasion}:{line.member_id}",
                    "payload": _start(about, told[line.member_id], data),
                    "received_at": scope.now,
                }
                for line in here
            ],
        )  # fmt: skip


def _start(about: str, args: Mapping[str, Any], data: Mapping[str, Any]) -> dict[str, Any]:
    begun = {"dialogue": about, "args": dict(args), **data}
    return {"kind": "start", "in": "direct", "data": begun}


def _lines(scope: Scope, member_ids: Collection[int]) -> list[Identity]:
    """Where each of them was last heard from, in the order of their ids."""
    heard = (col(Conversation.space_id) == col(Identity.space_id)) & (
        col(Conversation.place) == col(Identity.direct_place)
    )
    rank = func.row_number().over(
        partition_by=col(Identity.member_id),
        order_by=(col(Conversation.heard_at).desc().nulls_last(), col(Identity.id)),
    )
    ranked = (
        select(col(Identity.id).label("id"), rank.label("rank"))
        .join(Member, col(Member.id) == col(Identity.member_id))
        .outerjoin(Conversation, heard)
        .where(col(Identity.member_id).in_(member_ids), col(Member.left_at).is_(None))
        .subquery()
    )
    query = (
        select(Identity)
        .join(ranked, ranked.c.id == col(Identity.id))
        .where(ranked.c.rank == 1)
        .order_by(col(Identity.member_id))
    )
    return list(scope.db.exec(query))
