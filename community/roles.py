"""Who may do what: giving a member a role, or taking it back."""

from __future__ import annotations

from sqlmodel import col, select

from community.scope import Scope
from storage.tables import Identity, Member, Space


class NoSuchMember(LookupError):
    """Nobody has that id, or that name."""


class SeveralMembers(LookupError):
    """Several members have that name."""


def appoint(scope: Scope, space_id: int, who: str, role: str) -> str:
    """Give a member this role; their name. Raises NoSuchMember, SeveralMembers.

    `who` is an id, in this space before any other, or a whole name where no platform shows ids.
    """
    identity = _by_id(scope, space_id, who)
    member = scope.db.get_one(Member, identity.member_id) if identity else _by_name(scope, who)
    if identity is not None:
        identity.vouched = True
    give(scope, member, role)
    return member.name or who


def give(scope: Scope, member: Member, role: str) -> None:
    """The role, written down and told to the member; one that they have changes nothing."""
    assert member.id is not None
    if member.role == role:
        return
    scope.audit("role", member.id, member.role, role)
    member.role = role
    scope.db.flush()
    scope.notify(member.id, "appointed", role=role)


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


def _by_name(scope: Scope, name: str) -> Member:
    query = select(Member).where(
        col(Member.community_id) == scope.community_id, col(Member.name) == name,
        col(Member.left_at).is_(None),
    )  # fmt: skip
    found = scope.db.exec(query).all()
    if len(found) > 1:
        raise SeveralMembers(name)
    if not found:
        raise NoSuchMember(name)
    return found[0]
