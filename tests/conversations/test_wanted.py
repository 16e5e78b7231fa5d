"""Requests in the news (P22): only with their author's consent, and both agree before they meet."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from community import blocks, rituals
from community.recurrence import Rhythm
from community.rituals import Plan
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Community
from tests.conversations.openings import opening

TOMORROW = Rhythm("FREQ=WEEKLY;BYDAY=TU", datetime(2026, 11, 24, 9, tzinfo=UTC), "Europe/Paris")


@opening
def people(stage: Stage) -> Stage:
    """Inès organises; Zoé, Lina and Tom have been here for long; the news come on Tuesdays."""
    stage.now -= timedelta(days=60)
    stage.member("Inès", role="organiser")
    for name in ("Zoé", "Lina"):
        stage.member(name)
    stage.member("Tom", locale="en", offers=["GDPR"])
    stage.now += timedelta(days=60)
    made = Plan(kind="digest", name="Les nouvelles", rhythm=TOMORROW)
    stage.work(lambda scope: rituals.plan(scope, made), "Inès")
    return stage


IN_THE_NEWS = """
Zoé > /ask plongée
Zoé < Je ne vois encore personne pour « plongée ». … [Oui, passez-la] [Oui, et aussi dans les nouvelles, sans mon nom] [Laisser]
Zoé > [Oui, et aussi]
Zoé < Voulez-vous ajouter un mot de contexte ? …
Zoé > [Passer]
Inès < Une demande attend l’équipe : « plongée ». …
Zoé < Votre demande « plongée » est maintenant auprès de l’équipe. …
"""
NEWS = """
1 day passes
1 minute passes
Zoé < Les nouvelles de la communauté : • On cherche encore : plongée …
Lina < Les nouvelles de la communauté : • On cherche encore : plongée … [Je peux aider : « plongée »] [Bien lu] [Quitter ce rituel]
Tom < News of the community: • Still looked for: plongée … [I can help: “plongée”]
Inès < Les nouvelles de la communauté : • On cherche encore : plongée … [Je peux aider]
"""
OFFERED = """
Lina > [Je peux aider]
Zoé < Lina a lu « plongée » dans les nouvelles, et propose son aide. Je vous mets en lien ? [Oui, avec plaisir] [Pas cette fois]
Lina < Merci beaucoup ! …
"""


def test_a_reader_offers_and_the_two_meet_once_the_requester_agrees(people: Stage) -> None:
    play(people, IN_THE_NEWS + NEWS + OFFERED)
    play(
        people,
        """
        Zoé > [Oui, avec plaisir]
        Zoé < C’est fait : Lina et vous êtes en lien. …
        Lina < Zoé accepte votre aide avec plaisir pour « plongée ». …
        room:2 < Bonjour Zoé, bonjour Lina ! …
        Inès < La demande « plongée » n’attend plus l’équipe…
        Tom > [I can help]
        Tom < Thank you for thinking of it! This request needs no answer any more.
        2 days pass
        1 minute passes
        Zoé < Le … je vous ai mis en lien avec Lina pour « plongée ». …
        Lina < Le … je vous ai mis en lien avec Zoé …
        """,
    )


def test_a_no_is_told_to_nobody_and_the_request_goes_on(people: Stage) -> None:
    play(people, IN_THE_NEWS + NEWS + OFFERED)
    play(
        people,
        """
        Zoé > [Pas cette fois]
        Zoé < Entendu, je n’en dis rien. …
        Zoé > /where
        Zoé < Voici où vous en êtes. • plongée : elle est auprès de l’équipe …
        """,
    )


def test_without_consent_no_need_is_told(people: Stage) -> None:
    play(people, IN_THE_NEWS.replace("> [Oui, et aussi]", "> [Oui, passez-la]"))
    play(people, "1 day passes\n1 minute passes")


def test_where_brings_a_need_into_the_news_and_out_of_them(people: Stage) -> None:
    play(people, IN_THE_NEWS)
    play(
        people,
        """
        Zoé > /where
        Zoé < … [Retirer « plongée »] [Modifier « plongée »] [Retirer « plongée » des nouvelles]
        Zoé > [Retirer « plongée » des nouvelles]
        Zoé < « plongée » ne paraîtra plus dans les nouvelles. …
        Zoé > /where
        Zoé < … [Faire paraître « plongée » dans les nouvelles]
        Zoé > [Faire paraître]
        Zoé < « plongée » paraîtra dans les prochaines nouvelles de la communauté, sans votre nom. …
        """
        + NEWS,
    )


def test_whoever_gives_the_name_at_once_may_have_it_there_too(people: Stage) -> None:
    people.says("Zoé", "/ask GDPR")
    people.taps("Zoé", "Tom")
    people.taps("Zoé", "Préciser")
    people.fills("Zoé", signed="public")
    people.heard.clear()
    people.passes(timedelta(days=1, minutes=1))
    (news,) = people.heard["dm:Lina"]
    assert "On cherche encore\u202f: GDPR — Zoé" in news.text
    (mine,) = people.heard["dm:Tom"]
    assert mine.labels == (), "he has it in hand already"


def test_where_there_are_no_news_nobody_is_asked_about_them(stage: Stage) -> None:
    stage.member("Zoé")
    stage.member("Inès", role="organiser")
    stage.says("Zoé", "/ask plongée")
    labels = [each.labels for each in stage.heard["dm:Zoé"]]
    assert labels == [("Oui, passez-la à l’équipe", "Laisser tomber")]


def test_of_two_who_are_kept_apart_neither_hears_of_the_other(people: Stage) -> None:
    people.work(lambda scope: blocks.put(scope, people.id_of("Lina", scope)), "Zoé")
    play(people, IN_THE_NEWS + NEWS)
    play(people, "Lina > [Je peux aider]\nLina < Merci beaucoup ! …")


def test_a_second_offer_of_the_same_person_is_none(people: Stage) -> None:
    play(people, IN_THE_NEWS + NEWS + OFFERED)
    people.passes(timedelta(days=6, hours=20))
    people.heard.clear()
    people.passes(timedelta(hours=6))
    for news in people.heard["dm:Lina"]:
        assert not any("Je peux aider" in label for label in news.labels)


def test_the_news_can_be_left_like_every_ritual(people: Stage) -> None:
    play(people, IN_THE_NEWS + NEWS)
    play(people, "Lina > [Quitter ce rituel]\nLina < C’est noté : ce rituel ne vous écrira plus. …")
    people.passes(timedelta(days=6, hours=20))
    people.heard.clear()
    people.passes(timedelta(hours=6))
    assert not people.heard["dm:Lina"]


@pytest.fixture
def careful(people: Stage) -> Stage:
    """What newcomers ask is read first, and Nora has just come."""
    people.work(lambda scope: setattr(scope.db.get_one(Community, 1), "review_days", 30))
    people.member("Nora")
    people.says("Nora", "/ask plongée")
    people.taps("Nora", "Oui, et aussi")
    people.taps("Nora", "Passer")
    people.taps("Inès", "La laisser partir")
    return people


def in_the_news(stage: Stage, who: str) -> list[str]:
    """What a reader of the news is told, day by day."""
    return [each.text for each in stage.spoken[f"dm:{who}"] if "nouvelles" in each.text]


def reword(stage: Stage, who: str, need: str) -> None:
    stage.says(who, "/where")
    stage.taps(who, "Modifier")
    stage.fills(who, need=need, context="")


def test_a_newcomers_need_stands_in_the_news_once_the_team_has_let_it_go(careful: Stage) -> None:
    careful.passes(timedelta(days=1, minutes=1))
    assert "plongée" in in_the_news(careful, "Lina")[-1]


def test_new_words_that_nobody_has_read_are_not_in_the_news(careful: Stage) -> None:
    reword(careful, "Nora", "des insultes")
    careful.passes(timedelta(days=1, minutes=1))
    assert not any("insultes" in each for each in in_the_news(careful, "Lina"))


def test_new_words_are_in_the_news_when_the_team_took_its_time(careful: Stage) -> None:
    reword(careful, "Nora", "plongée en mer")
    careful.passes(timedelta(days=8, minutes=1))
    assert "plongée en mer" in in_the_news(careful, "Lina")[-1]
