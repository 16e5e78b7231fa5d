"""In ordinary words, without apostrophes: what is for the team or the bot, and not for a helper."""

from __future__ import annotations

from datetime import timedelta

import pytest

from conversations.testing import Stage
from tests.conversations.openings import opening

IS_IT = "S’agit-il de cette personne\u00a0: Awa"
WHERE = "Voici où vous en êtes"


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


@pytest.mark.parametrize("words", [
    "parler a lequipe svp", "je veux parler a lequipe", "je voudrais parler a quelquun de lequipe",
    "can i talk to someone from the team", "please get me a human", "i need a moderator",
    "jaimerais en parler a lequipe", "jai besoin dun moderateur", "how do I contact the mods?",
])  # fmt: skip
def test_the_team_is_asked_for_in_ordinary_words(town: Stage, words: str) -> None:
    town.says("Zoé", words)
    assert "à l’équipe" in heard(town, "Zoé")[-1]


@pytest.mark.parametrize("words", [
    "i need a moderator for our panel on climate", "qui peut m'aider à animer une équipe ?",
    "je cherche un modérateur de débat public",
])  # fmt: skip
def test_a_need_is_no_word_to_the_team(town: Stage, words: str) -> None:
    town.says("Zoé", words)
    assert "Que voulez-vous dire à l’équipe" not in heard(town, "Zoé")[-1]


def test_a_helper_talks_to_the_team_below_a_request(town: Stage) -> None:
    said(town, "Zoé > /ask comptabilité\nZoé > Awa\nZoé > passer")
    town.says("Awa", "jaimerais en parler a lequipe")
    assert "à l’équipe" in heard(town, "Awa")[-1]


def questioned(stage: Stage) -> int:
    """Zoé is asked something by Awa; how much Awa has heard by then."""
    said(stage, "Zoé > /ask comptabilité\nZoé > Awa\nZoé > passer\nAwa > dis-m'en plus")
    stage.says("Awa", "vous êtes en couple ?")
    return len(heard(stage, "Awa"))


@pytest.mark.parametrize(("words", "answer"), [
    ("cest deplace, je veux signaler", IS_IT), ("cest deplacé", IS_IT),
    ("je me sens pas a laise", IS_IT), ("That's really inappropriate!", IS_IT),
    ("je veux signaler", IS_IT), ("annule tout", WHERE),
    ("j ai pas envie de repondre", "sans"), ("je veux pas en parler", "sans"),
    ("i'd rather not talk about it", "sans"),
    ("qui peut m aider a refaire mon site web ?", "site web"),
    ("qui peut aussi maider pour mon site web", "site web"),
    ("can anyone help me with my website?", "website"),
])  # fmt: skip
def test_what_is_no_answer_is_never_brought_to_the_helper(
    town: Stage, words: str, answer: str
) -> None:
    before = questioned(town)
    town.says("Zoé", words)
    assert answer in heard(town, "Zoé")[-1]
    assert words not in " ".join(heard(town, "Awa")[before:])


@pytest.mark.parametrize("words", [
    "c'est déplacé au 15 mars, le rendez-vous",
    "je ne suis pas à l'aise avec Excel", "j'ai besoin d'aide pour la TVA",
    "oui, le report à nouveau, et le bilan", "non, en fait c'est une association",
    "je veux parler de l'équipe de trois salariés", "bilan, report, annexe",
])  # fmt: skip
def test_ordinary_answers_reach_the_helper(town: Stage, words: str) -> None:
    questioned(town)
    town.says("Zoé", words)
    assert words in heard(town, "Awa")[-1]


@pytest.mark.parametrize(("words", "awa"), [
    ("bilan à relire, merci, Zoé Martin", "bilan à relire, merci, […]"),
    ("bilan à relire, merci ! zoé", "bilan à relire, merci ! […]"),
])  # fmt: skip
def test_who_signs_a_nameless_request_is_warned(stage: Stage, words: str, awa: str) -> None:
    stage.member("Zoé Martin")
    stage.member("Awa", offers=["comptabilité"])
    for line in ("/ask comptabilité", "Awa", words):
        stage.says("Zoé Martin", line)
    assert "votre nom y est" in heard(stage, "Zoé Martin")[-1]
    assert not heard(stage, "Awa")
    stage.taps("Zoé Martin", "Envoyer sans")
    assert awa in heard(stage, "Awa")[-1]


def in_hand(stage: Stage) -> int:
    """Awa has Zoé's request; how much Zoé has heard by then."""
    said(stage, "Zoé > /ask comptabilité\nZoé > Awa\nZoé > passer")
    return len(heard(stage, "Zoé"))


@pytest.mark.parametrize(("words", "news"), [
    ("non desole pas le temps", "Marc"), ("ah non alors", "Marc"),
    ("sorry i can't help after all", "Marc"), ("3pm tomorrow works? i accept", "Awa accepte"),
    ("ok why not", "Awa accepte"), ("oui pourquoi pas", "Awa accepte"),
])  # fmt: skip
def test_a_helper_answers_in_ordinary_words(town: Stage, words: str, news: str) -> None:
    before = in_hand(town)
    town.says("Awa", words)
    assert news in " ".join(heard(town, "Zoé")[before:])


