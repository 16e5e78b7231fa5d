"""A pairing round in both languages (P18, P26): joining, approving, meeting, telling, and silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import col

from community import blocks, own_data, privacy, rituals
from community.recurrence import Rhythm
from community.rituals import Plan
from community.rounds import habits, memory, proposal, seats
from community.rounds.telling import Together
from community.scope import Scope
from conversations.answers import typed_answer
from conversations.dialogues.after import TALKED
from conversations.dialogues.round_meeting import LIKED, greeting
from conversations.language import render
from conversations.questions import Question
from conversations.spoken import ours_in, says_languages
from conversations.testing import Stage
from conversations.texts import Text
from conversations.transcripts import play
from storage.tables import (
    Ask,
    Audit,
    Community,
    Habit,
    Member,
    Place,
    Round,
    RoundGroup,
    Run,
    Seat,
    table,
)
from tests.conversations.openings import opening
from tests.nights import without_nights

MONTHLY = Rhythm(
    "FREQ=MONTHLY;BYMONTHDAY=23", datetime(2026, 11, 23, 10, tzinfo=UTC), "Europe/Paris"
)
WEEKLY = Rhythm(
    "FREQ=WEEKLY;INTERVAL=5;BYDAY=MO", datetime(2026, 11, 23, 10, tzinfo=UTC), "Europe/Paris"
)


@opening
def town(stage: Stage) -> Stage:
    """Inès organises coffees once a month; Awa and Marc have something for each other."""
    stage.member("Inès", role="organiser")
    stage.member("Awa", offers=["comptabilité"], wants=["jardinage"])
    stage.member("Marc", offers=["jardinage"], wants=["comptabilité"])
    coffees(stage)
    stage.work(without_nights)
    return stage


def coffees(stage: Stage, rhythm: Rhythm = MONTHLY, **settings: Any) -> None:
    planned = Plan(kind="round", name="Café", rhythm=rhythm, settings=settings)
    stage.work(lambda scope: rituals.plan(scope, planned), actor="Inès")


OPENED = """
2 hours pass
Inès < Café : un nouveau tour de rencontres se prépare. … [J’en suis] [À chaque fois] [Pas cette fois]
Awa < Café : un nouveau tour de rencontres se prépare. … [J’en suis]
Marc < Café : un nouveau tour de rencontres se prépare. … [J’en suis]
Inès > [Pas cette fois]
Inès < C’est noté, à une prochaine fois. …
Awa > [J’en suis]
Awa < Vous en êtes ! S’il y a un nombre impair … [Oui, volontiers] [Plutôt à deux]
Awa > [Oui]
Awa < Dans quelle langue aimez-vous parler ? [Français] [English] [Les deux]
Awa > [Français]
Awa < Vous en êtes ! Je vous dirai qui vous rencontrez à partir du … 25 novembre … (Café)
Marc > [À chaque fois]
Marc < Vous en êtes ! S’il y a un nombre impair …
Marc > [Plutôt à deux]
Marc < Dans quelle langue …
Marc > [Les deux]
Marc < Vous en êtes ! …
2 days pass
Inès < 2 personnes pour ce tour, un groupe. Rien n’est encore envoyé. … Café : qui rencontre qui Awa et Marc (Marc cherche « comptabilité », Awa connaît « comptabilité ») [Approuver] [Échanger] [Garder] [Recomposer] [Annuler] [Plus tard]
"""


def test_a_proposal_put_off_is_found_again_by_saying_that_one_approves(town: Stage) -> None:
    play(
        town,
        OPENED
        + """
        Inès > [Plus tard]
        Inès < Entendu. …
        Inès > j'approuve le tour
        Inès < 2 personnes pour ce tour, un groupe. … [Approuver] …
        Inès > approuver
        room:round-1 < Bonjour Awa et Marc ! …
        Inès < C’est parti …
        """,
    )


@pytest.mark.parametrize(("settings", "what"), [
    ({}, "Une personne de la communauté, un moment de conversation"),
    ({"size": 3}, "Deux autres personnes de la communauté"),
    ({"size": 5, "days": 60}, "Un petit groupe … 5 personnes environ, … pendant 60 jours."),
])  # fmt: skip
def test_the_invitation_says_how_many_meet(
    stage: Stage, settings: dict[str, Any], what: str
) -> None:
    """A circle of five for two months was promised as one person and one conversation."""
    stage.member("Inès", role="organiser")
    coffees(stage, **settings)
    play(stage, f"2 hours pass\nInès < Café : un nouveau tour … {what} …")


def test_who_leaves_a_later_question_open_is_in_all_the_same(town: Stage) -> None:
    """The round began without somebody who had said yes and not how (promise 7)."""
    town.passes(timedelta(hours=2))
    town.taps("Awa", "J’en suis")
    for step in ("À chaque fois", "Oui", "Français"):
        town.taps("Marc", step)
    town.heard.clear()
    play(
        town,
        """
        2 days pass
        Inès < 2 personnes pour ce tour… Awa et Marc…
        Inès > [Approuver]
        Inès < C’est parti…
        1 minute passes
        room:round-1 < Bonjour Awa et Marc ! …
        Awa > [Plutôt à deux]
        Awa < Dans quelle langue…
        Awa > [Les deux]
        Awa < C’est noté, merci. (Café)
        """,
    )
    assert sorted(column(town, Seat, "state")) == ["placed", "placed"]
    assert column(town, Habit, "three") == [None, False, True]


@pytest.mark.parametrize("said", ["oui", "Je participe !", "I’m in", "j’en suis"])
def test_a_yes_to_a_round_can_be_typed(town: Stage, said: str) -> None:
    town.passes(timedelta(hours=2))
    town.says("Awa", said)
    assert "impair" in town.spoken["dm:Awa"][-1].text
    assert column(town, Seat, "state") == ["in"]


def test_a_round_from_the_invitation_to_how_was_it(town: Stage) -> None:
    play(town, OPENED)
    play(
        town,
        """
        Inès > [Approuver]
        Inès < C’est parti : un groupe fait connaissance.
        1 minute passes
        room:round-1 < Bonjour Awa et Marc ! … • Pour commencer : Marc cherche « comptabilité », et Awa connaît « comptabilité ». • Pour commencer : Awa cherche « jardinage », et Marc connaît « jardinage ».
        11 days pass
        Awa < Avez-vous pu vous rencontrer, Marc et vous ? [Oui] [C’est prévu] [Pas encore]
        Marc < Avez-vous pu vous rencontrer, Awa et vous ? …
        Awa > [Oui]
        Awa < Parfait, merci de le dire !
        Marc > [C’est prévu]
        Marc < Parfait, bonne rencontre !
        11 days pass
        Awa < Le tour se termine. Comment était-ce avec Marc ? … [Un beau moment] [Bien] [Pas pour moi] [Pas de rencontre]
        Marc < Le tour se termine. Comment était-ce avec Awa ? …
        Awa > [Un beau moment]
        Awa < Merci ! …
    """,
    )
    town.passes(timedelta(days=7))
    assert column(town, Round, "state")[0] == "closed"
    assert column(town, Run, "figures")[0]["joined"] == 2
    assert "met" not in column(town, Run, "figures")[0], "two answers are no figure (promise 11)"


def with_nights(scope: Scope) -> None:
    house = scope.db.get_one(Community, scope.community_id)
    house.quiet_from, house.quiet_until = 21 * 60, 8 * 60


def test_how_a_meeting_was_and_what_came_of_it_can_be_typed() -> None:
    """“Il ne répond pas”, “bof”, “on s’est pas vu” were not recognised, and the figures empty."""
    for options, said in ((TALKED, MET), (LIKED, WELL)):
        pending = Question(name="how", text=Text("round-end"), options=options).pending()
        for words, value in said.items():
            assert typed_answer(pending, words, "fr") == {"chosen": [value]}, words


MET = {
    "oui c’était super": "yes", "il ne répond pas": "no", "she hasn’t answered": "no",
    "on se voit jeudi": "planned", "pas encore": "no",
}  # fmt: skip
WELL = {
    "bof": "no", "top merci": "well", "c’était sympa": "fine", "on s’est pas vu": "unmet",
    "super moment avec Bob": "well", "pas mal": "fine", "meh": "no", "we never met": "unmet",
    "it was great": "well", "non": "no", "un beau moment": "well", "bien": "fine",
}  # fmt: skip


def test_have_you_met_is_not_asked_at_midnight(town: Stage) -> None:
    """Half of three weeks ends twelve hours from when the groups were approved."""
    town.work(with_nights)
    play(town, OPENED)
    play(
        town,
        """
        Inès > [Approuver]
        Inès < C’est parti : …
        1 minute passes
        room:round-1 < Bonjour Awa et Marc ! …
        10 days pass
        13 hours pass
        """,
    )
    play(
        town,
        """
        7 hours pass
        Awa < Avez-vous pu vous rencontrer, Marc et vous ? …
        Marc < Avez-vous pu vous rencontrer, Awa et vous ? …
        """,
    )


def column(stage: Stage, model: Any, name: str) -> list[Any]:
    rows = table(model)
    order = rows.c.id
    return list(
        stage.write(lambda c: c.execute(select(rows.c[name]).order_by(order)).scalars().all())
    )


def test_the_same_in_english_and_both_languages_in_the_room(stage: Stage) -> None:
    stage.member("Ines", role="organiser", locale="en")
    stage.member("Zoe", locale="en", time_zone="Europe/London", offers=["gardening"])
    stage.member("Marc", wants=["jardinage"])
    planned = Plan(kind="round", name="Coffee", rhythm=MONTHLY)
    stage.work(lambda scope: rituals.plan(scope, planned), actor="Ines")
    play(
        stage,
        """
        2 hours pass
        Ines < Coffee: a new round of meetings is coming. … [Count me in] [Every time] [Not this time]
        Zoe < Coffee: a new round of meetings is coming. …
        Marc < Coffee : un nouveau tour …
        Ines > [Not this time]
        Ines < Noted, until another time. …
        Zoe > [Count me in]
        Zoe < You are in! If there is an odd number …
        Zoe > [Yes]
        Zoe < In which language do you like to talk? …
        Zoe > [Both]
        Zoe < You’re in! …
        Marc > [J’en suis]
        Marc < Vous en êtes ! S’il y a un nombre impair …
        Marc > [Oui]
        Marc < Dans quelle langue …
        Marc > [Les deux]
        Marc < Vous en êtes ! …
        2 days pass
        Ines < 2 people in this round, one group. Nothing has been sent yet. … Coffee: who meets whom Zoe and Marc (Marc is looking for “jardinage”, Zoe knows “gardening”) [Approve]
        Ines > [Approve]
        Ines < Off it goes: one group is getting acquainted.
        1 minute passes
        room:round-1 < Hello Zoe and Marc! …
        room:round-1 < Bonjour Zoe et Marc ! …
        11 days pass
        Zoe < Have you been able to meet, Marc and you? …
        Marc < Avez-vous pu …
        Zoe > [Not yet]
        Zoe < No worries, there is time left. …
    """,
    )


def test_what_is_approved_is_all_of_the_groups_and_not_those_that_are_listed(town: Stage) -> None:
    """A change among the groups below the first twelve was approved unseen."""
    for name in ("Ida", "Luc"):
        town.member(name)
    join_all(town, "Awa", "Marc", "Ida", "Luc")

    def swap(scope: Scope) -> tuple[bool, bool]:
        seen = replace(proposal.read(scope, 1), shown=[])
        one, other = town.id_of("Marc", scope), town.id_of("Luc", scope)
        assert proposal.swap(scope, 1, one, other) == "done"
        now = proposal.read(scope, 1)
        unseen = replace(seen, shown=now.shown)
        return proposal.is_as_shown(scope, 1, unseen), proposal.is_as_shown(scope, 1, now)

    assert town.work(swap, "Inès") == (False, True)


@pytest.mark.parametrize(
    ("names", "what"),
    [(["Awa", "Marc"], "Trente minutes"), (["Awa", "Marc", "Ida", "Luc"], "votre rythme")],
)
def test_a_circle_is_not_told_to_meet_for_half_an_hour(names: list[str], what: str) -> None:
    said = greeting("round-hello", Together(number=0, names=names, starts=[]))
    assert what in render(said, "fr")


def test_an_organiser_swaps_keeps_and_approves(town: Stage) -> None:
    for name in ("Ida", "Luc"):
        town.member(name)
    join_all(town, "Awa", "Marc", "Ida", "Luc")
    play(
        town,
        """
        Inès < 4 personnes pour ce tour, 2 groupes. … Awa et Marc (…) Ida et Luc (visages nouveaux) …
        Inès > [Échanger]
        Inès < Qui voulez-vous déplacer ?
        Inès > Marc
        Inès < Et avec qui échanger Marc ?
        Inès > Luc
        Inès < Marc et Luc ont échangé leurs places.
        Inès < 4 personnes … Awa et Luc (…) Marc et Ida (…)
        Inès > [Garder]
        Inès < Le groupe de qui ?
        Inès > Luc
        Inès < Le groupe où se trouve Luc reste tel quel.
        Inès < 4 personnes … Awa et Luc (visages nouveaux), groupe gardé Marc et Ida …
        Inès > [Recomposer]
        Inès < Je recompose le reste, et je vous le montre dans un instant.
        1 minute passes
        Inès < Café : je n’ai pas trouvé mieux pour le reste, les groupes sont les mêmes.
        Inès < 4 personnes … Awa et Luc (…), groupe gardé Marc et Ida …
        Inès > [Échanger]
        Inès < Qui voulez-vous déplacer ?
        Inès > Inès
        Inès < Et avec qui échanger Inès ?
        Inès > Luc
        Inès < L’échange entre Inès et Luc ne se peut pas …
        Inès < 4 personnes …
        Inès > [Approuver]
        Inès < C’est parti : 2 groupes font connaissance.
        1 minute passes
        room:round-1 < Bonjour Awa et Luc ! …
        room:round-3 < Bonjour Marc et Ida ! …
    """,
    )


def join_all(stage: Stage, *names: str, how: str = "once") -> None:
    """Everybody joins the first round, which then waits for its organiser."""
    stage.passes(timedelta(hours=2))
    stage.taps("Inès", "Pas cette fois")
    for name in names:
        stage.taps(name, "J’en suis" if how == "once" else "À chaque fois")
        stage.taps(name, "Oui")
        stage.taps(name, "Français")
    silence(stage)
    stage.passes(timedelta(days=2))


def silence(stage: Stage) -> None:
    """What was heard so far is not the point."""
    for heard in stage.heard.values():
        heard.clear()


def test_the_odd_one_is_left_over_told_why_and_comes_first_next_time(town: Stage) -> None:
    town.member("Ida", time_zone="Pacific/Auckland")
    join_all(town, "Awa", "Marc", "Ida")
    play(
        town,
        """
        Inès < 3 personnes pour ce tour, un groupe. … Awa et Marc (…) Sans groupe : Ida (pas assez d’heures en commun) …
        Inès > [Approuver]
        Inès < C’est parti …
        1 minute passes
        room:round-1 < Bonjour Awa et Marc ! …
        Ida < Café : pas de rencontre pour vous pour l’instant, et j’en suis désolé. Personne d’autre n’avait assez d’heures en commun avec vous. Si d’autres arrivent d’ici le samedi 28 novembre à 00:00, je vous réunis ; sinon, vous passerez en premier au prochain tour. Pour ne plus participer : /rencontres
    """,
    )
    ida = town.work(lambda scope: town.id_of("Ida", scope))
    first = town.work(lambda scope: memory.left_over(scope, 1, range(1, 20)))
    assert first == {ida}


def test_whoever_comes_in_the_first_days_meets_others_who_do(town: Stage) -> None:
    for name in ("Ida", "Luc"):
        town.member(name)
    join_all(town, "Awa", "Marc")
    town.taps("Inès", "Approuver")
    silence(town)
    for name in ("Ida", "Luc"):
        town.says(name, "/rencontres")
        town.taps(name, "J’en suis")
        town.taps(name, "Oui")
        town.taps(name, "Français")
    play(
        town,
        """
        Ida < Café : vous n’y avez pas encore participé. … [J’en suis] [À chaque fois] [C’est bien ainsi]
        Ida < Vous en êtes ! S’il y a un nombre …
        Ida < Dans quelle …
        Ida < Vous en êtes ! Les groupes de ce tour sont déjà formés …
        Luc < …
        Luc < …
        Luc < …
        Luc < Vous en êtes ! Les groupes de ce tour sont déjà formés …
        2 days pass
        room:round-2 < Bonjour Ida et Luc ! …
    """,
    )


def test_whoever_comes_before_the_approval_is_in_the_groups_that_are_approved(town: Stage) -> None:
    """They read that the round had begun, and were in no group that an organiser could make."""
    town.member("Ida")
    join_all(town, "Awa", "Marc")
    silence(town)
    for said in ("/rencontres", "J’en suis", "Plutôt à deux"):
        town.says("Ida", said)
    town.heard.clear()
    play(
        town,
        """
        Ida > Français
        Ida < Vous en êtes ! Les groupes attendent l’accord de l’équipe, qui vous y verra. Je vous dirai alors qui …
    """,
    )
    town.member("Luc")
    for said in ("/rencontres", "J’en suis", "Non", "Français"):
        town.says("Luc", said)
    town.heard.clear()
    play(
        town,
        """
        Inès > [Approuver]
        Inès < Les groupes ont changé depuis que je vous les ai montrés…
        Inès < 4 personnes pour ce tour, 2 groupes. … Awa et Marc … Ida et Luc …
        Inès > [Approuver]
        Inès < C’est parti …
        1 minute passes
        room:round-1 < Bonjour Awa et Marc …
        room:round-2 < Bonjour Ida et Luc …
    """,
    )


def test_whoever_was_left_over_meets_who_comes_late_and_a_lone_one_hears_the_truth(
    town: Stage,
) -> None:
    """Who came late alone was promised company, and told that nobody else had been in it."""
    town.member("Ida", time_zone="Pacific/Auckland")
    town.member("Tom", time_zone="Pacific/Auckland")
    town.member("Zoé")
    join_all(town, "Awa", "Marc", "Ida")
    town.taps("Inès", "Approuver")
    town.passes(timedelta(minutes=1))
    for said in ("/rencontres", "J’en suis", "Oui", "Français"):
        town.says("Zoé", said)
    assert "je vous réunis avec qui est sans groupe" in town.spoken["dm:Zoé"][-1].text
    for said in ("/rencontres", "J’en suis", "Oui", "Français"):
        town.says("Tom", said)
    town.heard.clear()
    play(
        town,
        """
        2 days pass
        room:round-2 < Bonjour … et … ! …
        Zoé < Café : pas de rencontre pour vous cette fois, et j’en suis désolé. Les groupes étaient formés à votre arrivée, et je n’ai pas pu vous réunir avec qui était encore sans groupe. Vous passerez …
    """,
    )
    assert "Ida" in town.spoken["room:round-2"][-1].text


def test_three_silent_rounds_are_asked_about_and_then_paused(stage: Stage) -> None:
    stage.member("Inès", role="organiser")
    stage.member("Awa")
    stage.member("Marc")
    coffees(stage, WEEKLY, days=14)
    join_all(stage, "Awa", "Marc", how="standing")
    for n in range(3):
        stage.taps("Inès", "Approuver")
        silence(stage)
        stage.passes(timedelta(days=14))
        stage.taps("Marc", "Bien")
        silence(stage)
        if n < 2:
            stage.passes(timedelta(days=21))
            silence(stage)
    play(
        stage,
        """
        7 days pass
        Awa < Pas de nouvelles de vous après trois tours (Café) … [À chaque fois] [Je fais une pause] [Ne plus participer]
        8 days pass
        Awa < Je vous laisse en paix avec les rencontres (Café). …
    """,
    )
    assert sorted(column(stage, Habit, "state")) == ["once", "paused", "standing"]


def test_three_invitations_without_a_word_are_asked_about_and_then_paused(stage: Stage) -> None:
    """Who answered none was invited for ever; a “not this time” is a word."""
    stage.member("Inès", role="organiser")
    stage.member("Awa")
    coffees(stage, WEEKLY)
    stage.passes(timedelta(hours=2))
    for _ in range(3):
        assert stage.spoken["dm:Awa"][-1].text.startswith("Café\u202f: un nouveau tour")
        stage.taps("Inès", "Pas cette fois")
        stage.passes(timedelta(days=35))
    assert stage.spoken["dm:Inès"][-1].text.startswith("Café\u202f: un nouveau tour")
    silence(stage)
    play(
        stage,
        """
        8 days pass
        Inès < Le tour de « Café » n’aura pas lieu : personne ne s’est inscrit. …
        Awa < Je vous laisse en paix avec les rencontres (Café). …
        Awa > /rencontres
        Awa < Café : vous faites une pause. …
    """,
    )
    assert "Pas de nouvelles de vous après trois tours" in stage.spoken["dm:Awa"][-3].text


def doubted(stage: Stage) -> None:
    """Awa's third silent round has just ended, in the middle of the night."""
    stage.member("Inès", role="organiser")
    stage.member("Awa")
    coffees(stage)
    stage.work(with_nights)
    stage.now = datetime(2026, 11, 24, 1, tzinfo=UTC)
    member = stage.work(lambda scope: stage.id_of("Awa", scope))
    stage.work(lambda scope: scope.db.add(
        Habit(ritual_id=1, member_id=member, state="standing", silent=2)
    ))  # fmt: skip


