"""Who should be found for a query, and how well a ranking does it.

The grades and measures of the evaluation's README: 3 offers the concept itself, 2 a direct
narrower one, 1 a direct broader one (or works in the same group of occupations).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Line = Mapping[str, Any]
FIRST, SHOWN = 5, 10
EXACTLY = 3


@dataclass(frozen=True, slots=True)
class Score:
    """One query's measures, each from 0 to 1."""

    recall: float
    reciprocal_rank: float
    gain: float


def mean(scores: Sequence[Score]) -> Score:
    """The average of each measure."""
    return Score(*(sum(column) / len(scores) for column in zip(*map(_row, scores), strict=True)))


class Judge:
    """Knows from the gold fields who offers what."""

    def __init__(
        self, members: Iterable[Line], related: Mapping[str, Mapping[str, list[str]]]
    ) -> None:
        self._related = related
        self._lang: dict[int, str] = {}
        self._group: dict[str, str] = {}
        self._by: dict[str, defaultdict[str, set[int]]] = {
            field: defaultdict(set) for field in ("skills", "role", "topics", "group")
        }
        for member in members:
            self._learn(member)

    def score(self, query: Line, ranked: Sequence[int]) -> Score | None:
        """How well this ranking answers; None when nobody offers it exactly."""
        grades, skipped = self._grades(query)
        wanted = {member for member, grade in grades.items() if grade == EXACTLY}
        if not wanted:
            return None
        counted = [member for member in ranked if member not in skipped]
        places = [at for at, member in enumerate(counted[:SHOWN]) if member in wanted]
        found = [grades.get(member, 0) for member in counted]
        return Score(
            recall=len(wanted & {*counted[:FIRST]}) / min(FIRST, len(wanted)),
            reciprocal_rank=1 / (places[0] + 1) if places else 0.0,
            gain=_gain(found) / _gain(sorted(grades.values(), reverse=True)),
        )

    def _learn(self, member: Line) -> None:
        id_ = member["id"]
        self._lang[id_] = member["lang"]
        self._group[member["_role"]] = member["_isco"]
        self._by["role"][member["_role"]].add(id_)
        self._by["group"][member["_isco"]].add(id_)
        for field in ("skills", "topics"):
            for concept in member[f"_{field}"]:
                self._by[field][concept].add(id_)

    def _grades(self, query: Line) -> tuple[dict[int, int], set[int]]:
        """The grade of each member who counts, and who is neither right nor wrong."""
        concept, offered = query["concept"], self._by[query["field"]]
        narrower = self._related["narrower"].get(concept, [])
        broader = self._related["broader"].get(concept, [])
        steps = [(1, offered, broader), (2, offered, narrower), (3, offered, [concept])]
        if query["field"] == "role" and concept in self._group:
            steps.insert(0, (1, self._by["group"], [self._group[concept]]))
        grades = {
            member: grade for grade, by, names in steps for name in names for member in by[name]
        }
        curious = set().union(
            *(self._by["topics"][name] for name in (concept, *narrower, *broader))
        )
        foreign = {member for member in grades if self._lang[member] != query["tlang"]}
        skipped = (curious - grades.keys()) | foreign
        return {member: grade for member, grade in grades.items() if member not in foreign}, skipped


def _gain(grades: Sequence[int]) -> float:
    return sum(grade / math.log2(at + 2) for at, grade in enumerate(grades[:SHOWN]))


def _row(score: Score) -> tuple[float, float, float]:
    return score.recall, score.reciprocal_rank, score.gain
