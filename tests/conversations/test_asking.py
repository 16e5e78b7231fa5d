"""From "who can help me" to thanks (P1, P3, P5, P8), told as it is lived."""

from __future__ import annotations

from datetime import timedelta

import pytest

from community import members
from community.scope import Scope
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Member
from tests.conversations.openings import opening


@opening
def town(stage: Stage) -> Stage:
    """Zoé asks; Awa, Marc and Léo know accounting; Inès moderates."""
    stage.member("Zoé", offers=["jardinage"])
    stage.member("Awa", offers=["comptabilité", "fiscalité des associations"])
    stage.member("Marc", offers=["tenir la comptabilité d’un atelier"])
    stage.member("Tom", locale="en", offers=["GDPR", "data protection"], time_zone="Europe/London")
    stage.member("Inès", role="moderator")
    return stage


ASKED = """
Zoé > qui peut m'aider avec ma comptabilité ?
Zoé < Pour « comptabilité », j’ai pensé à ces personnes. À qui voulez-vous demander ? [Awa] [Marc] [Demander plutôt à l’équipe] [Laisser tomber]
Zoé > [Awa]
Zoé < Voulez-vous ajouter un mot de contexte ? … [Passer]
Zoé > c'est pour notre bilan annuel
Awa < Quelqu’un de la communauté aimerait votre aide : « comptabilité ». … Contexte : c'est pour notre bilan annuel Pourquoi vous ? Vous proposez : comptabilité [J’accepte] [En savoir plus] [Pas maintenant] [Je ne peux pas]
Zoé < Votre demande est partie vers Awa. …
"""

ACCEPTED = """
Awa > [J’accepte]
Awa < Merci ! C’est Zoé. …
Zoé < Bonne nouvelle : Awa accepte de vous aider pour « comptabilité ». …
room:1 < Bonjour Zoé, bonjour Awa ! …
room:1 < Zoé précise : « c'est pour notre bilan annuel »
"""


def test_who_can_help_ends_in_an_introduction_and_thanks(town: Stage) -> None:
    play(town, ASKED + ACCEPTED)
    play(
        town,
        """
        2 days pass
        Zoé < Le … je vous ai mis en lien avec Awa… [Oui] [C’est prévu] [Pas encore]
        Awa < Le … je vous ai mis en lien avec Zoé… [Oui]
        Awa > oui
        Awa < Merci d’avoir pris ce temps.
        Zoé > [Oui]
        Zoé < Et cet échange avec Awa vous a-t-il aidé pour « comptabilité » ? [Oui] [En partie] [Pas vraiment]
        Zoé > 1
        Zoé < Un mot de remerciement pour Awa ? … [Passer]
        Zoé > Grâce à toi, le bilan est prêt !
        Zoé < C’est transmis à Awa. …
        Awa < Zoé vous remercie pour « comptabilité » : « Grâce à toi, le bilan est prêt ! »
        Zoé > où en est ma demande ?
        Zoé < Vous n’avez pas de demande en cours. …
        """,
    )


def test_each_reads_their_own_language(town: Stage) -> None:
    play(
        town,
        """
        Zoé > who knows about GDPR?
        Zoé < Pour « GDPR », j’ai pensé à cette personne. … [Tom]
        Zoé > [Tom]
        Zoé < Voulez-vous ajouter un mot de contexte ? …
        Zoé > [Passer]
        Tom < Someone in the community would like your help: “GDPR”. … Why you? You offer: GDPR [I accept]
        Zoé < Votre demande est partie vers Tom. …
        Tom > I accept
        Tom < Thank you! It is Zoé. …
        Zoé < Bonne nouvelle : Tom accepte de vous aider pour « GDPR ». …
        room:1 < Bonjour Zoé, bonjour Tom ! … Trois façons de commencer : … Des moments qui pourraient vous convenir à tous les deux • mardi 24 novembre à 13:00 (Paris) et mardi 24 novembre à 12:00 (Londres) …
        room:1 < Hello Zoé, hello Tom! … Moments that might suit you both • Tuesday 24 November at 1:00 PM (Paris) and Tuesday 24 November at 12:00 PM (London) …
        """,
    )


def test_nobody_sees_who_asks_before_accepting(town: Stage) -> None:
    play(town, ASKED)
    for heard in town.spoken["dm:Awa"]:
        assert "Zoé" not in repr(heard.outgoing.payload())


