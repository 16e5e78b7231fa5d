"""Whoever has a ritual run sees how far it is, in one line that changes where it stands."""

from __future__ import annotations

from datetime import timedelta

from community import members, rituals, roles
from community.recurrence import Rhythm
from community.rituals import Plan
from community.scope import Scope
from conversations.testing import MONDAY, Heard, Stage
from tests.conversations.openings import opening

HERE, FAR = [f"H{n}" for n in range(12)], [f"F{n}" for n in range(6)]


@opening
def planned(stage: Stage) -> Stage:
    """Twelve members here and six where it is night; Inès and Odile organise."""
    stage.member("Inès", role="organiser")
    stage.member("Odile", role="organiser")
    for name in HERE:
        stage.member(name)
    for name in FAR:
        stage.member(name, time_zone="Pacific/Auckland")
    _plan(stage, "prompt", "La question")
    return stage


def _plan(stage: Stage, kind: str, name: str) -> None:
    rhythm = Rhythm("FREQ=MONTHLY;BYMONTHDAY=1", MONDAY, "Europe/Paris")
    plan = Plan(kind=kind, name=name, rhythm=rhythm)
    stage.work(lambda scope: rituals.plan(scope, plan), "Inès")


def has_it_run(stage: Stage, name: str = "La question") -> None:
    stage.says("Inès", f"/ritual run {name}")
    stage.taps("Inès", "Oui")


def lines(stage: Stage, who: str = "Inès") -> list[Heard]:
    return [each for each in stage.spoken[f"dm:{who}"] if each.outgoing.replaces]


def test_the_line_follows_the_messages_until_nobody_waits(planned: Stage) -> None:
    has_it_run(planned)
    planned.passes(timedelta(minutes=5))
    (first,) = lines(planned)
    assert "La question" in first.text
    assert "→ 14 personnes sur 20 l’ont reçu. Les autres" in first.text
    assert "il fait nuit chez elles (6)" in first.text
    planned.passes(timedelta(days=1))
    assert lines(planned)[-1].text.endswith("→ 20 personnes sur 20 l’ont reçu.")
    assert {each.outgoing.replaces for each in lines(planned)} == {"run:1"}


def test_it_is_said_when_it_has_changed_and_only_its_end_is_worth_a_message(
    planned: Stage,
) -> None:
    has_it_run(planned)
    planned.passes(timedelta(days=3))
    said = lines(planned)
    assert len({each.text for each in said}) == len(said) == 2
    assert [each.outgoing.interim for each in said] == [True, False]


def test_after_a_day_the_line_stays_as_it_is_even_if_somebody_waits(planned: Stage) -> None:
    planned.says("H0", "/ask")
    has_it_run(planned)
    planned.passes(timedelta(seconds=20))
    assert "une autre question attend leur réponse (moins de 5)" in lines(planned)[-1].text
    for _ in range(60):
        planned.passes(timedelta(minutes=25))
        planned.says("H0", "je ne sais pas encore")
    told = len(lines(planned))
    planned.passes(timedelta(days=5))
    assert len(lines(planned)) == told
    assert not lines(planned)[-1].outgoing.interim


def test_whoever_is_no_organiser_any_more_is_told_nothing_more(planned: Stage) -> None:
    has_it_run(planned)
    planned.passes(timedelta(minutes=1))
    assert len(lines(planned)) == 1

    def demote(scope: Scope) -> None:
        roles.give(scope, members.get(scope, planned.id_of("Inès", scope)), "member")

    planned.work(demote)
    planned.passes(timedelta(days=2))
    assert len(lines(planned)) == 1
    assert lines(planned, "Odile") == [], "she has not had it run"


def test_a_ritual_that_tells_nobody_has_no_line(planned: Stage) -> None:
    _plan(planned, "digest", "Les nouvelles")
    has_it_run(planned, "Les nouvelles")
    planned.passes(timedelta(days=1))
    told = len(lines(planned))
    has_it_run(planned, "Les nouvelles")
    planned.passes(timedelta(days=1))
    assert len(lines(planned)) == told, "there was nothing new to tell"
