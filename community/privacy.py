"""What is kept of a member, and taking it all away again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Table, or_
from sqlmodel import SQLModel, col, delete, select, update

from community import (
    blocks,
    choices,
    decisions,
    groups,
    hosting,
    left_behind,
    members,
    naming,
    partings,
    profiles,
    reports,
    roundups,
    stories,
)
from community.rounds import leaving
from community.scope import Scope
from storage import inbox
from storage.tables import (
    Alias,
    Ask,
    Conversation,
    DataAddress,
    Dialogue,
    Download,
    Identity,
    Inbox,
    Introduction,
    LocalMessage,
    Outbox,
    Place,
    PlaceMember,
    Receipt,
    Report,
    Sending,
    Solicitation,
    Thanks,
    table,
)  # fmt: skip

NOBODY = "…"
"""The title of a room that somebody has left for good."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of whoever acts."""

    since: datetime
    consented_at: datetime | None
    entries: int
    asks: int
    accounts: int = 1


def kept(scope: Scope) -> Kept:
    """A short account of what is kept."""
    member = members.me(scope)
    profile = profiles.mine(scope)
    count = len(profile.offers) + len(profile.experiences) + len(profile.wants)
    opened = scope.db.exec(select(Ask.id).where(col(Ask.requester_id) == scope.actor_id)).all()
    lines = members.lines(scope, member.id or 0)
    return Kept(member.joined_at, member.consented_at, count, len(opened), len(lines))


def ask_to_erase(scope: Scope) -> None:
    """Have whoever acts erased, as a turn of its own: after this one, at once.

    Whoever was removed is in no line any more but the one in which they act.
    """
    assert scope.actor_id is not None
    here = scope.db.get(Identity, scope.identity_id) if scope.identity_id else None
    line = here or members.direct_line(scope, scope.actor_id)
    if line is not None:
        inbox.put(
            scope.db.connection(), space_id=line.space_id, place=line.direct_place,
            event_id=f"{inbox.OURS}erase:{scope.actor_id}", sender=line.external_id, now=scope.now,
            payload={"kind": "erase", "in": "direct"},
        )  # fmt: skip


def erase(scope: Scope) -> None:
    """Take away everything that whoever acts has said or is called; ids without a name stay.

    What stays is that *somebody* asked and *somebody* was introduced, so that the other side's
    history and the counts remain true.
    """
    member = members.me(scope)
    assert member.id is not None
    lines = scope.db.exec(select(Identity).where(col(Identity.member_id) == member.id)).all()
    traced = left_behind.trace(scope, member.id, _subjects(scope, member.id))
    partings.leave(scope, member.id)
    profiles.forget(scope, member.id)
    for room in (blocks, reports, decisions, groups, choices, roundups, leaving, hosting, stories):
        room.forget(scope, member.id)
    _unwrite(scope, member.id)
    _unmention(scope, member.id)
    for line in lines:
        _forget_line(scope, line)
    left_behind.forget(scope, traced)
    scope.audit("member", member.id, "", "erased")
    member.name = member.headline = ""
    member.consented_at = member.consent_version = member.paused_until = member.welcomed_at = None
    member.quiet_from = member.quiet_until = member.weekly = member.warned_at = None
    member.suggestions, member.mention, member.buddy = True, None, False
    member.role, member.external, member.time_zone = "member", False, "UTC"


def forget_farewells(connection: Connection, _now: datetime) -> int:
    """Drop the rows by which those who were erased were told so: a place names a person."""
    left, shown = table(Outbox), table(LocalMessage)
    over = left.c.state.in_(("sent", "failed")), shown.c.author == left_behind.BOT
    dropped = [
        connection.execute(delete(rows).where(which, _nobodys(rows))).rowcount
        for rows, which in zip((left, shown), over, strict=True)
    ]
    return sum(dropped)


def _nobodys(rows: Table) -> ColumnElement[bool]:
    """Of rows with a place: it is the direct line of nobody."""
    lines = table(Identity)
    known = select(lines.c.id).where(
        lines.c.space_id == rows.c.space_id, lines.c.direct_place == rows.c.place
    )
    return rows.c.place.like("dm:%") & ~known.exists()