def fall_silent(scope: Scope) -> None:
    habits.heard(scope, 1, scope.db.scalars(select(col(Habit.member_id))).one(), silent=True)


def test_the_question_after_three_silent_rounds_waits_for_the_morning(stage: Stage) -> None:
    doubted(stage)
    stage.work(fall_silent)
    silence(stage)
    stage.passes(timedelta(hours=5))
    assert not stage.heard["dm:Awa"]
    stage.passes(timedelta(hours=2))
    assert stage.heard["dm:Awa"].popleft().text.startswith("Pas de nouvelles de vous")


def test_whoever_said_stop_is_not_asked_after_three_silent_rounds(stage: Stage) -> None:
    doubted(stage)
    stage.says("Awa", "/stop")
    stage.work(fall_silent)
    silence(stage)
    stage.passes(timedelta(days=9))
    assert not stage.heard["dm:Awa"]
    assert column(stage, Habit, "state") == ["paused"]


def test_the_doubt_ends_with_an_answer(stage: Stage) -> None:
    stage.member("Inès", role="organiser")
    stage.member("Awa")
    coffees(stage)

    def doubt(scope: Scope) -> None:
        member = stage.id_of("Awa", scope)
        scope.db.add(Habit(ritual_id=1, member_id=member, state="standing", silent=2))
        scope.db.flush()
        habits.heard(scope, 1, member, silent=True)

    stage.work(doubt)
    stage.settle()
    play(
        stage,
        """
        Awa < Pas de nouvelles de vous …
        Awa > [Je fais une pause]
        Awa < Bonne pause ! …
        Awa > /rencontres
        Awa < Café : vous faites une pause. … [La prochaine fois] [À chaque fois] [Ne plus participer] [C’est bien ainsi]
        Awa > [La prochaine fois]
        Awa < Vous en êtes ! S’il y a un nombre impair …
        Awa > [Oui]
        Awa < Dans quelle langue …
        Awa > [Français]
        Awa < Vous en êtes : je vous fais signe au prochain tour. (Café)
        Inès > /rencontres
        Inès < Café : vous n’y avez pas encore participé. …
        Inès > [C’est bien ainsi]
        Inès < Entendu, rien ne change.
    """,
    )


