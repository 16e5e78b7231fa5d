"""A need told in the middle of the welcome waits for its end, and is no part of a profile (P10)."""

from __future__ import annotations

import pytest

from conversations.early_needs import asks_for_help
from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening


@opening
def town(stage: Stage) -> Stage:
    """Awa can help; Zoé has come and chosen English."""
    stage.member("Awa", offers=["gardening"])
    stage.joins("Zoé")
    stage.taps("Zoé", "English")
    stage.heard["dm:Zoé"].clear()
    return stage


NEED = "who can help me with gardening?"
NOTED = "Zoé < Noted: I’ll come back to it as soon as your welcome is over. …"
UP_TO = {
    "rules": ((), "Zoé < Here is what we promise … [That’s fine] [No"),
    "consent": (("That’s fine",), "Zoé < Before we begin … [I agree] [I"),
    "name": (("That’s fine", "I agree"), "Zoé < What would you like to be called?"),
}
SKIPPED = {
    "headline": (0, "Zoé < Thank you, Zoé! In one line, what do you do? … [Skip"),
    "offers": (1, "Zoé < What could you help someone with? … [Skip"),
    "experiences": (2, "Zoé < What have you lived through … [Skip"),
    "wants": (3, "Zoé < And you: what would you like to learn … [Skip"),
}


@pytest.mark.parametrize("at", UP_TO)
def test_it_is_no_answer_before_the_profile(town: Stage, at: str) -> None:
    labels, question = UP_TO[at]
    for label in labels:
        town.taps("Zoé", label)
    town.heard["dm:Zoé"].clear()
    play(town, f"Zoé > {NEED}\n{NOTED}\n{question}]".replace("called?]", "called?"))


@pytest.mark.parametrize("at", SKIPPED)
def test_it_is_no_part_of_the_profile(town: Stage, at: str) -> None:
    skips, question = SKIPPED[at]
    for label in ("That’s fine", "I agree"):
        town.taps("Zoé", label)
    town.says("Zoé", "Zoé")
    for _ in range(skips):
        town.taps("Zoé", "Skip")
    town.heard["dm:Zoé"].clear()
    play(town, f"Zoé > {NEED}\n{NOTED}\n{question}]")
    for _ in range(4 - skips):
        town.taps("Zoé", "Skip")
    town.heard["dm:Zoé"].clear()
    town.taps("Zoé", "Keep")
    play(
        town,
        """
        Zoé < There you are, Zoé: you’re one of us. …
        Zoé < For “gardening”, I thought of this person. … [Awa] …
        """,
    )
    town.says("Zoé", "/profile")
    assert town.spoken["dm:Zoé"][-1].card == ("Zoé", "English · Europe/Paris")


@pytest.mark.parametrize(
    "words",
    ["I need someone to help me with my taxes", "j’ai besoin d’aide pour mes impôts",
     "je cherche quelqu’un pour m’aider avec mon CV", "can anyone help me with Excel?",
     "qui s’y connaît en droit du travail ?", "I need help"],
)  # fmt: skip
def test_this_asks_for_help(words: str) -> None:
    assert asks_for_help(words, "fr")


@pytest.mark.parametrize(
    "words",
    ["help with CVs and cover letters", "aide à la rédaction de CV", "comptabilité", "Thomas",
     "aider les personnes qui cherchent un emploi", "conseils pour trouver un stage",
     "je cherche un emploi dans la compta", "j’aide à écrire des lettres", "someone who listens",
     "I can help anyone who needs a CV", "je peux aider qui a besoin d’aide en maths",
     "personne ne pouvait m’aider, j’ai appris seule"],
)  # fmt: skip
def test_this_may_describe_somebody(words: str) -> None:
    assert not asks_for_help(words, "fr")
