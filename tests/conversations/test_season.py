"""What rituals bring of themselves: stories and thanks are asked for, dips are told (P20, P21)."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from pydantic import ValidationError

from community import asks, energy, groups, introductions, library, rituals
from community.asks import Wish
from community.directory import Match
from community.energy import Dip
from community.recurrence import Rhythm
from community.rituals import Plan
from community.rounds import telling
from community.scope import Scope
from community.survey_ritual import SurveySettings
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Ask, Gathering, Guest, Round, RoundGroup, Run, Seat
from tests.conversations.openings import opening

CROWD = ("Awa", "Marc", "Ida", "Léo", "Zoé", "Tom")


@opening
def village(stage: Stage) -> Stage:
    """Six members, and somebody who organises."""
    for name in CROWD:
        stage.member(name)
    stage.member("Inès", role="organiser")
    return stage


def planned(stage: Stage, kind: str, **settings: Any) -> None:
    """A ritual of every Monday, due in an hour."""
    rhythm = Rhythm("FREQ=WEEKLY;BYDAY=MO", stage.now + timedelta(hours=1), "UTC")
    made = Plan(kind=kind, name=kind, rhythm=rhythm, settings=settings)
    stage.work(lambda scope: rituals.plan(scope, made), "Inès")


def take_part(stage: Stage, *who: str) -> None:
    """Each of them asked for something, and it was settled."""
    for name in who:
        stage.work(asked, name)


def asked(scope: Scope) -> None:
    ask = Ask(
        community_id=scope.community_id, requester_id=scope.actor_id or 0, need="un conseil",
        state="closed", outcome="helped", opened_at=scope.now,
    )  # fmt: skip
    scope.db.add(ask)


def dips(stage: Stage) -> list[Dip]:
    found: list[Dip] = stage.work(lambda scope: energy.dips(scope))
    return found


def test_organisers_hear_of_a_group_that_slows_down(village: Stage) -> None:
    village.work(lambda scope: gathered(scope, village, "Lyon", CROWD), "Inès")
    take_part(village, *CROWD)
    village.passes(timedelta(weeks=7))
    take_part(village, "Awa")
    planned(village, "energy")
    village.heard.clear()
    village.passes(timedelta(hours=2))
    play(
        village,
        """
        Inès < L’élan retombe un peu, … Toute la communauté : moins de cinq personnes ont pris part … contre 6 les six précédentes. Lyon : moins de cinq … Un rituel qui réunit … On essaie ? [Prévoir « Les cafés »] [Prévoir « Le déjeuner témoignage »] [Pas maintenant]
        Inès > [Prévoir]
        Inès < À l’heure d’où ? … [Europe/Paris]
        """,
    )


def circle(scope: Scope, stage: Stage) -> list[int]:
    """Everybody of the crowd meets in one circle from now on; their seats."""
    rhythm = Rhythm("FREQ=MONTHLY;BYMONTHDAY=20", stage.now + timedelta(hours=1), "UTC")
    settings = {"size": 6, "days": 60}
    made = Plan(kind="round", name="Les cercles", rhythm=rhythm, settings=settings)
    ritual = rituals.plan(scope, made, "draft")
    run = _kept(scope, Run(ritual_id=ritual, due_at=scope.now, state="running"))
    round_ = _kept(scope, Round(
        community_id=scope.community_id, ritual_id=ritual, run_id=run, state="going",
        opened_at=scope.now, begun_at=scope.now,
    ))  # fmt: skip
    group = _kept(scope, RoundGroup(round_id=round_))
    ids = [stage.id_of(each, scope) for each in CROWD]
    return [
        _kept(scope, Seat(round_id=round_, member_id=each, group_id=group, state="placed"))
        for each in ids
    ]


def _kept(scope: Scope, row: Any) -> int:
    scope.db.add(row)
    scope.db.flush()
    return int(row.id)


def test_a_circle_that_slows_down_is_told_by_the_names_of_all_in_it(village: Stage) -> None:
    take_part(village, *CROWD)
    village.work(lambda scope: circle(scope, village), "Inès")
    assert dips(village) == []
    village.passes(timedelta(weeks=7))
    take_part(village, "Awa")
    assert Dip("", 6, None, list(CROWD)) in dips(village)
    planned(village, "energy")
    village.heard.clear()
    village.passes(timedelta(hours=2))
    play(
        village,
        """
        Inès < … Le cercle formé par Awa, Marc, Ida, Léo, Zoé et Tom : moins de cinq personnes … contre 6 … [Prévoir] [Pas maintenant]
        """,
    )


def test_meeting_in_rounds_and_coming_to_gatherings_is_taking_part(village: Stage) -> None:
    take_part(village, *CROWD)
    seats = village.work(lambda scope: circle(scope, village), "Inès")
    village.passes(timedelta(weeks=7))
    assert len(dips(village)) == 2
    for name, seat in zip(CROWD[:3], seats, strict=False):
        village.work(partial(telling.met, seat_id=seat, how="no"), name)
    village.work(lambda scope: came(scope, village, *CROWD[3:5]))
    assert dips(village) == []


def came(scope: Scope, stage: Stage, *who: str) -> None:
    """Yesterday these came to a gathering."""
    host = stage.id_of("Inès", scope)
    gathering = _kept(scope, Gathering(
        community_id=scope.community_id, uid="g", title="Déjeuner", venue="Ici", minutes=60,
        starts_at=scope.now - timedelta(days=1), host_id=host, state="closed",
        changed_at=scope.now,
    ))  # fmt: skip
    for each in who:
        member = stage.id_of(each, scope)
        _kept(scope, Guest(gathering_id=gathering, member_id=member, state="yes", attended=True))


def gathered(scope: Scope, stage: Stage, name: str, who: tuple[str, ...]) -> None:
    group = groups.make(scope, name)
    groups.add(scope, group.id or 0, [stage.id_of(each, scope) for each in who])


def test_fewer_than_five_people_are_no_figure(village: Stage) -> None:
    take_part(village, *CROWD[:4])
    village.passes(timedelta(weeks=7))
    assert dips(village) == []


def test_who_goes_on_as_before_is_no_dip(village: Stage) -> None:
    take_part(village, *CROWD)
    village.passes(timedelta(weeks=7))
    take_part(village, *CROWD[:4])
    assert dips(village) == []


def test_a_drop_is_told_with_the_number_from_five_on(village: Stage) -> None:
    for n in range(4):
        village.member(f"Plus{n}")
    take_part(village, *CROWD, *(f"Plus{n}" for n in range(4)))
    village.passes(timedelta(weeks=7))
    take_part(village, *CROWD[:5])
    assert dips(village) == [Dip("", 10, 5)]


def test_the_thank_you_ritual_asks_only_who_has_somebody_to_thank(village: Stage) -> None:
    village.work(helped, "Zoé")
    village.heard.clear()
    planned(village, "thanks")
    village.passes(timedelta(hours=2))
    play(
        village,
        """
        Zoé < Et si l’on disait merci ? … [Awa (« un conseil »)] [À personne]
        Zoé > [Awa]
        Zoé < Un mot de remerciement pour Awa ? …
        Zoé > Grâce à vous, tout est clair.
        Awa < Zoé vous remercie pour « un conseil » : « Grâce à vous, tout est clair. »
        Zoé < C’est transmis à Awa. …
        """,
    )
    village.passes(timedelta(days=7))
    play(village, "")


def helped(scope: Scope) -> None:
    """Awa, whose id comes first, helped whoever acts, and all is said."""
    match = Match(1, "Awa", "", False, "offer", ["un conseil"], 1.0)
    ask = asks.open_ask(scope, "un conseil", Wish(), [match])
    (row,) = introductions.of_ask(scope, ask.id, "requested")
    row.state, row.due_at = "ended", None


def test_the_story_ritual_invites_and_takes_no_for_an_answer(village: Stage) -> None:
    planned(village, "stories")
    village.passes(timedelta(hours=2))
    assert all(village.heard[f"dm:{name}"] for name in (*CROWD, "Inès"))
    village.heard.clear()
    play(
        village,
        """
        Tom > [Pas cette fois]
        Tom < Une autre fois, peut-être : /temoignage
        Léo > [Raconter]
        Léo < Racontez avec vos mots…
        Ida > [Quitter ce rituel]
        Ida < C’est noté : ce rituel ne vous écrira plus. …
        """,
    )
    village.passes(timedelta(days=7))
    assert village.heard["dm:Marc"]
    assert not village.heard["dm:Ida"]


def test_a_survey_comes_again_with_its_ritual(village: Stage) -> None:
    question = {"kind": "one", "words": "Quel jour ?", "options": ["mardi", "jeudi"]}
    planned(village, "survey", title="Ateliers", questions=[question], days=5)
    village.passes(timedelta(hours=2))
    village.heard.clear()
    play(
        village,
        """
        Awa > [mardi]
        Awa < Merci, c’est dans l’urne ! …
        """,
    )


def test_a_survey_of_one_question_is_left_for_good_and_that_is_no_answer(village: Stage) -> None:
    question = {"kind": "one", "words": "Quel jour ?", "options": ["mardi", "jeudi"]}
    planned(village, "survey", title="Ateliers", questions=[question], days=5)
    village.passes(timedelta(hours=2))
    village.heard.clear()
    play(
        village,
        """
        Awa > [Quitter ce rituel]
        Awa < C’est noté : ce rituel ne vous écrira plus. …
        Awa > /enquete
        Awa < Aucune enquête n’attend votre réponse pour le moment.
        """,
    )
    village.passes(timedelta(days=4))
    assert village.heard["dm:Marc"], "the reminder"
    village.passes(timedelta(days=3))
    assert not village.heard["dm:Awa"], "nor the next one"


def barometer(stage: Stage) -> None:
    """The survey that the library has ready."""
    planned(stage, "survey", **library.ready()["barometer"].settings)


def test_the_library_s_survey_is_read_by_everybody_in_their_language(village: Stage) -> None:
    village.member("Nour", locale="en")
    barometer(village)
    village.passes(timedelta(hours=2))
    for name in (*CROWD[2:], "Inès"):
        village.heard[f"dm:{name}"].clear()
    play(
        village,
        """
        Nour < The team would love your view: “How are you doing among us?”. 4 questions, …
        Nour < You can skip any question, … [Answer] [Not this time] [No more of these]
        Nour > [Answer]
        Nour < Do you feel at home here? … [1] [5] [Skip]
        Nour > [5]
        Nour < What gave you most in the last months? [Meeting someone] [Nothing yet] [Skip]
        Awa < L’équipe aimerait votre avis : « Comment allez-vous parmi nous ? ». 4 questions, …
        Awa < Chaque question … [Répondre] [Pas cette fois] [Quitter ce rituel]
        Awa > [Répondre]
        Awa < Vous sentez-vous à votre place ici ? …
        Marc < L’équipe aimerait votre avis…
        Marc < Chaque question …
        Marc > [Quitter ce rituel]
        Marc < C’est noté : ce rituel ne vous écrira plus. …
        """,
    )


def test_answers_in_several_languages_are_counted_together(village: Stage) -> None:
    village.member("Nour", locale="en")
    barometer(village)
    village.passes(timedelta(hours=2))
    for name in CROWD[:4]:
        village.taps(name, "Répondre")
        village.taps(name, "4")
        village.taps(name, "Rien encore")
    village.taps("Nour", "Answer")
    village.taps("Nour", "4")
    village.taps("Nour", "Nothing yet")
    village.passes(timedelta(days=15))
    told = [" ".join(each.text.split()) for each in village.spoken["dm:Inès"]]
    assert any(each.startswith("Voici ce que la communauté répond à « Comment") for each in told)
    assert any("Rien encore : 75 % au moins" in each for each in told), (
        "four in French alone are too few"
    )


def test_a_survey_that_cannot_be_sent_is_told_with_what_to_change(stage: Stage) -> None:
    for name in CROWD[:4]:
        stage.member(name)
    stage.member("Inès", role="organiser")
    planned(stage, "survey", **library.ready()["barometer"].settings)
    stage.says(CROWD[0], "/pause")
    stage.taps(CROWD[0], "Jusqu’à ce que je revienne")
    stage.heard.clear()
    play(
        stage,
        """
        2 hours pass
        Inès < Le rituel « survey » n’a interrogé personne cette fois. Trop peu de monde pour l’anonymat : il faut au moins 5 personnes. …
        """,
    )


@pytest.mark.parametrize(
    "question",
    [
        {"kind": "one", "words": "Quoi ?", "options": ["seul"]},
        {"kind": "words", "words": "Quoi ?", "options": ["a", "b"]},
        {"kind": "one", "words": {"fr": "Quoi ?", "en": "What?"},
         "options": {"fr": ["a", "b"], "en": ["a", "b", "c"]}},
        {"kind": "one", "words": {"fr": "Quoi ?", "en": "What?"}, "options": ["a", "b"]},
    ],
    ids=["one-option", "nothing-to-choose", "as-many-in-each", "words-alone"],
)  # fmt: skip
def test_a_ready_survey_with_wrong_options_is_refused(question: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="setting"):
        SurveySettings.model_validate({"title": "Ateliers", "questions": [question]})
