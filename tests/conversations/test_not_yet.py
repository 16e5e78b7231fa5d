"""A helper who hesitates finds the way back; one who can't yet keeps nobody waiting for months."""

from __future__ import annotations

from datetime import timedelta

import pytest

from community import proposals
from conversations.phrases import told
from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening


@opening
def asked(stage: Stage) -> Stage:
    """Awa has Zoé's request in hand; Marc is next in line."""
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Marc", offers=["tenir la comptabilité"])
    for words in ("/ask comptabilité", "Awa", "passer"):
        stage.says("Zoé", words)
    stage.heard.clear()
    return stage


@pytest.mark.parametrize("alley", ["En savoir plus", "Pas maintenant", "Plutôt quelqu’un d’autre…"])
def test_out_of_every_side_alley_there_is_a_way_back(asked: Stage, alley: str) -> None:
    play(
        asked,
        f"""
        Awa > [{alley}]
        Awa < … [Revenir à la demande]
        Awa > [Revenir à la demande]
        Awa < Quelqu’un de la communauté aimerait votre aide… [J’accepte] [En savoir plus]
        Awa > [J’accepte]
        Awa < Merci ! C’est Zoé. …
        Zoé < Bonne nouvelle…
        room:1 < …
        """,
    )


def test_a_no_in_place_of_a_question_is_brought_to_nobody(asked: Stage) -> None:
    play(
        asked,
        """
        Awa > [En savoir plus]
        Awa < Que voulez-vous savoir ? …
        Awa > non
        Awa < Quelqu’un de la communauté aimerait votre aide… [J’accepte]
        """,
    )


def test_whoever_can_not_after_all_says_so_in_place_of_a_day(asked: Stage) -> None:
    play(
        asked,
        """
        Awa > [Pas maintenant]
        Awa < À partir de quand ? … [Dans une semaine] [Je ne peux pas]
        Awa > 15 octobre 2027
        Awa < Choisissez un jour à venir, dans les trois mois…
        Awa > non en fait je ne peux pas
        Marc < Quelqu’un de la communauté…
        Awa < Merci de l’avoir dit…
        Zoé < Pour « comptabilité », … J’ai demandé à Marc…
        """,
    )


@pytest.mark.parametrize("words", ["pas avant mardi prochain", "not until next Tuesday"])
def test_next_tuesday_on_a_monday_is_asked_about(asked: Stage, words: str) -> None:
    """It was taken for tomorrow, which nobody calls so."""
    play(
        asked,
        f"""
        Awa > {words}
        Awa < Le mardi 24 novembre, ou le mardi 1er décembre ? … [Dans une semaine] [Je ne peux pas]
        Awa > le 1er décembre
        Awa < C’est noté : rien avant le mardi 1er décembre.
        Zoé < …
        """,
    )


LATER = """
Awa > [Pas maintenant]
Awa < À partir de quand ? …
Awa > 15 janvier
Awa < C’est noté : rien avant le vendredi 15 janvier.
Zoé < Awa n’est pas disponible avant le vendredi 15 janvier. … Si vous ne dites rien d’ici le lundi 30 novembre, je demanderai à quelqu’un d’autre. [J’attends] [Quelqu’un d’autre]
"""


def test_without_a_word_somebody_else_is_asked_after_a_week_and_both_are_told(asked: Stage) -> None:
    """The requester waited for months when they did not answer."""
    play(
        asked,
        LATER
        + """
        7 days pass
        1 minute passes
        Awa < La demande « comptabilité » n’a plus besoin de réponse. …
        Marc < Quelqu’un de la communauté…
        Zoé < Pour « comptabilité », la personne sollicitée n’est pas disponible. J’ai demandé à Marc…
        """,
    )


def test_whoever_waits_can_change_their_mind(asked: Stage) -> None:
    play(
        asked,
        LATER
        + """
        Zoé > [J’attends]
        Zoé < Entendu. Je lui redemanderai le vendredi 15 janvier.
        20 days pass
        Zoé > /where
        Zoé < … Awa est disponible à partir du vendredi 15 janvier … [Demander à quelqu’un d’autre pour « comptabilité »]
        Zoé > [Demander à quelqu’un d’autre]
        Awa < La demande « comptabilité » n’a plus besoin de réponse. …
        Marc < Quelqu’un de la communauté…
        Zoé < Votre demande est partie vers Marc. …
        """,
    )


def test_where_settles_what_was_not_answered(asked: Stage) -> None:
    play(
        asked,
        LATER
        + """
        Zoé > /where
        Zoé < … Awa est disponible à partir du vendredi 15 janvier ; si vous ne dites rien d’ici le lundi 30 novembre, je demanderai… [Attendre Awa] [Demander à quelqu’un d’autre]
        Zoé > [Attendre Awa]
        Zoé < Tout suit son cours.
        """,
    )
    asked.passes(timedelta(days=30))
    assert not asked.spoken["dm:Marc"]