def test_without_an_organisers_word_the_round_is_called_off_and_everybody_told(
    town: Stage,
) -> None:
    join_all(town, "Awa", "Marc")
    play(
        town,
        """
        Inès < 2 personnes pour ce tour … Sans votre accord d’ici le lundi 30 novembre à 11:00, ce tour n’aura pas lieu. …
        6 days pass
        Inès < 2 personnes pour ce tour … Sans votre accord d’ici le lundi 30 novembre à 11:00, ce tour n’aura pas lieu. …
        Inès < Le tour de « Café » n’aura pas lieu : personne dans l’équipe n’a approuvé les groupes à temps. …
        Awa < Café : ce tour n’aura pas lieu, l’équipe n’a pas pu le préparer à temps. …
        Marc < Café : ce tour n’aura pas lieu, l’équipe n’a pas pu le préparer à temps. …
        Inès > [Approuver]
        Inès < C’est trop tard pour cela …
    """,
    )
    assert column(town, Round, "state") == ["cancelled"]


def test_organisers_hear_of_a_round_for_which_there_is_nobody_to_meet(town: Stage) -> None:
    join_all(town, "Awa")
    town.passes(timedelta(days=1))
    assert "je n’ai pas pu former de groupe" in town.spoken["dm:Inès"][-1].text
    assert "je n’ai pas pu former de groupe" in town.spoken["dm:Awa"][-1].text
    town.says("Inès", "/rituel derniers")
    last = town.spoken["dm:Inès"][-1].text
    assert "annulé (" in last
    assert "n’a pas eu lieu, personnes inscrites" in last
    assert "ont participé" not in last


