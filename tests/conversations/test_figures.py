"""What organisers read of a run in `/ritual last`: figures, and nothing about fewer than five."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import col, select

from community import members, replays, rituals
from community.recurrence import Rhythm
from community.rituals import Plan
from community.rounds import joining, life, telling
from community.scope import Scope
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Seat
from tests.conversations.openings import opening
from tests.nights import without_nights

MONTHLY = Rhythm(
    "FREQ=MONTHLY;BYMONTHDAY=23", datetime(2026, 11, 23, 10, tzinfo=UTC), "Europe/Paris"
)
JOINING = [f"M{n}" for n in range(12)]


@opening
def town(stage: Stage) -> Stage:
    """Inès organises coffees; of twelve, one speaks only English."""
    stage.member("Inès", role="organiser")
    for name in JOINING:
        stage.member(name)
    plan = Plan(kind="round", name="Café", rhythm=MONTHLY)
    stage.work(lambda scope: rituals.plan(scope, plan), "Inès")
    stage.work(without_nights)
    return stage


def join(stage: Stage, names: Sequence[str], *languages: str) -> None:
    for name in names:
        stage.work(lambda scope: joining.wish(scope, 1, languages, three=False), name)
        stage.work(lambda scope: joining.join(scope, 1, "once"), name)


def approved(stage: Stage) -> None:
    """The twelve are in, and their groups have been told."""
    stage.passes(timedelta(hours=2))
    join(stage, JOINING[:-1], "fr")
    join(stage, JOINING[-1:], "en")
    stage.passes(timedelta(days=2))
    stage.work(lambda scope: life.approve(scope, 1), "Inès")
    stage.passes(timedelta(minutes=5))


def tell(stage: Stage, liked: Sequence[str]) -> None:
    """As many of those who met say how it was."""

    def seats(scope: Scope) -> list[tuple[int, int]]:
        rows = scope.db.exec(select(Seat).where(col(Seat.state) == "placed").order_by(col(Seat.id)))
        return [(row.id or 0, row.member_id) for row in rows]

    for how, (seat, member) in zip(liked, stage.work(seats), strict=False):

        def say(scope: Scope, seat: int = seat, member: int = member, how: str = how) -> None:
            scope.actor_id = member
            telling.liked(scope, seat, how)

        stage.work(say)


def last(stage: Stage) -> str:
    stage.heard.clear()
    stage.says("Inès", "/ritual last")
    (said,) = stage.heard["dm:Inès"]
    return said.text.replace("\u00a0", " ").replace("\u202f", " ")


def test_a_round_shows_its_groups_and_who_is_left_over_while_it_goes_on(town: Stage) -> None:
    approved(town)
    told = last(town)
    assert "en cours" in told
    assert "inscriptions : 12, groupes : 5" in told
    assert "sans groupe, faute de langue commune : moins de 5" in told
    assert "sans groupe, nombre impair : moins de 5" in told
    assert "M11" not in told


def test_how_it_was_is_told_from_five_on_and_stays_when_the_round_is_over(town: Stage) -> None:
    approved(town)
    town.passes(timedelta(days=20))
    tell(town, ["well"] * 4)
    assert "un beau moment" not in last(town)
    tell(town, ["well"] * 6 + ["fine", "unmet"])
    told = last(town)
    assert "se sont rencontrées : 7, un beau moment : 6 et bien : moins de 5" in told
    town.passes(timedelta(days=10))
    assert ": fait (" in last(town)
    assert "se sont rencontrées : 7, un beau moment : 6 et bien : moins de 5" in last(town)


def test_whom_a_pause_or_the_budget_kept_from_a_run_is_told_as_numbers(town: Stage) -> None:
    def rest(scope: Scope) -> None:
        for name in JOINING[:5]:
            row = members.get(scope, town.id_of(name, scope))
            row.paused_until = scope.now + timedelta(days=3)
        for name in JOINING[5:11]:
            members.get(scope, town.id_of(name, scope)).weekly = 0

    town.work(rest)
    town.passes(timedelta(hours=2))
    told = last(town)
    assert "en pause : 5" in told
    assert "déjà assez sollicitées cette semaine" in told
    assert "(6)" not in told, "with it, how few have it could be worked out"
    assert "M0" not in told


def test_figures_of_a_ritual_that_counts_none_of_it_stay_as_they_were(town: Stage) -> None:
    play(town, "Inès > /ritual last\nInès < Aucun rituel n’a encore eu lieu.")


def planned(stage: Stage, kind: str, **settings: Any) -> None:
    """The only ritual is another one, and runs now."""

    def begin(scope: Scope) -> None:
        rituals.pause(scope, 1)
        plan = Plan(kind=kind, name="L’autre", rhythm=MONTHLY, settings=settings)
        rituals.run_now(scope, rituals.plan(scope, plan))

    stage.work(begin, "Inès")
    stage.passes(timedelta(minutes=5))


@pytest.mark.parametrize(("count", "shown"), [(4, ""), (8, "ont répondu : 5 au moins")])
def test_how_many_answered_a_survey_is_told_in_fives_once_it_is_over(
    town: Stage, count: int, shown: str
) -> None:
    questions = [{"kind": "scale", "words": "Ça va ?"}]
    planned(town, "survey", title="Humeur", days=2, questions=questions)
    for name in JOINING[:count]:
        town.taps(name, "4")
    assert "ont répondu" not in last(town), "two looks would tell of one answer"
    town.passes(timedelta(days=3))
    told = last(town)
    assert shown in told
    assert "ont répondu : 8" not in told
    assert bool(shown) == ("ont répondu" in told)


def test_who_said_yes_to_a_gathering_and_who_came_is_told(town: Stage) -> None:
    planned(town, "gathering", title="Déjeuner", venue="Au café", days=5)
    for name in JOINING[:7]:
        town.taps(name, "Je viens")
    told = last(town)
    assert "ont dit oui : 7" in told
    assert "sont venues" not in told
    town.passes(timedelta(days=7))
    absent = town.work(lambda scope: [town.id_of(JOINING[0], scope)])
    town.work(lambda scope: replays.note(scope, 1, absent), "Inès")
    assert "ont dit oui : 7 et sont venues : 6" in last(town)
    town.work(lambda scope: replays.note(
        scope, 1, [town.id_of(name, scope) for name in JOINING[:3]]
    ), "Inès")  # fmt: skip
    assert "sont venues : moins de 5" in last(town)
