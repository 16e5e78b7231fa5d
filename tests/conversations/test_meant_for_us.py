"""Where words are asked for that go to somebody else, what is asked of the bot is heard as that."""

from __future__ import annotations

from datetime import timedelta

import pytest

from conversations.testing import Stage
from tests.conversations.openings import opening

IS_IT = "S’agit-il de cette personne\u00a0: Awa"


@opening
def town(stage: Stage) -> Stage:
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Marc", offers=["comptabilité"])
    stage.member("Inès", role="moderator")
    return stage


def said(stage: Stage, lines: str) -> None:
    for line in lines.splitlines():
        who, words = line.split(" > ", 1)
        stage.says(who, words)


def heard(stage: Stage, who: str) -> list[str]:
    return [" ".join([each.text, *each.card]) for each in stage.spoken[f"dm:{who}"]]


def thanking(stage: Stage) -> int:
    """Zoé is asked for a word of thanks; how much Awa has heard by then."""
    said(stage, "Zoé > /ask comptabilité\nZoé > Awa\nZoé > passer\nAwa > j'accepte")
    stage.passes(timedelta(days=3))
    said(stage, "Zoé > oui\nZoé > oui beaucoup")
    assert "Un mot de remerciement" in heard(stage, "Zoé")[-1]
    return len(heard(stage, "Awa"))


@pytest.mark.parametrize(("words", "answer"), [
    ("en fait elle m'a harcelée", IS_IT), ("she was rude actually", IS_IT), ("report her", IS_IT),
    ("je veux parler à l'équipe", "à l’équipe"), ("efface mes données", "Tout cela est à vous"),
    ("je ne veux pas la remercier", "Merci, et à bientôt"), ("pas besoin", "Merci, et à bientôt"),
])  # fmt: skip
def test_what_is_no_word_of_thanks_is_brought_to_nobody(
    town: Stage, words: str, answer: str
) -> None:
    before = thanking(town)
    town.says("Zoé", words)
    assert answer in heard(town, "Zoé")[-1]
    assert heard(town, "Awa")[before:] == []


def test_nobody_is_asked_to_thank_whom_they_have_just_reported(town: Stage) -> None:
    thanking(town)
    said(town, "Zoé > en fait elle m'a harcelée\nZoé > oui\nZoé > non")
    assert "remerciement" not in heard(town, "Zoé")[-1]


@pytest.mark.parametrize("words", ["oui", "yes please"])
def test_a_mere_yes_to_thanks_is_a_plain_thank_you(town: Stage, words: str) -> None:
    before = thanking(town)
    town.says("Zoé", words)
    assert words not in " ".join(heard(town, "Awa")[before:])
    assert "Zoé vous remercie pour" in heard(town, "Awa")[-1]


@pytest.mark.parametrize("words", [
    "merci, c'était parfait", "super", "grâce à vous j'ai compris, mon chef me faisait peur",
    "je veux vous remercier", "oui, vraiment merci, j'ai tout compris",
])  # fmt: skip
def test_ordinary_words_of_thanks_are_brought_as_they_are(town: Stage, words: str) -> None:
    thanking(town)
    town.says("Zoé", words)
    assert words in heard(town, "Awa")[-1]


def questioned(stage: Stage) -> int:
    """Zoé is asked something by Awa; how much Awa has heard by then."""
    said(stage, "Zoé > /ask comptabilité\nZoé > Awa\nZoé > passer\nAwa > dis-m'en plus")
    stage.says("Awa", "quel logiciel ?")
    return len(heard(stage, "Awa"))


WHERE = "Voici où vous en êtes"


@pytest.mark.parametrize(("words", "answer"), [
    ("withdraw all my requests", WHERE), ("never mind, I found someone", WHERE),
    ("je n'ai plus besoin d'aide", WHERE), ("laissez tomber ma demande", WHERE),
    ("je veux changer ma demande", WHERE), ("efface toutes mes données", "Tout cela est à vous"),
    ("mettez-moi en pause", "Jusqu’à quand"), ("je veux parler à un humain", "à l’équipe"),
    ("signaler cette question", "Que s’est-il passé"), ("je ne veux pas répondre", "sans"),
])  # fmt: skip
def test_what_is_asked_of_the_bot_is_no_answer_to_a_helper(
    town: Stage, words: str, answer: str
) -> None:
    before = questioned(town)
    town.says("Zoé", words)
    assert answer in heard(town, "Zoé")[-1]
    assert words not in " ".join(heard(town, "Awa")[before:])


