"""What can't be is said in one clear line, in both languages, before anything is saved."""

from __future__ import annotations

import pytest
from sqlmodel import select

from community import groups
from community.scope import Scope
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Gathering, Ritual, Survey
from tests.conversations.openings import opening

FRENCH, ENGLISH = "Inès", "Tom"
READY = {FRENCH: "La question du mois", ENGLISH: "The question of the month"}


@opening
def house(stage: Stage) -> Stage:
    """One organiser reads French, the other English; nobody is in the group of mentors."""
    stage.member(FRENCH, role="organiser")
    stage.member(ENGLISH, role="organiser", locale="en")
    stage.work(lambda scope: groups.make(scope, "Mentors"), FRENCH)
    return stage


def steps(stage: Stage, who: str, *said: str) -> None:
    """Everything up to the point; what was heard so far is not it."""
    for each in said:
        stage.says(who, each)
    stage.heard.clear()


def nothing_is_kept(stage: Stage) -> bool:
    def look(scope: Scope) -> bool:
        return not any(scope.db.exec(select(model)).all() for model in (Ritual, Survey, Gathering))

    return bool(stage.work(look))


@pytest.mark.parametrize(
    ("who", "words", "line"),
    [
        (FRENCH, "le 31 février", "Ce jour ne vient jamais : …"),
        (ENGLISH, "31 February", "That day never comes: …"),
        (FRENCH, "tous les 0 jours", "Zéro ne vient jamais : …"),
        (ENGLISH, "every 0 days", "Zero never comes: …"),
        (FRENCH, "tous les lundis jusqu’au 1er janvier 2020", "Cela finit avant de commencer : …"),
        (ENGLISH, "every Monday until 1 January 2020", "That ends before it begins: …"),
        (FRENCH, "tous les lundis à 25h", "Cette heure n’existe pas : …"),
        (ENGLISH, "every Monday at 25:00", "There is no such hour: …"),
    ],
)
def test_an_impossible_rhythm(house: Stage, who: str, words: str, line: str) -> None:
    steps(house, who, "/ritual add", READY[who], "Paris")
    house.says(who, words)
    play(house, f"{who} < {line}")
    assert nothing_is_kept(house)


@pytest.mark.parametrize(
    ("who", "line"),
    [(FRENCH, "Je ne connais pas ce lieu. …"), (ENGLISH, "I don’t know that place. …")],
)
def test_a_time_zone_that_does_not_exist(house: Stage, who: str, line: str) -> None:
    steps(house, who, "/ritual add", READY[who])
    house.says(who, "Nowhereville")
    play(house, f"{who} < {line}")
    assert nothing_is_kept(house)


@pytest.mark.parametrize(
    ("who", "rhythm", "line"),
    [
        (FRENCH, "tous les lundis", "Ce public est vide : …"),
        (ENGLISH, "every Monday", "Nobody is in this audience …"),
    ],
)
def test_an_audience_of_nobody_is_asked_for_again(
    house: Stage, who: str, rhythm: str, line: str
) -> None:
    steps(house, who, "/ritual add", READY[who], "Paris", rhythm)
    house.says(who, "Mentors")
    play(house, f"{who} < {line} [Mentors]")
    assert nothing_is_kept(house)


@pytest.mark.parametrize(
    ("who", "start", "line"),
    [
        (FRENCH, "Nouvelle enquête", "6 questions, c’est trop …"),
        (ENGLISH, "New survey", "6 questions are too many …"),
    ],
)
def test_a_survey_of_six_questions(house: Stage, who: str, start: str, line: str) -> None:
    for name in ("A", "B", "C", "D"):
        house.member(name)
    steps(house, who, "/survey", start, "Ateliers")
    house.says(who, "\n".join(f"{n} ?" for n in "abcdef"))
    play(house, f"{who} < {line}")
    assert nothing_is_kept(house)


@pytest.mark.parametrize(
    ("who", "everyone", "line"),
    [
        (FRENCH, "Toute la communauté", "… Ce moment est déjà passé. …"),
        (ENGLISH, "The whole community", "… That moment has passed. …"),
    ],
)
def test_an_event_in_the_past(house: Stage, who: str, everyone: str, line: str) -> None:
    steps(house, who, "/gathering add", everyone)
    house.fills(who, title="A", when="2020-01-14 9:00", zone="Europe/Paris", venue="B",
                minutes="", places="")  # fmt: skip
    play(house, f"{who} < {line}")
    assert nothing_is_kept(house)