def test_silence_brings_a_reminder_then_the_next_then_the_team(town: Stage) -> None:
    play(town, ASKED)
    play(
        town,
        """
        3 days pass
        Awa < Petit rappel, sans pression : quelqu’un attend encore votre réponse… [J’accepte]
        Zoé < Awa n’a pas encore répondu pour « comptabilité » : je lui fais un petit rappel. Sans réponse le samedi 28 novembre, je demanderai à Marc.
        Zoé > où en est ma demande ?
        Zoé < Voici où vous en êtes. • comptabilité : Awa a jusqu’au samedi 28 novembre pour répondre, ensuite je demanderai à Marc [Merci] [Retirer]
        Zoé > [Merci]
        Zoé < Tout suit son cours.
        2 days pass
        1 minute passes
        Awa < La demande « comptabilité » passe à quelqu’un d’autre. …
        Marc < Quelqu’un de la communauté aimerait votre aide… [J’accepte]
        Zoé < Pour « comptabilité », la personne sollicitée n’est pas disponible. J’ai demandé à Marc …
        Awa > [J’accepte]
        Awa < Merci d’avoir répondu ! La demande « comptabilité » est entre-temps allée vers quelqu’un d’autre. …
        6 days pass
        Marc < Petit rappel… [J’accepte]
        Zoé < Marc n’a pas encore répondu… Sans réponse le …, j’en parlerai à l’équipe.
        Marc < La demande « comptabilité » passe à l’équipe. …
        Zoé < Personne n’a pu prendre votre demande… Je l’ai confiée à l’équipe…
        Inès < Une demande attend l’équipe : « comptabilité ». Déjà sollicité : Awa et Marc. … [Proposer quelqu’un] [Laisser]
        Inès > [Proposer]
        Inès < Qui ? …
        Inès > Personne
        Inès < Je ne trouve personne du nom de « Personne ». …
        Inès > tom
        Inès < Merci ! Je demande à Tom.
        Tom < Someone in the community would like your help… Why you? The team thought of you. [I accept]
        Zoé < L’équipe a pensé à Tom…
        """,
    )


def test_declining_goes_to_the_next_without_a_reason(town: Stage) -> None:
    play(town, ASKED)
    play(
        town,
        """
        Awa > [Je ne peux pas]
        Awa < Merci de l’avoir dit, je demande à quelqu’un d’autre.
        Marc < Quelqu’un de la communauté… [J’accepte]
        Zoé < Pour « comptabilité », la personne sollicitée n’est pas disponible. J’ai demandé à Marc…
        """,
    )


def test_a_helper_can_ask_for_more_before_deciding(town: Stage) -> None:
    play(town, ASKED)
    play(
        town,
        """
        Awa > [En savoir plus]
        Awa < Que voulez-vous savoir ?
        Awa > Combien de factures par an ?
        Awa < C’est demandé, je reviens vers vous avec la réponse. … [J’accepte] [Pas maintenant] [Je ne peux pas]
        Zoé < À propos de « comptabilité », on vous demande d’abord : « Combien de factures par an ? ». …
        Zoé > Une centaine
        Zoé < Merci, j’ai transmis.
        Awa < Voici la précision que vous attendiez… Vous aviez demandé : « Combien de factures par an ? ». Réponse : « Une centaine » … [J’accepte]
        """,
    )


def test_not_now_until_lets_the_requester_wait_or_go_on(town: Stage) -> None:
    play(town, ASKED)
    play(
        town,
        """
        Awa > [Pas maintenant]
        Awa < À partir de quand ? … [Dans une semaine]
        Awa > quand je pourrai
        Awa < Je n’ai pas compris la date. …
        Awa > le 30 février
        Awa < Ce jour n’est dans aucun calendrier. …
        Awa > hier
        Awa < Choisissez un jour à venir…
        Awa > pas avant le 15 décembre
        Awa < C’est noté : rien avant le mardi 15 décembre.
        Zoé < Awa n’est pas disponible avant le mardi 15 décembre. … [J’attends] [Quelqu’un d’autre]
        Zoé > wait for her
        Zoé < Entendu. …
        22 days pass
        Awa < Vous m’aviez dit d’attendre jusqu’à aujourd’hui. … [J’accepte]
        """,
    )


def test_not_now_and_the_requester_goes_on(town: Stage) -> None:
    play(town, ASKED)
    play(
        town,
        """
        Awa > [Pas maintenant]
        Awa < À partir de quand ? … [Dans une semaine]
        Awa > [Dans une semaine]
        Awa < C’est noté : rien avant le lundi 30 novembre.
        Zoé < Awa n’est pas disponible avant le … [J’attends] [Quelqu’un d’autre]
        Zoé > 2
        Awa < La demande « comptabilité » n’a plus besoin de réponse. …
        Marc < Quelqu’un de la communauté… [J’accepte]
        Zoé < Votre demande est partie vers Marc. …
        """,
    )


