"""The digest and the welcome week (P10, P11, P22)."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from community import blocks, rituals, welcome_week
from community.recurrence import Rhythm
from community.rituals import Plan
from community.scope import Scope
from conversations.dialogues.regular import ready_note
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import WelcomeWeek
from tests.conversations.openings import opening

DAILY = Rhythm("FREQ=DAILY", datetime(2026, 11, 24, 9, tzinfo=UTC), "Europe/Paris")
WEEKLY = Rhythm("FREQ=WEEKLY;BYDAY=TU", datetime(2026, 11, 24, 9, tzinfo=UTC), "Europe/Paris")


@opening
def people(stage: Stage) -> Stage:
    """Inès organises; Awa and Tom have been here for long, Awa is good at bookkeeping."""
    stage.now -= timedelta(days=60)
    stage.member("Inès", role="organiser")
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Tom", locale="en")
    stage.now += timedelta(days=60)
    return stage


def plan(stage: Stage, kind: str, rhythm: Rhythm) -> None:
    stage.work(lambda scope: rituals.plan(scope, Plan(kind=kind, name=kind, rhythm=rhythm)), "Inès")


def states(stage: Stage) -> list[str]:
    return [each.state for each in stage.write(
        lambda connection: rituals.last_runs(connection, stage.community_id))]  # fmt: skip


def test_a_digest_tells_who_is_new_to_each_in_their_language(people: Stage) -> None:
    people.member("Zoé")
    plan(people, "digest", WEEKLY)
    play(
        people,
        """
        2 days pass
        Awa < Les nouvelles de la communauté : • Bienvenue à Zoé Pour ne plus rien recevoir de moi : /stop
        Tom < News of the community: • Welcome to Zoé To get nothing more from me: /stop
        Inès < Les nouvelles …
        Zoé < Les nouvelles …
        """,
    )


def test_a_digest_with_nothing_to_say_skips_itself(people: Stage) -> None:
    plan(people, "digest", WEEKLY)
    play(people, "2 days pass")
    assert states(people) == ["skipped"]


def test_what_was_told_once_is_not_told_again(people: Stage) -> None:
    people.member("Zoé")
    plan(people, "digest", WEEKLY)
    people.passes(timedelta(days=2))
    people.heard.clear()
    play(people, "7 days pass")
    assert states(people) == ["skipped", "done"]


def test_figures_about_a_few_people_are_not_told(people: Stage) -> None:
    people.says("Tom", "/ask bookkeeping")
    people.heard.clear()
    plan(people, "digest", WEEKLY)
    people.passes(timedelta(days=2))
    assert states(people) == ["skipped"]


def test_a_welcome_once_a_week_misses_nobody(people: Stage) -> None:
    monday = Rhythm("FREQ=WEEKLY;BYDAY=MO", datetime(2026, 11, 30, 8, tzinfo=UTC), "Europe/Paris")
    plan(people, "welcome", monday)
    people.now += timedelta(days=1)
    people.member("Zoé")
    play(
        people,
        """
        6 days pass
        Zoé < Bonjour Zoé ! Un premier pas, deux minutes…
        1 day passes
        1 day passes
        Zoé < Bonjour Zoé ! Rien ne presse…
        3 days pass
        1 day passes
        Inès < …
        """,
    )


def test_who_came_while_the_bot_was_off_is_welcomed_all_the_same(people: Stage) -> None:
    plan(people, "welcome", DAILY)
    people.passes(timedelta(days=2))
    people.now += timedelta(hours=1)
    people.member("Zoé")
    people.now += timedelta(days=5)
    play(
        people,
        """
        1 day passes
        Inès < Le rituel « welcome » n’a pas eu lieu 4 fois, …
        Zoé < Bonjour Zoé ! Un premier pas, deux minutes…
        """,
    )


def test_nobody_who_was_there_before_the_ritual_is_new(people: Stage) -> None:
    people.member("Zoé")
    people.now += timedelta(days=5)
    plan(people, "welcome", DAILY)
    play(people, "2 days pass")


WEEK = """
1 day passes
Zoé < Bonjour Zoé ! Un premier pas, deux minutes : dites ce que vous pourriez apporter…
"""
MESSAGE = """
Inès < Zoé est là depuis une semaine. … « Bonjour Zoé ! … plaisir à parler avec Awa. … » [L’envoyer] [Le modifier] [Ne pas écrire]
"""


@pytest.fixture
def newcomer(people: Stage) -> Stage:
    plan(people, "welcome", DAILY)
    people.member("Zoé", wants=["comptabilité"])
    return people


def test_a_first_week_brings_one_action_one_nudge_and_the_team(newcomer: Stage) -> None:
    play(
        newcomer,
        WEEK
        + """
        2 days pass
        1 minute passes
        Zoé < Bonjour Zoé ! Rien ne presse…
        4 days pass
        """
        + MESSAGE
        + """
        Inès > [L’envoyer]
        Inès < C’est envoyé à Zoé. Merci !
        Zoé < Inès, de l’équipe, vous écrit : « Bonjour Zoé ! … » [Répondre]
        10 days pass
        """,
    )


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_a_ready_message_names_nobody_where_nobody_fits(locale: str) -> None:
    words = ready_note("Zoé", [], locale)
    assert words.startswith(("Bonjour Zoé", "Hello Zoé"))
    assert " ." not in words
    assert len(words.split()) > 10


def test_whoever_has_done_something_is_not_nudged(newcomer: Stage) -> None:
    play(
        newcomer,
        WEEK
        + """
        Zoé > /ask comptabilité
        Zoé < …
        Zoé > /cancel
        Zoé < …
        """,
    )
    newcomer.says("Zoé", "/ask comptabilité")
    newcomer.says("Zoé", "Awa")
    newcomer.says("Zoé", "passer")
    newcomer.heard.clear()
    newcomer.passes(timedelta(days=2, minutes=1))
    assert [each.text for each in newcomer.heard["dm:Zoé"] if "presse" in each.text] == []


def test_what_comes_daily_leaves_room_for_the_others_among_the_last(people: Stage) -> None:
    plan(people, "digest", WEEKLY)
    plan(people, "welcome", DAILY)
    people.passes(timedelta(days=12, hours=3))
    play(
        people,
        """
        Inès > /rituel derniers
        Inès < Les derniers rituels : • … — welcome : sauté • … — welcome : sauté • … — welcome : sauté • mardi 1er décembre 2026, 10h00 — digest : sauté • mardi 24 novembre 2026, 10h00 — digest : sauté
        Inès > /rituel derniers welcome
        Inès < Les derniers rituels : • samedi 5 décembre 2026, 10h00 — welcome : sauté • vendredi 4 … • jeudi 26 novembre 2026, 10h00 — welcome : sauté
        """,
    )


def test_newcomers_who_look_for_the_same_are_not_all_sent_to_the_same_three(people: Stage) -> None:
    people.now -= timedelta(days=60)
    for n in range(8):
        people.member(f"Comptable {n}", offers=["comptabilité"])
    people.now += timedelta(days=60)
    plan(people, "welcome", DAILY)
    for n in range(6):
        people.member(f"Nouvelle {n}", wants=["comptabilité"])
    people.passes(timedelta(days=2))
    named = Counter(people.work(names_given, "Inès"))
    assert named.total() == 18
    assert set(named) <= {"Awa", *(f"Comptable {n}" for n in range(8))}
    assert len(named) >= 6
    assert max(named.values()) < 6


def names_given(scope: Scope) -> list[str]:
    """To whom each newcomer is sent."""
    weeks = scope.db.exec(select(WelcomeWeek.id)).all()
    return [name for each in weeks for name in welcome_week.newcomer(scope, each or 0).names]


def test_nobody_is_named_to_a_newcomer_who_blocked_them(people: Stage) -> None:
    plan(people, "welcome", DAILY)
    people.member("Zoé", wants=["comptabilité"])
    people.work(lambda scope: blocks.put(scope, people.id_of("Zoé", scope)), "Awa")
    people.passes(timedelta(days=7, minutes=1))
    told = next(each for each in people.spoken["dm:Inès"] if "une semaine" in each.text)
    assert "Awa" not in told.text


def test_an_organiser_writes_in_their_own_words_which_are_shown_before_they_go(
    newcomer: Stage,
) -> None:
    newcomer.passes(timedelta(days=7, minutes=1))
    newcomer.heard.clear()
    play(
        newcomer,
        """
        Inès > [Le modifier]
        Inès < Écrivez votre message, … [Le laisser ainsi]
        Inès > non attends, je préfère pas
        Inès < Voici ce que lirait Zoé, mot pour mot : « Bonjour Zoé ! … » … [L’envoyer] [Le modifier encore] [Ne pas écrire]
        Inès > [Le modifier encore]
        Inès < Écrivez votre message, …
        Inès > Coucou Zoé, un café ?
        Inès < Voici ce que lirait Zoé, mot pour mot : « Coucou Zoé, un café ? » …
        Inès > oui
        Inès < C’est envoyé à Zoé. Merci !
        Zoé < Inès, de l’équipe, vous écrit : « Coucou Zoé, un café ? » [Répondre]
        Zoé > oui je veux bien merci !
        Zoé < Est-ce que je transmets ceci à l’équipe ? … [Oui] [Non]
        Zoé > [Oui]
        Zoé < C’est transmis à l’équipe, en privé. …
        Inès < Zoé écrit à l’équipe : « oui je veux bien merci ! » …
        """,
    )


def test_whoever_leaves_is_not_presented(newcomer: Stage) -> None:
    newcomer.passes(timedelta(days=1))
    newcomer.heard.clear()
    newcomer.does("Zoé", "leave")
    play(newcomer, "9 days pass")
