"""What is asked for before the welcome is over comes up again at its end (P10)."""

from __future__ import annotations

import pytest

from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening

NEED = "qui peut m’aider en comptabilité ?"


@opening
def town(stage: Stage) -> Stage:
    """Awa can help."""
    stage.member("Awa", offers=["comptabilité"])
    return stage


def finish(stage: Stage) -> None:
    for label in ("Français", "Cela me convient", "Je suis d’accord"):
        stage.taps("Zoé", label)
    stage.says("Zoé", "Zoé")
    for _ in range(4):
        stage.taps("Zoé", "Passer")
    stage.heard["dm:Zoé"].clear()
    stage.taps("Zoé", "Garder")


TAKEN_UP = """
Zoé < Voilà, Zoé, vous êtes des nôtres. …
Zoé < Pour « comptabilité », j’ai pensé à cette personne. … [Awa] …
"""


@pytest.mark.parametrize("command", ["/ask comptabilité", "/demander comptabilité"])
def test_a_command_in_the_middle_of_the_welcome_is_kept(town: Stage, command: str) -> None:
    play(
        town,
        f"""
        Zoé joins
        Zoé < …bienvenue… [English] [Français]
        Zoé > {command}
        Zoé < C’est noté : j’y reviens dès la fin de votre accueil. Il ne reste que quelques questions.
        Zoé < …bienvenue… [English] [Français]
    """,
    )
    finish(town)
    play(town, TAKEN_UP)


def test_a_platform_s_command_in_a_channel_is_kept_too(town: Stage) -> None:
    town.joins("Zoé")
    town.does("Zoé", "command", command="/ask", text="comptabilité", place="general",
              place_kind="channel")  # fmt: skip
    finish(town)
    play(town, TAKEN_UP)


def test_the_newest_need_is_the_one_that_is_kept(town: Stage) -> None:
    town.joins("Zoé", first="qui sait jardiner ?")
    town.says("Zoé", "/ask comptabilité")
    finish(town)
    play(town, TAKEN_UP)


@pytest.mark.parametrize("said", [("bonjour", NEED), (NEED, "merci"), (NEED, "aide")])
def test_of_words_in_one_breath_the_need_is_kept(town: Stage, said: tuple[str, str]) -> None:
    for words in said:
        town.joins("Zoé", first=words)
    assert not [each for each in town.spoken["dm:Zoé"] if "pas reconnu" in each.text]
    finish(town)
    play(town, TAKEN_UP)


def test_a_command_for_the_team_is_refused_at_once(town: Stage) -> None:
    town.joins("Zoé")
    town.says("Zoé", "/competences")
    assert "rôle" in town.spoken["dm:Zoé"][-1].text


def test_help_comes_once_before_the_one_welcome(town: Stage) -> None:
    town.joins("Yan", first="/help")
    help_, greeting = town.spoken["dm:Yan"]
    assert "/regles" in help_.text
    assert greeting.labels == ("English", "Français")


def test_what_is_not_kept_for_the_end_any_more_is_said(town: Stage) -> None:
    """Both were promised, and one was lost without a word."""
    play(
        town,
        """
        Zoé joins
        Zoé < …bienvenue… [English] [Français]
        Zoé > /ask comptabilité
        Zoé < C’est noté : j’y reviens dès la fin de votre accueil. …
        Zoé < …bienvenue… [English] [Français]
        Zoé > /ask jardinage
        Zoé < C’est noté : c’est à cela que je reviens … « /ask comptabilité », je ne le garde pas …
        Zoé < …bienvenue… [English] [Français]
        Zoé > /ask jardinage
        Zoé < C’est noté : j’y reviens dès la fin de votre accueil. …
        Zoé < …bienvenue… [English] [Français]
    """,
    )
