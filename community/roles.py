"""Who may do what: giving a member a role, or taking it back."""

from __future__ import annotations

from sqlmodel import col, select

from community.scope import Scope
from storage.tables import Identity, Member


class NoSuchMember(LookupError):
    """Nobody has that id in this space."""


def appoint(scope: Scope, space_id: int, external_id: str, role: str) -> str:
    """Give a member of the space this role; their name. Raises NoSuchMember."""
    query = (
        select(Member)
        .join(Identity, col(Identity.member_id) == col(Member.id))
        .where(col(Identity.space_id) == space_id, col(Identity.external_id) == external_id)
    )
    member = scope.db.exec(query).first()
    if member is None or member.id is None:
        raise NoSuchMember(external_id)
    if member.role != role:
        scope.audit("role", member.id, member.role, role)
        member.role = role
    return member.name or external_id