def _unwrite(scope: Scope, member_id: int) -> None:
    """Empty what the member wrote into rows that others need too."""
    own = select(Ask.id).where(_about(member_id))
    changes: list[tuple[type[SQLModel], ColumnElement[bool], dict[str, object]]] = [
        (Introduction, col(Introduction.ask_id).in_(own), {"details": "", "question": ""}),
        (Introduction, col(Introduction.helper_id) == member_id, {"question": "", "reason": ""}),
        (Ask, _about(member_id), {"need": "", "context": ""}),
        (Thanks, col(Thanks.giver_id) == member_id, {"words": ""}),
    ]
    for model, whose, values in changes:
        scope.db.exec(update(model).where(whose).values(**values))
    for model in (Dialogue, Receipt, DataAddress, Solicitation):
        scope.db.exec(delete(model).where(col(model.member_id) == member_id))


def _about(member_id: int) -> ColumnElement[bool]:
    """Of asks: those in which the member's words stand, or a moderator's words about them."""
    proposed_to = select(Introduction.ask_id).where(col(Introduction.helper_id) == member_id)
    return or_(
        col(Ask.requester_id) == member_id, col(Ask.proposed_by) == member_id,
        col(Ask.proposed_by).is_not(None) & col(Ask.id).in_(proposed_to),
    )  # fmt: skip


def _unmention(scope: Scope, member_id: int) -> None:
    """End what others are being asked about the member, and take the name off shared rooms."""
    name, about = members.get(scope, member_id).name, _subjects(scope, member_id)
    for talk in scope.db.exec(select(Dialogue)).all():
        mentioned = bool(name) and naming.names(talk.answers, member_id, name)
        if mentioned or any(talk.args.get(kind) in ids for kind, ids in about.items()):
            scope.db.delete(talk)
    rooms = select(PlaceMember.place_id).where(col(PlaceMember.member_id) == member_id)
    scope.db.exec(update(Place).where(col(Place.id).in_(rooms)).values(title=NOBODY))
    scope.db.exec(delete(PlaceMember).where(col(PlaceMember.member_id) == member_id))


def _subjects(scope: Scope, member_id: int) -> dict[str, set[int | None]]:
    """The ids of what a dialogue can be about, by its argument, where that is about the member."""
    own = set(scope.db.exec(select(Ask.id).where(_about(member_id))))
    met = select(Introduction.id).where(
        or_(col(Introduction.ask_id).in_(own), col(Introduction.helper_id) == member_id)
    )
    reported = select(Report.id).where(
        or_(col(Report.reporter_id) == member_id, col(Report.about_id) == member_id)
    )
    given = select(Thanks.id).where(col(Thanks.giver_id) == member_id)
    about: dict[str, set[int | None]] = {"ask": own, "member": {member_id}}
    return about | {
        kind: set(scope.db.exec(query))
        for kind, query in (("introduction", met), ("report", reported), ("thanks", given))
    }


def _forget_line(scope: Scope, line: Identity) -> None:
    """Drop what passed through one of the member's direct lines, and what they said elsewhere."""
    here = line.direct_place
    for model, whose in (
        (Inbox, or_(col(Inbox.place) == here, col(Inbox.sender) == line.external_id)),
        (Outbox, col(Outbox.place) == here),
        (Sending, col(Sending.place) == here),
        (Download, col(Download.place) == here),
        (LocalMessage, or_(col(LocalMessage.place) == here,
                           col(LocalMessage.author) == line.external_id)),
    ):  # fmt: skip
        scope.db.exec(delete(model).where(col(model.space_id) == line.space_id, whose))
    known = col(Alias.space_id) == line.space_id, col(Alias.person) == line.external_id
    scope.db.exec(update(Alias).where(*known).values(erased=True))
    scope.db.exec(
        delete(Conversation).where(
            col(Conversation.space_id) == line.space_id, col(Conversation.place) == here
        )
    )
    scope.db.delete(line)
