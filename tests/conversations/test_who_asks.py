"""Below a request, whoever asks whom it is from is told what they may know (P3)."""

from __future__ import annotations

import pytest

from conversations.sayings import says
from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening

WHO = ["C’est qui ?", "c'est qui", "qui ?", "Qui est-ce ?", "c'est de la part de qui", "who is it?",
       "who's asking?", "who", "c'est Zoé qui demande ?", "is it Zoé asking?"]  # fmt: skip


@opening
def asked(stage: Stage) -> Stage:
    """Awa has a request of Zoé's before her."""
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    for line in ("/ask comptabilité", "Awa", "passer"):
        stage.says("Zoé", line)
    stage.heard.clear()
    return stage


@pytest.mark.parametrize("words", WHO)
def test_who_is_hidden_is_told_on_accepting(asked: Stage, words: str) -> None:
    """“De qui s’agit-il ? Écrivez un nom …”"""
    play(
        asked,
        f"""
        Awa > {words}
        Awa < Quelqu’un de la communauté : vous saurez qui dès que vous acceptez. …
        Awa < Quelqu’un de la communauté aimerait votre aide … [J’accepte]
    """,
    )
    assert "Zoé" not in " ".join(each.text for each in asked.spoken["dm:Awa"])
    asked.says("Awa", "JACCEPTE")
    assert "C’est Zoé." in asked.spoken["dm:Awa"][-1].text


def test_who_would_ask_without_their_name_is_told_that_they_do(asked: Stage) -> None:
    """“Anonyme svp” was passed on as the context, and “demander anonymement” was a subject."""
    play(
        asked,
        """
        Zoé > c'est possible de demander anonymement ?
        Zoé < Oui : toute demande part sans votre nom. …
        Zoé > /ask jardinage
        Zoé < …
        Zoé > ok
        Zoé < …
        Zoé > anonyme svp
        Zoé < Oui : jusqu’à ce que la personne accepte … [Passer] …
        Zoé > keep me anonymous pls
        Zoé < Oui : jusqu’à ce que la personne accepte … [Passer] …
        """,
    )


def test_who_gave_their_name_is_named(stage: Stage) -> None:
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    for line in ("/ask comptabilité", "Awa"):
        stage.says("Zoé", line)
    stage.taps("Zoé", "Préciser")
    stage.fills("Zoé", kind="advice", urgency="none", signed="shown", context="")
    stage.heard.clear()
    play(stage, "Awa > c'est qui ?\nAwa < C’est Zoé. Pour en savoir plus : /qui Zoé\nAwa < …")


def test_with_a_name_or_a_command_it_is_a_question_about_that_member(asked: Stage) -> None:
    for words in ("c'est qui Awa ?", "/qui Awa"):
        asked.says("Awa", words)
        assert any(each.card and each.card[0] == "Awa" for each in asked.spoken["dm:Awa"])
        asked.spoken["dm:Awa"].clear()


def test_where_no_request_stands_whom_it_is_about_is_asked_for(stage: Stage) -> None:
    stage.member("Awa")
    stage.says("Awa", "qui ?")
    assert stage.spoken["dm:Awa"][-1].outgoing.text.key == "who-name"


@pytest.mark.parametrize(
    ("words", "kind"),
    [("JACCEPTE", "yes"), ("jaccepte", "yes"), ("J accepte", "yes"), ("jpeux pas", "unable"),
     ("j'peux pas", "unable"), ("daccord", "yes"), ("d accord", "yes"), ("cest bon", "yes"),
     ("jai pas le temps", "unable"), ("i cant", "unable"), ("im in", "glad")],
)  # fmt: skip
def test_short_answers_may_lack_apostrophes_and_spaces(words: str, kind: str) -> None:
    """“JACCEPTE” began a search for helpers."""
    assert says(words, kind)


@pytest.mark.parametrize("words", ["", " ", "'", "- '"])
def test_nothing_is_no_answer_for_that(words: str) -> None:
    assert not says(words, "yes", "no", "glad", "unable")
