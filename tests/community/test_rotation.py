"""Prompts take turns: all before any again, and never one format twice in a row (P16)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from community import library
from community.rotation import next_of


@dataclass(frozen=True)
class Card:
    id: str
    format: str


def dealt(pool: list[Card], turns: int) -> list[Card]:
    used: list[Card] = []
    for _ in range(turns):
        last = used[-1].format if used else ""
        used.append(pool[next_of(pool, [each.id for each in used], last)])
    return used


pools = st.lists(st.sampled_from("abcde"), min_size=1, max_size=12).map(
    lambda formats: [Card(f"{n}", each) for n, each in enumerate(formats)]
)


@given(pools, st.integers(1, 40))
def test_none_comes_again_before_all_were_used(pool: list[Card], turns: int) -> None:
    found = [each.id for each in dealt(pool, turns)]
    for begin in range(0, turns, len(pool)):
        turn = found[begin : begin + len(pool)]
        assert len(set(turn)) == len(turn)


@given(pools, st.integers(1, 40))
def test_no_format_comes_twice_in_a_row(pool: list[Card], turns: int) -> None:
    most = max(Counter(each.format for each in pool).values())
    assume(2 * most <= len(pool))
    found = [each.format for each in dealt(pool, turns)]
    assert all(one != other for one, other in pairwise(found))


@given(pools, st.integers(0, 40), st.lists(st.sampled_from("abcde"), min_size=1, max_size=4))
def test_what_is_written_later_takes_its_turn_once_and_is_not_made_up_for(
    pool: list[Card], turns: int, formats: list[str]
) -> None:
    used = dealt(pool, turns)
    grown = [*(Card(f"own-{n}", each) for n, each in enumerate(formats)), *pool]
    for _ in range(2 * len(grown)):
        last = used[-1].format if used else ""
        used.append(grown[next_of(grown, [each.id for each in used], last)])
    times = Counter(each.id for each in used[turns:])
    assert all(1 <= times[each.id] <= 3 for each in grown)


def test_a_new_one_after_seventeen_does_not_come_six_times_running() -> None:
    ready = [Card(name, name) for name in ("story", "question", "challenge", "tip", "thanks")]
    used = dealt(ready, 17)
    pool = [Card("own", "question"), *ready]
    for _ in range(10):
        used.append(pool[next_of(pool, [each.id for each in used], used[-1].format)])
    assert [each.id for each in used[17:]].count("own") == 2
    assert all(one.format != other.format for one, other in pairwise(used))


def test_a_pool_of_one_goes_on() -> None:
    assert [each.id for each in dealt([Card("a", "x")], 3)] == ["a", "a", "a"]


def test_two_of_one_format_still_take_turns() -> None:
    assert [each.id for each in dealt([Card("a", "x"), Card("b", "x")], 4)] == ["a", "b", "a", "b"]


def test_every_ready_ritual_can_keep_both_promises() -> None:
    for name, ready in library.ready().items():
        formats = Counter(each.format for each in ready.prompts)
        most = max(formats.values(), default=0)
        assert 2 * most <= len(ready.prompts), name