@pytest.mark.parametrize("words", [
    "je n'ai plus besoin d'aide pour la TVA, seulement pour le bilan", "une pause de trois mois",
    "mon associé m'a insultée, il garde les comptes", "elle m'a menacée de tout arrêter",
    "je veux changer de logiciel", "je ne veux pas répondre à mes clients par téléphone",
    "I want to report on the budget", "il me fait peur, ce logiciel",
])  # fmt: skip
def test_ordinary_answers_still_reach_the_helper(town: Stage, words: str) -> None:
    questioned(town)
    town.says("Zoé", words)
    assert words in heard(town, "Awa")[-1]


def chosen(stage: Stage) -> None:
    said(stage, "Zoé > /ask comptabilité\nZoé > Awa")


@pytest.mark.parametrize(("words", "answer"), [
    ("finalement je ne veux plus demander", "C’est annulé."), ("I changed my mind", "C’est annulé."),
    ("laissez tomber, j'ai trouvé quelqu'un", "demander ne dérange personne"),
    ("pas Awa, plutôt Marc", "Marc"), ("not Awa please, rather Marc", "Marc"),
    ("is it anonymous?", "jusqu’à ce que la personne accepte"),
    ("est-ce qu'elle verra mon nom ?", "jusqu’à ce que la personne accepte"),
])  # fmt: skip
def test_second_thoughts_are_no_context(town: Stage, words: str, answer: str) -> None:
    chosen(town)
    town.says("Zoé", words)
    last = town.spoken["dm:Zoé"][-1]
    assert answer in " ".join([last.text, *last.labels])
    assert not town.spoken["dm:Awa"]


def test_whoever_would_rather_ask_somebody_else_chooses_again(town: Stage) -> None:
    chosen(town)
    said(town, "Zoé > pas Awa, plutôt Marc\nZoé > Marc\nZoé > passer")
    assert "Marc" in heard(town, "Zoé")[-1]
    assert not town.spoken["dm:Awa"]
    assert town.spoken["dm:Marc"]


@pytest.mark.parametrize("words", [
    "pas urgent, plutôt en janvier", "Marc m'a déjà aidée, mais pas sur la TVA",
    "plutôt pour Marc et moi", "c'est anonyme chez nous, les notes de frais",
])  # fmt: skip
def test_ordinary_context_goes_with_the_request(town: Stage, words: str) -> None:
    chosen(town)
    town.says("Zoé", words)
    assert words in heard(town, "Awa")[-1]


def wondering(stage: Stage) -> int:
    """Awa is asked what she would like to know; how much Zoé has heard by then."""
    said(stage, "Zoé > /ask comptabilité\nZoé > Awa\nZoé > passer\nAwa > dis-m'en plus")
    return len(heard(stage, "Zoé"))


@pytest.mark.parametrize(("words", "zoe"), [
    ("j'accepte", "Awa"), ("je refuse finalement", "Marc"), ("pas mon sujet", "Marc"),
])  # fmt: skip
def test_an_answer_to_the_request_is_no_question_to_the_asker(
    town: Stage, words: str, zoe: str
) -> None:
    before = wondering(town)
    town.says("Awa", words)
    news = " ".join(heard(town, "Zoé")[before:])
    assert zoe in news
    assert words not in news


def test_who_asks_is_answered_by_the_bot_and_the_question_stands(town: Stage) -> None:
    before = wondering(town)
    town.says("Awa", "c'est qui ?")
    assert heard(town, "Zoé")[before:] == []
    town.says("Awa", "c'est pour qui ?")
    assert "c'est pour qui" in heard(town, "Zoé")[-1]


@pytest.mark.parametrize("words", [
    "je refuse les logiciels payants, et vous ?", "quand ?", "c'est votre sujet depuis longtemps ?",
])  # fmt: skip
def test_ordinary_questions_go_to_the_asker(town: Stage, words: str) -> None:
    wondering(town)
    town.says("Awa", words)
    assert words in heard(town, "Zoé")[-1]
