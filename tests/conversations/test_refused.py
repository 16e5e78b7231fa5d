"""What somebody says they don't want is not looked for."""

from __future__ import annotations

import pytest

from conversations.testing import Stage
from conversations.transcripts import play
from conversations.understanding import understand
from conversations.understanding.refused import wanted
from tests.conversations.openings import opening


@opening
def town(stage: Stage) -> Stage:
    """Zoé asks; a plumber, a seamstress and a lawyer are here."""
    stage.member("Zoé")
    stage.member("Luc", headline="Plombier")
    stage.member("Rose", headline="Couturière")
    stage.member("Odile", headline="Avocate")
    return stage


@pytest.mark.parametrize(
    "words",
    ["je n'ai pas besoin d'avocat", "no need for a lawyer thanks", "je ne cherche pas d'aide",
     "I don't need a plumber", "on n’a plus besoin d’un plombier"],
)  # fmt: skip
def test_who_says_they_need_nobody_is_left_alone(town: Stage, words: str) -> None:
    play(
        town,
        f"""
        Zoé > {words}
        Zoé < Très bien. Revenez quand vous voulez…
    """,
    )


@pytest.mark.parametrize(
    "words",
    ["j'ai pas besoin d'un plombier mais d'une couturière", "pas de plombier svp, une couturière",
     "ce n'est pas un avocat que je cherche, c'est une couturière", "une couturière, pas un avocat",
     "/ask une couturière (pas un plombier)", "je cherche une couturière plutôt qu'un plombier"],
)  # fmt: skip
def test_the_one_who_is_wanted_is_found(town: Stage, words: str) -> None:
    play(
        town,
        f"""
        Zoé > {words}
        Zoé < Pour « couturière », … [Rose] [Demander plutôt à l’équipe]
    """,
    )


def test_while_a_question_stands_it_starts_nothing(town: Stage) -> None:
    play(
        town,
        """
        Zoé > /ask couture
        Zoé < Pour « couture », … [Rose]
        Zoé > je n'ai pas besoin d'avocat
        Zoé < … [Rose]
    """,
    )


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("not plumbing, I need an accountant", "I need an accountant"),
        ("I don't need a lawyer I need an accountant", "I need an accountant"),
        ("it's not a lawyer I need: it's an accountant", "I need: it's an accountant"),
        ("I need an accountant, not a lawyer", "I need an accountant"),
        ("pas besoin d'être pro, juste quelqu'un qui sait coudre",
         "juste quelqu'un qui sait coudre"),
        ("je cherche un comptable, pas besoin d'un expert. Merci !",
         "je cherche un comptable, Merci !"),
    ],
)  # fmt: skip
def test_what_is_refused_is_left_out(words: str, left: str) -> None:
    assert wanted(words) == left


@pytest.mark.parametrize(
    "words",
    ["il n'y a pas de plombier ici ?", "y aurait pas un plombier ?", "je n'ai pas de comptable",
     "don't you know a plumber?", "pas de chauffage depuis hier, un plombier ?",
     "no heating since Monday, I need a plumber", "je ne sais pas coudre, qui peut m'aider ?",
     "not sure how to do my accounts", "j'ai plus que jamais besoin d'un avocat",
     "ai-je pas besoin d'un avocat pour ça ?", "I need not only a lawyer but an accountant",
     "je cherche pas loin de Lyon une couturière"],
)  # fmt: skip
def test_a_no_that_refuses_nobody_leaves_the_words_as_they_are(words: str) -> None:
    assert wanted(words) == words


def test_in_a_channel_a_refusal_is_nobodys_business() -> None:
    assert understand("we don't need a lawyer, thanks", where="channel").intent == "none"
