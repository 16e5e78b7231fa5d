"""What the team does with a request that nobody took."""

from __future__ import annotations

from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening

STUCK = """
{asker} > /ask plongée
{asker} < Je ne vois encore personne… [Oui] [Laisser]
{asker} > [Oui]
{asker} < Voulez-vous ajouter un mot de contexte ? …
{asker} > [Passer]
"""


@opening
def team(stage: Stage) -> Stage:
    """Zoé asks what nobody offers; Inès and Karim moderate."""
    for name in ("Zoé", "Hugo", "Lina"):
        stage.member(name)
    stage.member("Inès", role="moderator")
    return stage


def test_only_somebody_who_can_be_asked_is_asked(team: Stage) -> None:
    team.joins("Nour", name="Nour")
    team.heard.clear()
    team.member("Pia")
    team.does("Pia", "leave")
    play(
        team,
        STUCK.format(asker="Zoé")
        + """
        Inès < Une demande attend l’équipe : « plongée ». Personne… [Proposer]
        Zoé < Votre demande « plongée » est maintenant auprès de l’équipe. …
        Hugo > /pause
        Hugo < Jusqu’à quand vous laisser tranquille ? …
        Hugo > le 7 décembre
        Hugo < C’est noté : plus aucune demande avant le lundi 7 décembre. …
        Inès > [Proposer]
        Inès < Qui ? …
        Inès > Zoé
        Inès < Pour cette demande-ci, je ne peux pas solliciter Zoé. À qui d’autre pensez-vous ? [Passer]
        Inès > Hugo
        Inès < Hugo est en pause jusqu’au lundi 7 décembre. À qui d’autre pensez-vous ?
        Inès > Pia
        Inès < Pia a quitté la communauté. …
        Inès > Nour
        Inès < Nour vient d’arriver …
        Inès > Lina
        Lina < Quelqu’un de la communauté… [J’accepte]
        Inès < Merci ! Je demande à Lina.
        Zoé < L’équipe a pensé à Lina…
        Lina > [Je ne peux pas]
        Lina < Merci de l’avoir dit…
        Inès < Une demande attend l’équipe : « plongée ». Déjà sollicité : Lina. … [Proposer]
        Zoé < Personne n’a pu prendre votre demande…
        Inès > [Proposer]
        Inès < Qui ? …
        Inès > Lina
        Inès < Lina a déjà reçu cette demande. …
        Inès > [Passer]
        Inès < Entendu, l’équipe reste prévenue.
        """,
    )


def test_a_moderator_alone_can_bring_their_own_request_to_somebody_else(team: Stage) -> None:
    play(
        team,
        STUCK.format(asker="Inès")
        + """
        Inès < Votre demande « plongée » est maintenant auprès de l’équipe. …
        Inès < Une demande attend l’équipe : « plongée ». … [Proposer]
        Inès > [Proposer]
        Inès < Qui ? …
        Inès > Inès
        Inès < Cette demande est la vôtre, Inès : à qui d’autre pensez-vous ?
        Inès > Hugo
        Hugo < Quelqu’un de la communauté… [J’accepte]
        Inès < Merci ! Je demande à Hugo.
        Inès < L’équipe a pensé à Hugo…
        """,
    )


def test_whoever_is_paused_until_they_come_back_is_not_asked(team: Stage) -> None:
    team.member("Karim", role="moderator")
    play(
        team,
        STUCK.format(asker="Inès")
        + """
        Karim < Une demande attend l’équipe … [Proposer]
        Inès < Votre demande « plongée » est maintenant auprès de l’équipe. …
        Hugo > /pause
        Hugo < Jusqu’à quand … [Jusqu’à ce que je revienne]
        Hugo > [Jusqu’à ce que je revienne]
        Hugo < C’est noté …
        Karim > [Proposer]
        Karim < Qui ? …
        Karim > Hugo
        Karim < Hugo est en pause pour le moment. …
        """,
    )


def test_what_no_longer_waits_is_asked_of_no_moderator(team: Stage) -> None:
    team.member("Karim", role="moderator")
    play(
        team,
        STUCK.format(asker="Zoé")
        + """
        Inès < Une demande attend l’équipe : « plongée ». … [Proposer]
        Karim < Une demande attend l’équipe : « plongée ». … [Proposer]
        Zoé < Votre demande « plongée » est maintenant auprès de l’équipe. …
        Inès > [Proposer]
        Inès < Qui ? …
        Inès > Lina
        Lina < Quelqu’un de la communauté… [J’accepte]
        Inès < Merci ! Je demande à Lina.
        Karim < La demande « plongée » n’attend plus l’équipe : il n’y a plus rien à faire.
        Zoé < L’équipe a pensé à Lina…
        """,
    )


def test_who_withdraws_frees_the_team(team: Stage) -> None:
    play(
        team,
        STUCK.format(asker="Zoé")
        + """
        Inès < Une demande attend l’équipe : « plongée ». … [Proposer]
        Zoé < Votre demande « plongée » est maintenant auprès de l’équipe. …
        Zoé > /where
        Zoé < Voici où vous en êtes. …
        Zoé > 2
        Zoé < C’est retiré. …
        Inès < La demande « plongée » n’attend plus l’équipe : il n’y a plus rien à faire.
        """,
    )


def test_the_team_is_reminded_once_then_the_asker_is_told_the_truth(team: Stage) -> None:
    play(
        team,
        STUCK.format(asker="Zoé")
        + """
        Inès < Une demande attend l’équipe : « plongée ». … [Proposer]
        Zoé < Votre demande « plongée » est maintenant auprès de l’équipe. …
        3 days pass
        1 minute passes
        Inès < Un rappel : cette demande, faite le lundi 23 novembre, attend toujours l’équipe : « plongée ». … [Proposer]
        Zoé < Personne n’a encore été trouvé pour « plongée ». … toujours auprès de l’équipe …
        7 days pass
        1 minute passes
        Inès < La demande « plongée » est restée sans réponse : personne n’a été trouvé. …
        Zoé < Votre demande « plongée » était auprès de l’équipe, et personne n’a été trouvé jusqu’ici : …
        Zoé > /where
        Zoé < Vous n’avez pas de demande en cours. …
        20 days pass
        """,
    )


def test_somebody_found_after_the_reminder_is_asked(team: Stage) -> None:
    play(
        team,
        STUCK.format(asker="Zoé")
        + """
        Inès < … [Proposer]
        Zoé < …
        3 days pass
        1 minute passes
        Inès < … [Proposer]
        Zoé < Personne n’a encore été trouvé…
        Inès > [Proposer]
        Inès < Qui ? …
        Inès > Lina
        Lina < Quelqu’un de la communauté… [J’accepte]
        Inès < Merci ! Je demande à Lina.
        Zoé < L’équipe a pensé à Lina…
        """,
    )
