"""How an ask is put: what for, how soon, by whom; and put anew while nobody has accepted."""

from __future__ import annotations

import pytest

from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Community
from tests.conversations.openings import opening


@opening
def town(stage: Stage) -> Stage:
    """Zoé is about to say more; Awa and Marc know accounting."""
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Marc", offers=["tenir la comptabilité"])
    for words in ("/ask comptabilité", "Awa"):
        stage.says("Zoé", words)
    stage.heard.clear()
    return stage


def test_a_wish_says_what_for_how_soon_and_by_whom(town: Stage) -> None:
    play(
        town,
        """
        Zoé > [Préciser…]
        Zoé < Quatre choses que vous pouvez préciser…
        Zoé > {kind=experience; urgency=today; signed=shown; context=Notre premier bilan}
        Awa < Zoé aimerait profiter de ce que vous avez vécu : « comptabilité ». … Contexte : Notre premier bilan Quand ? Pour le …, si possible. Pourquoi vous ? … [J’accepte]
        Zoé < Votre demande est partie vers Awa. Vous aurez des nouvelles au plus tard le lundi 23 novembre à 15:00, …
        """,
    )


@pytest.mark.parametrize(
    ("kind", "said"),
    [("advice", "aimerait votre aide"), ("idea", "aimerait tester une idée avec vous"),
     ("subject", "aimerait parler avec vous d’un sujet que vous partagez")],
)  # fmt: skip
def test_a_member_asks_in_four_ways_without_a_name(town: Stage, kind: str, said: str) -> None:
    play(
        town,
        f"""
        Zoé > [Préciser…]
        Zoé < …
        Zoé > {{kind={kind}}}
        Awa < Quelqu’un de la communauté {said} : « comptabilité ». …
        Zoé < Votre demande est partie …
        """,
    )
    assert "Zoé" not in repr(town.spoken["dm:Awa"])


def test_the_usual_answers_are_one_question_away(town: Stage) -> None:
    """Whoever is in a hurry is asked nothing more than before."""
    play(town, "Zoé > passer\nAwa < …\nZoé < Votre demande est partie vers Awa. …")


def test_what_is_for_today_moves_on_today(town: Stage) -> None:
    play(
        town,
        """
        Zoé > [Préciser…]
        Zoé < …
        Zoé > {urgency=today}
        Awa < … [J’accepte]
        Zoé < …
        181 minutes pass
        Awa < Petit rappel… [J’accepte]
        Zoé < Awa n’a pas encore répondu… je demanderai à Marc.
        121 minutes pass
        Awa < La demande « comptabilité » passe à quelqu’un d’autre. …
        Marc < Quelqu’un de la communauté… [J’accepte]
        Zoé < Pour « comptabilité », la personne sollicitée n’est pas disponible. …
        """,
    )


def test_a_community_can_give_more_days(town: Stage) -> None:
    town.work(lambda scope: setattr(scope.db.get_one(Community, 1), "days_to_answer", 5))
    play(
        town,
        """
        Zoé > passer
        Awa < …
        Zoé < …
        4 days pass
        1 minute passes
        Zoé > /where
        Zoé < … Awa a jusqu’au lundi 30 novembre pour répondre …
        Zoé > [Merci]
        Zoé < …
        1 day passes
        Awa < Petit rappel…
        Zoé < …
        """,
    )


ASKED = """
Zoé > passer
Awa < …
Zoé < …
Zoé > /where
Zoé < … [Merci] [Modifier « comptabilité »] [Retirer « comptabilité »]
"""


def test_new_words_reach_whoever_has_the_request(town: Stage) -> None:
    play(
        town,
        ASKED
        + """
        Zoé > [Modifier]
        Zoé < Dites-le comme vous voulez…
        Zoé > {need=relire mon bilan; context=deux pages}
        Awa < La demande que vous avez reçue est dite en d’autres mots : « relire mon bilan ». … Contexte : deux pages … [J’accepte] [En savoir plus]
        Zoé < C’est changé. …
        3 days pass
        1 minute passes
        Awa < Petit rappel, sans pression : quelqu’un attend encore votre réponse pour « relire mon bilan ». …
        Zoé < …
        Awa > [J’accepte]
        Awa < Merci ! C’est Zoé. …
        Zoé < Bonne nouvelle : Awa accepte de vous aider pour « relire mon bilan ». …
        room:1 < …
        room:1 < …
        """,
    )


def test_new_words_that_come_too_late_are_for_the_room(town: Stage) -> None:
    play(
        town,
        ASKED
        + """
        Zoé > [Modifier]
        Zoé < …
        Awa > [J’accepte]
        Awa < …
        Zoé < Bonne nouvelle…
        room:1 < …
        Zoé > {need=relire mon bilan}
        Zoé < Awa vient d’accepter : vous pouvez lui dire ce qui change…
        """,
    )
