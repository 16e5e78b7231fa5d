"""What either of two says in the direct line once they were introduced: each is heard (P1, P5)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from conversations.rescheduling import moved_to, puts_off
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Ask, Introduction
from tests.conversations.openings import opening


@opening
def met(stage: Stage) -> Stage:
    """Awa has accepted Zoé's request; they have no time yet."""
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    for who, words in (
        ("Zoé", "/ask comptabilité"), ("Zoé", "Awa"), ("Zoé", "passer"), ("Awa", "oui"),
    ):  # fmt: skip
        stage.says(who, words)
    stage.heard.clear()
    return stage


@pytest.fixture
def agreed(met: Stage) -> Stage:
    """They talk on Tuesday at one."""
    met.taps("Awa", "mardi 24 novembre")
    met.taps("Zoé", "Oui, ça me va")
    met.heard.clear()
    return met


def stands(stage: Stage) -> tuple[str, str | None, bool]:
    """The state of the request, its outcome, and whether a talk is to come."""
    query = select(Ask.state, Ask.outcome, Introduction.talk_at).where(
        Introduction.ask_id == Ask.id
    )
    state, outcome, talk_at = stage.work(lambda scope: scope.db.exec(query).one())
    return state, outcome, talk_at is not None


def test_who_needs_no_help_any_more_has_it_told_and_the_request_ends(agreed: Stage) -> None:
    """There was no way to end it, and the helper waited for a talk."""
    play(
        agreed,
        """
        Zoé > j'ai plus besoin finalement
        Zoé < Awa a dit oui pour « comptabilité ». … [Oui, dites-le] [C’est réglé ensemble] [Non, on reste en lien]
        Zoé > non
        Zoé < Très bien, rien ne change : …
        Zoé > retire ma demande
        Zoé < Awa a dit oui …
        Zoé > oui
        Awa < La conversation du mardi 24 novembre à 13:00 avec Zoé n’aura pas lieu. …
        Awa < Zoé n’a finalement plus besoin d’aide pour « comptabilité ». …
        Zoé < C’est dit à Awa, …
        Zoé < La conversation du mardi 24 novembre à 13:00 avec Awa n’aura pas lieu. …
        """,
    )
    assert stands(agreed) == ("closed", "withdrawn", False)
    agreed.passes(timedelta(days=20))
    assert not agreed.heard["dm:Awa"], "nobody is asked how it went"


def test_what_was_settled_together_is_no_refusal(met: Stage) -> None:
    play(
        met,
        """
        Zoé > c'est réglé
        Zoé < Awa a dit oui … [C’est réglé ensemble] …
        Zoé > [C’est réglé ensemble]
        Zoé < Et cet échange avec Awa vous a-t-il aidé pour « comptabilité » ? …
        Zoé > oui
        Zoé < Un mot de remerciement pour Awa ? …
        """,
    )
    assert stands(met) == ("closed", "helped", False)


def test_a_time_that_no_longer_suits_is_moved_to_the_one_that_is_named(agreed: Stage) -> None:
    """The “yes” was not recognised, and the new time was lost; else a pause was offered."""
    play(
        agreed,
        """
        Zoé > en fait je peux plus a cette heure la
        Zoé < Voulez-vous parler à un autre moment, ou pas du tout ? … [Décaler : Awa] [Annuler la conversation : Awa] [Garder le moment prévu]
        Zoé > non
        Zoé < Très bien, le moment prévu tient.
        Zoé > en fait je peux plus a cette heure la, on peut decaler a jeudi 10h ?
        Zoé < Voulez-vous parler …
        Zoé > oui
        Awa < La conversation du mardi …
        Awa < Zoé vous propose de parler de « comptabilité » le jeudi 26 novembre à 10:00. …
        Zoé < C’est proposé à Awa. …
        Zoé < La conversation du mardi …
        Awa > non
        Zoé < Le jeudi 26 novembre à 10:00 ne convient pas à Awa. …
        Awa < Quand pourriez-vous parler avec Zoé ? …
        Awa > décaler à vendredi 9h
        Zoé < Awa vous propose de parler de « comptabilité » le vendredi 27 novembre à 09:00. …
        Awa < C’est proposé à Zoé. …
        Zoé > je peux pas à cette heure-là
        Awa < Le vendredi 27 novembre à 09:00 ne convient pas à Zoé. …
        Zoé < Quand pourriez-vous parler avec Awa ? …
        """,
    )


