"""A helper's question before deciding: relayed, reminded once, answered late or never."""

from __future__ import annotations

from datetime import timedelta

import pytest

from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening


@opening
def asked(stage: Stage) -> Stage:
    """Awa has asked Zoé something before deciding; Marc is next in line."""
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Marc", offers=["tenir la comptabilité d’un atelier"])
    for words in ("/ask comptabilité", "Awa", "passer"):
        stage.says("Zoé", words)
    for words in ("en savoir plus", "Combien de factures ?"):
        stage.says("Awa", words)
    stage.heard.clear()
    return stage


def test_whoever_cancels_the_question_is_reminded_and_answers_through_where(asked: Stage) -> None:
    play(
        asked,
        """
        Zoé > /cancel
        Zoé < C’est annulé.
        Zoé > /where
        Zoé < … Awa aimerait d’abord savoir « Combien de factures ? », et décidera sans votre réponse si elle n’est pas là le jeudi 26 novembre [Merci] [Répondre à Awa] [Retirer]
        Zoé > [Merci]
        Zoé < Tout suit son cours.
        2 days pass
        1 minute passes
        Zoé < Petit rappel pour « comptabilité » : on aimerait d’abord savoir « Combien de factures ? ». … [Passer]
        Zoé > /cancel
        Zoé < C’est annulé.
        Zoé > /where
        Zoé < … [Répondre à Awa]
        Zoé > [Répondre à Awa]
        Zoé < … « Combien de factures ? ». Que dois-je répondre ?
        Zoé > Une centaine
        Zoé < Merci, j’ai transmis.
        Awa < Voici la précision … Réponse : « Une centaine » … [J’accepte]
        """,
    )


@pytest.mark.parametrize(
    "answer",
    ["my number is 555-0199", "zoe.martin sur linkedin", "06 l2 34 56 78",
     "zéro six douze trente-quatre cinquante-six soixante-dix-huit"],
)  # fmt: skip
def test_an_answer_passes_without_a_way_to_be_reached(asked: Stage, answer: str) -> None:
    asked.says("Zoé", answer)
    assert "Awa" not in {place.removeprefix("dm:") for place, said in asked.heard.items() if said}
    assert asked.spoken["dm:Zoé"][-1].labels == ("Envoyer sans",)


def test_no_answer_is_told_to_both_and_a_late_one_is_still_welcome(asked: Stage) -> None:
    play(
        asked,
        """
        3 days pass
        1 minute passes
        Zoé < Petit rappel pour « comptabilité » …
        Awa < Pas de réponse pour l’instant à votre question « Combien de factures ? ». Pour « comptabilité », vous pouvez décider sans… [J’accepte]
        Zoé < Pour « comptabilité », Awa va décider sans la précision demandée. …
        Zoé > Une centaine
        Zoé < Merci, j’ai transmis.
        Awa < Voici la précision … [J’accepte]
        Awa > [J’accepte]
        Awa < Merci ! C’est Zoé. …
        Zoé < Bonne nouvelle…
        room:1 < …
        """,
    )


def test_the_helper_can_decide_without_the_answer(asked: Stage) -> None:
    play(
        asked,
        """
        Awa > [Je ne peux pas]
        Awa < Merci de l’avoir dit…
        Marc < Quelqu’un de la communauté… [J’accepte]
        Zoé < Pour « comptabilité », … J’ai demandé à Marc…
        Zoé > qui peut m'aider en plongée ?
        Zoé < Je ne vois encore personne…
        """,
    )


def test_the_asker_would_rather_not_say(asked: Stage) -> None:
    play(
        asked,
        """
        Zoé > [Passer]
        Zoé < Entendu. Je le dis…
        Awa < Pas de réponse pour l’instant à votre question… [J’accepte]
        """,
    )


def test_an_answer_after_a_reminder_gives_the_helper_new_time(asked: Stage) -> None:
    play(
        asked,
        """
        6 days pass
        1 minute passes
        Zoé < Petit rappel pour « comptabilité » …
        Awa < Pas de réponse pour l’instant …
        Zoé < Pour « comptabilité », Awa va décider sans …
        Awa < Petit rappel, sans pression…
        Zoé < Awa n’a pas encore répondu…
        Zoé > Une centaine
        Zoé < Merci, j’ai transmis.
        Awa < Voici la précision …
        Zoé > /where
        Zoé < … Awa a jusqu’au vendredi 4 décembre pour répondre, ensuite je demanderai à Marc …
        """,
    )


