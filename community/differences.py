"""What two surveys would tell together: the difference between their results (promises 8, 11)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import timedelta
from difflib import SequenceMatcher
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import col, select, update

from community.ballots import LEAST
from community.scope import Scope
from community.words import fold
from storage.tables import Survey

BETWEEN_ALIKE = timedelta(days=7)
"""For so long the same question does not go to almost the same people."""
SMALL = 10
"""To fewer people than this no question at all goes so: other words can ask the same."""
SAME = 0.75
"""From this likeness on, of 1, two questions are the same one."""

_SIGNS = re.compile(r"[\W_]+")


def tell(scope: Scope, questions: Iterable[Mapping[str, Any]], asked: set[int]) -> bool:
    """Whether the same lately went to all of these but a few, or to a few more.

    Who it went to is what was kept then: groups change, and what was answered does not.
    """
    words = _wordings(questions)
    recently = select(Survey).where(
        col(Survey.community_id) == scope.community_id, _is_recent(scope)
    )
    return any(
        0 < len(asked ^ set(each.circle)) < LEAST
        and (len(asked) < SMALL or _meet(words, _wordings(each.questions)))
        for each in scope.db.exec(recently).all()
    )


def forget(scope: Scope) -> None:
    """Who was asked long ago is nobody's business any more."""
    scope.db.exec(
        update(Survey)
        .where(col(Survey.community_id) == scope.community_id, ~_is_recent(scope))
        .values(circle=[])
    )


def _is_recent(scope: Scope) -> ColumnElement[bool]:
    return col(Survey.ends_at) > scope.now - BETWEEN_ALIKE


def _wordings(questions: Iterable[Mapping[str, Any]]) -> set[str]:
    """What is asked, in every language in which it is, without what can be changed unseen."""
    words = (each["words"] for each in questions)
    said = (text for each in words for text in ([each] if isinstance(each, str) else each.values()))
    return {_SIGNS.sub("", fold(each)) or each for each in said}


def _meet(some: set[str], others: set[str]) -> bool:
    return any(
        SequenceMatcher(None, one, other).ratio() >= SAME for one in some for other in others
    )
