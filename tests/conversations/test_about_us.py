"""Questions about the bot are answered with what it is and does; who introduces themselves is
greeted."""

from __future__ import annotations

from datetime import timedelta

import pytest

from conversations.testing import Stage
from tests.conversations.test_first_words import finish

ABOUT = ["est-ce que c'est gratuit ?", "c'est gratuit ?", "C’est payant ?", "is it free?",
         "how much does it cost", "qui êtes-vous ?", "c'est quoi ?", "who are you?",
         "what is this?"]  # fmt: skip
INTRODUCTIONS = ["Je suis Zoé, j'habite Lyon", "Bonjour, je m'appelle Zoé", "Moi c'est Zoé",
                 "I'm Zoe, I live in Lyon", "I am Zoe", "Salut ! Je suis Zoé, de Lyon"]  # fmt: skip


def keys(stage: Stage) -> list[str]:
    return [each.outgoing.text.key for each in stage.spoken["dm:Zoé"]]


@pytest.mark.parametrize("words", ABOUT)
def test_a_member_reads_what_it_is_and_what_it_does(stage: Stage, words: str) -> None:
    stage.member("Zoé")
    stage.says("Zoé", words)
    assert keys(stage) == ["about-us", "help-list"]


@pytest.mark.parametrize("words", ABOUT)
def test_a_stranger_does_before_the_welcome_and_is_asked_nothing_of_it_after(
    stage: Stage, words: str
) -> None:
    """“Voulez-vous savoir qui est gratuit ?”"""
    stage.joins("Zoé", first=words)
    assert keys(stage) == ["welcome-who-in-all", "help-list", "onboarding-language"]
    finish(stage)
    assert keys(stage)[-1] == "first-action"


def test_below_a_question_it_is_asked_again(stage: Stage) -> None:
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    stage.says("Zoé", "/ask comptabilité")
    asked = keys(stage)[-1]
    stage.says("Zoé", "c'est gratuit ?")
    assert keys(stage)[-3:] == ["about-us", "help-list", asked]


@pytest.mark.parametrize("words", INTRODUCTIONS)
def test_a_stranger_who_says_who_they_are_is_asked_nothing_of_it_after(
    stage: Stage, words: str
) -> None:
    """“Voulez-vous de nouveau recevoir des demandes ?”"""
    stage.joins("Zoé", first=words)
    finish(stage)
    assert keys(stage)[-1] == "first-action"


@pytest.mark.parametrize("words", ["Je suis Zoé, j'habite Lyon", "Moi c'est Zoé",
                                   "I'm Zoe, I live in Lyon"])  # fmt: skip
def test_a_member_who_says_who_they_are_is_greeted(stage: Stage, words: str) -> None:
    stage.member("Zoé")
    stage.says("Zoé", words)
    assert keys(stage) == ["menu-hello"]


def test_a_need_beside_an_introduction_is_kept(stage: Stage) -> None:
    stage.member("Awa", offers=["jardinage"])
    words = "Bonjour, je m’appelle Zoé et je voudrais de l’aide en jardinage svp"
    stage.joins("Zoé", first=words)
    finish(stage)
    assert keys(stage)[-2:] == ["first-words", "ask-who"]


def test_whoever_is_paused_is_still_asked_whether_they_are_back(stage: Stage) -> None:
    stage.member("Zoé")
    stage.says("Zoé", "/pause 2 semaines")
    stage.passes(timedelta(minutes=1))
    stage.says("Zoé", "Je suis là")
    assert keys(stage)[-1] == "unsure-resume-bare"


@pytest.mark.parametrize(
    "words", ["Je suis bloquée sur Excel", "I'm stuck with Excel", "je suis de retour"]
)
def test_what_begins_like_an_introduction_may_ask_for_something(stage: Stage, words: str) -> None:
    stage.member("Zoé")
    stage.says("Zoé", words)
    assert "menu-hello" not in keys(stage)


@pytest.mark.parametrize("words", ["je suis à bout, je veux mourir", "je suis harcelée"])
def test_what_is_hard_is_never_greeted(stage: Stage, words: str) -> None:
    stage.member("Zoé")
    stage.says("Zoé", words)
    assert "menu-hello" not in keys(stage)
