"""A talk that two agreed on is shown wherever one looks for what is ahead (P1, P5)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from community import hosting
from conversations.home import home
from conversations.language import render
from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening

FRENCH = (
    "Vos conversations à venir : • avec Tom, le mardi 24 novembre à 13:00, au sujet de « GDPR »"
)
ENGLISH = "Your conversations to come: • with Zoé, on Tuesday 24 November at 12:00 PM, about “GDPR”"


@opening
def agreed(stage: Stage) -> Stage:
    """Zoé, in Paris, and Tom, in London, talk on Tuesday."""
    stage.member("Zoé")
    stage.member("Ana", role="organiser")
    stage.member("Tom", locale="en", offers=["GDPR"], time_zone="Europe/London")
    for words in ("/ask GDPR", "Tom", "passer"):
        stage.says("Zoé", words)
    stage.says("Tom", "I accept")
    stage.taps("Tom", "Tuesday 24 November")
    stage.taps("Zoé", "Oui, ça me va")
    stage.heard.clear()
    return stage


def ahead(stage: Stage, who: str) -> list[str]:
    """What is ahead of somebody on their own page."""
    shown = stage.write(lambda connection: home(connection, "stage", "stage", who, stage.now, "fr"))
    return [render(line, shown.locale, zone=shown.zone) for line in shown.sections[2].lines]


def gathering(stage: Stage, title: str, at: datetime) -> None:
    """Ana holds a gathering for everybody."""
    wished = hosting.Plan(title=title, venue="Here", starts_at=at, minutes=60)
    stage.work(lambda scope: hosting.plan(scope, wished), "Ana")


def test_both_see_it_where_requests_stand(agreed: Stage) -> None:
    play(
        agreed,
        f"""
        Zoé > /suivi
        Zoé < Voici où vous en êtes. • GDPR : vous êtes en lien avec Tom {FRENCH} [Merci, c’est clair] …
        Tom > /where
        Tom < You have no open request. … {ENGLISH}
        """,
    )


def test_who_asks_at_what_time_it_was_sees_it(agreed: Stage) -> None:
    """These words were not understood, on the day of the talk."""
    agreed.says("Zoé", "c'est à quelle heure déjà ?")
    assert "mardi 24 novembre à 13:00" in agreed.spoken["dm:Zoé"][-1].text
    agreed.says("Tom", "what time again?")
    assert "24 November at 12:00" in agreed.spoken["dm:Tom"][-1].text


def test_both_see_it_among_the_gatherings(agreed: Stage) -> None:
    play(
        agreed,
        f"""
        Zoé > /evenements
        Zoé < Aucune rencontre n’est prévue pour le moment. … {FRENCH}
        Tom > /events
        Tom < No gathering is planned for now. … {ENGLISH}
        """,
    )


def test_it_stands_on_their_own_page_in_order(agreed: Stage) -> None:
    for days, title in ((3, "Later"), (1, "Sooner")):
        gathering(agreed, title, agreed.now + timedelta(days=days))
    agreed.settle()
    first = [each.partition(",")[0] for each in ahead(agreed, "Tom")]
    assert first == ["• Sooner", "• with Zoé", "• Later"]


def test_a_talk_that_is_over_is_ahead_of_nobody(agreed: Stage) -> None:
    agreed.now = datetime(2026, 11, 24, 12, 1, tzinfo=UTC)
    assert ahead(agreed, "Tom") == ["No gathering planned for now."]
    play(
        agreed,
        "Tom > /where\nTom < You have no open request. To make one: “who can help me with…?”",
    )


def test_a_talk_with_somebody_who_is_blocked_is_shown_no_more(agreed: Stage) -> None:
    agreed.says("Tom", "/block Zoé")
    agreed.says("Tom", "yes")
    assert ahead(agreed, "Tom") == ["No gathering planned for now."]


def test_i_cannot_any_more_may_be_about_the_talk(agreed: Stage) -> None:
    """It was met with the numbers for suicide, and the talk stayed on."""
    play(
        agreed,
        """
        Zoé > je peux plus
        Zoé < Je préfère demander : … [Décaler : Tom] [Annuler la conversation : Tom] [C’est moi qui n’en peux plus] [Rien de tout cela]
        Zoé > [C’est moi]
        Zoé < Ce que vous traversez … le 3114 … [En parler à l’équipe] [Laisser tomber]
        Zoé > [Laisser tomber]
        Zoé < D’accord. …
        Tom > je peux plus
        Tom < I’d rather ask: … [Move: Zoé] [Call off: Zoé] [It is me, I can’t go on] …
        Tom > [Call off]
        Zoé < …
        Tom < …
        Tom > je peux plus
        Tom < I’d rather ask: … [Zoé: GDPR] …
        """,
    )


def test_in_danger_it_is_said_first_where_help_is_and_no_name_is_needed(agreed: Stage) -> None:
    play(
        agreed,
        """
        Ana > je suis en danger
        Ana < S’il y a danger … le 112 …
        Ana < De qui s’agit-il ? … [Je ne connais pas son nom] …
        """,
    )