def test_only_an_organiser_approves_and_only_while_they_are_one(town: Stage) -> None:
    join_all(town, "Awa", "Marc")
    town.write(lambda c: c.execute(table(Member).update().values(role="member")))
    play(
        town,
        """
        Inès < 2 personnes pour ce tour …
        Inès > [Approuver]
        Inès < Cela demande un rôle que vous n’avez pas. …
    """,
    )
    assert column(town, Place, "key") == []


def test_a_pair_is_not_proposed_again_and_two_of_whom_one_blocked_the_other_never(
    town: Stage,
) -> None:
    for name in ("Ida", "Luc"):
        town.member(name)
    join_all(town, "Awa", "Marc", "Ida", "Luc", how="standing")
    town.taps("Inès", "Approuver")

    town.work(lambda scope: blocks.put(scope, town.id_of("Ida", scope)), actor="Awa")
    town.passes(timedelta(days=32))
    now = town.work(lambda scope: proposal.read(scope, 2), actor="Inès")
    assert sorted(sorted(each.names) for each in now.shown) == [["Awa", "Luc"], ["Ida", "Marc"]]


def test_whoever_leaves_before_the_approval_leaves_nobody_alone(town: Stage) -> None:
    for name in ("Ida", "Luc"):
        town.member(name)
    join_all(town, "Awa", "Marc", "Ida", "Luc")
    town.does("Luc", "leave")
    play(
        town,
        """
        Inès < 4 personnes pour ce tour …
        Inès > [Approuver]
        Inès < Les groupes ont changé depuis que je vous les ai montrés …
        Inès < 3 personnes pour ce tour, un groupe. … Awa, Marc et Ida (…)
        Inès > [Approuver]
        Inès < C’est parti : un groupe fait connaissance.
        1 minute passes
        room:round-1 < Bonjour Awa, Marc et Ida ! …
    """,
    )


