"""Somebody whom a request leaves out: they never see it, nor what says so."""

from __future__ import annotations

import pytest

from conversations import left_out, phrases
from conversations.testing import Stage
from tests.conversations.openings import opening

NAMES = ["Awa Diop", "Paul Roux", "Marc Petit"]


@pytest.mark.parametrize(
    ("words", "names", "left"),
    [
        ("un coup de main en compta mais je veux pas que awa le sache", ["Awa Diop"],
         "un coup de main en compta"),
        ("la compta, sans Awa", ["Awa Diop"], "la compta"),
        ("someone for taxes but not Paul please", ["Paul Roux"], "someone for taxes"),
        ("la paie, je ne veux pas que mon patron le sache", [], "la paie"),
        ("monter un site sans coder", [], "monter un site sans coder"),
        ("sans stress, avec Awa", [], "sans stress, avec Awa"),
        ("I don’t want to pay too much", [], "I don’t want to pay too much"),
        ("la compta, je ne veux pas payer trop cher avec Paul", [],
         "la compta, je ne veux pas payer trop cher avec Paul"),
        ("la compta, je ne veux pas déranger Paul", ["Paul Roux"], "la compta"),
        ("je ne veux pas qu'Awa sache que c'est trop cher", ["Awa Diop"], ""),
        ("la compta à part Awa", ["Awa Diop"], "la compta"),
        ("la compta sauf awa ou marc svp", ["Awa Diop", "Marc Petit"], "la compta"),
        ("la compta ? il ne faut pas qu'Awa soit au courant", ["Awa Diop"], "la compta ?"),
        ("j’aimerais qu’Awa n’en sache rien pour ma compta", ["Awa Diop"], "pour ma compta"),
        ("la compta, sans passer par @Awa", ["Awa Diop"], "la compta"),
        ("tout le monde sauf Awa pour de la compta", ["Awa Diop"], "pour de la compta"),
        ("taxes? don't tell Awa", ["Awa Diop"], "taxes?"),
        ("taxes, Awa must not know", ["Awa Diop"], "taxes"),
        ("taxes, not Awa please", ["Awa Diop"], "taxes"),
        ("help with taxes but keep it from Awa", ["Awa Diop"], "help with taxes"),
        ("monter un site sans coder avec Marc", [], "monter un site sans coder avec Marc"),
        ("je ne sais pas si Awa peut", [], "je ne sais pas si Awa peut"),
        ("I don't know if Awa is free", [], "I don't know if Awa is free"),
        ("Awa didn't know how to do it", [], "Awa didn't know how to do it"),
        ("Awa m'a dit de demander ici", [], "Awa m'a dit de demander ici"),
    ],
)  # fmt: skip
def test_whom_words_leave_out_and_what_is_left_of_them(
    words: str, names: list[str], left: str
) -> None:
    assert left_out.named(words, NAMES) == names
    assert left_out.without(words, NAMES) == left


def test_who_is_left_out_is_neither_proposed_nor_asked_later(stage: Stage) -> None:
    """Awa was first in the list, and read “mais je veux pas que awa le sache” after Paul's no."""
    stage.member("Zoé")
    for name in NAMES:
        stage.member(name, offers=["comptabilité"])
    stage.says("Zoé", "j'ai besoin d'aide en compta mais je veux pas que awa le sache")
    offered = stage.spoken["dm:Zoé"][-1].labels
    assert "Paul Roux" in offered
    assert "Awa Diop" not in offered
    for words in ("Paul Roux", "faut pas que marc le sache"):
        stage.says("Zoé", words)
    assert not any("sache" in line for line in stage.spoken["dm:Paul Roux"][-1].card)
    stage.says("Paul Roux", "je peux pas")
    assert not stage.spoken["dm:Awa Diop"]
    assert not stage.spoken["dm:Marc Petit"]


def test_who_is_left_out_among_those_found_is_shown_no_more(stage: Stage) -> None:
    """Nor once a word of context has led back to the choice; another is found instead."""
    stage.member("Zoé")
    for name in (*NAMES, "Luc Bel"):
        stage.member(name, offers=["comptabilité"])
    stage.says("Zoé", "j'ai besoin d'aide en compta")
    first, second, third = stage.spoken["dm:Zoé"][-1].labels[:3]
    stage.says("Zoé", f"pas {first.split()[0]} svp")
    left = stage.spoken["dm:Zoé"][-1].labels
    assert first not in left
    assert len([each for each in left if each in (*NAMES, "Luc Bel")]) == 3
    stage.says("Zoé", second)
    stage.says("Zoé", f"pas {second.split()[0]}, plutôt {third.split()[0]}")
    assert first not in stage.spoken["dm:Zoé"][-1].labels
    for words in (f"tout le monde sauf {second.split()[0]}", third, "passer"):
        stage.says("Zoé", words)
    assert stage.spoken[f"dm:{third}"][-1].labels
    stage.says(third, "je peux pas")
    assert not stage.spoken[f"dm:{first}"]
    assert not stage.spoken[f"dm:{second}"]


@opening
def asked(stage: Stage) -> Stage:
    """Zoé's request is with Paul; Awa stands next in line, then Marc."""
    stage.member("Zoé")
    for name in NAMES:
        stage.member(name, offers=["comptabilité"])
    for words in ("/ask comptabilité", "Paul Roux", "passer"):
        stage.says("Zoé", words)
    return stage


