"""Surveys, below the talk: what is counted, what is shown to whom and when (promises 8, 10, 11)."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlmodel import col

from community import ballots, groups, merging, sheets, surveys, tallies
from community.ballots import Heap
from community.members import NotAllowed
from community.scope import Scope
from community.surveys import Question
from community.tallies import Result
from community.transitions import WrongState
from conversations.pictures import bars
from conversations.testing import Stage
from storage.tables import BallotBox, Survey, SurveyAnswered, table

CROWD = ("Awa", "Marc", "Ida", "Léo", "Zoé", "Tom")
DAY = Question("one", "Quel jour ?", ["mardi", "jeudi"])
SCALE = Question("scale", "Content ?")
WORDS = Question("words", "Un mot ?")


@pytest.fixture
def stage(database_url: str) -> Iterator[Stage]:
    """Six members and an organiser."""
    made = Stage(url=database_url)
    for name in CROWD:
        made.member(name)
    made.member("Inès", role="organiser")
    yield made
    made.restart()


def opened(stage: Stage, *questions: Question, groups_: list[int] | None = None) -> int:
    """A survey of Inès's; its id."""
    until = stage.now + timedelta(days=14)

    def begin(scope: Scope) -> int:
        return surveys.open_survey(scope, "Ateliers", list(questions), groups_ or [], until).id

    made: int = stage.work(begin, "Inès")
    return made


def answers(stage: Stage, survey: int, who: str, *values: str) -> None:
    """Somebody answers every question; an empty value passes one over."""
    for n, each in enumerate(values):
        given = [each] if each else []
        stage.work(partial(sheets.answer, survey_id=survey, question=n, values=given), who)


def results(stage: Stage, survey: int, who: str = "Inès") -> list[Result]:
    found: list[Result] = stage.work(lambda scope: tallies.results(scope, survey), who)
    return found


def test_each_question_is_shown_from_five_answers_of_its_own_on(stage: Stage) -> None:
    survey = opened(stage, DAY, SCALE, WORDS)
    for n, who in enumerate(CROWD):
        answers(stage, survey, who, "0" if n else "1", "5" if n else "2", "" if n > 3 else f"m{n}")
    stage.work(lambda scope: surveys.close(scope, survey), "Inès")
    day, scale, words = results(stage, survey)
    assert (day.answers, day.shares) == (5, [100, 0])
    assert (scale.answers, scale.shares, scale.mean) == (5, [0, 0, 0, 0, 100], 45)
    assert (words.answers, words.texts) == (0, []), "four of six wrote something"


@given(answers=st.integers(5, 400), chosen=st.integers(0, 400))
def test_no_share_tells_that_it_was_exactly_so_many(answers: int, chosen: int) -> None:
    chosen %= answers + 1

    def shown(of: int) -> Result:
        return tallies._result(DAY, Heap(answers, {"0": of, "1": answers - of}))

    beside = [each for each in (chosen - 1, chosen + 1) if 0 <= each <= answers]
    assert shown(chosen) in [shown(each) for each in beside]
    assert shown(chosen).answers % 5 == 0


@given(answers=st.integers(5, 400), points=st.integers(0, 1600))
def test_no_mean_tells_one_answer(answers: int, points: int) -> None:
    """A scale on which all but one said the same; or what they said, whatever it was."""
    points = answers + points % (4 * answers + 1)

    def shown(total: int) -> int:
        fives, rest = divmod(total - answers, 4)
        given_ = {"5": fives, str(1 + rest): 1} if rest else {"5": fives}
        given_["1"] = answers - sum(given_.values())
        return tallies._result(SCALE, Heap(answers, given_)).mean

    beside = [each for each in (points - 1, points + 1) if answers <= each <= 5 * answers]
    assert shown(points) in [shown(each) for each in beside]


def test_words_come_in_an_order_of_their_own(stage: Stage) -> None:
    survey = opened(stage, WORDS)
    for who in CROWD:
        answers(stage, survey, who, f"mot de {who}")
    stage.work(lambda scope: surveys.close(scope, survey), "Inès")
    orders = {tuple(results(stage, survey)[0].texts) for _ in range(12)}
    assert len(orders) > 1
    assert {frozenset(each) for each in orders} == {frozenset(f"mot de {who}" for who in CROWD)}