def test_an_answer_for_a_helper_who_paused_brings_the_request_to_the_next(asked: Stage) -> None:
    play(
        asked,
        """
        Awa > /pause
        Awa < Jusqu’à quand …
        Awa > [Dans un mois]
        Awa < C’est noté …
        Awa < Une demande vous attend encore …
        Zoé > Une centaine
        Marc < Quelqu’un de la communauté… [J’accepte]
        Zoé < Merci. La personne s’est mise en pause entre-temps…
        Zoé < Pour « comptabilité », … J’ai demandé à Marc…
        """,
    )


def test_a_question_about_a_request_put_off_can_be_answered_until_then(asked: Stage) -> None:
    play(
        asked,
        """
        Awa > [Pas maintenant]
        Awa < À partir de quand ? …
        Awa > [Dans une semaine]
        Awa < C’est noté …
        Zoé < Awa n’est pas disponible avant … [J’attends]
        Zoé > [J’attends]
        Zoé < Entendu. …
        Zoé > /where
        Zoé < … Awa est disponible à partir du … [Répondre à Awa]
        Zoé > [Répondre à Awa]
        Zoé < …
        Zoé > Une centaine
        Zoé < Merci, j’ai transmis.
        7 days pass
        1 minute passes
        Awa < Vous m’aviez dit d’attendre … Réponse : « Une centaine » … [J’accepte]
        """,
    )


def test_an_answer_after_the_helpers_yes_still_reaches_them(asked: Stage) -> None:
    """It was looked for as a new need, and its question stood nowhere."""
    play(
        asked,
        """
        Awa > [J’accepte]
        Zoé < Bonne nouvelle : Awa accepte … Sa question attend toujours votre réponse : « Combien de factures ? »
        Awa < Merci ! C’est Zoé. …
        room:1 < Bonjour Zoé, bonjour Awa ! …
        room:1 < Awa a demandé : « Combien de factures ? »
        Zoé > Une centaine, voir https://example.org
        Zoé < Awa a accepté entre-temps. Dois-je lui porter ces mots : « Une centaine, voir https://example.org » ? [Oui] [Non]
        Zoé > oui
        Awa < Zoé répond à votre question « Combien de factures ? » : « Une centaine, voir https://example.org »
        Zoé < Merci, j’ai transmis.
        """,
    )


def test_second_thoughts_are_no_answer_to_the_helper(asked: Stage) -> None:
    """“je veux signaler qq1”, “finalement non”, “oublie ca” were passed on as they were."""
    for words in ("trop compliqué laisse", "finalement non", "oublie ca"):
        asked.says("Zoé", words)
        assert asked.spoken["dm:Zoé"][-1].labels == ("Oui", "Non"), words
        asked.says("Zoé", "non")
        for again in ("/where", "Répondre à Awa"):
            asked.says("Zoé", again)
    asked.says("Zoé", "je veu signaler qq1")
    assert asked.spoken["dm:Zoé"][-1].text.startswith(("De quoi s’agit-il", "De qui s’agit-il"))
    assert not asked.heard["dm:Awa"]


def test_the_question_stays_for_whoever_needs_a_moment(asked: Stage) -> None:
    """“attends 2 min” was passed on as the answer, and “je reviens” taken for the end of a pause."""
    for words in ("attends 2 min", "one sec", "I'll come back to this", "je reviens"):
        asked.says("Zoé", words)
        assert "Rien ne presse" in asked.spoken["dm:Zoé"][-1].text, words
    assert not asked.heard["dm:Awa"]
    asked.says("Zoé", "une centaine")
    assert "une centaine" in " ".join(asked.spoken["dm:Awa"][-1].card)


def test_an_answer_below_did_you_talk_still_reaches_the_helper_after_a_yes(asked: Stage) -> None:
    """It was taken for a new need, and other people were proposed for it."""
    asked.taps("Awa", "J’accepte")
    asked.passes(timedelta(days=2, hours=3))
    asked.says("Zoé", "une appli qui compte les sous")
    assert "Awa a accepté entre-temps" in asked.spoken["dm:Zoé"][-1].text
    asked.says("Zoé", "oui")
    assert "une appli qui compte les sous" in asked.spoken["dm:Awa"][-1].text
    asked.says("Zoé", "je cherche aussi un plombier")
    assert "plombier" in asked.spoken["dm:Zoé"][-1].text