def test_whoever_is_left_alone_where_nobody_wished_for_three_is_shown_and_told_why(
    town: Stage,
) -> None:
    """They were a group of one to the organiser, and read that nobody else had been in the round."""
    for name in ("Ida", "Luc"):
        town.member(name)
    town.passes(timedelta(hours=2))
    for name in ("Awa", "Marc", "Ida", "Luc"):
        town.taps(name, "J’en suis")
        town.taps(name, "Plutôt à deux")
        town.taps(name, "Français")
    town.passes(timedelta(days=2))
    town.says("Luc", "/rencontres")
    town.taps("Luc", "Pas cette fois")
    silence(town)
    town.passes(timedelta(days=2))
    play(
        town,
        """
        Inès < 3 personnes pour ce tour, un groupe. … Awa et Marc (…) Sans groupe : Ida (nombre impair) …
        Inès > [Approuver]
        Inès < C’est parti : un groupe fait connaissance.
        1 minute passes
        room:round-1 < Bonjour Awa et Marc ! …
        Ida < Café : pas de rencontre pour vous pour l’instant … Le nombre était impair, et je ne réunis trois personnes que si …
    """,
    )


def test_whoever_has_not_said_whether_three_are_fine_joins_as_soon_as_they_say_so(
    town: Stage,
) -> None:
    """They were one of three without having been asked (by consent)."""
    town.member("Ida")
    town.passes(timedelta(hours=2))
    town.taps("Ida", "J’en suis")
    for name in ("Awa", "Marc"):
        for tap in ("J’en suis", "Oui, volontiers", "Français"):
            town.taps(name, tap)
    silence(town)
    play(
        town,
        """
        2 days pass
        Inès < 3 personnes pour ce tour, un groupe. … Awa et Marc (…) Sans groupe : Ida (n’a pas dit si …) …
        Ida < Café : le nombre est impair, … Une rencontre à trois vous irait-elle ? [Oui, volontiers] [Plutôt à deux]
        Ida > [Oui, volontiers]
        Ida < C’est noté …
        Inès > [Approuver]
        Inès < Les groupes ont changé …
        Inès < 3 personnes pour ce tour, un groupe. … Ida, Awa et Marc (…) …
    """,
    )


