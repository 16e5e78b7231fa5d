"""What rituals bring of themselves: stories and thanks are asked for, dips are told (P20, P21)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from community import asks, energy, groups, introductions, rituals
from community.asks import Wish
from community.directory import Match
from community.energy import Dip
from community.recurrence import Rhythm
from community.rituals import Plan
from community.scope import Scope
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Ask

CROWD = ("Awa", "Marc", "Ida", "Léo", "Zoé", "Tom")


@pytest.fixture
def village(stage: Stage) -> Stage:
    """Six members, and somebody who organises."""
    for name in CROWD:
        stage.member(name)
    stage.member("Inès", role="organiser")
    return stage


def planned(stage: Stage, kind: str, **settings: Any) -> None:
    """A ritual of every Monday, due in an hour."""
    rhythm = Rhythm("FREQ=WEEKLY;BYDAY=MO", stage.now + timedelta(hours=1), "UTC")
    made = Plan(kind=kind, name=kind, rhythm=rhythm, settings=settings)
    stage.work(lambda scope: rituals.plan(scope, made), "Inès")


def take_part(stage: Stage, *who: str) -> None:
    """Each of them asked for something, and it was settled."""
    for name in who:
        stage.work(asked, name)


def asked(scope: Scope) -> None:
    ask = Ask(
        community_id=scope.community_id, requester_id=scope.actor_id or 0, need="un conseil",
        state="closed", outcome="helped", opened_at=scope.now,
    )  # fmt: skip
    scope.db.add(ask)


def dips(stage: Stage) -> list[Dip]:
    found: list[Dip] = stage.work(lambda scope: energy.dips(scope))
    return found


def test_organisers_hear_of_a_group_that_slows_down(village: Stage) -> None:
    village.work(lambda scope: gathered(scope, village, "Lyon", CROWD), "Inès")
    take_part(village, *CROWD)
    village.passes(timedelta(weeks=7))
    take_part(village, "Awa")
    planned(village, "energy")
    village.heard.clear()
    village.passes(timedelta(hours=2))
    play(
        village,
        """
        Inès < L’élan retombe un peu, … Toute la communauté : moins de cinq personnes ont pris part … contre 6 les six précédentes. Lyon : moins de cinq … : /rituel
        """,
    )


def gathered(scope: Scope, stage: Stage, name: str, who: tuple[str, ...]) -> None:
    group = groups.make(scope, name)
    groups.add(scope, group.id or 0, [stage.id_of(each, scope) for each in who])


def test_fewer_than_five_people_are_no_figure(village: Stage) -> None:
    take_part(village, *CROWD[:4])
    village.passes(timedelta(weeks=7))
    assert dips(village) == []


def test_who_goes_on_as_before_is_no_dip(village: Stage) -> None:
    take_part(village, *CROWD)
    village.passes(timedelta(weeks=7))
    take_part(village, *CROWD[:4])
    assert dips(village) == []


def test_a_drop_is_told_with_the_number_from_five_on(village: Stage) -> None:
    for n in range(4):
        village.member(f"Plus{n}")
    take_part(village, *CROWD, *(f"Plus{n}" for n in range(4)))
    village.passes(timedelta(weeks=7))
    take_part(village, *CROWD[:5])
    assert dips(village) == [Dip("", 10, 5)]


def test_the_thank_you_ritual_asks_only_who_has_somebody_to_thank(village: Stage) -> None:
    village.work(helped, "Zoé")
    village.heard.clear()
    planned(village, "thanks")
    village.passes(timedelta(hours=2))
    play(
        village,
        """
        Zoé < Et si l’on disait merci ? … [Awa (« un conseil »)] [À personne]
        Zoé > [Awa]
        Zoé < Un mot de remerciement pour Awa ? …
        Zoé > Grâce à vous, tout est clair.
        Awa < Zoé vous remercie pour « un conseil » : « Grâce à vous, tout est clair. »
        Zoé < C’est transmis à Awa. …
        """,
    )
    village.passes(timedelta(days=7))
    play(village, "")


def helped(scope: Scope) -> None:
    """Awa, whose id comes first, helped whoever acts, and all is said."""
    match = Match(1, "Awa", "", False, "offer", ["un conseil"], 1.0)
    ask = asks.open_ask(scope, "un conseil", Wish(), [match])
    (row,) = introductions.of_ask(scope, ask.id, "requested")
    row.state, row.due_at = "ended", None


def test_the_story_ritual_invites_and_takes_no_for_an_answer(village: Stage) -> None:
    planned(village, "stories")
    village.passes(timedelta(hours=2))
    assert all(village.heard[f"dm:{name}"] for name in (*CROWD, "Inès"))
    village.heard.clear()
    play(
        village,
        """
        Tom > [Pas cette fois]
        Tom < Une autre fois, peut-être : /temoignage
        Léo > [Raconter]
        Léo < Racontez avec vos mots…
        Ida > [Plus ce rituel]
        Ida < C’est noté : ce rituel ne vous écrira plus. …
        """,
    )
    village.passes(timedelta(days=7))
    assert village.heard["dm:Marc"]
    assert not village.heard["dm:Ida"]


def test_a_survey_comes_again_with_its_ritual(village: Stage) -> None:
    question = {"kind": "one", "words": "Quel jour ?", "options": ["mardi", "jeudi"]}
    planned(village, "survey", title="Ateliers", questions=[question], days=5)
    village.passes(timedelta(hours=2))
    village.heard.clear()
    play(
        village,
        """
        Awa > [mardi]
        Awa < Merci, c’est dans l’urne ! …
        """,
    )
