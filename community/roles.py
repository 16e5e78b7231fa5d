"""Who may do what: giving a member a role, or taking it back."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col, select

from community import members
from community.scope import Scope
from storage.tables import Identity, Member, Space


class NoSuchMember(LookupError):
    """Nobody is known by that."""


class SeveralMembers(LookupError):
    """More than one member has that name."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(SeveralMembers.__doc__)
        self.names = names


def appoint(scope: Scope, space_id: int, external_id: str, role: str) -> str:
    """Give a member this role, by their id in this space before any other; their name.

    It counts where it was granted by hand, also where they came in by a link. Raises NoSuchMember.
    """
    line = _by_id(scope, space_id, external_id)
    if line is None:
        raise NoSuchMember(external_id)
    line.vouched = line.vouched or role != "member"
    return give(scope, members.get(scope, line.member_id), role) or external_id


def appoint_called(scope: Scope, name: str, role: str) -> str:
    """Give the one member of that name this role; raises NoSuchMember or SeveralMembers.

    It counts wherever they did not come in by a link.
    """
    present = [each for each in members.named(scope, name) if each.left_at is None]
    exact = [each for each in present if each.name.casefold() == name.casefold()]
    found = exact or present
    if not found:
        raise NoSuchMember(name)
    if len(found) > 1:
        raise SeveralMembers([each.name for each in found])
    return give(scope, found[0], role)


def give(scope: Scope, member: Member, role: str) -> str:
    """The role, written down and told to the member, and their name; the same changes nothing."""
    assert member.id is not None
    if member.role != role:
        scope.audit("role", member.id, member.role, role)
        member.role = role
        scope.db.flush()
        scope.notify(member.id, "appointed", role=role)
    return member.name


def member_of(scope: Scope, space_id: int, external_id: str) -> Member:
    """The member with that id, in this space before any other; raises NoSuchMember."""
    line = _by_id(scope, space_id, external_id)
    if line is None:
        raise NoSuchMember(external_id)
    return members.get(scope, line.member_id)


def _by_id(scope: Scope, space_id: int, external_id: str) -> Identity | None:
    query = (
        select(Identity)
        .join(Space, col(Space.id) == col(Identity.space_id))
        .where(
            col(Space.community_id) == scope.community_id,
            col(Identity.external_id) == external_id,
        )
        .order_by((col(Space.id) == space_id).desc(), col(Identity.id))
    )
    return scope.db.exec(query).first()
