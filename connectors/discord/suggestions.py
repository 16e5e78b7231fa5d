"""What could stand in a command's argument: what members offer help with, or who they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select
from sqlmodel import col, select

from community import lookup
from community.directory import askable
from community.members import ROLES
from community.scope import Scope
from connectors.discord.words import cut
from conversations.commands import Command, Takes, offered_to
from conversations.questions import plain
from storage.tables import Identity, Member, ProfileEntry, Space

CHOICES, LENGTH = 25, 100
"""Suggestions, and characters of each (Discord docs, "Autocomplete")."""
LOOKED_AT = 5_000


class Suggestion(NamedTuple):
    """What is shown, and what the command then gets."""

    shown: str
    value: str


class Asking(NamedTuple):
    """Who is typing, and where. `role` is what they may do there by the platform's own word."""

    space: str
    person: str
    role: str | None
    now: datetime


def suggestions(
    connection: Connection, asking: Asking, command: Command, begun: str
) -> list[Suggestion]:
    """Those that have what was typed so far, the shortest first; only for who may use it.

    Whoever has not been welcomed yet has agreed to nothing, and is shown nobody.
    """
    look_up, role = SOURCES.get(command.takes), _role(connection, asking)
    if look_up is None or role is None or command not in offered_to(role):
        return []
    wanted = plain(begun)
    found = [each for each in look_up(connection, asking) if wanted in plain(each.shown)]
    found.sort(key=lambda each: (not plain(each.shown).startswith(wanted), len(each.shown), each))
    return [Suggestion(cut(each.shown, LENGTH), each.value[:LENGTH]) for each in found[:CHOICES]]


def topics(connection: Connection, asking: Asking) -> Iterable[Suggestion]:
    """What members offer, as they wrote it."""
    offers = (
        select(ProfileEntry.words)
        .distinct()
        .join(Member, col(Member.id) == col(ProfileEntry.member_id))
        .where(
            col(ProfileEntry.kind) == "offer", _of_community(asking), *_askable(connection, asking)
        )
        .limit(LOOKED_AT)
    )
    return [Suggestion(words, words) for words in connection.execute(offers).scalars()]


def members(connection: Connection, asking: Asking) -> Iterable[Suggestion]:
    """Everybody of whom something can be said: also who is on a pause, or was asked enough."""
    return _people(connection, asking, [lookup.can_be_meant()])


def willing(connection: Connection, asking: Asking) -> Iterable[Suggestion]:
    """Those who can be asked to meet somebody now."""
    return _people(connection, asking, _askable(connection, asking))


def _people(
    connection: Connection, asking: Asking, which: Sequence[ColumnElement[bool]]
) -> Iterable[Suggestion]:
    """Members, told apart by what they say of themselves; a mention says which of them is meant."""
    query = (
        select(Member.name, Member.headline, Identity.external_id)
        .outerjoin(Identity, (col(Identity.member_id) == col(Member.id)) & _in(asking))
        .where(_of_community(asking), *which)
        .limit(LOOKED_AT)
    )
    return [
        Suggestion(f"{name} ({headline})" if headline else name, f"<@{id_}>" if id_ else name)
        for name, headline, id_ in connection.execute(query)
    ]


SOURCES: Mapping[Takes, Callable[[Connection, Asking], Iterable[Suggestion]]] = {
    "topic": topics, "member": members, "members": willing,
}  # fmt: skip


def _role(connection: Connection, asking: Asking) -> str | None:
    """The greater of what they were granted here and what the platform says.

    None of whoever has not been welcomed.
    """
    query = (
        select(Member.role, col(Identity.vouched))
        .join(Identity, col(Identity.member_id) == col(Member.id))
        .where(
            _in(asking), col(Identity.external_id) == asking.person, lookup.can_be_meant(),
        )
    )  # fmt: skip
    known = connection.execute(query).first()
    if known is None:
        return None
    granted = known.role if known.vouched else "member"
    return max(granted, asking.role or "member", key=ROLES.index)


def _of_community(asking: Asking) -> ColumnElement[bool]:
    return col(Member.community_id).in_(_space(asking, Space.community_id))


def _askable(connection: Connection, asking: Asking) -> Sequence[ColumnElement[bool]]:
    return askable(Scope(connection, asking.now, 0))


def _in(asking: Asking) -> ColumnElement[bool]:
    return col(Identity.space_id).in_(_space(asking, Space.id))


def _space(asking: Asking, column: Any) -> Select[Any]:
    found: Select[Any] = select(column).where(
        col(Space.connector) == "discord", col(Space.external_id) == asking.space
    )
    return found
