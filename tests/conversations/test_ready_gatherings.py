"""Ready rituals are named, and their gatherings read, in each one's language (P17, P41)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from community import library, rituals
from community.recurrence import Rhythm
from community.rituals import Plan
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Gathering
from tests.nights import without_nights


@pytest.mark.parametrize(("words", "found"), [
    ("cafés", ["coffee"]), ("les cafés", ["coffee"]), ("coffees", ["coffee"]),
    ("question", ["monthly-question"]), ("Déjeuner", ["lunch"]), ("truc bidule", []),
    ("moment", ["stories", "thanks"]),
])  # fmt: skip
def test_a_ready_ritual_is_named_in_either_language(words: str, found: list[str]) -> None:
    assert library.fitting(words) == found


def test_the_words_of_the_command_pick_the_ritual_or_are_told_to_be_none(stage: Stage) -> None:
    stage.member("Inès", role="organiser")
    play(
        stage,
        """
        Inès > /rituel ajoute les cafés
        Inès < À l’heure d’où ? …
        Inès > annuler
        Inès < …
        Inès > /rituel ajouter truc bidule
        Inès < Je n’ai pas de rituel tout prêt du nom de « truc bidule ». Lequel de ceux-ci ? …
        """,
    )


def test_a_ready_gathering_is_read_in_each_ones_language(stage: Stage) -> None:
    """English readers were invited to a “Déjeuner témoignage”, whoever had planned it."""
    stage.member("Inès", role="organiser", locale="en")
    stage.member("Tom", locale="en")
    stage.member("Awa")
    stage.work(without_nights)
    ready = library.ready()["lunch"]
    at = datetime(2026, 11, 23, 10, tzinfo=UTC)
    plan = Plan(kind="gathering", name="Lunch", settings=dict(ready.settings),
                rhythm=Rhythm("FREQ=MONTHLY;BYMONTHDAY=23", at, "Europe/Paris"))  # fmt: skip
    stage.work(lambda scope: rituals.plan(scope, plan), actor="Inès")
    stage.passes(timedelta(hours=2))
    shown = {who: stage.spoken[f"dm:{who}"][-1] for who in ("Tom", "Awa")}
    assert "Testimony lunch" in str(shown["Tom"].card)
    assert "The place follows" in str(shown["Tom"].card)
    assert "Déjeuner témoignage" in str(shown["Awa"].card)
    stage.heard.clear()
    play(
        stage,
        """
        Tom > [I’m coming]
        Tom < …Testimony lunch…
        Inès > /gathering change
        Inès < … Testimony lunch …
        Inès > [Number of places]
        Inès < …
        Inès > 20
        Inès < …
        Inès > [Change it]
        Inès < …
        """,
    )
    kept = stage.work(lambda scope: scope.db.exec(select(Gathering)).one().model_dump())
    assert (kept["title"], kept["places"]) == ("Déjeuner témoignage", 20)
