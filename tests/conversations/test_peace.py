"""Promise 5: whoever is paused is not asked, not reminded, and nobody waits for them in vain."""

from __future__ import annotations

from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening


@opening
def asked(stage: Stage) -> Stage:
    """Awa has Zoé's request in hand, Marc is next in line; Inès moderates."""
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Marc", offers=["tenir la comptabilité d’un atelier"])
    stage.member("Inès", role="moderator")
    for words in ("/ask comptabilité", "Awa", "passer"):
        stage.says("Zoé", words)
    stage.heard.clear()
    return stage


PAUSED = """
Awa > /pause
Awa < Jusqu’à quand vous laisser tranquille ? …
Awa > [Jusqu’à ce que je revienne]
Awa < C’est noté : plus aucune demande, jusqu’à ce que vous écriviez /reprendre.
Awa < Une demande vous attend encore : « comptabilité ». … je ne vous la rappellerai pas. [Répondre maintenant] [Laisser suivre]
"""


def test_a_request_in_hand_can_be_answered_before_the_pause(asked: Stage) -> None:
    play(
        asked,
        PAUSED
        + """
        Awa > [Répondre maintenant]
        Awa < Quelqu’un de la communauté aimerait votre aide… [J’accepte]
        Awa > [J’accepte]
        Awa < Merci ! C’est Zoé. …
        Zoé < Bonne nouvelle…
        room:1 < Bonjour Zoé, bonjour Awa ! …
        """,
    )


def test_a_request_in_hand_can_move_on(asked: Stage) -> None:
    play(
        asked,
        PAUSED
        + """
        Awa > [Laisser suivre]
        Marc < Quelqu’un de la communauté aimerait votre aide… [J’accepte]
        Awa < C’est transmis : plus personne n’attend votre réponse. …
        Zoé < Pour « comptabilité », la personne sollicitée n’est pas disponible. J’ai demandé à Marc…
        Awa > [J’accepte]
        Awa < Merci d’avoir répondu ! La demande « comptabilité » est entre-temps allée vers quelqu’un d’autre. …
        10 days pass
        Marc < Petit rappel…
        Zoé < Marc n’a pas encore répondu…
        Marc < …
        Zoé < Personne n’a pu prendre votre demande…
        Inès < Une demande attend l’équipe…
        Inès < Un rappel : cette demande, faite le lundi 23 novembre, attend toujours l’équipe : …
        Zoé < Personne n’a encore été trouvé…
        """,
    )


def test_whoever_pauses_without_a_word_is_not_reminded(asked: Stage) -> None:
    play(
        asked,
        PAUSED
        + """
        3 days pass
        Marc < Quelqu’un de la communauté aimerait votre aide… [J’accepte]
        Zoé < Pour « comptabilité », la personne sollicitée n’est pas disponible. J’ai demandé à Marc…
        Awa > [Répondre maintenant]
        Awa < Elle a suivi son chemin entre-temps : plus personne n’attend votre réponse.
        """,
    )


def test_what_was_answered_in_the_meantime_is_asked_about_no_more(asked: Stage) -> None:
    play(
        asked,
        PAUSED
        + """
        Awa > [J’accepte]
        Awa < Merci ! C’est Zoé. …
        Zoé < Bonne nouvelle…
        room:1 < …
        Awa > [On voit ça ensemble]
        Awa < Très bien, je vous laisse vous arranger. …
        Awa > [Répondre maintenant]
        Awa < …
        """,
    )
    told = asked.spoken["dm:Awa"][-1].text
    assert "attend" not in told, "it was answered: it neither waits nor went to anybody else"


def test_stop_lets_the_request_move_on_at_once_and_says_so_in_its_one_message(asked: Stage) -> None:
    play(
        asked,
        """
        Awa > /stop
        Marc < Quelqu’un de la communauté aimerait votre aide… [J’accepte]
        Awa < Entendu : je ne vous écrirai plus de moi-même, et plus personne n’attend votre réponse. …
        Zoé < Pour « comptabilité », … J’ai demandé à Marc…
        """,
    )


def test_a_request_put_off_moves_on_when_its_day_falls_into_a_pause(asked: Stage) -> None:
    play(
        asked,
        """
        Awa > [Pas maintenant]
        Awa < À partir de quand ? …
        Awa > [Dans une semaine]
        Awa < C’est noté …
        Zoé < Awa n’est pas disponible avant le … [J’attends]
        Zoé > [J’attends]
        Zoé < Entendu. …
        Awa > /pause
        Awa < Jusqu’à quand vous laisser tranquille ? …
        Awa > [Dans un mois]
        Awa < C’est noté : plus aucune demande avant le…
        7 days pass
        1 minute passes
        Marc < Quelqu’un de la communauté aimerait votre aide… [J’accepte]
        Zoé < Pour « comptabilité », … J’ai demandé à Marc…
        """,
    )


def test_who_stops_with_a_request_open_reads_that_its_news_still_come(asked: Stage) -> None:
    play(
        asked,
        """
        Zoé > /stop
        Zoé < Entendu : je ne vous écrirai plus de moi-même. … Votre demande en cours continue. Pour savoir où elle en est, … : /suivi
        Awa > [Je ne peux pas]
        Marc < Quelqu’un de la communauté …
        Awa < …
        Zoé < Pour « comptabilité », la personne sollicitée n’est pas disponible. …
        """,
    )


def test_who_stops_without_one_reads_nothing_of_the_kind(asked: Stage) -> None:
    asked.says("Awa", "oui")
    asked.says("Zoé", "/stop")
    assert "demande en cours" not in asked.spoken["dm:Zoé"][-1].text
