"""What tells something, and what requests it, below a question that asks for words."""

from __future__ import annotations

import pytest

from conversations.told import recounts, tells
from conversations.understanding import understand

TOLD = """
j'ai aidé ma mentorée a trouver un stage
j'ai aide ma mentoree a trouver un stage
Une petite victoire, j'ai signé mon premier client
signé mon premier contrat
Une rencontre avec Karim a tout changé
oui quand Paul a relu mon cv
Bob m'a aidé a faire mon bilan
I got promoted
Tom helped me with my taxes
We launched our website
"""
OTHERWISE = """
je cherche un comptable
un comptable
besoin d'un plombier
j'ai perdu mon emploi et je cherche un avocat
I need a lawyer
I need help with taxes
looking for advanced excel help
qui peut m'aider ?
mettez moi en pause
supprime mes données
efface ma réponse
désolé pas dispo
je suis en pause la semaine prochaine
"""


@pytest.mark.parametrize("words", TOLD.strip().splitlines())
def test_what_somebody_did_is_told(words: str) -> None:
    assert recounts(words)
    assert tells(words, understand(words))


@pytest.mark.parametrize("words", OTHERWISE.strip().splitlines())
def test_a_request_or_a_wish_to_the_bot_is_not_told(words: str) -> None:
    assert not tells(words, understand(words))


@pytest.mark.parametrize("words", ["un nouveau client", "mon premier client"])
def test_a_few_words_that_are_read_as_nothing_may_be_told(words: str) -> None:
    assert tells(words, understand(words))
    assert not recounts(words)
