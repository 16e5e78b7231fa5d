"""START brings back whoever is paused or has stopped, wherever they write it; others are greeted.

And words that can only mean STOP are that everywhere (P9).
"""

from __future__ import annotations

import pytest

from community import members
from conversations.testing import Stage
from tests.conversations.openings import opening
from tests.conversations.test_first_words import finish
from tests.conversations.test_linking import link

STARTS = ["START", "/start", "Start !", "restart", "unstop", "recommencez", "réactivez",
          "je veux me réabonner", "resubscribe"]  # fmt: skip
STOPS = ["stoppez", "stop stop", "STOP!!", "dont text me", "don't text me", "leave me alone",
         "arrêtez de m'écrire", "laissez-moi tranquille", "Laissez moi tranquille !"]  # fmt: skip


@opening
def town(stage: Stage) -> Stage:
    stage.member("Zoé")
    return stage


def is_paused(stage: Stage, who: str = "Zoé") -> bool:
    paused: bool = stage.work(members.is_paused, actor=who)
    return paused


def key(stage: Stage, who: str = "Zoé") -> str:
    """What somebody was told last."""
    return stage.spoken[f"dm:{who}"][-1].outgoing.text.key


@pytest.mark.parametrize("away", ["/pause 2 semaines", "/stop"])
@pytest.mark.parametrize("words", STARTS)
def test_start_ends_a_pause_and_a_stop(town: Stage, away: str, words: str) -> None:
    """“Je ne connais pas cette commande.”"""
    town.says("Zoé", away)
    assert is_paused(town)
    town.says("Zoé", words)
    assert not is_paused(town)
    assert key(town) == "pause-off"


@pytest.mark.parametrize("words", ["START", "/start", "/reprendre"])
def test_whoever_is_not_away_is_told_so_kindly(town: Stage, words: str) -> None:
    town.says("Zoé", words)
    assert key(town) == "pause-none"


def test_start_counts_on_another_platform_than_the_stop(town: Stage) -> None:
    town.joins("Zoé ailleurs", name="Zoé")
    link(town, "Zoé ailleurs", "Zoé")
    town.says("Zoé", "/stop")
    town.says("Zoé ailleurs", "START")
    assert key(town, "Zoé ailleurs") == "pause-off"
    assert not is_paused(town)


def test_a_newcomers_start_only_begins_the_welcome(stage: Stage) -> None:
    stage.joins("Zoé", first="START")
    finish(stage)
    assert not [each for each in stage.spoken["dm:Zoé"] if "pause" in each.outgoing.text.key]


@pytest.mark.parametrize("words", STOPS)
def test_words_that_can_only_mean_stop_stop(town: Stage, words: str) -> None:
    town.says("Zoé", words)
    assert key(town) == "stopped"
    assert is_paused(town)


@pytest.mark.parametrize(
    "words",
    ["qui peut m'aider à stopper une fuite ?", "arrêter de fumer", "je veux arrêter de fumer",
     "comment désabonner mes clients d'une liste ?", "laissez-moi réfléchir", "don't text me late",
     "restart my computer", "who can help me stop my landlord?"],
)  # fmt: skip
def test_an_ordinary_sentence_is_neither(town: Stage, words: str) -> None:
    town.says("Zoé", words)
    assert key(town) not in {"stopped", "pause-none", "pause-off"}
    assert not is_paused(town)


@pytest.mark.parametrize("words", ["/mesdonnees", "/mes données", "/mes-donnees", "mesdonnées"])
def test_a_command_is_known_with_and_without_its_spaces(town: Stage, words: str) -> None:
    """“Je ne connais pas cette commande.”"""
    town.says("Zoé", words)
    assert key(town).startswith("mydata")
