"""An option is chosen by its number, however people write it."""

from __future__ import annotations

import pytest

from conversations.answers import typed_answer
from conversations.dialogues.answering import ANSWERS
from conversations.questions import Option, Question
from conversations.testing import Stage
from conversations.texts import Text

FIRST = ["1)", "1.", "(1)", "n°1", "N° 1", "nº1", "#1", "numéro 1", "number 1", "option 1", "la 1",
         "1️⃣", "1 svp", "le premier", "La première !", "premier", "un", "une", "one", "the first",
         "the first one", "number one", "je choisis la 1", "1er"]  # fmt: skip
SECOND = ["2)", "n°2", "la 2", "2️⃣", "deux", "two", "the second one", "le deuxième", "la seconde",
          "2 please", "I'll take the second one", "option two", "la 2 merci"]  # fmt: skip
NO_NUMBER = ["+1", "-1", "1%", "9)", "n°9", "dix", "0", "premier jour", "one day", "deux jours",
             "l'un d'eux", "1 ou 2", "the one who helps", "the"]  # fmt: skip


def pending(**how: object) -> dict[str, object]:
    """Five options below one another, or whatever is said of them."""
    given = {"name": "q", "text": Text("option-yes"), "options": ANSWERS} | how
    return Question(**given).pending()  # type: ignore[arg-type]  # made of mixed values


@pytest.mark.parametrize("words", FIRST)
def test_the_first_is_chosen_by_its_number(words: str) -> None:
    assert typed_answer(pending(), words, "fr") == {"chosen": ["accept"]}


@pytest.mark.parametrize("words", SECOND)
def test_the_second_is_chosen_by_its_number(words: str) -> None:
    assert typed_answer(pending(), words, "en") == {"chosen": ["more"]}


@pytest.mark.parametrize("words", NO_NUMBER)
def test_what_is_no_number_of_an_option_chooses_none(words: str) -> None:
    assert typed_answer(pending(), words, "fr") is None


def test_several_are_chosen_by_their_numbers() -> None:
    assert typed_answer(pending(many=True), "1), n°2, le premier", "fr") == {
        "chosen": ["accept", "more"]
    }


@pytest.mark.parametrize("words", ["le premier", "deux", "one", "la 2", "le 2", "1er"])
def test_where_words_are_asked_for_a_number_in_words_is_words(words: str) -> None:
    """“Le premier” may be a day."""
    assert typed_answer(pending(free=True), words, "fr") == {"text": words}


@pytest.mark.parametrize("words", ["2)", "n°2", "2️⃣", "option 2", "2 svp"])
def test_there_a_figure_that_can_only_be_an_options_is_one(words: str) -> None:
    assert typed_answer(pending(free=True), words, "fr") == {"chosen": ["more"]}


@pytest.mark.parametrize("words", ["2", "2)", "deux", "two"])
def test_where_a_number_is_asked_for_it_is_that_number(words: str) -> None:
    assert typed_answer(pending(free=True, counts=True), words, "fr") == {"text": words}
    assert typed_answer(pending(counts=True), words, "fr") is None


def test_an_option_of_that_very_name_is_it() -> None:
    names = ["Trois", "Deux", "Un"]
    options = [Option(value=each, label=Text("ritual-name", name=each)) for each in names]
    for each in names:
        assert typed_answer(pending(options=options), each.lower(), "fr") == {"chosen": [each]}


def test_a_day_that_is_heard_is_that_day() -> None:
    asked = pending(hears=("moment", "day"))
    assert typed_answer(asked, "le 2", "fr") == {"text": "le 2"}


@pytest.mark.parametrize(("words", "key"), [("n°1", "request-accepted"), ("4 svp", "declined")])
def test_a_helper_answers_by_number(stage: Stage, words: str, key: str) -> None:
    """“Je n’ai pas reconnu votre réponse. Répondez par le numéro …”"""
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    for line in ("/ask comptabilité", "Awa", "passer"):
        stage.says("Zoé", line)
    before = len(stage.spoken["dm:Awa"])
    stage.says("Awa", words)
    said = [each.outgoing.text.key for each in stage.spoken["dm:Awa"][before:]]
    assert any(key in each for each in said)
