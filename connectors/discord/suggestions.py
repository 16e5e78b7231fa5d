"""What could stand in a command's argument: what members offer help with, or who they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select
from sqlmodel import col, select

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
    """Those that have what was typed so far, the shortest first; only for who may use it."""
    look_up = SOURCES.get(command.takes)
    if look_up is None or command not in offered_to(_role(connection, asking)):
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
        .where(col(ProfileEntry.kind) == "offer", *_here(connection, asking))
        .limit(LOOKED_AT)
    )
    return [Suggestion(words, words) for words in connection.execute(offers).scalars()]


def people(connection: Connection, asking: Asking) -> Iterable[Suggestion]:
    """Members, told apart by what they say of themselves; a mention says which of them is meant."""
    query = (
        select(Member.name, Member.headline, Identity.external_id)
        .outerjoin(Identity, (col(Identity.member_id) == col(Member.id)) & _in(asking))
        .where(*_here(connection, asking))
        .limit(LOOKED_AT)
    )
    return [
        Suggestion(f"{name} ({headline})" if headline else name, f"<@{id_}>" if id_ else name)
        for name, headline, id_ in connection.execute(query)
    ]


SOURCES: Mapping[Takes, Callable[[Connection, Asking], Iterable[Suggestion]]] = {
    "topic": topics, "member": people, "members": people,
}  # fmt: skip


def _role(connection: Connection, asking: Asking) -> str:
    """The greater of what they were granted here and what the platform says."""
    query = (
        select(Member.role)
        .join(Identity, col(Identity.member_id) == col(Member.id))
        .where(
            _in(asking), col(Identity.external_id) == asking.person, col(Identity.vouched),
            col(Member.left_at).is_(None),
        )
    )  # fmt: skip
    granted = connection.execute(query).scalar() or "member"
    return max(granted, asking.role or "member", key=ROLES.index)


def _here(connection: Connection, asking: Asking) -> Sequence[ColumnElement[bool]]:
    """Members of the server's community who can be asked now."""
    communities = _space(asking, Space.community_id)
    scope = Scope(connection, asking.now, 0)
    return [col(Member.community_id).in_(communities), *askable(scope)]


def _in(asking: Asking) -> ColumnElement[bool]:
    return col(Identity.space_id).in_(_space(asking, Space.id))


def _space(asking: Asking, column: Any) -> Select[Any]:
    found: Select[Any] = select(column).where(
        col(Space.connector) == "discord", col(Space.external_id) == asking.space
    )
    return found
