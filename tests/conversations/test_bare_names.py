"""A member's bare name is somebody to look up, unless it is a subject and nobody's name."""

from __future__ import annotations

import pytest

from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening


@opening
def town(stage: Stage) -> Stage:
    """Paul Martin, Rose and Mathilde live here; Rose is also a flower that Paul knows."""
    stage.member("Zoé")
    stage.member("Paul Martin", headline="Libraire", offers=["taille des rosiers", "maths", "rose"])
    stage.member("Rose", headline="Fleuriste")
    stage.member("Mathilde", headline="Danseuse")
    return stage


@pytest.mark.parametrize(
    ("words", "name"),
    [("Paul ?", "Paul Martin"), ("paul martin", "Paul Martin"), ("Martin\u202f?", "Paul Martin"),
     ("@Paul Martin", "Paul Martin"), ("rose", "Rose"), ("Pau ?", "Paul Martin"),
     ("paul mart", "Paul Martin"), ("whos paul martin", "Paul Martin"), ("c qui Rose ?", "Rose")],
)  # fmt: skip
def test_a_bare_name_shows_the_card(town: Stage, words: str, name: str) -> None:
    play(town, f"Zoé > {words}\nZoé < Voici comment {name} se présente : {name} …")


@pytest.mark.parametrize("words", ["maths ?", "math ?"])
def test_a_subject_goes_before_the_beginning_of_a_name(town: Stage, words: str) -> None:
    town.says("Zoé", words)
    assert "se présente" not in town.spoken["dm:Zoé"][-1].text


@pytest.mark.parametrize(
    "words",
    ["lol", "Bertrand ?", "whos good at maths", "qui connaît Paul et la taille des rosiers ?"],
)
def test_other_words_are_not_looked_up(town: Stage, words: str) -> None:
    town.says("Zoé", words)
    assert "se présente" not in town.spoken["dm:Zoé"][-1].text


def test_while_a_question_stands_a_name_is_an_answer_or_none(town: Stage) -> None:
    play(
        town,
        """
        Zoé > /pause
        Zoé < Jusqu’à quand vous laisser tranquille ? …
        Zoé > Paul
        Zoé < Je n’ai pas compris la date. …
    """,
    )
