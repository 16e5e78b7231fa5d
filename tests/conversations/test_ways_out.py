"""Nothing that a ritual sends of its own accord is without a word on how to get no more of it.

PLATFORMS.md: nothing unsolicited (Discord's policy, points 5 and 13; WhatsApp's opt-in).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from community import hosting, library, rituals, surveys
from community.recurrence import Rhythm
from community.rituals import KINDS, Plan
from community.scope import Scope
from community.surveys import Question
from conversations import texts
from conversations.language import render
from conversations.previews import Sample, samples
from conversations.testing import MONDAY, Stage
from conversations.texts import Text
from storage.tables import Community, SurveyAnswered

TOMORROW = Rhythm("FREQ=MONTHLY;BYMONTHDAY=24", MONDAY + timedelta(days=1), "Europe/Paris")
READY = [name for name, each in library.ready().items() if each.kind in KINDS]
FOR_THE_TEAM = {"energy-check"}
"""Rituals of which only organisers hear."""
MEMBERS = {f"M{n}": locale for n, locale in enumerate(("fr", "en") * 3)}


@pytest.fixture
def village(new_database: Callable[[str], str]) -> Stage:
    """Inès organises; six members, three in each language, who may be named when thanked."""
    made = Stage(url=new_database("sqlite"))
    made.now -= timedelta(days=60)
    made.member("Inès", role="organiser")
    for name, locale in MEMBERS.items():
        made.member(name, locale=locale, offers=["jardinage"])
    made.now += timedelta(days=60)

    def choose(scope: Scope) -> None:
        scope.db.get_one(Community, scope.community_id).monthly_mention = True

    made.work(choose)
    return made


def planned(ready: str) -> Plan:
    one = library.ready()[ready]
    settings: dict[str, Any] = one.settings | ({"buddy": True} if one.kind == "welcome" else {})
    return Plan(kind=one.kind, name=one.name["fr"], rhythm=TOMORROW, settings=settings)


def says_how(text: str, labels: tuple[str, ...], locale: str) -> bool:
    """Whether it names a command that ends it, or has a button for it."""
    named = any(way in text for way in ("/stop", "/profil"))
    buttons = {render(Text(key), locale) for key in ("prompt-leave", "round-leave")}
    return named or bool(buttons & set(labels))


def begins(shown: list[Sample]) -> list[Sample]:
    """The messages that begin something; a survey's greeting goes with the question below it."""
    found = []
    for n, each in enumerate(shown):
        if each.said[0] == "survey-invitation":
            each = replace(each, labels=shown[n + 1].labels)
        if not str(each.said[0]).startswith(("survey-ask", "survey-promise")):
            found.append(each)
    return found


@pytest.mark.parametrize("ready", READY)
def test_the_preview_of_a_ready_ritual_says_in_both_languages_how_to_leave(
    village: Stage, ready: str
) -> None:
    shown: list[Sample] = village.work(lambda scope: samples(scope, planned(ready)), "Inès")
    to_members = [each for each in begins(shown) if not each.role.startswith("organiser")]
    for each in to_members:
        words = render(each.text, each.locale)
        labels = tuple(render(texts.load(label), each.locale) for label in each.labels)
        assert says_how(words, labels, each.locale), words
    languages = {each.locale for each in to_members}
    assert languages == (set() if ready in FOR_THE_TEAM else {"fr", "en"})


def unable_to_leave(stage: Stage) -> dict[str, str]:
    """Who heard something and not how to get no more of it: all that they heard."""
    found = {}
    for name, locale in MEMBERS.items():
        heard = stage.spoken[f"dm:{name}"]
        words = " ".join(each.text for each in heard)
        labels = tuple(label for each in heard for label in each.labels)
        if heard and not says_how(words, labels, locale):
            found[name] = words
    return found


@pytest.mark.parametrize("ready", READY)
def test_what_a_ready_ritual_sends_says_how_to_leave(village: Stage, ready: str) -> None:
    village.work(lambda scope: rituals.plan(scope, planned(ready)), "Inès")
    village.member("Zoé")
    village.passes(timedelta(days=2))
    assert unable_to_leave(village) == {}
    silent = FOR_THE_TEAM | {"thanks", "mentions", "welcome-week"}
    assert any(village.spoken[f"dm:{name}"] for name in MEMBERS) is (ready not in silent)


def test_a_gathering_that_no_ritual_plans_says_how_to_leave(village: Stage) -> None:
    lunch = hosting.Plan(
        title="Déjeuner", venue="Lyon", starts_at=MONDAY + timedelta(days=9), minutes=60
    )
    village.work(lambda scope: hosting.plan(scope, lunch), "Inès")
    village.passes(timedelta(minutes=5))
    assert any(village.spoken[f"dm:{name}"] for name in MEMBERS)
    assert unable_to_leave(village) == {}


@pytest.mark.parametrize("questions", [1, 2])
def test_a_survey_that_no_ritual_sends_says_how_to_leave(village: Stage, questions: int) -> None:
    asked = [Question("scale", f"Comment allez-vous {n} ?", []) for n in range(questions)]
    village.work(
        lambda scope: surveys.open_survey(
            scope, "Baromètre", asked, [], scope.now + timedelta(days=7),
            made_by=village.id_of("Inès", scope),
        )
    )  # fmt: skip
    village.passes(timedelta(minutes=5))
    assert any(village.spoken[f"dm:{name}"] for name in MEMBERS)
    assert unable_to_leave(village) == {}


def test_leaving_a_ritual_of_gatherings_ends_its_invitations_alone(village: Stage) -> None:
    village.work(lambda scope: rituals.plan(scope, planned("lunch")), "Inès")
    village.passes(timedelta(days=2))
    village.taps("M0", "Quitter ce rituel")
    before = {name: len(village.spoken[f"dm:{name}"]) for name in MEMBERS}
    village.passes(timedelta(days=30))
    heard = {name for name in MEMBERS if len(village.spoken[f"dm:{name}"]) > before[name]}
    assert heard == MEMBERS.keys() - {"M0"}


def test_a_number_that_comes_before_the_first_question_leaves_no_ritual(village: Stage) -> None:
    """“4”, then “3” at “Shall we begin?” was the end of the ritual, without a word."""
    ready = next(name for name in READY if library.ready()[name].kind == "survey")
    village.work(lambda scope: rituals.plan(scope, planned(ready)), "Inès")
    village.passes(timedelta(days=2))
    village.says("M0", "3")
    assert village.spoken["dm:M0"][-1].text.startswith("Je n’ai pas reconnu cette réponse.")
    village.says("M0", "oui")
    village.says("M0", "3")
    village.taps("M2", "Quitter ce rituel")
    assert village.spoken["dm:M2"][-1].text.startswith("C’est noté")
    sheets_ = village.work(lambda scope: list(scope.db.exec(select(SurveyAnswered.done))))
    assert sorted(sheets_) == [0, 1]


def test_leaving_rounds_from_the_invitation_ends_the_invitations(village: Stage) -> None:
    village.work(lambda scope: rituals.plan(scope, planned("coffee")), "Inès")
    village.passes(timedelta(days=2))
    village.taps("M1", "No more of these")
    before = len(village.spoken["dm:M1"])
    village.passes(timedelta(days=40))
    assert len(village.spoken["dm:M1"]) == before