@pytest.mark.parametrize("words", [
    "how long would it take?", "ca prend combien de temps ?", "what kind of business is it?",
    "quel logiciel utilisez-vous ?", "c'est pour une association ou une entreprise ?",
])  # fmt: skip
def test_a_question_below_a_request_is_passed_on_after_a_yes(town: Stage, words: str) -> None:
    before = in_hand(town)
    town.says("Awa", words)
    assert "Je lui pose cette question" in heard(town, "Awa")[-1]
    assert heard(town, "Zoé")[before:] == []
    town.says("Awa", "oui")
    assert words in heard(town, "Zoé")[-1]


def test_a_question_that_is_not_passed_on_leaves_the_request_as_it_was(town: Stage) -> None:
    before = in_hand(town)
    said(town, "Awa > how long would it take?\nAwa > non")
    assert town.spoken["dm:Awa"][-1].labels[0] == "J’accepte"
    assert heard(town, "Zoé")[before:] == []


@pytest.mark.parametrize("words", ["j'accepte, si c'est court", "j'accepte, mais pas avant lundi"])
def test_a_conditional_yes_is_no_plain_one(town: Stage, words: str) -> None:
    before = in_hand(town)
    town.says("Awa", words)
    assert "Awa accepte" not in " ".join(heard(town, "Zoé")[before:])


def test_the_words_of_the_button_are_no_question(town: Stage) -> None:
    before = in_hand(town)
    said(town, "Awa > en savoir plus\nAwa > /cancel\nAwa > en savoir plus")
    assert heard(town, "Zoé")[before:] == []


@pytest.mark.parametrize(("words", "answer"), [
    ("non merci, pas le temps", "C’est noté"), ("pourquoi pas", "Merci !".replace(" ", "\u202f")),
    ("avec qui ?", "une fois que vous êtes d’accord"), ("cest qui?", "une fois que vous êtes"),
])  # fmt: skip
def test_an_introduction_is_answered_in_ordinary_words(
    town: Stage, words: str, answer: str
) -> None:
    said(town, "Inès > /intro Zoé Awa\nInès > la comptabilité")
    town.says("Awa", words)
    assert answer in " ".join(heard(town, "Awa")[-2:])


def followed(stage: Stage) -> None:
    """Awa has accepted, and three days later Zoé is asked whether they talked."""
    said(stage, "Zoé > /ask comptabilité\nZoé > Awa\nZoé > passer\nAwa > j'accepte")
    stage.passes(timedelta(days=3))


@pytest.mark.parametrize("words", [
    "oui merci bcp c'etait top", "yes we talked and it helped a lot, thanks so much",
    "not yet, he never wrote back",
])  # fmt: skip
def test_whether_they_talked_is_told_in_a_sentence(town: Stage, words: str) -> None:
    followed(town)
    asked = town.spoken["dm:Zoé"][-1].labels
    town.says("Zoé", words)
    assert town.spoken["dm:Zoé"][-1].labels not in ((), asked)


def test_whether_it_helped_is_told_in_a_sentence(town: Stage) -> None:
    followed(town)
    said(town, "Zoé > oui\nZoé > yes a lot, he was great")
    assert "remerciement" in heard(town, "Zoé")[-1]


def test_a_sentence_that_turns_round_is_no_answer(town: Stage) -> None:
    followed(town)
    said(town, "Zoé > oui\nZoé > oui on a parlé, mais rien ne m'a servi")
    assert "remerciement" not in heard(town, "Zoé")[-1]


@pytest.mark.parametrize("words", [
    "en fait non je peux pas", "something came up, i cant make it", "actually i cant any more",
    "I changed my mind, I'd rather not", "i cant help zoe after all", "i can no longer help zoé",
])  # fmt: skip
def test_a_yes_is_taken_back_in_ordinary_words(town: Stage, words: str) -> None:
    said(
        town, "Zoé > /ask comptabilité\nZoé > Awa\nZoé > passer\nAwa > j'accepte\nAwa > on voit ça"
    )
    town.says("Awa", words)
    assert "Vous aviez dit oui à Zoé" in heard(town, "Awa")[-1]


@pytest.mark.parametrize("words", ["je ne veux plus de cette demande", "jai plus besoin daide"])
def test_a_request_is_withdrawn_in_ordinary_words(town: Stage, words: str) -> None:
    said(town, f"Zoé > /ask comptabilité\nZoé > Awa\nZoé > passer\nZoé > {words}")
    assert "Retirer «\u00a0comptabilité\u00a0»" in heard(town, "Zoé")[-1]


def test_somebody_else_is_asked_in_ordinary_words(town: Stage) -> None:
    said(town, "Zoé > /ask comptabilité\nZoé > Awa\nZoé > passer\nAwa > pas avant le 15 décembre")
    assert "Quelqu’un d’autre" in " ".join(town.spoken["dm:Zoé"][-1].labels)
    town.says("Zoé", "finalement quelqu un d autre")
    assert "Marc" in heard(town, "Zoé")[-1]


def test_a_need_with_a_deadline_is_no_pause(town: Stage) -> None:
    town.says("Zoé", "jai besoin daide pr ma compta avant vendredi")
    assert "pause" not in heard(town, "Zoé")[-1]
    assert "Awa" in " ".join(town.spoken["dm:Zoé"][-1].labels)