def test_who_cannot_come_says_whether_then_or_at_all(agreed: Stage) -> None:
    play(
        agreed,
        """
        Zoé > finalement je peux pas venir
        Zoé < … [Décaler : Awa] [Annuler la conversation : Awa] [Je n’ai plus besoin d’aide] [Garder le moment prévu]
        Zoé > [Garder]
        Zoé < …
        Awa > finalement je peux pas venir
        Awa < … [Décaler : Zoé] [Annuler la conversation : Zoé] [Je ne peux plus aider Zoé] [Garder le moment prévu]
        Awa > lundi 10h plutôt
        Awa < … [Décaler : Zoé] [Annuler la conversation : Zoé] [Garder le moment prévu]
        Awa > [Garder]
        Awa < …
        Awa > finalement je peux pas venir
        Awa < …
        Awa > [Je ne peux plus aider Zoé]
        Zoé < …
        Zoé < …
        Awa < C’est dit, …
        Awa < …
        """,
    )
    assert stands(agreed)[2] is False


def test_two_without_a_time_find_one_in_their_own_words(met: Stage) -> None:
    """They were not understood, or led to an offer of help with “heure-là”."""
    play(
        met,
        """
        Zoé > je peux plus à cette heure-là
        Zoé < … [Proposer un moment : Awa] [Je n’ai plus besoin d’aide] [Ne rien changer]
        Zoé > [Proposer un moment]
        Zoé < Quand pourriez-vous parler avec Awa ? …
        Zoé > [On voit ça ensemble]
        Zoé < …
        Zoé > on peut décaler à jeudi 10h ?
        Awa < Zoé vous propose de parler de « comptabilité » le jeudi 26 novembre à 10:00. …
        Zoé < C’est proposé à Awa. …
        """,
    )


def test_being_late_is_told_to_the_other_after_a_yes(agreed: Stage) -> None:
    """It was a need: “do you look for somebody for « retard »?”."""
    agreed.passes(timedelta(days=1, hours=2, minutes=55))
    play(
        agreed,
        """
        Zoé > j'aurai 10 minutes de retard
        Zoé < Vous aurez 10 minutes de retard : dois-je prévenir ? [Oui, le dire à Awa] [Non]
        Zoé > non
        Zoé < Très bien, je ne dis rien.
        Awa > je serai en retard
        Awa < Vous aurez du retard : dois-je prévenir ? …
        Awa > oui
        Zoé < Awa vous prévient : votre conversation commencera avec un peu de retard.
        Awa < C’est dit à Zoé.
        """,
    )


@pytest.mark.parametrize("words", ["je suis en retard sur ma compta", "j'ai du retard de loyer"])
def test_being_late_with_something_is_no_word_to_anybody(agreed: Stage, words: str) -> None:
    agreed.passes(timedelta(days=1, hours=2))
    agreed.says("Zoé", words)
    assert agreed.spoken["dm:Zoé"][-1].outgoing.text.key != "late-sure"


def test_words_that_move_a_talk_are_told_from_those_that_only_put_it_off() -> None:
    assert moved_to("on peut décaler à jeudi 10h ?") == "jeudi 10h"
    assert moved_to("can we move it to thursday 10am?") == "thursday 10am"
    assert not moved_to("déplacer un piano jeudi 10h")
    assert puts_off("je peux pas à cette heure-là")
    assert puts_off("un autre jour svp")
    assert not puts_off("je peux pas jeudi")
    assert not puts_off("je peux pas payer")
