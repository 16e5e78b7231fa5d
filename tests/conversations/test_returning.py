"""A pause ends on a return, and on no other words with "back" or "pause" in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conversations.returning import is_return
from conversations.testing import Stage
from tests.conversations.openings import opening

EXAMPLES = Path(__file__).parents[2] / "conversations/examples/said"


@pytest.mark.parametrize(
    "words",
    ["my back hurts", "my lower back is killing me", "back pain", "call me back please",
     "get back to me", "my landlord wont give my deposit back", "I got my money back",
     "resume my studies", "reprendre mes études", "je reprends la peinture",
     "remets mon chauffage en route", "ma pause dej est trop courte", "vacances scolaires"],
)  # fmt: skip
def test_what_is_of_ones_life_is_no_return(words: str) -> None:
    assert not is_return(words)


@pytest.mark.parametrize(
    "words",
    ["I'm back", "back", "ok, back now", "I'm so back", "got back today", "switch me back on",
     "I'm back, my back is better", "je reprends", "je reprends lundi", "je reprends du service",
     "je reprends les mises en relation", "reprends mes demandes", "je suis revenu de la mer",
     "ma pause est finie", "holiday's over", "ready to take questions once more"],
)  # fmt: skip
def test_a_return_is_one(words: str) -> None:
    assert is_return(words)


def test_every_return_that_is_learned_from_is_one() -> None:
    told = [line for each in EXAMPLES.iterdir() for line in each.read_text("utf-8").splitlines()]
    returns = [each["text"] for each in map(json.loads, told) if each["intent"] == "resume"]
    assert returns
    assert not [each for each in returns if not is_return(each)]


@opening
def town(stage: Stage) -> Stage:
    stage.member("Zoé")
    stage.member("Awa", offers=["dessin"])
    return stage


def test_a_need_with_back_in_it_is_not_lost_and_ends_no_pause(town: Stage) -> None:
    town.says("Zoé", "/pause")
    town.says("Zoé", "lundi")
    for words in ("my back hurts", "ma pause dej est trop courte"):
        town.says("Zoé", words)
        assert "Trouver de l’aide" in town.heard["dm:Zoé"][-1].labels
    town.says("Zoé", "je reprends le dessin")
    town.taps("Zoé", "Trouver de l’aide")
    assert "Awa" in " ".join(town.heard["dm:Zoé"][-1].labels)
    town.says("Zoé", "call me back please")
    town.says("Zoé", "/reprendre")
    assert "On peut de nouveau vous demander" in town.heard["dm:Zoé"][-1].text
