"""In ordinary words, without apostrophes: what is for the team or the bot, and not for a helper."""

from __future__ import annotations

import pytest

from conversations.testing import Stage

IS_IT = "S’agit-il de cette personne\u00a0: Awa"
WHERE = "Voici où vous en êtes"


@pytest.fixture
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
