"""What is kept of a member, all of it, in a form that they can take along (P42)."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection
from sqlmodel import SQLModel, and_, col, delete, or_, select

from community import charter, decisions, members, pauses, profiles, reports, thanks
from community.lives import AGREED, ROUND
from community.scope import Scope
from storage.tables import (
    Ask,
    Audit,
    Block,
    DataAddress,
    Fact,
    GroupMember,
    Guest,
    Identity,
    Introduction,
    OptOut,
    Place,
    PlaceMember,
    PromptAnswer,
    Receipt,
    Report,
    Seat,
    Solicitation,
    Space,
    Story,
    Thanks,
    table,
)

LIFETIME = timedelta(hours=1)
ADDRESS = "public-url"
"""The fact that says where this installation is found from outside."""
HOME = "local"
"""The platform on whose pages an address of ours needs no beginning."""
Rows = list[dict[str, Any]]
WHOSE: Mapping[str, tuple[type[SQLModel], Any]] = {
    "groups": (GroupMember, GroupMember.member_id),
    "answers": (PromptAnswer, PromptAnswer.member_id),
    "rounds": (Seat, Seat.member_id),
    "gatherings": (Guest, Guest.member_id),
    "stories": (Story, Story.teller_id),
    "asked": (Solicitation, Solicitation.member_id),
    "left": (OptOut, OptOut.member_id),
}
"""What is a member's own by one column. (Answers to surveys are nobody's.)"""
HELPERS = ("id", "state", "with", "question", "requested_at", "decided_at", "talk_at")
"""Of an introduction, what its helper wrote or was told."""


def offer(scope: Scope) -> str:
    """An address at which whoever acts can fetch their data once, within an hour; "" for none.

    Whoever reads on our own page needs no public address to get there.
    """
    here = scope.db.get(Identity, scope.identity_id) if scope.identity_id else None
    space = scope.db.get(Space, here.space_id) if here else None
    fact = scope.db.get(Fact, ADDRESS)
    if fact is None and (space is None or space.connector != HOME):
        return ""
    token = secrets.token_urlsafe(24)
    assert scope.actor_id is not None
    scope.db.exec(delete(DataAddress).where(col(DataAddress.member_id) == scope.actor_id))
    scope.db.add(
        DataAddress(
            digest=_digest(token), member_id=scope.actor_id, expires_at=scope.now + LIFETIME
        )
    )  # fmt: skip
    return f"{fact.value if fact and space and space.connector != HOME else ''}/mydata/{token}"


def holder(connection: Connection, token: str, now: datetime) -> int | None:
    """Whose data is at an address; None when it is over, or never was."""
    rows = table(DataAddress)
    known = (rows.c.digest == _digest(token)) & (rows.c.expires_at > now)
    found: int | None = connection.execute(select(rows.c.member_id).where(known)).scalar()
    return found


def spend(connection: Connection, token: str) -> None:
    """The data was fetched: the address is worth nothing any more."""
    rows = table(DataAddress)
    connection.execute(delete(rows).where(rows.c.digest == _digest(token)))


def forget_old(connection: Connection, now: datetime) -> int:
    """Drop the addresses that are over; how many."""
    rows = table(DataAddress)
    return connection.execute(delete(rows).where(rows.c.expires_at <= now)).rowcount


def collect(scope: Scope) -> dict[str, Rows]:
    """Everything kept of whoever acts, by what it is; of others, only what they wrote to them."""
    me = members.me(scope)
    mine = profiles.mine(scope)
    by_round = select(Ask.id).where(col(Ask.kind) == ROUND)
    requested = col(Ask.requester_id) == me.id, col(Ask.kind) != ROUND
    rooms = select(PlaceMember.place_id).where(col(PlaceMember.member_id) == me.id)
    return {
        "member": [_row(me, without=("profile_stamp",)) | _to_come(scope)],
        "profile": [{"kind": kind, "words": words}
                    for kind in profiles.KINDS for words in mine.entries(kind)],
        "accounts": _all(scope, Identity, col(Identity.member_id) == me.id),
        "consent": [_agreed(scope, each) for each in scope.db.exec(
            select(Receipt).where(col(Receipt.member_id) == me.id))],
        "asks": _all(scope, Ask, and_(*requested)),
        "introductions": _introduced(scope, col(Introduction.ask_id).not_in(by_round)),
        "written": [_named(scope, each) for each in
                    _introduced(scope, col(Introduction.ask_id).in_(by_round))],
        "thanks": _all(scope, Thanks, col(Thanks.giver_id) == me.id)
                  + [_row(each) for each in thanks.received(scope)],
        **{name: _all(scope, model, col(who) == me.id) for name, (model, who) in WHOSE.items()},
        "decisions": [
            {"kind": each.kind, "reason": each.reason, "at": each.at.isoformat()}
            for each in decisions.told(scope)
        ],
        "blocked": [_without_name(each, unknown=each.unnamed) for each in scope.db.exec(
            select(Block).where(col(Block.blocker_id) == me.id))],
        "reports": [_without_name(each, unknown=reports.is_of_nobody_known(scope, each)) for each in
            scope.db.exec(select(Report).where(col(Report.reporter_id) == me.id))],
        "rooms": _all(scope, Place, col(Place.id).in_(rooms)),
        "history": _all(scope, Audit, or_(
            col(Audit.actor_id) == me.id,
            (col(Audit.subject) == "member") & (col(Audit.subject_id) == me.id))),
    }  # fmt: skip


def _to_come(scope: Scope) -> dict[str, Any]:
    """A pause that is still to begin."""
    found = pauses.planned(scope)
    told = {"pauses_at": found.since, "pauses_until": found.until} if found else {}
    return {name: day.isoformat() for name, day in told.items() if day}


def _agreed(scope: Scope, receipt: Receipt) -> dict[str, Any]:
    """What was agreed to, in the words that were read."""
    texts = charter.texts(scope, receipt.version)
    return _row(receipt) | {kind: dict(words) for kind, words in texts.items()}


def _introduced(scope: Scope, which: Any) -> Rows:
    """The introductions of whoever acts."""
    own = select(Ask.id).where(col(Ask.requester_id) == scope.actor_id)
    about = or_(col(Introduction.helper_id) == scope.actor_id, col(Introduction.ask_id).in_(own))
    found = scope.db.exec(select(Introduction).where(about, which))
    mine = set(scope.db.exec(own))
    return [_as_seen(scope, each, mine) for each in found]


def _without_name(row: Block | Report, *, unknown: bool) -> dict[str, Any]:
    """Not by a number either, whom it is about: they asked for help without a name."""
    return _row(row, without=("blocked_id", "about_id") if unknown else ())


def _named(scope: Scope, seen: dict[str, Any]) -> dict[str, Any]:
    """A round's two who write to each other through the bot: nobody asked for help, and both know
    what the round is called."""
    ask = scope.db.get_one(Ask, scope.db.get_one(Introduction, seen["id"]).ask_id)
    asked = _row(ask) if ask.requester_id == scope.actor_id else {}
    return asked | seen | {"round": ask.need}


def _as_seen(scope: Scope, row: Introduction, own: set[int | None]) -> dict[str, Any]:
    """An introduction without what the other side was not told; who it is, once both agreed."""
    seen = _row(row)
    if row.state in AGREED:
        requester = scope.db.get_one(Ask, row.ask_id).requester_id
        seen["with"] = members.get(scope, row.helper_id if row.ask_id in own else requester).name
    if row.ask_id in own:
        return seen if row.decided_at else {**seen, "helper_id": None}
    return {key: seen[key] for key in HELPERS if key in seen}


def _all(scope: Scope, model: type[SQLModel], which: Any) -> Rows:
    return [_row(each) for each in scope.db.exec(select(model).where(which))]


def _row(row: SQLModel, without: tuple[str, ...] = ()) -> dict[str, Any]:
    told: Mapping[str, Any] = row.model_dump(mode="json")
    return {key: value for key, value in told.items()
            if key not in without and value not in (None, "")}  # fmt: skip


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
