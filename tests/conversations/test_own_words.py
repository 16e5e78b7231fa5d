"""How far one's own words go is said anew in one's own words, until they are posted (P15, P21)."""

from __future__ import annotations

from datetime import UTC, datetime

from community import own_answers, rituals, stories
from community.recurrence import Rhythm
from community.rituals import Plan
from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening
from tests.nights import without_nights

MONTHLY = Rhythm(
    "FREQ=MONTHLY;BYMONTHDAY=24", datetime(2026, 11, 24, 8, tzinfo=UTC), "Europe/Paris"
)


@opening
def asked(stage: Stage) -> Stage:
    """A question of the month is put; Awa has answered with her name."""
    stage.member("Inès", role="organiser")
    stage.member("Awa")
    planned = Plan(kind="prompt", name="La question du mois", rhythm=MONTHLY)
    stage.work(lambda scope: rituals.plan(scope, planned), actor="Inès")
    stage.work(without_nights)
    play(
        stage,
        """
        1 day passes
        Awa < Awa, … [Je réponds]
        Inès < …
        Inès > Pas cette fois
        Inès < …
        Awa > je réponds
        Awa < Je vous écoute. …
        Awa > J’ai dit non, une fois.
        Awa < Jusqu’où cette réponse peut-elle aller ? …
        Awa > à tous avec mon nom
        Awa < Merci ! … Pour en changer : /repondre
        """,
    )
    return stage


def test_what_is_written_after_an_answer_goes_on_with_it_and_is_shown(asked: Stage) -> None:
    play(
        asked,
        """
        Awa > /repondre
        Awa < … [Répondre autre chose]
        Awa > répondre autre chose
        Awa < Je vous écoute. …
        Awa > qui peut m'aider en comptabilité ?
        Awa < « qui peut m'aider en comptabilité ? » : est-ce votre réponse … [C’est ma réponse] [Trouver de l’aide]
        Awa > c'est ma réponse
        Awa < Jusqu’où cette réponse peut-elle aller ? …
        Awa > et en plus j'ai eu une bonne note
        Awa < Votre réponse, avec cela : qui peut m'aider en comptabilité ? et en plus j'ai eu une bonne note Jusqu’où …
        Awa > à l'équipe
        Awa < Merci ! …
        Awa > /repondre
        Awa < … [Répondre autre chose]
        Awa > répondre autre chose
        Awa < Je vous écoute. …
        Awa > qui peut m'aider en comptabilité ?
        Awa < « qui peut m'aider en comptabilité ? » : est-ce votre réponse …
        Awa > trouver de l'aide
        Awa < Je ne vois encore personne pour « comptabilité ». …
        """,
    )
    (answer,) = asked.work(own_answers.given, actor="Awa")
    assert answer.words == "qui peut m'aider en comptabilité ?\net en plus j'ai eu une bonne note"


def shared(stage: Stage) -> list[str]:
    """How far what Awa answered goes."""
    found: list[str] = stage.work(
        lambda scope: [each.shared for each in own_answers.given(scope)], actor="Awa"
    )
    return found


def test_an_answer_goes_less_far_is_taken_back_or_stays(asked: Stage) -> None:
    play(
        asked,
        """
        Awa > en fait sans mon nom svp
        Awa < Votre réponse à la question du mois : J’ai dit non, une fois. Elle pourra être partagée avec votre nom. … [À tous, sans mon nom] [À l’équipe seulement] [La réécrire] [La retirer] [La laisser ainsi]
        Awa > non
        Awa < Très bien, rien ne change.
        Awa > en fait juste l'équipe
        Awa < Votre réponse à la question du mois : …
        Awa > À l’équipe seulement
        Awa < Merci ! Seule l’équipe lira votre réponse.
        """,
    )
    assert shared(asked) == ["team"]
    play(
        asked,
        """
        Awa > finalement avec mon nom
        Awa < … Seule l’équipe la lira. … [À tous, avec mon nom]
        Awa > à tous, avec mon nom
        Awa < Merci ! …
        7 days pass
        Inès < Voici ce que les membres acceptent de partager : • J’ai dit non, une fois. — Awa …
        Awa > je veux supprimer ma reponse
        Awa < Votre réponse … La question est close, … [La retirer] [La laisser ainsi]
        Awa > la retirer
        Awa < C’est fait : votre réponse est effacée.
        Inès < « La question du mois » : cette fois, il n’y a rien à partager …
        """,
    )
    assert shared(asked) == []


def test_a_story_loses_its_name_or_goes(asked: Stage) -> None:
    play(
        asked,
        """
        Awa > /temoignage
        Awa < …
        Awa > On m’a relu mon budget.
        Awa < …
        Awa > avec mon nom
        Inès < Une histoire est arrivée, racontée par Awa : …
        Awa < C’est gardé. …
        Inès > La publier
        Inès < …
        Awa < Votre histoire paraîtra …
        Awa > en fait je veux pas que mon temoignage soit publié
        Awa < « On m’a relu mon budget. »
        Awa < Elle peut paraître … [La reprendre] [Retirer mon nom] [La laisser]
        Awa > sans mon nom
        Awa < C’est fait : votre nom ne sera plus dessous.
        Awa > en fait sans mon nom
        Awa < De quoi parlons-nous ? … [Ma réponse à la question du mois] [Ce que j’ai raconté] [Rien de tout cela]
        Awa > ce que j'ai raconté
        Awa < « On m’a relu mon budget. »
        Awa < … [La reprendre] [La laisser]
        """,
    )
    told = asked.work(stories.mine, actor="Awa")
    assert [(each.teller, each.consent) for each in told] == [("", "unnamed")]
