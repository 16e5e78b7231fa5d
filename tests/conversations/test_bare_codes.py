"""A code of `/link` is a code wherever it is written: it goes to nobody who could use it."""

from __future__ import annotations

import pytest

from conversations import link_codes
from conversations.testing import Stage
from tests.conversations.openings import opening
from tests.conversations.test_linking import code_of, told

OPEN = {
    "/equipe": "team-what", "/demander": "ask-what-do-you-need", "/signaler Marc": "report-what",
}  # fmt: skip
"""By the command that asks for words, the question that does."""
AS_WRITTEN = ["{}", "voici mon code : {}", "My link code is {}, thanks", "relier {} svp"]


@opening
def town(stage: Stage) -> Stage:
    stage.member("Zoé")
    stage.member("Marc")
    stage.member("Inès", role="moderator")
    return stage


@pytest.mark.parametrize("words", AS_WRITTEN)
@pytest.mark.parametrize("command", OPEN)
def test_a_code_below_an_open_question_goes_to_nobody(
    town: Stage, command: str, words: str
) -> None:
    code = code_of(town, "Marc")
    town.says("Zoé", command)
    asked = town.spoken["dm:Zoé"][-1].outgoing.text.key
    before = len(town.spoken["dm:Inès"])
    town.says("Zoé", words.format(code))
    assert told(town, "Zoé").startswith("Ce code appartient à Marc")
    assert len(town.spoken["dm:Inès"]) == before
    town.taps("Zoé", "Ne rien relier")
    assert town.spoken["dm:Zoé"][-1].outgoing.text.key == asked, "the question is asked again"


def test_a_code_as_a_name_is_a_code(town: Stage) -> None:
    town.says("Zoé", "/profil")
    town.taps("Zoé", "Le changer")
    town.says("Zoé", "prénom")
    town.says("Zoé", code_of(town, "Marc"))
    assert told(town, "Zoé").startswith("Ce code appartient à Marc")


@pytest.mark.parametrize(
    "words", ["le code 7P8J-3YRN-BA3S ne marche pas", "+44 7700 900123", "447700900123"]
)
def test_words_about_a_code_and_a_number_to_be_called_at_are_words(town: Stage, words: str) -> None:
    town.says("Zoé", "/equipe")
    town.says("Zoé", words)
    assert words in " ".join((town.spoken["dm:Inès"][-1].text, *town.spoken["dm:Inès"][-1].card))


def test_every_code_has_a_letter_and_a_figure_where_it_begins(town: Stage) -> None:
    for _ in range(40):
        assert link_codes.alone(code_of(town, "Marc"))