def test_whoever_does_not_say_whether_three_are_fine_is_told_and_comes_first(town: Stage) -> None:
    town.member("Ida")
    town.passes(timedelta(hours=2))
    town.taps("Ida", "J’en suis")
    for name in ("Awa", "Marc"):
        for tap in ("J’en suis", "Oui, volontiers", "Français"):
            town.taps(name, tap)
    town.passes(timedelta(days=2))
    town.taps("Inès", "Approuver")
    silence(town)
    town.passes(timedelta(minutes=1))
    told = town.spoken["dm:Ida"][-1].text
    assert "vous ne m’aviez pas dit si elle vous irait" in told
    assert "vous passerez en premier" in told
    ida = town.work(lambda scope: town.id_of("Ida", scope))
    assert town.work(lambda scope: memory.left_over(scope, 1, range(1, 20))) == {ida}


def test_the_whole_team_is_asked_and_hears_who_has_decided(town: Stage) -> None:
    """Only whoever had planned the ritual was, even while they were away."""
    town.member("Claire", role="organiser")
    join_all(town, "Awa", "Marc")
    play(
        town,
        """
        Inès < 2 personnes pour ce tour …
        Claire < 2 personnes pour ce tour …
        Claire > [Approuver]
        Claire < C’est parti : un groupe fait connaissance.
        Inès < Claire a approuvé les groupes de « Café » : le tour commence.
        1 minute passes
        room:round-1 < …
    """,
    )


def test_organisers_hear_that_nobody_has_joined(town: Stage) -> None:
    town.passes(timedelta(days=3))
    told = town.spoken["dm:Inès"][-1].text
    assert "personne ne s’est inscrit" in told
    assert "Elles le savent" not in told


@pytest.mark.parametrize("by_command", [True, False])
def test_an_open_question_of_a_round_is_not_asked_again_once_it_is_over(
    town: Stage, by_command: bool
) -> None:
    """“You are in!” came again under the invitation to each later round."""
    town.member("Sam")
    town.passes(timedelta(hours=2))
    for name, tap in product(("Awa", "Marc"), ("J’en suis", "Oui, volontiers", "Français")):
        town.taps(name, tap)
    town.passes(timedelta(days=2))
    town.taps("Inès", "Approuver")
    if by_command:
        town.says("Sam", "/rencontres")
    town.taps("Sam", "J’en suis")
    silence(town)
    for _ in range(32):
        town.passes(timedelta(days=1))
    heard = [each.text for each in town.heard["dm:Sam"]]
    assert sum("un nouveau tour" in each for each in heard) == 1
    assert not any("Vous en êtes" in each for each in heard)


def test_every_step_is_audited(town: Stage) -> None:
    play(town, OPENED)
    town.taps("Inès", "Approuver")
    town.passes(timedelta(minutes=1))
    silence(town)
    rows = table(Audit)
    told = town.write(lambda c: c.execute(
        select(rows.c.subject, rows.c.before, rows.c.after)
        .where(rows.c.subject.in_(("round", "seat"))).order_by(rows.c.id)
    ).all())  # fmt: skip
    assert [tuple(each) for each in told] == [
        ("round", "", "open"), ("seat", "", "in"), ("seat", "", "in"),
        ("round", "open", "proposed"), ("round", "proposed", "approved"),
        ("seat", "in", "placed"), ("seat", "in", "placed"), ("round", "approved", "begun"),
    ]  # fmt: skip


def test_what_was_told_goes_with_whoever_is_erased(town: Stage) -> None:
    play(town, OPENED)
    town.taps("Inès", "Approuver")
    town.passes(timedelta(days=22))
    town.taps("Awa", "Un beau moment")
    town.says("Awa", "/mydata")
    town.taps("Awa", "Tout effacer")
    town.taps("Awa", "Tout effacer")
    assert column(town, Seat, "liked") == ["", ""]
    assert len(column(town, Habit, "state")) == 2
    assert column(town, RoundGroup, "room") == ["room:round-1"]