def test_no_result_can_be_read_before_the_end(stage: Stage) -> None:
    survey = opened(stage, DAY)
    for who in CROWD:
        answers(stage, survey, who, "0")
    with pytest.raises(WrongState):
        results(stage, survey)


def test_only_organisers_read_and_close_and_begin(stage: Stage) -> None:
    survey = opened(stage, DAY)
    for act in (tallies.results, surveys.close, surveys.standing):
        with pytest.raises(NotAllowed):
            stage.work(partial(act, survey_id=survey), "Awa")
    until = stage.now + timedelta(days=1)
    with pytest.raises(NotAllowed):
        stage.work(lambda scope: surveys.open_survey(scope, "x", [DAY], [], until), "Awa")


def test_an_answer_counts_once_and_none_after_the_end(stage: Stage) -> None:
    survey = opened(stage, DAY)
    for who in CROWD:
        for _ in range(3):
            answers(stage, survey, who, "0")
    stage.work(lambda scope: surveys.close(scope, survey), "Inès")
    assert results(stage, survey)[0].answers == 5, "six, and more would be ten"
    with pytest.raises(WrongState):
        answers(stage, survey, "Inès", "0")


def test_the_same_question_to_almost_the_same_people_is_refused(stage: Stage) -> None:
    def gathered(scope: Scope) -> int:
        group = groups.make(scope, "Lyon")
        groups.add(scope, group.id or 0, [stage.id_of(each, scope) for each in CROWD])
        return group.id or 0

    lyon: int = stage.work(gathered, "Inès")
    opened(stage, DAY, groups_=[lyon])
    until = stage.now + timedelta(days=14)

    def obstacle(question: Question) -> Any:
        return stage.work(lambda scope: surveys.obstacle(scope, [question], [], until), "Inès")

    assert obstacle(DAY) == "alike", "all but Lyon is Inès alone"
    stage.passes(timedelta(days=22))
    until = stage.now + timedelta(days=14)
    assert obstacle(DAY) is None, "what was said three weeks ago is another answer"


PARTING = Question("one", "Pensez-vous partir ?", ["oui", "non"])


@pytest.mark.parametrize(
    "asked", ["Pensez vous  partir", "PENSEZ-VOUS PARTÏR ?", "Pensez-vous à partir ?"]
)
def test_other_signs_make_no_other_question(stage: Stage, asked: str) -> None:
    """A hyphen less, and what the newcomer answered was the difference between two results."""
    crowd(stage, 12)
    opened(stage, PARTING)
    stage.member("Bob")
    until = stage.now + timedelta(days=14)
    again = replace(PARTING, words=asked)

    def judged(scope: Scope) -> Any:
        return surveys.obstacle(scope, [again], [], until)

    assert stage.work(judged, "Inès") == "alike"


def test_the_same_in_other_words_is_not_put_to_a_few_and_one_more(stage: Stage) -> None:
    opened(stage, PARTING)
    stage.member("Bob")
    until = stage.now + timedelta(days=14)

    def judged(scope: Scope) -> Any:
        return surveys.obstacle(
            scope, [Question("one", "Restez-vous ?", ["oui", "non"])], [], until
        )

    assert stage.work(judged, "Inès") == "alike"
    crowd(stage, 3)
    assert stage.work(judged, "Inès") is None, "of eleven, one answer cannot be told"


def crowd(stage: Stage, count: int) -> None:
    """So many members more."""
    for n in range(count):
        stage.member(f"M{n}")


def test_a_question_is_not_put_again_to_a_group_that_one_person_has_left(stage: Stage) -> None:
    """The difference between the two results would be what that person had answered."""

    def gathered(scope: Scope) -> int:
        group = groups.make(scope, "Cercle")
        groups.add(scope, group.id or 0, [stage.id_of(each, scope) for each in CROWD])
        return group.id or 0

    circle: int = stage.work(gathered, "Inès")
    survey = opened(stage, DAY, groups_=[circle])
    stage.work(lambda scope: surveys.close(scope, survey), "Inès")

    def again(audience: list[int]) -> Any:
        until = stage.now + timedelta(days=14)
        return stage.work(lambda scope: surveys.obstacle(scope, [DAY], audience, until), "Inès")

    assert again([circle]) is None, "the very same people"
    stage.work(lambda scope: groups.remove(scope, circle, [stage.id_of("Tom", scope)]), "Inès")
    assert again([circle]) == "alike"
    for name in ("Ana", "Bea", "Cléo", "Dan", "Eve"):
        stage.member(name)
    assert again([]) is None, "seven more than were asked"


