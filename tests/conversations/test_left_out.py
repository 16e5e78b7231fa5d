"""Somebody whom a request leaves out: they never see it, nor what says so."""

from __future__ import annotations

import pytest

from conversations import left_out, phrases
from conversations.testing import Stage

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


@pytest.mark.parametrize("words", ["ou j'en suis", "ou ca en est ?", "où j’en suis ?"])
def test_where_it_stands_is_asked_in_few_words(words: str) -> None:
    assert phrases.told(words) == "where"
