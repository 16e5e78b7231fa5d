"""Stories (P21): nothing is published without the teller's word and an organiser's."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

import pytest

from community import digests, rituals, stories
from community.recurrence import Rhythm
from community.rituals import Plan
from community.scope import Scope
from community.stories import Tale
from conversations.language import render
from conversations.news import news
from conversations.testing import MONDAY, Stage
from conversations.texts import Text
from conversations.transcripts import play
from tests.conversations.openings import opening

TOLD = """
    Zoé > /temoignage
    Zoé < Racontez avec vos mots…
    Zoé > Awa a relu mon budget, et l’atelier est sauvé.
    Zoé < Merci ! Jusqu’où cette histoire peut-elle aller ? … [La publier avec] [La publier sans] [Pour l’équipe]
"""


@opening
def village(stage: Stage) -> Stage:
    """Somebody with a story, and somebody who organises."""
    stage.member("Zoé")
    stage.member("Inès", role="organiser", locale="en")
    return stage


def for_the_digest(stage: Stage) -> list[Tale]:
    found: list[Tale] = stage.work(
        lambda scope: stories.published(scope, MONDAY - timedelta(days=1))
    )
    return found


def test_a_story_is_published_once_both_have_agreed(village: Stage) -> None:
    play(
        village,
        TOLD
        + """
        Zoé > [La publier avec]
        Inès < A story has come in, from Zoé: “Awa a relu mon budget, et l’atelier est sauvé.” Publish it … [Publish] [Not for now]
        Zoé < C’est gardé. Si l’équipe la publie, votre nom sera dessous…
        """,
    )
    assert for_the_digest(village) == []
    play(
        village,
        """
        Inès > [Publish]
        Zoé < Votre histoire paraîtra dans les prochaines nouvelles…
        Inès < It will be in the next news. …
        """,
    )
    (tale,) = for_the_digest(village)
    assert (tale.teller, tale.words) == ("Zoé", "Awa a relu mon budget, et l’atelier est sauvé.")


def test_a_story_that_names_another_member_waits_for_their_word(village: Stage) -> None:
    village.member("Awa Diop")
    play(
        village,
        TOLD
        + """
        Zoé > [La publier sans]
        Zoé < Votre histoire nomme Awa. Chaque personne nommée est-elle d’accord … [Oui, c’est] [La réécrire] [Pour l’équipe]
        Zoé > [La réécrire]
        Zoé < Racontez avec vos mots…
        Zoé > Quelqu’un a relu mon budget. Zoé a dit merci.
        Zoé < Merci ! Jusqu’où …
        Zoé > [La publier avec]
        Inès < A story has come in, from Zoé: “Quelqu’un …
        Zoé < C’est gardé. …
        Inès > [Not for now]
        Inès < …
        Zoé > /temoignage
        Zoé < Que souhaitez-vous ? …
        Zoé > [Raconter]
        Zoé < Racontez …
        Zoé > Awa Diop a relu mon budget.
        Zoé < Merci ! Jusqu’où …
        Zoé > [La publier avec]
        Zoé < Votre histoire nomme Awa Diop. …
        Zoé > oui
        Inès < A story has come in, from Zoé: “Awa Diop a relu mon budget.” …
        Zoé < C’est gardé. …
        """,
    )


def test_a_published_story_is_in_the_digest_until_it_is_taken_back(village: Stage) -> None:
    for who, words in (
        ("Zoé", "/story"), ("Zoé", "Awa a relu mon budget."), ("Zoé", "La publier avec mon nom"),
        ("Inès", "Publish it"),
    ):  # fmt: skip
        village.says(who, words)
    since = MONDAY - timedelta(days=1)

    def told(scope: Scope) -> list[str]:
        return digests.read(scope, digests.contents(scope, since, [])).get("stories", [])

    assert village.work(told) == ["Awa a relu mon budget. — Zoé"]
    (tale,) = for_the_digest(village)
    village.work(lambda scope: stories.withdraw(scope, tale.id), "Zoé")
    assert village.work(told) == []


def test_every_story_that_was_published_is_in_the_next_news(village: Stage) -> None:
    for words in ("Awa a relu mon budget.", "Ida m’a ouvert une porte."):
        village.work(partial(stories.tell, words=words, consent="unnamed"), "Zoé")
        village.settle()
        village.says("Inès", "Publish it")
    since = MONDAY - timedelta(days=1)

    def told(scope: Scope) -> Text:
        return news(digests.read(scope, digests.contents(scope, since, [])))

    said = render(village.work(told), "fr", "Europe/Paris")
    assert "• Un moment d’entraide\u202f: Awa a relu mon budget." in said
    assert "• Un moment d’entraide\u202f: Ida m’a ouvert une porte." in said


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("sans mon nom", "Merci ! "), ("anonyme", "Merci ! "), ("Without my name.", "Merci ! "),
        ("avec mon nom", "Merci ! "), ("seulement pour l’équipe", "Merci"),
    ],
)  # fmt: skip
def test_how_far_a_story_may_go_can_be_typed(village: Stage, said: str, told: str) -> None:
    play(village, TOLD)
    village.says("Zoé", said)
    assert not village.spoken["dm:Zoé"][-1].labels, "it is kept, and no other question stands"
    village.says("Zoé", "/temoignage")
    assert any("Awa a relu" in each for each in village.spoken["dm:Zoé"][-1].labels)


def test_a_story_is_not_lost_by_asking_to_tell_one_again(village: Stage) -> None:
    play(
        village,
        TOLD
        + """
        Zoé > /temoignage
        Zoé < Merci ! Jusqu’où cette histoire peut-elle aller ? … [La publier avec] [La publier sans] [Pour l’équipe]
        Zoé > [La publier avec]
        Zoé < …
        Inès < …
        """,
    )


def test_a_story_without_a_name_never_shows_it(village: Stage) -> None:
    play(
        village,
        TOLD
        + """
        Zoé > [La publier sans]
        Inès < A story has come in, from somebody who would rather not be named: … [Publish]
        Zoé < C’est gardé. …
        Inès > [Publish]
        Zoé < Votre histoire paraîtra…
        Inès < It will be in the next news. …
        """,
    )
    (tale,) = for_the_digest(village)
    assert tale.teller == ""


def test_a_story_for_the_team_can_not_be_published(village: Stage) -> None:
    play(
        village,
        TOLD
        + """
        Zoé > [Pour l’équipe]
        Inès < A story has come in, for the team only: “Awa …”
        Zoé < C’est gardé, et seule l’équipe la lira.
        """,
    )
    assert for_the_digest(village) == []


def test_a_teller_takes_a_story_back(village: Stage) -> None:
    play(
        village,
        TOLD
        + """
        Zoé > [La publier avec]
        Inès < A story has come in…
        Zoé < C’est gardé. …
        Zoé > /temoignage
        Zoé < Que souhaitez-vous ? [Raconter] [« Awa]
        Zoé > 2
        Zoé < « Awa a relu mon budget, et l’atelier est sauvé. »
        Zoé < L’équipe ne l’a pas encore publiée. … [La reprendre] [La laisser]
        Zoé > [La reprendre]
        Zoé < C’est effacé.
        Inès > [Publish]
        Inès < That question is closed. …
        """,
    )
    assert for_the_digest(village) == []


def test_a_story_that_no_message_could_hold_gets_one_clear_line(village: Stage) -> None:
    village.says("Zoé", "/temoignage")
    village.heard.clear()
    village.says("Zoé", "x" * 1501)
    play(village, "Zoé < Il me faut quelques mots, 1 500 caractères au plus.")


def test_an_erasure_takes_the_stories_along(village: Stage) -> None:
    for words in ("/story", "Awa a relu mon budget.", "avec mon nom", "/mydata"):
        village.says("Zoé", words)
    village.taps("Zoé", "Tout effacer")
    village.taps("Zoé", "Tout effacer")
    assert village.work(lambda scope: scope.connection.exec_driver_sql("SELECT * FROM story").all()) == []  # fmt: skip


@pytest.mark.parametrize(("locale", "said"), [("fr", "publier"), ("en", "publish it")])
def test_to_publish_a_story_is_no_word_about_the_name(stage: Stage, locale: str, said: str) -> None:
    stage.member("Awa", locale=locale)
    for step in ("/story", "Marc relu mon CV.", said):
        stage.says("Awa", step)
    assert len(stage.spoken["dm:Awa"][-1].labels) == 3


def test_a_story_written_below_the_invitation_is_shown_and_taken(village: Stage) -> None:
    """It was read as a need, or as nothing."""
    village.work(partial(_asked, MONDAY + timedelta(hours=23)), "Inès")
    play(
        village,
        """
        1 day passes
        Zoé < Y a-t-il un moment où l’entraide…
        Inès < Was there a moment…
        Zoé > sans mon nom
        Zoé < Je n’ai pas reconnu cette réponse. … [Raconter]
        Zoé > Bob m'a aidé a faire mon bilan
        Zoé < Votre histoire : Bob m'a aidé a faire mon bilan Jusqu’où … [La publier avec] [La publier sans] [Pour l’équipe]
        Zoé > pour l'équipe
        Zoé < C’est gardé, et seule l’équipe la lira.
        Inès < …
        """,
    )


def _asked(at: datetime, scope: Scope) -> None:
    rhythm = Rhythm("FREQ=MONTHLY;BYMONTHDAY=24", at, "Europe/Paris")
    rituals.plan(scope, Plan(kind="stories", name="Histoires", rhythm=rhythm))
