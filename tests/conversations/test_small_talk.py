"""Greetings, goodbyes, signs, and what nobody could understand: a kind word and a few buttons."""

from __future__ import annotations

import pytest

from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening


@opening
def town(stage: Stage) -> Stage:
    """Zoé may need Awa, who knows accounting."""
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    return stage


BUTTONS = "[Demander de l’aide] [Mes demandes] [Mon profil] [Tout ce que je fais]"


@pytest.mark.parametrize("words", ["bonjour", "Salut !", "coucou 👋", "Hi there", "👋", "ça va ?"])
def test_a_greeting_is_returned_with_a_few_things_to_do(town: Stage, words: str) -> None:
    play(town, f"Zoé > {words}\nZoé < Bonjour Zoé ! Que puis-je faire ? {BUTTONS}")


@pytest.mark.parametrize("words", ["bye", "au revoir !", "Merci, bonne journée"])
def test_a_goodbye_is_returned(town: Stage, words: str) -> None:
    play(town, f"Zoé > {words}\nZoé < À bientôt, Zoé !")


@pytest.mark.parametrize("words", ["😂", "👍👍", "..."])
def test_a_bare_sign_is_no_mistake(town: Stage, words: str) -> None:
    play(town, f"Zoé > {words}\nZoé < Je suis là, Zoé. Que puis-je faire ? {BUTTONS}")


@pytest.mark.parametrize(
    ("words", "said"),
    [("lol mdr", "Pardon Zoé, je n’ai pas bien compris. …"),
     ("/nope", "Je ne connais pas cette commande, Zoé.")],
)  # fmt: skip
def test_what_is_not_understood_gets_the_same_few_things(
    town: Stage, words: str, said: str
) -> None:
    play(town, f"Zoé > {words}\nZoé < {said} {BUTTONS}")
    assert len(town.spoken["dm:Zoé"]) == 1


def test_everything_is_one_tap_away(town: Stage) -> None:
    play(
        town,
        """
        Zoé > bonjour
        Zoé < Bonjour Zoé ! … [Tout ce que je fais]
        Zoé > [Tout]
        Zoé < Voici ce que je sais faire : … /demander : …
        """,
    )


def test_each_button_leads_where_it_says(town: Stage) -> None:
    play(
        town,
        """
        Zoé > bonjour
        Zoé < Bonjour Zoé ! …
        Zoé > [Demander]
        Zoé < De quoi avez-vous besoin ? …
        Zoé > comptabilité
        Zoé < Pour « comptabilité », … [Awa] [Laisser tomber]
        Zoé > [Laisser tomber]
        Zoé < Très bien. …
        Zoé > salut
        Zoé < Bonjour Zoé ! …
        Zoé > 2
        Zoé < Vous n’avez pas de demande en cours. …
        Zoé > salut
        Zoé < Bonjour Zoé ! …
        Zoé > mon profil
        Zoé < Voici votre profil… [Le garder ainsi]
        """,
    )


def test_the_offer_stands_in_nobody_s_way(town: Stage) -> None:
    """What one goes on to say is heard as if nothing stood, and so is what the bot has to say."""
    play(
        town,
        """
        Awa > bonjour
        Awa < Bonjour Awa ! …
        Zoé > bonjour
        Zoé < Bonjour Zoé ! …
        Zoé > qui s’y connaît en comptabilité ?
        Zoé < Pour « comptabilité », … [Awa]
        Zoé > [Awa]
        Zoé < Voulez-vous ajouter un mot de contexte ? …
        Zoé > passer
        Awa < Quelqu’un de la communauté aimerait votre aide… [J’accepte]
        Zoé < Votre demande est partie vers Awa. …
        """,
    )


def test_its_buttons_work_later_while_another_question_stands(town: Stage) -> None:
    play(
        town,
        """
        Zoé > bonjour
        Zoé < Bonjour Zoé ! …
        Zoé > /pause
        Zoé < Jusqu’à quand vous laisser tranquille ? … [Dans une semaine]
        Zoé > [Mes demandes]
        Zoé < Vous n’avez pas de demande en cours. …
        Zoé > dans une semaine
        Zoé < C’est noté : plus aucune demande avant le …
        """,
    )


def test_who_greets_in_the_middle_of_a_question_is_greeted_and_goes_on(town: Stage) -> None:
    play(
        town,
        """
        Zoé > qui s’y connaît en comptabilité ?
        Zoé < Pour « comptabilité », … [Awa]
        Zoé > bonjour !
        Zoé < Bonjour Zoé ! Nous en étions là :
        Zoé < Pour « comptabilité », … [Awa]
        Zoé > /nope
        Zoé < Je ne connais pas cette commande, Zoé. [Mon profil]
        Zoé < Pour « comptabilité », … [Awa]
        Zoé > 1
        Zoé < Voulez-vous ajouter un mot de contexte ? …
        """,
    )


@pytest.mark.parametrize("words", ["I accept", "j’accepte", "je décline", "I decline"])
def test_an_answer_to_no_request_is_no_need(stage: Stage, words: str) -> None:
    """It was asked whether they were looking for somebody for “accept”."""
    stage.member("Awa")
    stage.says("Awa", words)
    assert "Aucune demande n’attend" in stage.spoken["dm:Awa"][-1].text
