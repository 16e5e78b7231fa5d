"""A cry for help among others is answered in private at once, and never taken for a need."""

from __future__ import annotations

from conversations.testing import Stage
from tests.conversations.openings import opening


@opening
def town(stage: Stage) -> Stage:
    """In the general channel the bot listens."""
    stage.member("Inès", role="organiser")
    stage.member("Zoé")
    stage.member("Tom", locale="en")
    stage.member("Awa", offers=["comptabilité"])
    stage.says("Inès", "/listen on", place="general")
    return stage


def last(stage: Stage, who: str) -> str:
    """What somebody read last, with its buttons."""
    heard = stage.heard[f"dm:{who}"].pop()
    return " ".join([heard.text, *heard.labels])


def read_nothing(stage: Stage, who: str) -> bool:
    return not stage.heard[f"dm:{who}"]


def test_whoever_cries_for_help_in_a_channel_reads_at_once_where_it_is(town: Stage) -> None:
    """It was offered to ask around for “kill”."""
    town.says("Zoé", "j'en peux plus j'ai envie d'en finir, quelqu'un à qui parler ?", place="den")
    assert read_nothing(town, "Zoé"), "nobody lets the bot listen there"
    town.says("Zoé", "j'en peux plus j'ai envie d'en finir, qui peut m'aider ?", place="general")
    assert "3114" in last(town, "Zoé")
    town.says("Zoé", "je veux mourir", place="general")
    assert read_nothing(town, "Zoé"), "the same still waits for an answer"
    town.says("Zoé", "je saigne, ça pisse le sang, qui peut venir", place="general")
    assert "114 par SMS" in last(town, "Zoé")
    town.says("Tom", "my husband hit me again, who can help me", place="general")
    assert "Ask here as well" in last(town, "Tom")
    town.taps("Tom", "Ask here as well")
    assert "In immediate danger" not in last(town, "Tom"), "it was said already"
    assert not town.heard["general"]


def test_neither_a_question_nor_a_pause_nor_a_welcome_holds_the_numbers_up(town: Stage) -> None:
    town.says("Zoé", "/pause")
    assert "jusqu’à quand" in last(town, "Zoé").lower()
    town.says("Zoé", "je fais une crise d'angoisse là, quelqu'un peut m'aider ?", place="general")
    assert "3114" in last(town, "Zoé")
    town.says("Zoé", "lundi")
    assert "plus aucune demande avant le lundi" in last(town, "Zoé"), "its question still stands"
    town.says("Zoé", "ma voisine ne respire plus, qui peut venir ?", place="general")
    assert "114 par SMS" in last(town, "Zoé"), "a pause is from requests"
    town.joins("Nou")
    town.says("Nou", "I want to kill myself, can anybody help", place="general")
    assert "988" in last(town, "Nou")
    town.says("Nou", "/ask je veux mourir")
    read = " ".join(each.text for each in town.heard["dm:Nou"])
    assert "988" in read, "a command is heard like words"


def test_a_command_with_a_cry_and_nothing_else_is_one(town: Stage) -> None:
    town.says("Zoé", "/ask mourir")
    assert "3114" in last(town, "Zoé")
    town.says("Tom", "/ask help me to die")
    assert "988" in last(town, "Tom")
    town.says("Awa", "@Passerelle je veux mourir", place="den")
    assert "3114" in last(town, "Awa")
