"""A community without a team: nobody is said to be looking (P5)."""

from __future__ import annotations

from conversations.testing import Stage
from conversations.transcripts import play


def test_without_a_team_no_message_speaks_of_one(stage: Stage) -> None:
    """`/where`, and the word of two weeks later, said that the team was looking."""
    stage.member("Zoé")
    play(
        stage,
        """
        Zoé > /ask soudure
        Zoé < Je ne vois encore personne pour « soudure ». …
        Zoé > oui
        Zoé < Voulez-vous ajouter …
        Zoé > passer
        Zoé < Pour « soudure », je n’ai encore trouvé personne, et cette communauté n’a pas encore d’équipe …
        Zoé > /where
        Zoé < … soudure : personne pour l’instant ; je la garde, …
        Zoé > [Merci, c’est clair]
        Zoé < …
        20 days pass
        Zoé < Personne n’a pu vous aider pour « soudure » jusqu’ici : …
        """,
    )
