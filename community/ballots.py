"""Ballot boxes: the answers to a question, without the people who gave them (promise 8).

A box is one sealed heap a question: how many answered, and how often each answer was given, in the
order of the words. So two histories in which members swapped their answers leave the same box, and
nothing in the database is about one answer alone. docs/anonymity.md has the whole reasoning.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import col, select

from community.scope import Scope
from storage import seal
from storage.tables import BallotBox

LEAST = 5
"""Answers to a question below which nothing of them is ever shown (promise 11)."""


@dataclass(frozen=True, slots=True)
class Heap:
    """What is in a box. `given` has each answer once, with how often it was given."""

    answers: int
    given: dict[str, int]


def can_be_sealed(scope: Scope) -> bool:
    """Whether there is a key to seal boxes with; without one nobody is promised anything."""
    return seal.has_key(scope.connection)


def put_up(scope: Scope, survey_id: int, count: int) -> None:
    """An empty box for each question. Raises NoKey."""
    for question in range(count):
        scope.db.add(BallotBox(survey_id=survey_id, question=question, sealed=empty(scope)))
    scope.db.flush()


def drop(scope: Scope, survey_id: int, question: int, values: Sequence[str]) -> None:
    """Put one person's answer in: several values if they chose several."""
    box = _box(scope, survey_id, question)
    box.sealed = add(scope, box.sealed, values)


def go_on(scope: Scope, survey_id: int, question: int, words: str) -> None:
    """Put in more words of somebody who has answered: they are no answer of one person more."""
    box = _box(scope, survey_id, question)
    heap = _open(scope, box.sealed)
    given = Counter(heap.given) + Counter([words])
    box.sealed = _seal(scope, Heap(heap.answers, dict(given)))


def count(scope: Scope, survey_id: int, question: int) -> Heap | None:
    """What is in a box, or None when it is too little to be shown, or can't be opened any more."""
    box = scope.db.get(BallotBox, (survey_id, question))
    return shown(scope, box.sealed) if box else None


def empty(scope: Scope) -> str:
    """A sealed heap without answers. Raises NoKey."""
    return _seal(scope, Heap(0, {}))


def add(scope: Scope, sealed: str, values: Sequence[str]) -> str:
    """A sealed heap with one person's answer more, sealed anew."""
    heap = _open(scope, sealed)
    given = Counter(heap.given) + Counter(dict.fromkeys(values, 1))
    return _seal(scope, Heap(heap.answers + 1, dict(given)))


def shown(scope: Scope, sealed: str) -> Heap | None:
    """What is in a sealed heap, or None as `count` has it."""
    try:
        heap = _open(scope, sealed)
    except (seal.NoKey, seal.Lost):
        return None
    return heap if heap.answers >= LEAST else None


def clear(scope: Scope, survey_id: int) -> None:
    """Take away the boxes that will never be shown."""
    boxes = scope.db.exec(select(BallotBox).where(col(BallotBox.survey_id) == survey_id)).all()
    for box in boxes:
        if count(scope, survey_id, box.question) is None:
            scope.db.delete(box)


def _box(scope: Scope, survey_id: int, question: int) -> BallotBox:
    query = select(BallotBox).where(
        col(BallotBox.survey_id) == survey_id, col(BallotBox.question) == question
    )
    return scope.db.exec(query.with_for_update()).one()


def _seal(scope: Scope, heap: Heap) -> str:
    content = {"answers": heap.answers, "given": heap.given}
    return seal.seal(scope.connection, json.dumps(content, sort_keys=True).encode())


def _open(scope: Scope, sealed: str) -> Heap:
    return Heap(**json.loads(seal.unseal(scope.connection, sealed)))
