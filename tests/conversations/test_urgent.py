"""Where words are asked for, some are for nobody's eyes: they are heard, and never delivered."""

from __future__ import annotations

from datetime import timedelta

import pytest

from conversations import phrases
from conversations.testing import Stage
from tests.conversations.openings import opening

ASKED = """
{asker} > /ask {need}
{asker} > {helper}
{asker} > {skip}
{helper} > {more}
{helper} > {question}
"""
FRENCH = {"asker": "Zoé", "helper": "Awa", "need": "comptabilité", "skip": "passer",
          "more": "dis-m'en plus", "question": "quel logiciel ?"}  # fmt: skip
ENGLISH = {"asker": "Kim", "helper": "Ann", "need": "beekeeping", "skip": "skip",
           "more": "tell me more", "question": "which hive?"}  # fmt: skip


@opening
def town(stage: Stage) -> Stage:
    """Zoé may ask Awa, Kim may ask Ann; Inès moderates."""
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Kim", locale="en")
    stage.member("Ann", locale="en", offers=["beekeeping"])
    stage.member("Inès", role="moderator")
    return stage


def said(stage: Stage, lines: str) -> None:
    """Lines of people only, whatever they are answered."""
    for line in filter(None, lines.splitlines()):
        who, words = line.split(" > ", 1)
        stage.says(who, words)


def heard(stage: Stage, who: str) -> list[str]:
    """All that somebody read, cards and all."""
    return [" ".join([each.text, *each.card]) for each in stage.spoken[f"dm:{who}"]]


ABOUT = {
    "je veux signaler {helper}, elle me fait peur": ("gardé pour l’équipe", FRENCH),
    "bloquer {helper}": ("ne vous fasse plus jamais rencontrer Awa", FRENCH),
    "report {helper}, she insults me": ("team", ENGLISH),
    "block {helper}": ("Would you like me never to", ENGLISH),
    "never put me in touch with {helper}": ("Would you like me never to", ENGLISH),
}


@pytest.mark.parametrize("words", list(ABOUT))
def test_words_about_somebody_are_never_the_answer_that_they_read(town: Stage, words: str) -> None:
    told, talk = ABOUT[words]
    said(town, ASKED.format(**talk))
    before = len(heard(town, talk["helper"]))
    town.says(talk["asker"], words.format(**talk))
    assert told in " ".join(heard(town, talk["asker"])[-2:])
    assert heard(town, talk["helper"])[before:] == []


def test_the_question_comes_back_after_a_report(town: Stage) -> None:
    said(town, ASKED.format(**FRENCH))
    said(town, "Zoé > je veux signaler Awa\nZoé > elle m'insulte\nZoé > non")
    assert "gardé pour l’équipe" in " ".join(heard(town, "Zoé")[-4:])
    assert "quel logiciel" in heard(town, "Zoé")[-1]


@pytest.mark.parametrize("words", ["bloquer Awa", "je veux signaler Awa, elle me fait peur"])
def test_a_context_and_a_word_of_thanks_are_heard_likewise(town: Stage, words: str) -> None:
    said(town, "Zoé > /ask comptabilité\nZoé > Awa")
    town.says("Zoé", words)
    assert not town.spoken["dm:Awa"]
    said(town, "Zoé > non\nZoé > passer\nAwa > j'accepte\nZoé > /merci Awa")
    before = len(heard(town, "Awa"))
    town.says("Zoé", words)
    assert heard(town, "Awa")[before:] == []


@pytest.mark.parametrize("words", [
    "I can report on the budget", "I want to report on the budget", "report annuals first",
    "I would block an hour for it", "I need to talk to the team first, they decide",
])  # fmt: skip
def test_an_ordinary_answer_with_such_words_in_it_is_an_answer(town: Stage, words: str) -> None:
    town.member("Onur")
    said(town, ASKED.format(**ENGLISH))
    town.says("Kim", words)
    assert words in heard(town, "Ann")[-1]


CRIES = {"je veux mourir": FRENCH, "I want to kill myself": ENGLISH}


@pytest.mark.parametrize("words", list(CRIES))
def test_a_cry_for_help_is_heard_instead_of_being_the_answer(town: Stage, words: str) -> None:
    talk = CRIES[words]
    said(town, ASKED.format(**talk))
    before = len(heard(town, talk["helper"]))
    town.says(talk["asker"], words)
    assert "3114" in heard(town, talk["asker"])[-1]
    said(town, f"{talk['asker']} > 3")
    assert talk["question"] in heard(town, talk["asker"])[-1]
    assert heard(town, talk["helper"])[before:] == []


@pytest.mark.parametrize("words", list(CRIES))
def test_a_helpers_cry_for_help_is_no_question_to_the_asker(town: Stage, words: str) -> None:
    talk = CRIES[words]
    said(town, "\n".join(ASKED.format(**talk).splitlines()[:5]))
    before = len(heard(town, talk["asker"]))
    town.says(talk["helper"], words)
    assert "3114" in heard(town, talk["helper"])[-1]
    assert heard(town, talk["asker"])[before:] == []


def test_a_cry_for_help_is_no_word_of_thanks(town: Stage) -> None:
    said(town, "Zoé > /ask comptabilité\nZoé > Awa\nZoé > passer\nAwa > j'accepte")
    town.passes(timedelta(days=3))
    said(town, "Zoé > oui\nZoé > oui beaucoup")
    before = len(heard(town, "Awa"))
    town.says("Zoé", "je veux mourir")
    assert "3114" in heard(town, "Zoé")[-1]
    assert heard(town, "Awa")[before:] == []


