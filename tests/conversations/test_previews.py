"""What an organiser is shown of a ritual before it is kept (P41)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from community import groups, library, rituals
from community.recurrence import Rhythm
from community.rituals import KINDS, Plan
from community.scope import Scope
from conversations.language import render
from conversations.previews import Sample, samples
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Community
from tests.conversations.openings import opening

IN_A_MONTH = Rhythm("FREQ=MONTHLY;BYDAY=1MO", datetime(2027, 1, 4, 8, tzinfo=UTC), "Europe/Paris")
READY = [name for name, each in library.ready().items() if each.kind in KINDS]


@opening
def people(stage: Stage) -> Stage:
    """Inès organises in French, Zoé reads English; helpers may be named."""
    stage.member("Inès", role="organiser")
    stage.member("Zoé", locale="en")

    def choose(scope: Scope) -> None:
        scope.db.get_one(Community, scope.community_id).monthly_mention = True

    stage.work(choose)
    return stage


def shown(stage: Stage, ready: str) -> list[Sample]:
    def look(scope: Scope) -> list[Sample]:
        one = library.ready()[ready]
        plan = Plan(kind=one.kind, name=one.name["fr"], rhythm=IN_A_MONTH, settings=one.settings)
        return samples(scope, plan)

    found: list[Sample] = stage.work(look, "Inès")
    return found


def read(sample: Sample) -> str:
    return render(sample.text, sample.locale, "Europe/Paris")


def test_every_ready_ritual_shows_what_it_will_say(people: Stage) -> None:
    for ready in READY:
        found = shown(people, ready)
        assert {each.locale for each in found} >= {"fr"}, ready
        assert all(read(each) for each in found), ready


@pytest.mark.parametrize(
    ("ready", "until"), [("coffee", "mercredi 6 janvier"), ("barometer", "lundi 18 janvier")]
)
def test_a_date_in_a_preview_is_counted_from_the_first_run(
    people: Stage, ready: str, until: str
) -> None:
    """It said the day that a round begun now would end on."""
    first = next(each for each in shown(people, ready) if each.locale == "fr")
    assert until in read(first)


def test_a_ritual_is_called_by_its_own_name_in_every_language(people: Stage) -> None:
    told = {each.locale: read(each) for each in shown(people, "coffee")}
    assert told["fr"].startswith("Les cafés\u202f:")
    assert told["en"].startswith("Les cafés: a new round")


def test_an_issue_with_nothing_to_tell_is_shown_as_an_example(people: Stage) -> None:
    people.now = datetime(2027, 3, 1, 9, tzinfo=UTC)
    plan = Plan(kind="digest", name="Nouvelles", rhythm=IN_A_MONTH)
    people.work(lambda scope: rituals.plan(scope, plan), "Inès")
    play(
        people,
        """
        Inès > /rituel aperçu
        Inès < Les prochaines dates : …
        Inès < Voici ce que reçoit tout le monde quand il y a quelque chose à raconter (un exemple, car aujourd’hui rien ne partirait) (English) :
        Inès < News of the community: • Welcome to Zoé and Karim • 6 members are looking for help right now • 8 members gave some of their time. …
        Inès < Voici ce que reçoit … (Français) :
        Inès < Les nouvelles de la communauté : • Bienvenue à Zoé et Karim …
        """,
    )


def test_the_energy_check_shows_organisers_what_they_would_hear(people: Stage) -> None:
    plan = Plan(kind="energy", name="Élan", rhythm=IN_A_MONTH)
    people.work(lambda scope: rituals.plan(scope, plan), "Inès")
    play(
        people,
        """
        Inès > /rituel aperçu
        Inès < Les prochaines dates : …
        Inès < Voici ce que reçoit l’équipe d’organisation quand l’élan retombe (les chiffres sont un exemple) (Français) :
        Inès < L’élan retombe un peu, … Toute la communauté : 11 personnes ont pris part … contre 24 les six précédentes. …
        """,
    )


def test_the_welcome_week_says_who_reads_what_and_when(people: Stage) -> None:
    heads = [render(each.reader, "fr") for each in shown(people, "welcome-week")]
    assert heads == [
        "chaque personne qui vient d’arriver, le premier jour",
        "une personne arrivée il y a trois jours, qui n’a encore rien fait",
    ] * 2 + ["l’équipe d’organisation"]


def test_the_welcome_week_shows_what_the_team_gets_of_it(people: Stage) -> None:
    told = [read(each) for each in shown(people, "welcome-week") if each.role == "organiser"]
    assert [words.split("\n")[0] for words in told] == [
        "Zoé est là depuis une semaine. Voici un message prêt à partir, de votre part\u202f:"
    ]
    assert "Awa, Karim et Tom" in told[0]


def gathered(stage: Stage, name: str, who: str) -> None:
    def fill(scope: Scope) -> None:
        group = groups.make(scope, name)
        groups.add(scope, group.id or 0, [stage.id_of(who, scope)])

    stage.work(fill, "Inès")


def test_a_question_for_everyone_is_shown_for_each_group_that_reads_other_words(
    people: Stage,
) -> None:
    gathered(people, "Mentors", "Zoé")
    gathered(people, "Lyon", "Zoé")
    told = [(each.who, each.locale, read(each)) for each in shown(people, "monthly-question")]
    assert [(who, locale) for who, locale, _ in told] == [
        ("", "en"), ("", "fr"), ("Mentors", "en"),
    ]  # fmt: skip
    assert "person you mentor" in told[2][2]
    assert "small win" in told[0][2]
