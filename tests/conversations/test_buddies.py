"""A buddy for newcomers (P13): volunteers only, both agree, and nobody is promised anything."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlmodel import select

from community import blocks, members, rituals
from community.recurrence import Rhythm
from community.rituals import Plan
from community.scope import Scope
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Introduction
from tests.conversations.openings import opening

DAILY = Rhythm("FREQ=DAILY", datetime(2026, 11, 24, 9, tzinfo=UTC), "Europe/Paris")


@opening
def people(stage: Stage) -> Stage:
    """Inès organises, the welcome week has buddies; Awa and Tom have been here for long."""
    stage.now -= timedelta(days=60)
    stage.member("Inès", role="organiser")
    stage.member("Awa")
    stage.member("Tom", locale="en")
    stage.now += timedelta(days=60)
    made = Plan(kind="welcome", name="La semaine d’accueil", rhythm=DAILY, settings={"buddy": True})
    stage.work(lambda scope: rituals.plan(scope, made), "Inès")
    return stage


def volunteers(stage: Stage, *who: str) -> None:
    """Each of them said yes in their profile."""

    def agree(scope: Scope) -> None:
        for each in who:
            members.get(scope, stage.id_of(each, scope)).buddy = True

    stage.work(agree)


FIRST = """
1 day passes
Zoé < Bonjour Zoé ! Un premier pas, deux minutes…
Awa < Quelqu’un vient d’arriver, et vous aviez dit oui … [Volontiers] [Pas cette fois]
"""
NUDGED = """
2 days pass
1 minute passes
Zoé < Bonjour Zoé ! Rien ne presse…
"""
MET = """
Awa > [Volontiers]
Zoé < Bonjour Zoé ! Une personne qui connaît bien la communauté serait ravie d’être votre binôme d’accueil… [Volontiers] [Pas cette fois]
Awa < Merci ! Je propose maintenant la rencontre. …
Zoé > [Volontiers]
Zoé < C’est Awa, et vous êtes d’accord tous les deux. …
room:1 < Bonjour Zoé, bonjour Awa ! … Zoé vient d’arriver, Awa connaît bien la communauté. …
Awa < C’est Zoé, et vous êtes d’accord tous les deux. …
"""


def test_a_volunteer_and_a_newcomer_meet_once_both_have_agreed(people: Stage) -> None:
    volunteers(people, "Awa")
    people.member("Zoé")
    play(people, FIRST + MET)
    play(
        people,
        """
        2 days pass
        1 minute passes
        Zoé < Le … je vous ai mis en lien avec Awa pour « La semaine d’accueil ». … [Oui]
        Awa < Le … je vous ai mis en lien avec Zoé … [Oui]
        Zoé < Bonjour Zoé ! Rien ne presse…
        4 days pass
        Inès < Zoé est là depuis une semaine. … Son binôme d’accueil : Awa. [L’envoyer] [Le modifier] [Ne pas écrire]
        """,
    )


def test_nobody_free_promises_nothing_and_the_organisers_read_so(people: Stage) -> None:
    people.member("Zoé")
    play(people, "1 day passes\nZoé < Bonjour Zoé ! Un premier pas, deux minutes…" + NUDGED)
    play(
        people,
        """
        4 days pass
        Inès < Zoé est là … Personne n’était libre pour être son binôme d’accueil, et rien ne lui a été promis. … [L’envoyer]
        """,
    )


def test_a_volunteer_who_would_rather_not_is_followed_by_another(people: Stage) -> None:
    volunteers(people, "Awa", "Tom")
    people.member("Zoé")
    play(
        people,
        FIRST
        + """
        Awa > [Pas cette fois]
        Awa < C’est noté, sans autre explication. …
        1 day passes
        Tom < Someone has just joined, and you said … [Gladly] [Not this time]
        Tom > [Not this time]
        Tom < Noted, no explanation needed. …
        1 day passes
        1 minute passes
        Zoé < Bonjour Zoé ! Rien ne presse…
        4 days pass
        Inès < … Personne n’était libre pour être son binôme d’accueil… [L’envoyer]
        """,
    )


def test_silence_is_followed_by_another_too(people: Stage) -> None:
    volunteers(people, "Awa", "Tom")
    people.member("Zoé")
    play(people, FIRST)
    play(
        people,
        """
        2 days pass
        Awa < La rencontre proposée par l’équipe ne se fera pas cette fois-ci. …
        Zoé < Bonjour Zoé ! Rien ne presse…
        1 day passes
        Tom < Someone has just joined, … [Gladly]
        """,
    )


def test_a_newcomer_who_would_rather_not_is_asked_once_and_not_told_on(people: Stage) -> None:
    volunteers(people, "Awa", "Tom")
    people.member("Zoé")
    play(
        people,
        FIRST
        + """
        Awa > [Volontiers]
        Zoé < … binôme d’accueil… [Volontiers] [Pas cette fois]
        Awa < Merci ! …
        Zoé > [Pas cette fois]
        Zoé < C’est noté, sans autre explication. Je ne dis à personne que cela vient de vous.
        Awa < La rencontre proposée par l’équipe ne se fera pas cette fois-ci. …
        """
        + NUDGED
        + """
        4 days pass
        Inès < … Avec un binôme d’accueil, la rencontre ne s’est pas faite pour l’instant. [L’envoyer]
        """,
    )


def test_newcomers_are_spread_over_those_who_offered(people: Stage) -> None:
    people.now -= timedelta(days=30)
    people.member("Léo")
    people.now += timedelta(days=30)
    volunteers(people, "Awa", "Léo")
    for name in ("Zoé", "Ida", "Marc"):
        people.member(name)
    people.passes(timedelta(days=1))

    def asked(scope: Scope) -> list[str]:
        rows = scope.db.exec(select(Introduction))
        return sorted(members.get(scope, each.helper_id).name for each in rows)

    assert people.work(asked) == ["Awa", "Léo"], "and nobody for the third, who is told nothing"


def test_somebody_whom_the_newcomer_has_blocked_is_not_asked(people: Stage) -> None:
    volunteers(people, "Awa")
    people.member("Zoé")
    people.work(lambda scope: blocks.put(scope, people.id_of("Awa", scope)), "Zoé")
    play(people, "1 day passes\nZoé < Bonjour Zoé ! Un premier pas, deux minutes…")


def test_whoever_is_paused_is_not_asked(people: Stage) -> None:
    volunteers(people, "Awa")
    people.member("Zoé")
    play(
        people,
        """
        Awa > stop
        Awa < Entendu…
        1 day passes
        Zoé < Bonjour Zoé ! Un premier pas, deux minutes…
        """,
    )


def test_a_buddy_is_no_first_step_of_the_newcomers_own(people: Stage) -> None:
    volunteers(people, "Awa")
    people.member("Zoé")
    play(people, FIRST + "Awa > [Pas cette fois]\nAwa < C’est noté …" + NUDGED)


def test_being_a_buddy_is_seen_and_changed_in_the_profile(people: Stage) -> None:
    play(
        people,
        """
        Awa > /profile
        Awa < …
        Awa > [Comment on me joint]
        Awa < Voici quand… Pas binôme d’accueil … [Le changer]
        Awa > [Le changer]
        Awa < Comme il vous convient le mieux. …
        Awa > {buddy=yes}
        Awa < C’est enregistré. … Volontiers binôme d’accueil pour qui vient d’arriver …
        """,
    )
    people.member("Zoé")
    play(people, FIRST)


def test_the_organiser_chooses_whether_there_are_buddies_and_sees_what_they_read(
    stage: Stage,
) -> None:
    stage.member("Inès", role="organiser")
    play(
        stage,
        """
        Inès > /ritual add
        Inès < Lequel de ces rituels tout prêts ? …
        Inès > [La semaine d’accueil]
        Inès < À l’heure d’où ? …
        Inès > [Europe/Paris]
        Inès < À quel rythme ? …
        Inès > [tous les jours à 10h]
        Inès < Proposer un binôme d’accueil ? … [Oui] [Non]
        Inès > [Oui]
        Inès < Les prochaines dates : …
        Inès < Voici ce que reçoit chaque personne qui vient d’arriver, … (Français) :
        Inès < Bonjour Zoé ! Un premier pas…
        Inès < Voici ce que reçoit une personne arrivée il y a trois jours, … (Français) :
        Inès < Bonjour Zoé ! Rien ne presse…
        Inès < Voici ce que reçoit une personne volontaire comme binôme d’accueil (Français) :
        Inès < Quelqu’un vient d’arriver…
        Inès < Voici ce que reçoit une personne qui vient d’arriver, … (Français) :
        Inès < Bonjour Zoé ! Une personne qui connaît bien la communauté…
        Inès < Voici ce que reçoit l’équipe d’organisation (Français) :
        Inès < …
        Inès < Rien n’est encore enregistré. On le garde ? …
        """,
    )


def test_an_organiser_changes_their_mind_about_buddies(people: Stage) -> None:
    people.says("Inès", "/ritual change")
    people.taps("Inès", "Le binôme")
    people.taps("Inès", "Non")
    people.taps("Inès", "Oui")
    people.heard.clear()
    volunteers(people, "Awa")
    people.member("Zoé")
    play(people, "1 day passes\nZoé < Bonjour Zoé ! Un premier pas, deux minutes…")