def test_a_cry_for_help_goes_before_all_else_that_the_same_words_say(town: Stage) -> None:
    """It was a thing to cancel, an offer of "finir", a no, or the answer to a helper."""
    said(town, ASKED.format(**FRENCH))
    before = len(heard(town, "Awa"))
    for words in ("je cherche qqun car j'en peux plus de la vie", "stop je veux plus vivre"):
        town.says("Zoé", words)
        assert "3114" in heard(town, "Zoé")[-1]
    assert heard(town, "Awa")[before:] == []
    town.says("Awa", "je peux pas, j'ai envie d'en finir")
    assert "3114" in heard(town, "Awa")[-1]


def test_a_no_that_begins_a_second_cry_is_none_to_help(town: Stage) -> None:
    said(town, "Kim > i want to die\nKim > sorry no i feel suicidal")
    assert "988" in heard(town, "Kim")[-1]
    said(town, "Kim > no")
    assert "988" not in heard(town, "Kim")[-1]


def test_to_tell_more_of_what_was_answered_for_is_an_answer(town: Stage) -> None:
    town.member("Léa", offers=["écoute après un divorce"])
    said(
        town,
        "Zoé > /ask écoute après un divorce, mon mari me frappe\nZoé > 2\nZoé > 1\nZoé > passer",
    )
    said(town, "Léa > dis-m'en plus\nLéa > depuis quand ?\nZoé > il me frappe depuis un an")
    assert "il me frappe depuis un an" in heard(town, "Léa")[-1]


@pytest.mark.parametrize("words", [
    "withdraw my request", "please ask somebody else", "who can help me with gardening?",
])  # fmt: skip
def test_what_is_asked_of_the_bot_is_no_answer_to_a_helper(town: Stage, words: str) -> None:
    said(town, ASKED.format(**ENGLISH))
    before = len(heard(town, "Ann"))
    town.says("Kim", words)
    assert ("gardening" if "gardening" in words else "where things stand") in heard(town, "Kim")[-1]
    assert heard(town, "Ann")[before:] == []


@pytest.mark.parametrize("words", ["never mind", "laisser tomber", "non laisse tomber"])
def test_never_mind_at_the_context_sends_nothing(town: Stage, words: str) -> None:
    said(town, "Zoé > /ask comptabilité\nZoé > Awa")
    town.says("Zoé", words)
    assert not town.spoken["dm:Awa"]
    assert heard(town, "Zoé")[-1] == "C’est annulé."


def test_what_a_list_interrupted_comes_back_before_anything_is_looked_for(town: Stage) -> None:
    """The answer that was typed below the list began a new search."""
    said(town, ASKED.format(**FRENCH) + "Zoé > /suivi\nZoé > sage")
    assert "quel logiciel" in heard(town, "Zoé")[-1]
    town.says("Zoé", "sage")
    assert "sage" in heard(town, "Awa")[-1]


WELCOMED_SO_FAR = ("Français", "Cela me convient", "Je suis d’accord")


def arrives(stage: Stage, *, asked: str = "", first: str = "") -> None:
    """Nina comes, and is led as far as to what her headline is, or only to the language."""
    stage.joins("Nina", **({"first": first} if first else {}))
    if asked == "headline":
        stage.taps("Nina", *WELCOMED_SO_FAR[:1])
        for label in WELCOMED_SO_FAR[1:]:
            stage.taps("Nina", label)
        stage.says("Nina", "Nina")


@pytest.mark.parametrize("asked", ["headline", "language"])
def test_a_newcomer_who_cries_for_help_reads_at_once_where_it_is(stage: Stage, asked: str) -> None:
    """It became their headline, for all to read."""
    arrives(stage, asked=asked)
    question = heard(stage, "Nina")[-1]
    stage.says("Nina", "j'ai envie de mourir")
    numbers, again = heard(stage, "Nina")[-2:]
    assert "3114" in numbers
    assert again == question


def test_a_cry_for_help_as_first_words_waits_for_no_welcome(stage: Stage) -> None:
    arrives(stage, first="I want to die")
    assert "988" in heard(stage, "Nina")[0]
    assert "language" in heard(stage, "Nina")[1]


def test_a_headline_about_what_is_hard_is_a_headline(stage: Stage) -> None:
    arrives(stage, asked="headline")
    stage.says("Nina", "Accueil de victimes de violences conjugales")
    assert "Sur quoi pourriez-vous aider" in heard(stage, "Nina")[-1]


@pytest.mark.parametrize(
    ("words", "dialogue"),
    [
        ("je veux signaler qq1", "report"), ("jveu signaler qqn", "report"),
        ("je veux bloquer qqn", "block"), ("je veux parler a qqun de l'equipe", "team"),
        ("je veu parler a lequipe", "team"), ("jaimerai parler a un modo", "team"),
        ("i wanna report some1", "report"), ("qqn pour la compta", None),
        ("je suis bloqué en compta", None), ("j’ai parlé à qqn de la compta", None),
    ],
)  # fmt: skip
def test_the_spelling_of_chat_is_read(words: str, dialogue: str | None) -> None:
    assert phrases.told(words) == dialogue
