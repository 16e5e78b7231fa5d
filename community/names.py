"""What members are called, kept so that a part of it finds them (`NameStart`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sqlmodel import col, delete

from community.scope import Scope
from community.search import tokens
from community.words import fold
from storage.tables import NameStart

_WORDS = re.compile(r"[^\W_]+")


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


def names_in(words: str, names: Iterable[str]) -> list[str]:
    """The words that are a part of one of these names, as they are written."""
    parts = {part for name in names for part in _WORDS.findall(fold(name))}
    told = {part for part in parts if len(part) > 1 and tokens.words(part)}
    return list(dict.fromkeys(each for each in _WORDS.findall(words) if fold(each) in told))


def _starts(member_id: int, words: str) -> Iterator[NameStart]:
    """ "marie-claire dupont", "claire dupont", "dupont"."""
    for at in range(len(words)):
        if at == 0 or words[at - 1] in " -":
            yield NameStart(member_id=member_id, words=words[at:], whole=at == 0)