def test_who_is_left_out_once_it_is_under_way_is_not_asked(asked: Stage) -> None:
    """Nor is anybody told so; whoever had it reads that it needs no answer, and it goes on."""
    asked.says("Zoé", "finalement pas Awa svp")
    assert "sans Awa Diop" in asked.spoken["dm:Zoé"][-1].text
    for words in ("/where", "je ne veux pas que ce soit Paul"):
        asked.says("Zoé", words)
    assert "Marc Petit a jusqu’au" in asked.spoken["dm:Zoé"][-1].text
    assert "n’a plus besoin de réponse" in asked.spoken["dm:Paul Roux"][-1].text
    assert "J’accepte" in asked.spoken["dm:Marc Petit"][-1].labels
    assert not asked.spoken["dm:Awa Diop"]


def test_who_is_left_out_as_a_request_is_said_anew_is_not_asked(asked: Stage) -> None:
    for words in ("/where", "Modifier", "sans Awa"):
        asked.says("Zoé", words)
    asked.says("Zoé", "/where")
    assert "Awa" not in asked.spoken["dm:Zoé"][-1].text
    asked.taps("Zoé", "Modifier")
    asked.fills("Zoé", need="relire mon bilan", context="mais pas Marc")
    assert asked.spoken["dm:Paul Roux"][-1].card[0] == "relire mon bilan"
    assert not any("Marc" in line for line in asked.spoken["dm:Paul Roux"][-1].card)
    asked.says("Paul Roux", "je peux pas")
    assert not asked.spoken["dm:Awa Diop"]
    assert not asked.spoken["dm:Marc Petit"]


def test_who_is_left_out_in_answer_to_a_helper_is_not_asked_nor_told_of(asked: Stage) -> None:
    """The question stands, and what else the answer says reaches the helper."""
    for words in ("En savoir plus", "c'est pour quand ?"):
        asked.says("Paul Roux", words)
    asked.says("Zoé", "sans Awa svp")
    assert "c'est pour quand" in asked.spoken["dm:Zoé"][-1].text
    asked.says("Zoé", "c'est pour lundi, et sans Marc")
    told = asked.spoken["dm:Paul Roux"][-1].card[1]
    assert told.replace("\u00a0", " ").endswith("Réponse\u202f: « c'est pour lundi »")
    asked.says("Paul Roux", "je peux pas")
    assert not asked.spoken["dm:Awa Diop"]
    assert not asked.spoken["dm:Marc Petit"]


def test_of_several_requests_which_one_leaves_somebody_out_is_asked(asked: Stage) -> None:
    for words in ("/ask tailler mes rosiers", "oui", "passer", "sans Awa"):
        asked.says("Zoé", words)
    assert {"comptabilité", "tailler mes rosiers"} <= {*asked.spoken["dm:Zoé"][-1].labels}
    asked.says("Zoé", "comptabilité")
    assert "Marc Petit" in asked.spoken["dm:Zoé"][-1].text
    assert "ensuite je demanderai à Awa" not in asked.spoken["dm:Zoé"][-1].text


def test_everyone_but_somebody_for_a_subject_is_a_need(stage: Stage) -> None:
    stage.member("Zoé")
    for name in NAMES:
        stage.member(name, offers=["comptabilité"])
    stage.says("Zoé", "je viens sans Awa")
    assert "pas bien compris" in stage.spoken["dm:Zoé"][-1].text
    for words in ("tout le monde sauf Awa pour de la compta", "oui"):
        stage.says("Zoé", words)
    assert "Paul Roux" in stage.spoken["dm:Zoé"][-1].labels
    assert "Awa Diop" not in stage.spoken["dm:Zoé"][-1].labels


def test_who_is_left_out_does_not_find_it_among_the_open_requests(stage: Stage) -> None:
    stage.member("Zoé")
    stage.member("Awa Diop", role="moderator")
    stage.member("Mod", role="moderator")
    for words in ("j'ai besoin d'aide en compta, sans Awa", "oui", "passer"):
        stage.says("Zoé", words)
    for moderator, shown in (("Mod", True), ("Awa Diop", False)):
        stage.says(moderator, "/asks")
        assert ("compta" in stage.spoken[f"dm:{moderator}"][-1].text) is shown


def test_who_is_left_out_stays_out_whoever_thinks_of_them(stage: Stage) -> None:
    """Neither a helper's idea, nor the team's, nor a new profile brings it to Awa, who is a
    moderator and would read of it there; the team is told that it can't be her."""
    stage.member("Zoé")
    stage.member("Paul Roux", offers=["comptabilité"])
    stage.member("Awa Diop", role="moderator")
    stage.member("Mod", role="moderator")
    stage.says("Zoé", "besoin d'aide à part Awa, s'il vous plaît")
    for words in ("en compta", "Paul Roux", "passer"):
        stage.says("Zoé", words)
    stage.says("Paul Roux", "demandez plutôt à Awa")
    assert "confiée à l’équipe" in stage.spoken["dm:Zoé"][-1].text
    for words in ("proposer quelqu'un", "Awa Diop"):
        stage.says("Mod", words)
    assert "je ne peux pas solliciter Awa Diop" in stage.spoken["dm:Mod"][-1].text
    assert not stage.spoken["dm:Awa Diop"]


def test_who_is_chosen_and_then_left_out_reads_nothing_unasked(stage: Stage) -> None:
    stage.member("Zoé")
    for name in NAMES:
        stage.member(name, offers=["comptabilité"])
    for words in ("qui peut m'aider en compta ?", "Awa Diop", "keep it from Awa"):
        stage.says("Zoé", words)
    assert "Rien n’est encore parti" in stage.spoken["dm:Zoé"][-1].text
    assert not stage.spoken["dm:Awa Diop"]


@pytest.mark.parametrize("words", ["ou j'en suis", "ou ca en est ?", "où j’en suis ?"])
def test_where_it_stands_is_asked_in_few_words(words: str) -> None:
    assert phrases.told(words) == "where"