def test_one_who_is_erased_takes_nobody_elses_invitation_along(town: Stage) -> None:
    town.passes(timedelta(hours=2))
    town.taps("Awa", "J’en suis")
    town.taps("Awa", "Oui")
    town.taps("Awa", "Français")
    town.work(privacy.erase, "Awa")
    silence(town)
    play(town, "Marc > [J’en suis]\nMarc < Vous en êtes ! S’il y a un nombre impair …")


def test_a_proposal_comes_anew_without_whoever_is_erased(town: Stage) -> None:
    for name in ("Ida", "Luc", "Zoé"):
        town.member(name)
    join_all(town, "Awa", "Marc", "Ida", "Luc", "Zoé")
    town.work(privacy.erase, "Awa")
    silence(town)
    town.settle()
    play(town, "Inès < 4 personnes pour ce tour, 2 groupes. …")
    town.taps("Inès", "Approuver")
    assert len(town.work(lambda scope: seats.of_round(scope, 1, "placed"))) == 4


def test_two_of_three_are_asked_anew_how_it_was_without_the_third(town: Stage) -> None:
    town.member("Ida")
    join_all(town, "Awa", "Marc", "Ida")
    town.taps("Inès", "Approuver")
    town.passes(timedelta(days=11))
    town.work(privacy.erase, "Awa")
    silence(town)
    town.settle()
    play(
        town,
        """
        Marc < Avez-vous pu vous rencontrer, Ida et vous ? …
        Ida < Avez-vous pu vous rencontrer, Marc et vous ? …
        Marc > [Oui]
        Marc < Parfait …
    """,
    )


def test_nobody_joins_a_round_whose_ritual_was_archived_and_who_had_joined_is_told(
    town: Stage,
) -> None:
    town.passes(timedelta(hours=2))
    for tap in ("J’en suis", "Oui", "Français"):
        town.taps("Awa", tap)
    town.work(lambda scope: rituals.archive(scope, 1), "Inès")
    silence(town)
    town.settle()
    play(
        town,
        """
        Awa < Café : ce tour n’aura pas lieu. …
        Marc > [J’en suis]
        Marc < C’est trop tard pour cela …
    """,
    )
    assert column(town, Round, "state") == ["cancelled"]


@pytest.mark.parametrize("words", ["peut-être", "maybe", "on verra", "faut voir", "ça dépend"])
def test_a_maybe_to_an_invitation_is_no_request(town: Stage, words: str) -> None:
    """“Maybe” became a need, which went to the team for days; “sure” was its yes."""
    town.passes(timedelta(hours=2))
    town.says("Awa", words)
    assert town.spoken["dm:Awa"][-1].labels[0] == "J’en suis"
    town.says("Awa", "volontiers")
    assert town.spoken["dm:Awa"][-1].text.startswith("Vous en êtes")
    assert town.work(lambda scope: scope.connection.execute(select(table(Ask))).all()) == []


def test_two_who_share_no_room_may_write_to_each_other_through_the_bot(stage: Stage) -> None:
    """On WhatsApp all that a pair was told is each other's name, and to write where they can."""
    stage.member("Inès", role="organiser")
    for name in ("Awa", "Marc"):
        stage.member(name, at="phone")
    stage.work(without_nights)
    coffees(stage)
    join_all(stage, "Awa", "Marc")
    stage.heard.clear()
    play(
        stage,
        """
        Inès > [Approuver]
        Inès < C’est parti …
        Awa < Voici votre groupe pour ce tour : Awa et Marc. … je peux porter vos mots, …
        Awa < Vous et Marc n’avez pas de salon commun ici. … [Oui, sous mon nom] [Oui, un autre nom] [Plutôt pas]
        Marc < Voici votre groupe pour ce tour : Awa et Marc. …
        Marc < Vous et Awa n’avez pas de salon commun ici. … [Oui, sous mon nom]
        Awa > [Oui, sous mon nom]
        Awa < C’est noté : Marc vous lira sous ce nom : « Awa ». …
        Awa < Voulez-vous aussi donner à Marc un moyen de vous joindre … [Non merci]
        Awa > [Non merci]
        Awa < Entendu, …
        Marc > [Oui, sous mon nom]
        Marc < Vous pouvez écrire à Awa par moi. …
        Marc < Un bon début pour « Café » : …
        Marc < Voulez-vous aussi … [Non merci]
        Marc > [Non merci]
        Marc < Entendu, …
        Awa < Vous pouvez écrire à Marc par moi. …
        Awa < Un bon début pour « Café » : …
        Awa > @Marc mardi à midi ?
        Marc < Awa : mardi à midi ?
        3 days pass
        Awa > /rencontres
        Awa < Café : votre rencontre de ce tour est en cours, avec Marc. …
    """,
    )
    for name, other in (("Awa", "Marc"), ("Marc", "Awa")):
        data = stage.work(own_data.collect, actor=name)
        assert not data["asks"]
        assert not data["introductions"], "nobody asked for help"
        (written,) = data["written"]
        assert (written["round"], written["with"]) == ("Café", other)


