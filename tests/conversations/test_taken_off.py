"""What somebody helps with no more is taken off their profile after a yes (P2, P9)."""

from __future__ import annotations

from functools import partial

import pytest

from community import profiles
from community.profiles import Profile
from conversations.taken_off import given_up
from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening


@opening
def town(stage: Stage) -> Stage:
    stage.member("Zoé")
    stage.member("Nadia", headline="Menuisière", offers=["menuiserie", "allemand", "GDPR"])
    return stage


def test_what_is_helped_with_no_more_is_taken_off_after_a_yes(town: Stage) -> None:
    """It was read as an offer of the same, or as a need."""
    play(
        town,
        """
        Nadia > je peux plus aider en allemand
        Nadia < Je retire « allemand » de ce que vous proposez ? … [Oui, retirer] [Non, garder]
        Nadia > non
        Nadia < Très bien, rien ne change.
        Nadia > I'm happy to help with anything but German
        Nadia < C’est noté : « German » n’est pas sur votre profil, rien à retirer. …
        Nadia > enlève allemand
        Nadia < Je retire « allemand » de ce que vous proposez ? … [Oui, retirer] [Non, garder]
        Nadia > oui
        Nadia < C’est enregistré. …
        Nadia > je peux pas aider en espagnol
        Nadia < C’est noté : « espagnol » n’est pas sur votre profil, rien à retirer. …
        Nadia > je peux plus vous aider
        Nadia < Voulez-vous une pause, sans demandes ? …
        Nadia > non
        Nadia < D’accord. …
        Nadia > sorry can't help with GDPR this month
        Nadia < Je retire « GDPR » de ce que vous proposez ? … [Oui, retirer] [Plutôt une pause] [Non, garder]
        Nadia > [Plutôt une pause]
        Nadia < C’est noté : plus aucune demande avant le mardi 1er décembre. …
        Nadia > je peux aider en espagnol mais plus en menuiserie
        Nadia < Une chose après l’autre : d’abord « espagnol », puis « menuiserie ».
        Nadia < Merci ! J’ajoute « espagnol » à ce que vous proposez ? …
        Nadia > oui
        Nadia < C’est enregistré. …
        Nadia < Je retire « menuiserie » de ce que vous proposez ? …
        Nadia > oui
        Nadia < C’est enregistré. …
        Nadia > je suis plus menuisière
        Nadia < C’est votre présentation qui dit « menuisière ». …
        """,
    )
    offers = town.work(profiles.mine, "Nadia").offers
    assert offers == ["GDPR", "espagnol"]


def test_not_to_help_with_what_brought_a_request_is_a_no_to_it(town: Stage) -> None:
    play(
        town,
        """
        Zoé > /ask GDPR
        Zoé < Pour « GDPR », … [Nadia] …
        Zoé > Nadia
        Zoé < Voulez-vous ajouter un mot de contexte ? …
        Zoé > non
        Zoé < Votre demande est partie vers Nadia. …
        Nadia < Quelqu’un de la communauté … [J’accepte] …
        Nadia > I can no longer help with GDPR
        Nadia < Merci de l’avoir dit, l’équipe prend le relais.
        Nadia < Je retire « GDPR » de ce que vous proposez ? …
        Zoé < Pour « GDPR », je n’ai encore trouvé personne, …
        """,
    )


@pytest.mark.parametrize(
    ("words", "entry"),
    [("allemand", "allemand"), ("l’allemand", "allemand"), ("menuisière", "menuiserie"),
     ("carpenter", "carpentry"), ("GDPR people", "GDPR")],
)  # fmt: skip
def test_an_entry_is_named_in_one_form_or_another(words: str, entry: str) -> None:
    assert profiles.named_in(Profile(name="N", offers=["cuisine", entry]), words) == [entry]


@pytest.mark.parametrize("words", ["", "la table en allemand", "menu", "espagnol"])
def test_what_says_more_or_something_else_names_none(words: str) -> None:
    assert not profiles.named_in(Profile(name="N", offers=["menuiserie", "allemand"]), words)


NOTHING_OFF = [
    "je ne peux plus aider en allemand et je cherche un plombier", "enlève la tache de vin du tapis",
    "je suis plus très jeune", "je ne peux pas aider mon fils en maths", "pas de demandes demain",
    "qui ne peut plus aider en allemand ?", "plus de courses", "no requests for 3 days",
]  # fmt: skip


def test_other_words_take_nothing_off(town: Stage) -> None:
    taken = [town.work(partial(given_up, text=words), "Nadia") for words in NOTHING_OFF]
    assert taken == [None] * len(NOTHING_OFF)