def test_withdrawing_tells_whoever_has_the_request(town: Stage) -> None:
    play(town, ASKED)
    play(
        town,
        """
        Zoé > /where
        Zoé < Voici où vous en êtes. … [Merci] [Retirer « comptabilité »]
        Zoé > [Retirer]
        Awa < La demande « comptabilité » n’a plus besoin de réponse. …
        Zoé < C’est retiré. …
        Awa > [J’accepte]
        Awa < Merci d’avoir répondu ! La demande « comptabilité » a été close entre-temps. …
        """,
    )


def test_withdrawing_too_late_says_who_accepted_and_the_follow_up_comes(town: Stage) -> None:
    play(town, ASKED)
    play(town, "Zoé > /suivi\nZoé < Voici où vous en êtes. … [Merci] [Retirer]")
    play(town, ACCEPTED)
    play(
        town,
        """
        Zoé > [Retirer]
        Zoé < Trop tard pour la retirer : Awa vient d’accepter. …
        2 days pass
        Zoé < … Avez-vous pu vous parler ? [Oui]
        Awa < … Avez-vous pu vous parler ? [Oui]
        """,
    )


def test_nobody_found_goes_to_the_team(town: Stage) -> None:
    play(
        town,
        """
        Zoé > /ask plongée sous-marine
        Zoé < Je ne vois encore personne pour « plongée sous-marine ». … [Oui] [Laisser tomber]
        Zoé > oui
        Zoé < Voulez-vous ajouter un mot de contexte ? …
        Zoé > [Passer]
        Inès < Une demande attend l’équipe : « plongée sous-marine ». Personne n’a encore été sollicité. … [Proposer]
        Zoé < Votre demande « plongée sous-marine » est maintenant auprès de l’équipe. …
        """,
    )


def test_without_context_the_pass_on_question_can_be_dropped(town: Stage) -> None:
    play(
        town,
        """
        Zoé > /ask
        Zoé < De quoi avez-vous besoin ? …
        Zoé > plongée
        Zoé < Je ne vois encore personne… [Oui] [Laisser]
        Zoé > [Laisser]
        Zoé < Très bien. …
        """,
    )


def test_not_met_and_somebody_else_is_asked(town: Stage) -> None:
    play(town, ASKED + ACCEPTED)
    play(
        town,
        """
        2 days pass
        Zoé < … Avez-vous pu vous parler ? [Oui] [C’est prévu] [Pas encore]
        Awa < … Avez-vous pu vous parler ? [Oui]
        Zoé > [Pas encore]
        Zoé < Cela arrive. … [Nous allons le faire] [Redemandez-moi] [Demander à quelqu’un d’autre] [En rester là]
        Zoé > [Demander à quelqu’un d’autre]
        Marc < Quelqu’un de la communauté… [J’accepte]
        Zoé < Votre demande est partie vers Marc. …
        Awa < Zoé cherche maintenant quelqu’un d’autre …
        """,
    )


def test_a_helper_who_leaves_does_not_leave_the_requester_waiting(town: Stage) -> None:
    play(town, ASKED)
    play(
        town,
        """
        Awa leaves
        Marc < Quelqu’un de la communauté… [J’accepte]
        Zoé < Pour « comptabilité », la personne sollicitée n’est pas disponible. J’ai demandé à Marc…
        """,
    )


def test_a_paused_member_is_never_proposed(town: Stage) -> None:
    play(
        town,
        """
        Awa > /pause
        Awa < Jusqu’à quand vous laisser tranquille ? … [Dans une semaine] [Dans un mois] [Jusqu’à ce que]
        Awa > [Dans une semaine]
        Awa < C’est noté : plus aucune demande avant le…
        Zoé > qui s'y connaît en comptabilité ?
        Zoé < Pour « comptabilité », … [Marc]
        """,
    )
    assert not any(label.startswith("Awa") for label in town.spoken["dm:Zoé"][-1].labels)


def test_whoever_pauses_meanwhile_is_passed_over(town: Stage) -> None:
    play(town, ASKED)
    play(
        town,
        """
        Marc > stop
        Marc < Entendu : je ne vous écrirai plus de moi-même. …
        Awa > [Je ne peux pas]
        Awa < Merci de l’avoir dit, l’équipe prend le relais.
        Zoé < Personne n’a pu prendre votre demande … pour l’instant. …
        Inès < Une demande attend l’équipe … [Proposer]
        """,
    )