def test_those_who_were_asked_are_named_once_and_nobody_else(asked: Stage) -> None:
    asked.taps("Awa", "J’accepte")
    asked.passes(timedelta(days=2, hours=1))
    asked.taps("Zoé", "Pas encore")
    asked.taps("Zoé", "Demander à")
    asked.taps("Marc", "Je ne peux pas")
    assert asked.work(lambda scope: proposals.tried(scope, 1)) == ["Awa", "Marc"]


@pytest.mark.parametrize(
    ("words", "dialogue"),
    [("Annule ma demande", "withdraw"), ("je veux retirer ma demande", "withdraw"),
     ("modifier ma demande", "where"), ("cancel my request", "withdraw"), ("alors ?", "where"),
     ("Et alors ?", "where"), ("any news?", "where"), ("Toujours rien…", "where"),
     ("quelqu’un me harcèle", "report"), ("I want to report someone", "report"),
     ("someone is harassing me", "report"), ("signaler", "report"),
     ("mon chef me harcèle, qui connaît le droit du travail ?", None),
     ("I want to report Marc", "report"), ("je veux parler à l’équipe", "team"),
     ("I'd like to talk to the team", "team"), ("travailler en équipe, ça s’apprend ?", None),
     ("je veux bloquer quelqu’un", "block"), ("block someone", "block"),
     ("alors, qui peut m’aider avec mon budget ?", None), ("écrire un report de dates", None),
     ("bloquer mon agenda", None)],
)  # fmt: skip
def test_what_is_said_in_so_many_words_is_done(words: str, dialogue: str | None) -> None:
    assert told(words) == dialogue


SURE = "Zoé < Retirer « comptabilité » ? [Retirer « comptabilité »] [Ne rien retirer]"


def test_a_request_is_taken_back_in_plain_words(asked: Stage) -> None:
    """ "There is nothing to cancel", it said, while a request was open; or "Cancelled", of a list
    that was shown, and the helper was still waited for."""
    for words in ("laisse tomber", "nevermind", "j’ai plus besoin", "annule ma demande"):
        play(asked, f"Zoé > {words}\n{SURE}\nZoé > non\nZoé < Tout suit son cours.")
    play(
        asked,
        f"""
        Zoé > où en est ma demande ?
        Zoé < Voici où vous en êtes. • comptabilité : … [Retirer]
        Zoé > annule
        {SURE}
        Zoé > annuler
        Zoé < C’est retiré. …
        Awa < …
        Zoé > annule
        Zoé < Il n’y a rien à annuler. …
        """,
    )


def test_which_of_two_requests_is_withdrawn_is_asked(asked: Stage) -> None:
    asked.member("Luc", offers=["jardinage"])
    for words in ("/ask jardinage", "Luc", "passer"):
        asked.says("Zoé", words)
    asked.heard.clear()
    play(
        asked,
        """
        Zoé > retire ma demande
        Zoé < Laquelle … ? [Retirer « comptabilité »] [Retirer « jardinage »] [Ne rien retirer]
        Zoé > Retirer « jardinage »
        Zoé < C’est retiré. …
        Luc < …
        Zoé > c’est bon, j’ai trouvé qqun
        Zoé < Retirer « comptabilité » ? [Retirer « comptabilité »]
        Zoé > oui
        Zoé < C’est retiré. …
        Awa < …
        """,
    )


def test_to_close_a_list_cancels_nothing(asked: Stage) -> None:
    asked.says("Awa", "j’accepte")
    asked.heard.clear()
    play(
        asked,
        """
        Zoé > où en est ma demande ?
        Zoé < Voici où vous en êtes. • comptabilité : vous êtes en lien avec Awa
        Zoé > annule
        Zoé < Tout suit son cours.
        """,
    )


@pytest.mark.parametrize("words", ["je n’ai plus besoin d’aide", "I don't need help any more"])
def test_what_is_not_needed_any_more_can_be_withdrawn(asked: Stage, words: str) -> None:
    """“Il n’y a rien à annuler”, while Awa had it in hand."""
    play(asked, f"Zoé > {words}\n{SURE}")


def test_only_who_will_be_asked_is_named_as_next(stage: Stage) -> None:
    """A fourth was promised, and never asked: three are."""
    stage.member("Zoé")
    for name in ("Awa", "Marc", "Paul"):
        stage.member(name, offers=["comptabilité"])
    stage.member("Tom")
    for words in ("/ask comptabilité", "Awa", "passer"):
        stage.says("Zoé", words)
    stage.says("Awa", "demandez plutôt à Tom")
    stage.taps("Tom", "Je ne peux pas")
    stage.says("Zoé", "/where")
    said = stage.spoken["dm:Zoé"][-1].text
    assert "jusqu’au" in said
    assert "ensuite je demanderai" not in said, said
