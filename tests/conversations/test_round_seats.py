"""Who joined a round is in it, or is told why not, whatever else comes in these days (P18)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from community import rituals
from community.recurrence import Rhythm
from community.rituals import Plan
from community.rounds.overlap import overlap
from conversations.dialogues.ritual_plan import too_soon
from conversations.language import render
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Member, Round, Run, Seat, table
from tests.conversations.openings import opening
from tests.conversations.test_rounds import column
from tests.nights import without_nights

MONTHLY = Rhythm(
    "FREQ=MONTHLY;BYMONTHDAY=23", datetime(2026, 11, 23, 10, tzinfo=UTC), "Europe/Paris"
)
DAILY = Rhythm("FREQ=DAILY", datetime(2026, 11, 23, 10, tzinfo=UTC), "Europe/Paris")


@opening
def three(stage: Stage) -> Stage:
    """Inès organises; of the three others nobody is asked for anything more than once a week."""
    stage.member("Inès", role="organiser")
    for name in ("Awa", "Marc", "Zoé"):
        stage.member(name)
    stage.work(without_nights)
    stage.work(lambda scope: scope.connection.execute(update(table(Member)).values(weekly=1)))
    return stage


def coffees(stage: Stage, rhythm: Rhythm) -> None:
    planned = Plan(kind="round", name="Café", rhythm=rhythm)
    stage.work(lambda scope: rituals.plan(scope, planned), actor="Inès")
    stage.passes(timedelta(hours=2))


def joins(stage: Stage, *names: str) -> None:
    for name in names:
        for step in ("J’en suis", "Plutôt à deux", "Français"):
            stage.taps(name, step)
    stage.heard.clear()


def test_the_invitation_takes_nobodys_seat_and_whoever_pauses_is_told_of_theirs(
    three: Stage,
) -> None:
    """Who was asked for as much as they wish was dropped without a word, by the invitation alone."""
    coffees(three, MONTHLY)
    joins(three, "Awa", "Marc", "Zoé")
    three.says("Zoé", "je fais une pause d’une semaine")
    three.heard.clear()
    play(
        three,
        """
        2 days pass
        Inès < 2 personnes pour ce tour, un groupe. … Awa et Marc …
        Zoé < Café : comme vous êtes en pause, ce tour se fait sans vous. …
        """,
    )
    assert sorted(column(three, Seat, "state")) == ["in", "in", "out"]


def test_whoever_wants_nothing_more_is_not_told_that_a_round_goes_on_without_them(
    three: Stage,
) -> None:
    coffees(three, MONTHLY)
    joins(three, "Awa", "Marc", "Zoé")
    three.says("Zoé", "/stop")
    three.heard.clear()
    play(three, "2 days pass\nInès < 2 personnes pour ce tour, un groupe. … Awa et Marc …")


def test_while_one_can_join_a_round_no_other_one_begins(three: Stage) -> None:
    """Two who had joined were lost as the next invitations came, and “nobody had joined”."""
    coffees(three, DAILY)
    joins(three, "Awa", "Marc")
    play(
        three,
        """
        Inès > /ritual run Café
        Inès < On peut encore s’inscrire au dernier tour de « Café », jusqu’au … 25 novembre … je n’en lance pas d’autre avant. …
        2 days pass
        Inès < 2 personnes pour ce tour, un groupe. … Awa et Marc …
        """,
    )
    assert column(three, Run, "state")[:2] == ["running", "skipped"]
    assert column(three, Round, "state")[0] == "proposed"


def test_who_is_not_in_after_all_is_asked_and_is_out(three: Stage) -> None:
    """“Finalement non” was an answer to whether three are fine, and they were paired."""
    coffees(three, MONTHLY)
    three.heard.clear()
    play(
        three,
        """
        Awa > oui et je cherche un avocat
        Awa < Vous en êtes ! S’il y a un nombre impair … [Oui, volontiers] [Plutôt à deux]
        Awa < … « avocat » …
        Awa > non
        Awa < Très bien. …
        Zoé > oui je cherche aussi un plombier
        Zoé < Vous en êtes ! …
        Zoé < … « plombier » …
        Zoé > non
        Zoé < Très bien. …
        Marc > plus tard
        Marc < Rien ne presse : l’invitation reste là …
        Marc > oui
        Marc < Vous en êtes ! …
        Marc > finalement non
        Marc < « Café » : vous n’êtes plus de ce tour ? … [Pas cette fois] [J’en suis toujours]
        Marc > j’en suis toujours
        Marc < Vous en êtes ! S’il y a un nombre impair …
        Marc > non
        Marc < Dans quelle langue … [Français] [English] [Les deux]
        Marc > en fait je peux pas
        Marc < « Café » : vous n’êtes plus de ce tour ? …
        Marc > oui
        Marc < C’est noté : pas cette fois. …
        Marc > ah si en fait je veux bien
        Marc < « Café » : vous êtes du tour qui se prépare ? [J’en suis] [Pas cette fois]
        Marc > oui
        Marc < Vous en êtes ! …
        Marc > oui
        Marc < Dans quelle langue …
        Marc > français
        Marc < Vous en êtes ! …
        Marc > finalement non
        Marc < « Café » : vous n’êtes plus de ce tour ? …
        Marc > oui
        Marc < C’est noté : pas cette fois. …
        """,
    )
    assert sorted(column(three, Seat, "state")) == ["in", "in", "out"]


def test_below_the_invitation_to_a_round_a_question_stands_that_other_words_come_after(
    three: Stage,
) -> None:
    """What began with a yes, or asked what a round is, went astray, and the question with it."""
    coffees(three, MONTHLY)
    three.heard.clear()
    play(
        three,
        """
        Awa > c’est quoi un tour de rencontres
        Awa < Quand un tour se prépare, …
        Awa < Café : un nouveau tour … [J’en suis] …
        Awa > oui mais pas cette semaine
        Awa < Je n’ai pas reconnu cette réponse. … [J’en suis] …
        Awa > je veux participer aux cafés
        Awa < « Café » : vous êtes du tour qui se prépare ? [J’en suis] [Pas cette fois]
        Awa > oui
        Awa < Vous en êtes ! … [Oui, volontiers] [Plutôt à deux]
        Awa > je cherche un avocat
        Awa < … « avocat » …
        Awa > non
        Awa < Très bien. …
        Awa > non
        Awa < Vous en êtes ! … [Oui, volontiers] [Plutôt à deux]
        Awa > 2
        Awa < Dans quelle langue …
        """,
    )


@pytest.mark.parametrize(("rule", "days", "told"), [
    ("FREQ=MONTHLY;BYMONTHDAY=23", 21, ""),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", 21, "un tour commence tous les 14 jours, et"),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", 10, ""),
    ("FREQ=DAILY", 21, "un tour commencerait chaque jour, alors qu’on a 2 jours pour s’inscrire"),
])  # fmt: skip
def test_rounds_that_would_overlap_are_told_before_they_are_kept(
    stage: Stage, rule: str, days: int, told: str
) -> None:
    """Those who took part each time were in two groups at once, with the same questions."""
    stage.member("Inès", role="organiser")
    rhythm = Rhythm(rule, datetime(2026, 11, 23, 10, tzinfo=UTC), "Europe/Paris")
    plan = Plan(kind="round", name="Café", rhythm=rhythm, settings={"days": days})
    found = stage.work(lambda scope: overlap(scope, plan), actor="Inès")
    said = render(too_soon(found), "fr") if found else ""
    assert told in said
    assert bool(told) == bool(said)