def test_in_a_circle_without_a_room_each_says_whom_they_would_write_to(stage: Stage) -> None:
    """On WhatsApp a circle of four was told its names, and no way to each other."""
    stage.member("Inès", role="organiser")
    for name in ("Awa", "Marc", "Rose", "Tom"):
        stage.member(name, at="phone")
    stage.work(without_nights)
    coffees(stage, size=4)
    stage.passes(timedelta(hours=2))
    for name in ("Awa", "Marc", "Rose", "Tom"):
        stage.taps(name, "J’en suis")
        stage.taps(name, "Français")
    stage.passes(timedelta(days=2))
    stage.taps("Inès", "Approuver")
    stage.passes(timedelta(minutes=1))
    stage.heard.clear()
    assert stage.spoken["dm:Awa"][-1].labels == (
        "Écrire à Marc", "Écrire à Rose", "Écrire à Tom"
    )  # fmt: skip
    play(
        stage,
        """
        Awa > [Écrire à Rose]
        Awa < Vous et Rose n’avez pas de salon commun ici. … [Oui, sous mon nom] …
        Rose < Vous et Awa n’avez pas de salon commun ici. … [Oui, sous mon nom] …
        Awa > /rencontres
        Awa < … avec Marc, Rose et Tom. … [Écrire à quelqu’un du groupe] …
        Awa > [Écrire à quelqu’un du groupe]
        Awa < À qui voulez-vous écrire, par moi ? … [Écrire à Marc] [Écrire à Tom]
        Awa < Vous et Rose n’avez pas de salon commun ici. …
        """,
    )


def test_who_would_rather_not_be_written_to_is_not(stage: Stage) -> None:
    stage.member("Inès", role="organiser")
    for name in ("Awa", "Marc"):
        stage.member(name, at="phone")
    stage.work(without_nights)
    coffees(stage)
    join_all(stage, "Awa", "Marc")
    stage.taps("Inès", "Approuver")
    stage.passes(timedelta(minutes=1))
    for step in ("Plutôt pas", "Non merci"):
        stage.taps("Awa", step)
    stage.says("Awa", "@Marc coucou")
    stage.passes(timedelta(minutes=1))
    assert not any("coucou" in each.text for each in stage.spoken["dm:Marc"])


@pytest.mark.parametrize(("words", "ours"), [
    ("francais et un peu anglais", "fr en"), ("both", "fr en"), ("les 2", "fr en"),
    ("peu importe", "fr en"), ("Anglais", "en"), ("plutôt en français", "fr"),
    ("english and some spanish", "en"), ("espagnol", ""), ("fr et en", "fr en"), ("en fr", "fr en"),
    ("surtout français, parfois anglais", "fr en"), ("both are ok", "fr en"),
    ("en français", "fr"), ("anglais si besoin", "en"),
])  # fmt: skip
def test_the_languages_one_speaks_are_heard_in_ones_own_words(words: str, ours: str) -> None:
    assert says_languages(words)
    assert set(ours_in(words)) == set(ours.split())


@pytest.mark.parametrize(
    "words", ["un prof d'anglais", "qui parle japonais ?", "je veux apprendre le français", "oui"]
)
def test_a_need_that_names_a_language_is_no_language_one_speaks(words: str) -> None:
    assert not says_languages(words)


def test_a_language_that_is_not_ours_has_the_question_put_again(town: Stage) -> None:
    """“francais et un peu anglais” became a request for help, which was brought up for weeks."""
    town.passes(timedelta(hours=2))
    for step in ("J’en suis", "Oui"):
        town.taps("Awa", step)
    town.heard.clear()
    play(
        town,
        """
        Awa > espagnol
        Awa < Je ne peux tenir compte que du français et de l’anglais. … [Français] [English] [Les deux]
        Awa > francais et un peu anglais
        Awa < Vous en êtes ! …
    """,
    )
    assert ["fr", "en"] in column(town, Habit, "languages")


@opening
def phones(stage: Stage) -> Stage:
    """Awa and Zoé have no room in common; both are in the round."""
    stage.member("Inès", role="organiser")
    stage.member("Awa", at="phone")
    stage.member("Zoé", at="phone", locale="en")
    coffees(stage)
    stage.work(without_nights)
    stage.passes(timedelta(hours=2))
    for who in ("Awa", "Zoé"):
        stage.says(who, "1")
        stage.taps(who, stage.spoken[f"dm:{who}"][-1].labels[0])
        stage.taps(who, stage.spoken[f"dm:{who}"][-1].labels[0])
    return stage


def test_whoever_asks_hears_whom_they_meet_and_how_to_reach_them(phones: Stage) -> None:
    """“C’est qui mon binôme ?” became a need, and the contact that was to be given."""
    phones.heard.clear()
    play(
        phones,
        """
        Awa > avec qui je suis pour les cafés ?
        Awa < Café : vous êtes du tour qui se prépare.
        Awa > comment contacter zoé
        Awa < … « contacter zoé » …
        """,
    )
    phones.says("Awa", "laisse tomber")
    phones.passes(timedelta(days=2))
    phones.says("Inès", "Approuver")
    phones.passes(timedelta(minutes=2))
    phones.heard.clear()
    play(
        phones,
        """
        Awa > comment contacter zoé
        Awa < Café : votre rencontre de ce tour est en cours, avec Zoé.
        Awa < Pour vous parler, je peux porter vos mots : …
        Awa > je la contacte comment
        Awa < Café : votre rencontre de ce tour est en cours, avec Zoé.
        Awa < Pour vous parler, je peux porter vos mots : …
        Awa > Oui, sous mon nom
        Awa < C’est noté : …
        Awa < Voulez-vous aussi donner à Zoé un moyen de vous joindre …
        Awa > mon binôme
        Awa < Café : votre rencontre de ce tour est en cours, avec Zoé.
        Awa < Pour vous parler, …
        Awa > c'est qui mon binôme ?
        Awa < Café : votre rencontre de ce tour est en cours, avec Zoé.
        Awa < Pour vous parler, …
        """,
    )
    phones.says("Zoé", "Yes, under my name")
    phones.heard.clear()
    play(
        phones,
        """
        Zoé > who am I paired with?
        Zoé < Café: your meeting of this round is under way, with Awa.
        Zoé < You can write to Awa through me. Begin your message with @Awa, …
        """,
    )
