"""A trade that a sentence asks for is looked for, whatever else the sentence is about."""

from __future__ import annotations

import pytest

from conversations.testing import Stage
from conversations.transcripts import play
from conversations.understanding.asked import trade_asked_for
from tests.conversations.openings import opening


@opening
def town(stage: Stage) -> Stage:
    """Zoé asks a plumber, an accountant, a tax adviser or an engineer."""
    stage.member("Zoé")
    stage.member("Luc", headline="Plombier-chauffagiste à Brest")
    stage.member("Nadia", headline="Expert-comptable")
    stage.member("Tess", locale="en", offers=["R&D tax credits"])
    stage.member("Odile", headline="Avocate en droit du travail")
    stage.member("Priya", locale="en", offers=["building regulations"])
    return stage


@pytest.mark.parametrize(
    ("words", "called", "who"),
    [
        ("besoin d'un plombier, mon evier fuit partout", "plombier", "Luc"),
        ("I need a plumber asap, water everywhere!!", "plumber", "Luc"),
        ("Besoin d'un comptable vite, l'URSSAF arrive lundi", "comptable, URSSAF", "Nadia"),
        ("J'aurais besoin d'une avocate. On m'a convoqué à un entretien préalable.",
         "avocate, entretien préalable", "Odile"),
    ],
)  # fmt: skip
def test_the_trade_is_found_where_the_subject_is_the_reason(
    town: Stage, words: str, called: str, who: str
) -> None:
    town.says("Zoé", words)
    said = town.heard["dm:Zoé"].popleft()
    assert said.text.startswith(f"Pour «\u00a0{called}\u00a0»")
    assert said.labels[0] == who


def test_both_the_trade_and_the_subject_are_looked_for(town: Stage) -> None:
    play(
        town,
        """
        Zoé > looking for an accountant about R&D tax credits
        Zoé < Pour « accountant, R&D tax credits », … [Nadia] [Tess]
    """,
    )


def test_who_says_both_comes_before_who_says_one(town: Stage) -> None:
    town.member("Ada", locale="en", headline="Accountant", offers=["R&D tax credits"])
    play(
        town,
        """
        Zoé > looking for an accountant about R&D tax credits
        Zoé < Pour « accountant, R&D tax credits », … [Ada]
    """,
    )


def test_words_that_are_read_as_nothing_but_name_a_trade_are_asked_about(town: Stage) -> None:
    play(
        town,
        """
        Zoé > il faut que je voie une avocate, mon préavis n'est pas payé
        Zoé < Cherchez-vous quelqu’un pour « avocate » ? …
        Zoé > [Oui]
        Zoé < Pour « … », … [Odile]
    """,
    )


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("I'm a beekeeper looking for an accountant", "accountant"),
        ("je suis infirmière libérale et la CPAM me réclame un indu", "indu"),
        ("mon comptable m'a laissé tomber, qui connaît la TVA ?", "TVA"),
        ("I was sacked by a baker, who knows employment law", "employment law"),
        ("as a teacher I need help with Excel", "Excel"),
        ("mon fils veut devenir grutier, qui connaît les grues ?", "grues"),
        ("un avocat pour mon divorce", "avocat"),
    ],
)
def test_a_trade_that_somebody_is_or_tells_of_is_not_asked_for(words: str, topic: str) -> None:
    assert trade_asked_for(words, topic) is None
