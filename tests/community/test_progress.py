"""While something goes out to many, organisers see who has it, and why others wait or miss it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from community import rituals
from community.recurrence import Rhythm
from community.rituals import Plan, broadcasts, progress
from community.rituals.progress import Progress
from community.scope import Scope
from conversations.dialogues.ritual_runs import have, how_far, run_lines
from conversations.engine import Engine as Talk
from conversations.language import render
from conversations.testing import MONDAY, Stage
from conversations.texts import Text
from storage import held, outbox

HERE, FAR = [f"H{n}" for n in range(12)], [f"F{n}" for n in range(6)]


@pytest.fixture
def stage(database_url: str) -> Iterator[Stage]:
    """Twelve members here, six where it is night; a question goes out to all of them."""
    made = Stage(url=database_url)
    made.member("Inès", role="organiser")
    for name in HERE:
        made.member(name)
    for name in FAR:
        made.member(name, time_zone="Pacific/Auckland")
    rhythm = Rhythm("FREQ=MONTHLY;BYMONTHDAY=1", MONDAY, "Europe/Paris")
    plan = Plan(kind="prompt", name="La question", rhythm=rhythm)
    made.work(lambda scope: rituals.run_now(scope, rituals.plan(scope, plan)), "Inès")
    yield made
    made.restart()


def seen(stage: Stage) -> Progress:
    found: Progress = stage.work(lambda scope: progress.of_runs(scope, [1])[1])
    return found


def counts(stage: Stage) -> dict[str, int]:
    return {why: count for why, count in seen(stage).counts.items() if count}


def test_at_first_everybodys_turn_is_still_to_come(stage: Stage) -> None:
    assert (seen(stage).total, seen(stage).got) == (19, 0)
    assert counts(stage) == {"soon": 19}
    stage.work(lambda scope: broadcasts.go_on(scope, 1, at_once=7))
    assert counts(stage) == {"soon": 19}


def test_who_sleeps_waits_for_the_morning_and_then_has_it(stage: Stage) -> None:
    stage.passes(timedelta(minutes=1))
    assert (seen(stage).got, counts(stage)) == (13, {"quiet-hours": 6})
    stage.passes(timedelta(days=1))
    assert (seen(stage).got, counts(stage), seen(stage).over) == (19, {}, True)


def test_whoever_answers_another_question_has_it_afterwards(stage: Stage) -> None:
    for name in HERE[:5]:
        stage.says(name, "/ask")
    stage.passes(timedelta(minutes=1))
    assert counts(stage) == {"quiet-hours": 6, "floor": 5}
    stage.says(HERE[0], "annuler")
    stage.says(HERE[1], "annuler")
    assert counts(stage)["floor"] == 3
    stage.passes(timedelta(hours=1))
    assert "floor" not in counts(stage)


def test_what_the_platforms_hold_back_or_refuse_is_told_with_its_reason(stage: Stage) -> None:
    stage.work(lambda scope: broadcasts.go_on(scope, 1))
    while stage.write(lambda connection: Talk().drain(connection, stage.now).turns):
        pass

    def refuse(scope: Scope) -> None:
        here = outbox.due(scope.connection, scope.now)
        held.hold(scope.connection, here[0].id, "Held: closed", scope.now)
        outbox.failed(scope.connection, here[1].id, "Closed: discord: 50007")
        outbox.failed(scope.connection, here[2].id, "Undeliverable: discord: 10013")
        outbox.later(scope.connection, here[3].id, scope.now, "TryLater: 429")

    stage.work(refuse)
    assert counts(stage) == {
        "soon": 9, "quiet-hours": 6, "window": 1, "closed": 1, "failed": 1, "platform": 1,
    }  # fmt: skip


def test_whoever_is_left_in_peace_is_counted_and_nobody_is_named(stage: Stage) -> None:
    for name in HERE[:2]:
        stage.says(name, "/stop")
    stage.passes(timedelta(minutes=1))
    line = render(stage.work(run_lines)[0], "fr")
    assert "→ 11 personnes sur 19 l’ont reçu." in line
    assert "il fait nuit chez elles (6)" in line
    assert not any(name in line for name in (*HERE, *FAR))


def test_a_figure_about_few_tells_no_number(stage: Stage) -> None:
    stage.work(lambda scope: broadcasts.go_on(scope, 1))
    for name in FAR[2:]:
        stage.does(name, "leave")
    stage.passes(timedelta(minutes=1))
    line = render(stage.work(run_lines)[0], "en")
    assert "it is night where they are (fewer than 5)" in line


@pytest.mark.parametrize(
    ("got", "total", "line"),
    [
        (0, 19, "personne ne l’a encore reçu"),
        (0, 3, "personne ne l’a encore reçu"),
        (2, 4, "une partie des personnes l’a reçu"),
        (4, 4, "toutes les personnes l’ont reçu"),
        (3, 19, "moins de 5 personnes sur 19 l’ont reçu"),
        (19, 19, "19 personnes sur 19 l’ont reçu"),
    ],
)
def test_how_many_have_it_is_said_in_words_that_make_sense(got: int, total: int, line: str) -> None:
    assert render(have(Progress(total=total, got=got)), "fr") == line


@pytest.mark.parametrize(
    ("got", "counts", "line"),
    [
        (2, {"quiet-hours": 35}, "fewer than 5 of 37 people have it. The others: {}"),
        (9, {"quiet-hours": 1}, "some of them have it. The others: {} (fewer than 5)"),
        (4, {"quiet-hours": 4}, "some of them have it. The others: {} (fewer than 5)"),
        (20, {"quiet-hours": 9, "closed": 1},
         "20 of 30 people have it. The others: {} and their direct messages are closed"
         " (fewer than 5)"),
        (20, {"quiet-hours": 5, "closed": 1}, "some of them have it."),
    ],
)  # fmt: skip
def test_a_figure_about_few_is_not_told_by_the_others(
    got: int, counts: dict[str, int], line: str
) -> None:
    far = Progress(total=got + sum(counts.values()), got=got, counts=counts)
    said = render(how_far(Text("survey-option", option="?"), far), "en")
    assert f"{line} ".format("it is night where they are") in f"{said} "
    assert not any(f"({n})" in said for n in counts.values()), said


def test_where_nobody_has_it_there_are_no_others() -> None:
    line = Text("survey-option", option="La question")
    far = Progress(total=19, counts={"quiet-hours": 19})
    said = render(how_far(line, far), "fr")
    assert "personne ne l’a encore reçu\N{NO-BREAK SPACE}: il fait nuit chez elles" in said