def test_only_the_team_can_propose(town: Stage) -> None:
    play(
        town,
        """
        Zoé > /ask plongée
        Zoé < Je ne vois encore personne… [Oui] [Laisser]
        Zoé > [Oui]
        Zoé < Voulez-vous ajouter un mot de contexte ? …
        Zoé > [Passer]
        Inès < Une demande attend l’équipe … [Proposer]
        Zoé < Votre demande « plongée » est maintenant auprès de l’équipe. …
        """,
    )
    town.work(lambda scope: setattr(_member(scope, town, "Inès"), "role", "member"))
    play(
        town,
        """
        Inès > [Proposer]
        Inès < Qui ? …
        Inès > Tom
        Inès < Cela demande un rôle que vous n’avez pas. …
        """,
    )


def _member(scope: Scope, town: Stage, name: str) -> Member:
    return members.get(scope, town.id_of(name, scope))


def test_4000_characters_are_brought_whole(town: Stage) -> None:
    """Fluent takes no argument of more than 2,500 characters."""
    question = "Qu’avez-vous déjà essayé, et depuis quand ? " * 90
    play(
        town,
        f"""
        {ASKED}
        Awa > [En savoir plus]
        Awa < Que voulez-vous savoir ? …
        Awa > {question.strip()}
        Awa < …
        Zoé < … « {question.strip()} » …
        """,
    )


@pytest.mark.parametrize("nothing", ["", " \n "])
def test_no_words_are_no_need(town: Stage, nothing: str) -> None:
    """A sticker, or the bot's bare name in a channel, comes without words."""
    town.says("Zoé", "/ask")
    town.heard["dm:Zoé"].clear()
    town.says("Zoé", nothing)
    assert town.heard["dm:Zoé"][0].text.startswith("Je n’y vois pas de mots.")
    town.says("Zoé", "comptabilité")
    assert any("Awa" in label for label in town.spoken["dm:Zoé"][-1].labels)


def test_of_what_is_wanted_today_the_hour_is_told(stage: Stage) -> None:
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Inès", role="moderator")
    for words in ("/ask comptabilité", "Awa"):
        stage.says("Zoé", words)
    stage.taps("Zoé", "Préciser")
    stage.fills("Zoé", kind="advice", urgency="today", signed="hidden", context="")
    stage.heard.pop("dm:Awa")
    last = stage.heard.pop("dm:Zoé")[-1].text
    assert "lundi 23 novembre à 15:00" in last
    play(
        stage,
        """
        Zoé > /where
        Zoé < … Awa a jusqu’au lundi 23 novembre à 15:00 pour répondre …
        Zoé > [Merci]
        Zoé < …
        3 hours pass
        1 minute passes
        Awa < Petit rappel…
        Zoé < Awa n’a pas encore répondu… Sans réponse le lundi 23 novembre à 15:00, j’en parlerai à l’équipe.
        """,
    )


@pytest.mark.parametrize(
    ("need", "context", "line"),
    [
        ("comptabilité", "c’est urgent", "Quand ? Pour le lundi 23 novembre, si possible."),
        (
            "comptabilité",
            "c’est urgent, pour demain",
            "Quand ? Pour le mardi 24 novembre, si possible.",
        ),
        (
            "comptabilité",
            "urgent pour demain matin",
            "Quand ? Pour le mardi 24 novembre, si possible.",
        ),
        ("comptabilité", "urgent, d’ici vendredi", "Quand ? Cette semaine, si possible."),
        ("comptabilité, c’est urgent", "passer", "Quand ? Pour le lundi 23 novembre, si possible."),
        ("comptabilité", "il me le faut avant vendredi", "Quand ? Cette semaine, si possible."),
        ("comptabilité", "by tomorrow please", "Quand ? Pour le mardi 24 novembre, si possible."),
        ("comptabilité", "rien d’urgent, mais d’ici vendredi si possible", ""),
        ("comptabilité", "pour les urgences de la clinique", ""),
    ],
)
def test_how_soon_is_heard_in_the_words_themselves(
    town: Stage, need: str, context: str, line: str
) -> None:
    for words in (f"/ask {need}", "Awa", context):
        town.says("Zoé", words)
    asked = "\n".join(town.spoken["dm:Awa"][-1].card)
    assert line.replace(" ?", "\u202f?") in asked
    assert line or "Quand" not in asked


def test_what_was_for_tomorrow_is_for_today_once_that_day_has_come(town: Stage) -> None:
    """Asked at eleven at night for the morning, it waited for Awa until six in the evening."""
    town.passes(timedelta(hours=13))
    for words in ("/ask comptabilité", "Awa", "urgent pour demain matin"):
        town.says("Zoé", words)
    assert "au plus tard le mardi 24 novembre à 13:00" in town.spoken["dm:Zoé"][-1].text