def test_a_question_is_not_put_again_to_everybody_and_one_newcomer(stage: Stage) -> None:
    survey = opened(stage, DAY)
    stage.work(lambda scope: surveys.close(scope, survey), "Inès")
    stage.member("Noé")
    until = stage.now + timedelta(days=14)

    def judged(scope: Scope) -> Any:
        return surveys.obstacle(scope, [DAY], [], until)

    assert stage.work(judged, "Inès") == "alike"


def test_who_was_asked_is_kept_while_it_matters_and_no_longer(stage: Stage) -> None:
    def circles() -> list[int]:
        found: list[int] = stage.work(lambda scope: [
            len(each.circle)
            for each in scope.db.scalars(select(Survey).order_by(col(Survey.id)))
        ])  # fmt: skip
        return found

    opened(stage, DAY)
    stage.passes(timedelta(days=22))
    opened(stage, SCALE)
    assert circles() == [0, 7]


@pytest.mark.parametrize(("size", "why"), [(0, "nobody"), (4, "few"), (5, None)])
def test_an_audience_is_of_five_at_least(stage: Stage, size: int, why: str | None) -> None:
    def judged(scope: Scope) -> Any:
        group = groups.make(scope, "Lyon")
        groups.add(scope, group.id or 0, [stage.id_of(each, scope) for each in CROWD[:size]])
        until = stage.now + timedelta(days=1)
        return surveys.obstacle(scope, [DAY], [group.id or 0], until)

    assert stage.work(judged, "Inès") == why


def test_six_questions_are_refused_below_the_talk_too(stage: Stage) -> None:
    with pytest.raises(surveys.WrongSurvey):
        opened(stage, *[DAY] * 6)


def test_two_members_who_become_one_have_answered_once(stage: Stage) -> None:
    survey = opened(stage, DAY)
    for who in ("Awa", "Marc"):
        answers(stage, survey, who, "0")

    def joined(scope: Scope) -> None:
        marc, awa = (stage.id_of(each, scope) for each in ("Marc", "Awa"))
        merging._clear(scope, marc, awa)
        merging._hand_over(scope, marc, awa)

    stage.work(joined)
    notes = table(SurveyAnswered)
    assert len(stage.write(lambda connection: connection.execute(select(notes)).all())) == 1


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    given_=st.lists(st.lists(st.sampled_from("abcdé"), max_size=3), min_size=1, max_size=12),
    seed=st.integers(),
)
def test_a_box_is_the_same_in_whatever_order_it_was_filled(
    new_database: Callable[[str], str], given_: list[list[str]], seed: int
) -> None:
    stage = Stage(url=new_database("sqlite"))
    for name in (*CROWD, "Inès"):
        stage.member(name, role="organiser" if name == "Inès" else "member")
    first, second = opened(stage, DAY), opened(stage, SCALE)
    mixed = random.Random(seed).sample(given_, len(given_))
    for survey, order in ((first, given_), (second, mixed)):
        for values in order:
            stage.work(partial(ballots.drop, survey_id=survey, question=0, values=values))
    assert _heap(stage, first) == _heap(stage, second)
    assert len(given_) == _heap(stage, first).answers
    stage.restart()


def _heap(stage: Stage, survey: int) -> Heap:
    def read(scope: Scope) -> Heap:
        box = scope.db.get_one(BallotBox, (survey, 0))
        return ballots._open(scope, box.sealed)

    heap: Heap = stage.work(read)
    assert list(heap.given) == sorted(heap.given)
    return heap


def test_a_picture_is_a_png_that_a_phone_can_show() -> None:
    drawn = bars("Quel jour vous convient ?", ["mardi", "jeudi"], [40, 60])
    assert drawn.content.startswith(b"\x89PNG\r\n")
    assert int.from_bytes(drawn.content[16:20]) > 800
    assert len(drawn.content) < 200_000
