"""Promise 7: a round drops nobody silently, pairs nobody twice, and repeats a pair only when
nothing else is possible (P18, P26)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from community.rounds.crowd import Crowd
from community.rounds.fit import Fit
from community.rounds.leftover import grouped
from community.rounds.pairing import plan
from community.rounds.people import Pair, Participant, Plan, Terms, pair
from community.rounds.worths import Worths

JANUARY = date(2027, 1, 7)
TOPICS = ("comptabilité", "accounting", "jardinage", "menuiserie", "recrutement", "yoga")


def person(number: int, **given: Any) -> Participant:
    return Participant(id=number, **given)


def crowd(size: int, **given: Any) -> list[Participant]:
    return [person(number, **given) for number in range(1, size + 1)]


def terms(**given: Any) -> Terms:
    return Terms(on=JANUARY, **given)


@st.composite
def rounds(draw: st.DrawFn, most: int = 16) -> tuple[list[Participant], Terms]:
    """Some people, and terms that leave now much, now hardly any choice."""
    topics = st.lists(st.sampled_from(TOPICS), max_size=2).map(tuple)
    size = draw(st.integers(0, most))
    people = [
        Participant(
            id=number * 3 + 1, wants=draw(topics), gives=draw(topics),
            languages=frozenset(draw(st.sampled_from([("fr",), ("en",), ("fr", "en")]))),
            zone=draw(st.sampled_from(["Europe/Paris", "America/Montreal", "Pacific/Auckland"])),
            groups=frozenset(draw(st.sets(st.integers(1, 3), max_size=2))),
            three=draw(st.booleans()), first=draw(st.booleans()),
        )
        for number in range(size)
    ]  # fmt: skip
    twos = [pair(one.id, other.id) for one, other in combinations(people, 2)]
    some = st.sets(st.sampled_from(twos)) if twos else st.just(set[Pair]())
    met = draw(some)
    rules = st.sets(st.tuples(st.integers(1, 3), st.integers(1, 3)).map(lambda two: pair(*two)),
                    max_size=1)  # fmt: skip
    return people, Terms(
        on=JANUARY, size=draw(st.sampled_from([2, 2, 2, 3, 4, 8])), apart=draw(rules),
        mix=draw(rules), blocked=draw(some), met={two: draw(st.integers(1, 5)) for two in met},
    )  # fmt: skip


@settings(max_examples=100)
@given(rounds())
def test_everybody_is_in_one_group_or_left_over_with_a_reason(
    given: tuple[list[Participant], Terms],
) -> None:
    people, asked = given
    made = plan(people, asked)
    placed = [one for group in made.groups for one in group]
    assert sorted([*placed, *made.left]) == sorted(each.id for each in people)
    assert all(2 <= len(group) <= 8 for group in made.groups)


@settings(max_examples=100)
@given(rounds())
def test_nobody_meets_a_person_they_may_not_meet(given: tuple[list[Participant], Terms]) -> None:
    people, asked = given
    known = {each.id: each for each in people}
    for one, other in twos_of(plan(people, asked)):
        assert may_meet(known[one], known[other], asked)


def may_meet(one: Participant, other: Participant, asked: Terms) -> bool:
    """The rules once more, as one reads them."""
    offsets = {"Europe/Paris": 1, "America/Montreal": -5, "Pacific/Auckland": 13}
    between = abs(offsets[one.zone] - offsets[other.zone])
    far = min(between, 24 - between) > 10
    apart = any(pair(mine, theirs) in asked.apart for mine in one.groups for theirs in other.groups)
    blocked = pair(one.id, other.id) in asked.blocked
    return bool(one.languages & other.languages) and not (far or apart or blocked)


def twos_of(made: Plan) -> list[Pair]:
    return [two for group in made.groups for two in combinations(group, 2)]


@settings(max_examples=150)
@given(rounds(most=7))
def test_no_other_pairs_would_leave_fewer_alone_or_repeat_less(
    given: tuple[list[Participant], Terms],
) -> None:
    people, asked = given
    if asked.size != 2:
        return
    known = {each.id: each for each in people}
    made = plan(people, asked)
    repeats = sum(two in asked.met for two in twos_of(made))
    best = min(
        (len(people) - 2 * len(pairs), sum(two in asked.met for two in pairs))
        for pairs in pairings(sorted(known))
        if all(may_meet(known[one], known[other], asked) for one, other in pairs)
    )
    assert (len(made.left), repeats) <= best


def pairings(ids: Sequence[int]) -> Iterator[list[Pair]]:
    """Every way to pair some of these."""
    if not ids:
        yield []
        return
    first, rest = ids[0], ids[1:]
    yield from pairings(rest)
    for other in rest:
        for more in pairings([each for each in rest if each != other]):
            yield [(first, other), *more]


@settings(max_examples=100)
@given(rounds())
def test_a_group_of_three_is_wished_by_all_three(given: tuple[list[Participant], Terms]) -> None:
    people, asked = given
    if asked.size == 2:
        known = {each.id: each for each in people}
        for group in plan(people, asked).groups:
            assert len(group) == 2 or all(known[one].three for one in group)


@settings(max_examples=50)
@given(rounds(), st.randoms())
def test_the_order_in_which_people_came_changes_nothing(
    given: tuple[list[Participant], Terms], chance: Any
) -> None:
    people, asked = given
    shuffled = list(people)
    chance.shuffle(shuffled)
    assert plan(shuffled, asked) == plan(people, asked)


def test_four_people_meet_everybody_in_three_rounds_and_then_whom_they_met_first() -> None:
    met: dict[Pair, int] = {}
    for number in range(3):
        made = plan(crowd(4), terms(met=met, seed=number))
        assert not any(two in met for two in twos_of(made)), number
        met = {two: ago + 1 for two, ago in met.items()} | dict.fromkeys(twos_of(made), 1)
    assert len(met) == 6
    again = plan(crowd(4), terms(met=met))
    assert not again.left
    assert [met[two] for two in twos_of(again)] == [3, 3]


def test_the_odd_one_makes_a_group_of_three() -> None:
    assert sorted(map(len, plan(crowd(7), terms()).groups)) == [2, 2, 3]


def test_the_odd_one_is_left_over_where_nobody_wishes_to_be_three_and_comes_first() -> None:
    made = plan(crowd(7, three=False), terms())
    ((left, why),) = made.left.items()
    assert why == "odd"
    again = [person(each.id, three=False, first=each.id == left) for each in crowd(7)]
    assert left not in plan(again, terms()).left


def test_three_are_a_group_only_if_all_three_have_said_yes() -> None:
    """Who had not answered was one of three (by consent)."""
    silent = plan(crowd(3, three=None), terms())
    assert [len(group) for group in silent.groups] == [2]
    assert set(silent.left.values()) == {"odd"}


def test_who_only_has_to_say_yes_to_three_is_told_so() -> None:
    made = plan([person(1), person(2), person(3, three=None)], terms(met={(1, 3): 1, (2, 3): 1}))
    assert made == Plan([(1, 2)], {3: "unsaid"})


def test_two_left_over_of_an_even_number_are_not_told_that_it_was_odd() -> None:
    people = [person(1, languages=BOTH, three=False), *crowd(4, three=False)[1:]]
    kept = {(2, 3), (2, 4), (3, 4)}
    made = plan(people, terms(blocked=kept))
    assert list(made.left.values()) == ["taken", "taken"]


def test_who_would_not_be_three_is_in_a_pair() -> None:
    people = [person(1, three=False), *crowd(5)[1:]]
    made = plan(people, terms())
    assert [len(group) for group in made.groups if 1 in group] == [2]
    assert not made.left


def test_two_who_have_something_for_each_other_meet() -> None:
    people = [
        person(1, wants=("comptabilité",), gives=("jardinage",)),
        person(2, wants=("gardening",), gives=("accounting",), languages=frozenset({"fr", "en"})),
        person(3, gives=("yoga",)), person(4, wants=("yoga",)),
        person(5), person(6),
    ]  # fmt: skip
    assert plan(people, terms()).groups == [(1, 2), (3, 4), (5, 6)]


def test_groups_are_mixed_where_that_is_asked_for() -> None:
    mentors = [person(number, groups=frozenset({1})) for number in range(1, 5)]
    mentees = [person(number, groups=frozenset({2})) for number in range(5, 9)]
    made = plan([*mentors, *mentees], terms(mix={(1, 2)}))
    assert all(one <= 4 < other for one, other in made.groups)


def test_groups_are_kept_apart_and_colleagues_too() -> None:
    people = [person(number, groups=frozenset({1 + number % 2})) for number in range(1, 9)]
    same = plan(people, terms(apart={(1, 2)}))
    assert all((one + other) % 2 == 0 for one, other in same.groups)
    different = plan(people, terms(apart={(1, 1), (2, 2)}))
    assert all((one + other) % 2 == 1 for one, other in different.groups)


@pytest.mark.parametrize(
    ("people", "asked", "why"),
    [
        ([person(1)], terms(), "alone"),
        ([person(1), person(2, languages=frozenset({"en"}))], terms(), "language"),
        ([person(1), person(2, zone="Pacific/Auckland")], terms(), "hours"),
        (crowd(2), terms(blocked={(1, 2)}), "nobody"),
    ],
)
def test_who_is_left_over_is_told_why(people: list[Participant], asked: Terms, why: str) -> None:
    assert set(plan(people, asked).left.values()) == {why}


def test_two_meet_again_when_there_is_nobody_else() -> None:
    made = plan(crowd(2), terms(met={(1, 2): 1}))
    assert made == Plan([(1, 2)], {})


def test_two_triangles_are_two_groups_of_three_rather_than_a_repeat() -> None:
    met = {pair(one, other): 1 for one in (1, 2, 3) for other in (4, 5, 6)}
    assert plan(crowd(6), terms(met=met)).groups == [(1, 2, 3), (4, 5, 6)]


def test_two_who_would_meet_again_each_join_another_pair() -> None:
    people = Crowd(crowd(6), terms(met={(1, 2): 1}))
    worths = Worths(people, *Fit(people.people).directed())
    mates = np.array([1, 0, 3, 2, 5, 4], dtype=np.int64)
    groups = {tuple(sorted(each)) for each in grouped(worths, mates)}
    assert groups == {(0, 2, 3), (1, 4, 5)}


@pytest.mark.parametrize(("people", "size", "sizes"), [
    (9, 3, [3, 3, 3]), (10, 3, [3, 3, 4]), (12, 4, [4, 4, 4]), (13, 6, [6, 7]), (17, 8, [5, 6, 6]),
    (30, 5, [5] * 6), (2, 4, [2]),
])  # fmt: skip
def test_circles_have_about_the_size_that_was_asked_for(
    people: int, size: int, sizes: list[int]
) -> None:
    made = plan(crowd(people), terms(size=size))
    assert sorted(len(group) for group in made.groups) == sizes
    assert not made.left


def test_a_circle_is_of_people_who_have_something_for_each_other() -> None:
    people = [
        person(number, wants=(TOPICS[2 + number % 3],), gives=(TOPICS[2 + number % 3],))
        for number in range(1, 13)
    ]
    made = plan(people, terms(size=4))
    assert all(len({one % 3 for one in group}) == 1 for group in made.groups)


FRENCH, ENGLISH, BOTH = frozenset({"fr"}), frozenset({"en"}), frozenset({"fr", "en"})


def speakers(french: int, english: int, both: int = 0) -> list[Participant]:
    spoken = [FRENCH] * french + [ENGLISH] * english + [BOTH] * both
    return [person(number, languages=each) for number, each in enumerate(spoken, 1)]


@pytest.mark.parametrize(("people", "size", "sizes"), [
    (speakers(10, 5), 5, [5, 5, 5]), (speakers(4, 4), 5, [4, 4]), (speakers(5, 2), 5, [2, 5]),
    (speakers(12, 3), 5, [3, 6, 6]), (speakers(9, 2), 5, [2, 4, 5]), (speakers(3, 4, 1), 5, [3, 5]),
    (speakers(5, 2), 3, [2, 5]), (speakers(3, 3), 3, [3, 3]), (speakers(2, 1, 1), 4, [2, 2]),
    (speakers(3, 2, 3), 5, [3, 5]),
])  # fmt: skip
def test_circles_are_made_in_each_language(
    people: list[Participant], size: int, sizes: list[int]
) -> None:
    """One circle was made of 10 and 5, and ten people were left over."""
    made = plan(people, terms(size=size))
    assert sorted(map(len, made.groups)) == sizes
    assert not made.left


def test_nobody_else_is_left_over_for_the_one_who_speaks_another_language() -> None:
    made = plan(speakers(6, 1), terms(size=5))
    assert made == Plan([(1, 2, 3, 4, 5, 6)], {7: "language"})


def test_two_who_never_meet_are_in_two_circles() -> None:
    made = plan(crowd(5), terms(size=5, blocked={(1, 2)}))
    assert sorted(map(len, made.groups)) == [2, 3]


def test_circles_are_made_where_hours_are_in_common() -> None:
    people = [person(n, zone="Europe/Paris" if n < 5 else "Asia/Tokyo") for n in range(1, 9)]
    far = [person(n, zone="Europe/Paris" if n < 5 else "Pacific/Auckland") for n in range(1, 9)]
    assert not plan(people, terms(size=4)).left
    assert plan(far, terms(size=4)) == Plan([(1, 2, 3, 4), (5, 6, 7, 8)], {})


@settings(max_examples=100)
@given(rounds())
def test_whoever_is_left_over_by_circles_could_be_in_none(
    given: tuple[list[Participant], Terms],
) -> None:
    """Neither beside all of one, nor beside somebody whom two others would miss."""
    people, asked = given
    if asked.size == 2:
        return
    known = {each.id: each for each in people}
    made = plan(people, asked)
    for one in made.left:
        may = {each for each in known
               if each != one and may_meet(known[one], known[each], asked)}  # fmt: skip
        assert not may & made.left.keys()
        assert not any(set(group) <= may and len(group) < 8 for group in made.groups)
        assert not any(set(group) & may and len(group) > 2 for group in made.groups)
        assert made.left[one] != "odd"


# Many people, who are matched by an auction


@settings(max_examples=12)
@given(rounds())
def test_with_hundreds_the_promises_hold_too(given: tuple[list[Participant], Terms]) -> None:
    people, asked = given
    many = [
        Participant(
            id=each.id + 1000 * copy, wants=each.wants, gives=each.gives, zone=each.zone,
            languages=each.languages, groups=each.groups, three=each.three, first=each.first,
        )
        for each in people for copy in range(20)
    ]  # fmt: skip
    made = plan(many, asked)
    placed = [one for group in made.groups for one in group]
    assert sorted([*placed, *made.left]) == sorted(each.id for each in many)
    known = {each.id: each for each in many}
    assert all(may_meet(known[one], known[other], asked) for one, other in twos_of(made))
    repeated = [two for two in twos_of(made) if two in asked.met]
    assert not repeated or asked.size > 2


def test_five_rounds_of_four_hundred_repeat_nothing() -> None:
    met: dict[Pair, int] = {}
    people = [person(number, wants=(TOPICS[number % 6],), gives=(TOPICS[number % 5],))
              for number in range(1, 402)]  # fmt: skip
    for number in range(5):
        made = plan(people, terms(met=met, seed=number))
        assert not made.left
        assert not any(two in met for two in twos_of(made))
        met = {two: ago + 1 for two, ago in met.items()} | dict.fromkeys(twos_of(made), 1)
