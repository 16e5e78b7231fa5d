"""What members are called, kept so that a part of it finds them (`NameStart`)."""

from __future__ import annotations

from collections.abc import Iterator

from sqlmodel import col, delete

from community.scope import Scope
from community.words import fold
from storage.tables import NameStart


def folded(name: str) -> str:
    """The name without case, accents and spaces that say nothing."""
    return fold(" ".join(name.split()))


def note(scope: Scope, member_id: int, name: str) -> None:
    """From now on the member is found by this name, and by no earlier one."""
    forget(scope, member_id)
    scope.db.add_all(_starts(member_id, folded(name)))


def forget(scope: Scope, member_id: int) -> None:
    """Nobody finds the member by name any more."""
    scope.db.exec(delete(NameStart).where(col(NameStart.member_id) == member_id))


def _starts(member_id: int, words: str) -> Iterator[NameStart]:
    """ "marie-claire dupont", "claire dupont", "dupont"."""
    for at in range(len(words)):
        if at == 0 or words[at - 1] in " -":
            yield NameStart(member_id=member_id, words=words[at:], whole=at == 0)
