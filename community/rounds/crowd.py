"""Everybody of a round at once: who may meet whom. People are numbered by their place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from functools import cached_property
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from community.rounds.people import Pair, Participant, Terms, pair

Numbers = NDArray[np.int64]
Mask = NDArray[np.bool_]

DAY = 12
"""Hours of the day in which people talk: from eight to eight where they are."""
LEAST = 2
"""Hours in common without which two can't meet."""
HOURS, MIXED = 24, 60
"""What a whole day in common, and coming from groups to mix, are worth; a want that somebody gives
is worth 100."""

Kind = tuple[frozenset[str], str, frozenset[int]]
"""What decides whom people may meet, blocks aside: languages, time zone, groups that matter."""


class Crowd:
    """The people of a round by their places 0…, and which two of them may meet."""

    def __init__(self, people: Sequence[Participant], terms: Terms) -> None:
        self.people, self.terms = people, terms
        self.place = {each.id: at for at, each in enumerate(people)}
        named = {group for two in (*terms.mix, *terms.apart) for group in two}
        kinds: dict[Kind, int] = {}
        found = [
            kinds.setdefault((each.languages, each.zone, each.groups & named), len(kinds))
            for each in people
        ]
        self.kind: Numbers = np.array(found, dtype=np.int64)
        self._kinds = list(kinds)
        self._blocked = self._places_of(terms.blocked)
        self._met = self._places_of(terms.met)

    def __len__(self) -> int:
        return len(self.people)

    @cached_property
    def shared_languages(self) -> Mask:
        """By two kinds, whether they speak a language in common."""
        return np.array(
            [[bool(one[0] & other[0]) for other in self._kinds] for one in self._kinds], dtype=bool
        ).reshape(len(self._kinds), len(self._kinds))

    @cached_property
    def shared_hours(self) -> NDArray[np.float64]:
        """By two kinds, how many hours of the day they have in common on the round's day."""
        offsets = np.array([self._offset(kind[1]) for kind in self._kinds])
        between = np.abs(offsets[:, None] - offsets[None, :]) % 24
        hours: NDArray[np.float64] = np.maximum(0.0, DAY - np.minimum(between, 24 - between))
        return hours

    @cached_property
    def open(self) -> Mask:
        """By two kinds, whether people of them may meet."""
        allowed: Mask = self.shared_languages & (self.shared_hours >= LEAST)
        return allowed & ~self._between(self.terms.apart)

    @cached_property
    def reach(self) -> Mask:
        """By two kinds, whether a chain of people who may meet leads from one to the other."""
        found: Mask = self.open | np.eye(len(self._kinds), dtype=bool)
        while ((further := found @ found) != found).any():
            found = further
        return found

    @cached_property
    def worth(self) -> Numbers:
        """By two kinds, what their meeting is worth before anybody's wants are looked at."""
        hours = np.rint(HOURS * self.shared_hours / DAY).astype(np.int64)
        worth: Numbers = 1 + hours + MIXED * self._between(self.terms.mix)
        return worth

    def may_meet(self, one: int) -> Mask:
        """Whom somebody may meet."""
        allowed: Mask = self.open[self.kind[one], self.kind]
        allowed[one] = False
        allowed[list(self._blocked[one])] = False
        return allowed

    def strangers(self, one: int) -> Mask:
        """Whom somebody may meet, and has not met before."""
        allowed = self.may_meet(one)
        allowed[list(self._met[one])] = False
        return allowed

    def may(self, one: int, other: int) -> bool:
        """Whether these two may meet."""
        return other not in self._blocked[one] and bool(self.open[self.kind[one], self.kind[other]])

    def have_met(self, one: int, other: int) -> bool:
        """Whether these two have met in an earlier round."""
        return other in self._met[one]

    def ago(self, one: int, other: int) -> int:
        """How many rounds ago two last met; 0 for never."""
        return self.terms.met.get(pair(self.people[one].id, self.people[other].id), 0)

    @property
    def known(self) -> list[tuple[int, int]]:
        """Every two who have met, the lower place first."""
        return [(one, other) for one, others in sorted(self._met.items())
                for other in sorted(others) if one < other]  # fmt: skip

    def unmet(self, ones: Numbers, others: Numbers) -> Mask:
        """Of many twos at once, those who may meet and have not met."""
        key = np.minimum(ones, others) * len(self) + np.maximum(ones, others)
        allowed: Mask = self.open[self.kind[ones], self.kind[others]] & (ones != others)
        allowed &= ~np.isin(key, self._closed)
        return allowed

    @cached_property
    def _closed(self) -> Numbers:
        """Every two who are blocked or have met, as one number each."""
        twos = {pair(one, other) for known in (self._blocked, self._met)
                for one, others in known.items() for other in others}  # fmt: skip
        return np.array([one * len(self) + other for one, other in sorted(twos)], dtype=np.int64)

    def _places_of(self, pairs: Iterable[Pair]) -> dict[int, set[int]]:
        found: dict[int, set[int]] = defaultdict(set)
        for one, other in pairs:
            if one in self.place and other in self.place:
                found[self.place[one]].add(self.place[other])
                found[self.place[other]].add(self.place[one])
        return found

    def _between(self, rules: Iterable[Pair]) -> Mask:
        """By two kinds, whether one of these rules names a group of each."""
        found = np.zeros((len(self._kinds), len(self._kinds)), dtype=bool)
        for group, other in rules:
            in_one = np.array([group in kind[2] for kind in self._kinds], dtype=bool)
            in_other = np.array([other in kind[2] for kind in self._kinds], dtype=bool)
            found |= in_one[:, None] & in_other[None, :] | in_other[:, None] & in_one[None, :]
        return found

    def _offset(self, zone: str) -> float:
        """Hours from UTC at noon of the round's day."""
        noon = datetime.combine(self.terms.on, time(12), ZoneInfo(zone)).utcoffset()
        assert noon is not None
        return noon.total_seconds() / 3600
