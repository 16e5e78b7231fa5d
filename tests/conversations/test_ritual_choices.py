"""“More choices” of a ritual: asked of those who wish, shown again, and only then kept (P41)."""

from __future__ import annotations

from typing import Any

import pytest
from sqlmodel import select

from community import groups
from community.scope import Scope
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Place, Ritual
from tests.conversations.openings import opening


@opening
def people(stage: Stage) -> Stage:
    """Inès organises; Awa mentors Tom, and there is a channel."""
    stage.member("Inès", role="organiser")
    stage.member("Awa")
    stage.member("Tom")

    def fill(scope: Scope) -> None:
        for name, who in (("Mentors", "Awa"), ("Mentorés", "Tom")):
            group = groups.make(scope, name)
            groups.add(scope, group.id or 0, [stage.id_of(who, scope)])

    stage.work(fill, "Inès")
    return stage


def kept(stage: Stage) -> dict[str, Any]:
    """The one ritual there is."""

    def read(scope: Scope) -> dict[str, Any]:
        row = scope.db.exec(select(Ritual)).one()
        return row.settings | {
            "misfire": row.misfire, "grace": row.grace_minutes, "place": row.place_id,
        }  # fmt: skip

    found: dict[str, Any] = stage.work(read)
    return found


COFFEE = """
Inès > /ritual add coffee
Inès < À l’heure d’où ? …
Inès > [Europe/Paris]
Inès < À quel rythme ? …
Inès > [le premier lundi]
Inès < Pour qui ? …
Inès > [tout le monde]
Inès < Les prochaines dates : Les cafés le premier lundi du mois à 9h, à partir du lundi 7 décembre 2026 (Europe/Paris) Pour se rencontrer : 21 jours lundi 7 décembre 2026, 9h00 …
Inès < Voici ce que reçoit tout le monde (Français) :
Inès < Les cafés : un nouveau tour …
Inès < Rien n’est encore enregistré. On le garde ? [Oui, le garder] [Plus de choix]
"""
AGAIN = """
Inès < Voici ce que reçoit tout le monde (Français) :
Inès < Les cafés : un nouveau tour …
Inès < Rien n’est encore enregistré. …
"""
MORE = """
Inès > [Plus de choix]
Inès < Que souhaitez-vous choisir d’autre ? … [Le nombre de personnes] [Les groupes à mêler] [Les groupes à séparer] [Le nombre de jours] [En cas d’absence]
"""


def test_what_nobody_chose_stays_as_it_usually_is(people: Stage) -> None:
    play(people, COFFEE + "Inès > [Oui, le garder]\nInès < C’est noté …")
    assert kept(people) == {
        "size": 2, "signup_days": 2, "days": 21, "mix": [], "apart": [], "misfire": "late",
        "grace": 720, "place": None,
    }  # fmt: skip


def test_more_choices_has_a_way_back(people: Stage) -> None:
    play(
        people,
        f"""
        {COFFEE}{MORE}
        Inès > retour
        Inès < Rien n’est encore enregistré. On le garde ? …
        {MORE}
        Inès > [Retour, sans rien changer]
        Inès < Rien n’est encore enregistré. On le garde ? …
        Inès > valider
        Inès < C’est noté …
        """,
    )
    assert kept(people)["size"] == 2


def test_size_days_and_groups_of_rounds_are_chosen_one_after_the_other(people: Stage) -> None:
    play(
        people,
        f"""
        {COFFEE}{MORE}
        Inès > [Le nombre de personnes]
        Inès < Combien de personnes se rencontrent ? [Deux par deux] [Par trois] [En cercles de 4] [En cercles de 8]
        Inès > 9
        Inès < Il faut un nombre de personnes, de 2 à 8. …
        Inès > 5
        Inès < Les prochaines dates : Les cafés … (Europe/Paris) En cercles de 5 Pour se rencontrer : 21 jours lundi 7 décembre …
        {AGAIN}{MORE}
        Inès > [Le nombre de jours]
        Inès < De combien de jours les groupes disposent-ils … [7 jours] [60 jours]
        Inès > 91
        Inès < Il faut un nombre de jours, de 7 à 90. …
        Inès > 20
        Inès < Les prochaines dates : … En cercles de 5 Pour se rencontrer : 20 jours lundi 7 décembre …
        {AGAIN}{MORE}
        Inès > [Les groupes à mêler]
        Inès < Quels groupes doivent se rencontrer, autant que possible ? … [Mentorés] [Mentors] [Aucun souhait]
        Inès > [Mentors]
        Inès < Il en faut au moins deux. Lesquels ? …
        Inès > [Mentors] [Mentorés]
        Inès < Les prochaines dates : … Mêlés autant que possible : Mentors et Mentorés lundi 7 …
        {AGAIN}{MORE}
        Inès > [Les groupes à séparer]
        Inès < Qui ne doit pas se rencontrer ? …
        Inès > [Mentors]
        Inès < Les prochaines dates : … Mêlés autant … Les membres de Mentors ne se rencontrent pas entre eux lundi 7 …
        {AGAIN}
        Inès > [Oui, le garder]
        Inès < C’est noté …
        """,
    )
    found = kept(people)
    assert (found["size"], found["days"]) == (5, 20)
    assert (found["mix"], found["apart"]) == ([[1, 2]], [[1, 1]])


def test_groups_are_not_both_mixed_and_kept_apart(people: Stage) -> None:
    """The choice that can't be is told, and the plan stays what it was."""
    play(
        people,
        f"""
        {COFFEE}{MORE}
        Inès > [Les groupes à mêler]
        Inès < Quels groupes …
        Inès > [Mentors] [Mentorés]
        Inès < Les prochaines dates : …
        {AGAIN}{MORE}
        Inès > [Les groupes à séparer]
        Inès < Qui ne doit pas se rencontrer ? …
        Inès > [Mentors] [Mentorés]
        Inès < Les mêmes groupes ne peuvent être à la fois mêlés et séparés : …
        Inès < Rien n’est encore enregistré. …
        Inès > [Oui, le garder]
        Inès < C’est noté …
        """,
    )
    assert (kept(people)["mix"], kept(people)["apart"]) == ([[1, 2]], [])


@pytest.mark.parametrize(
    ("choice", "said", "misfire", "grace"),
    [
        ("Non : le sauter", "Non : le sauter, et nous le dire", "skip", 720),
        ("Oui, dans la journée", "Oui, dans la journée qui suit", "late", 1440),
    ],
)
def test_what_becomes_of_a_late_run_is_chosen(
    people: Stage, choice: str, said: str, misfire: str, grace: int
) -> None:
    play(
        people,
        f"""
        {COFFEE}{MORE}
        Inès > [En cas d’absence]
        Inès < Si je n’étais pas là à l’heure dite … [Oui, dans les 2 heures] [Oui, dans les 12 heures]
        Inès > [{choice.replace(" :", chr(160) + ":")}]
        Inès < Les prochaines dates : … {said} lundi 7 …
        {AGAIN}
        Inès > [Oui, le garder]
        Inès < C’est noté …
        """,
    )
    assert (kept(people)["misfire"], kept(people)["grace"]) == (misfire, grace)


def test_place_and_language_of_a_kept_ritual_change(people: Stage) -> None:
    def open_channel(scope: Scope) -> None:
        scope.db.add(
            Place(space_id=people.space_id, key="general", kind="channel", title="général",
                  platform_id="general")
        )  # fmt: skip

    people.work(open_channel)
    play(
        people,
        """
        Inès > /ritual add monthly-question
        Inès < À l’heure d’où ? …
        Inès > [Europe/Paris]
        Inès < À quel rythme ? …
        Inès > le 15 du mois
        Inès < Pour qui ? …
        Inès > [tout le monde]
        Inès < Où ? [À chaque personne, en privé] [général]
        Inès > [À chaque personne]
        Inès < Dans quelle langue ? …
        Inès > [Celle de chaque personne]
        Inès < Les prochaines dates …
        Inès < Voici …
        Inès < Inès, …
        Inès < Voici ce que reçoit Mentorés …
        Inès < Inès, …
        Inès < Voici ce que reçoit Mentors …
        Inès < Inès, …
        Inès < Rien n’est …
        Inès > [Oui, le garder]
        Inès < C’est noté …
        Inès > /ritual change
        Inès < Que changer à … [Son nom] [Son rythme] [Son public] [Le nombre de jours] [Son lieu] [Sa langue] [En cas d’absence]
        Inès > [Son lieu]
        Inès < Où ? [À chaque personne, en privé] [général]
        Inès > [général]
        Inès < Les prochaines dates …
        Inès < Voici …
        Inès < … petite victoire …
        Inès < Je garde ces changements ? …
        Inès > [Oui]
        Inès < C’est changé : …
        Inès > /ritual change
        Inès < Que changer à …
        Inès > [Sa langue]
        Inès < Dans quelle langue ? …
        Inès > anglais
        Inès < Les prochaines dates …
        Inès < Voici ce que reçoit tout le monde (English) :
        Inès < Which small win …
        Inès < Je garde ces changements ? …
        Inès > [Oui]
        Inès < C’est changé : …
        """,
    )
    assert kept(people)["language"] == "en"
    assert kept(people)["place"] is not None


def test_a_plan_is_mended_in_words_and_shown_again(people: Stage) -> None:
    for step in ("/rituel ajouter question", "tous les lundis à 18h", "tout le monde",
                 "celle de chacun"):  # fmt: skip
        people.says("Inès", step)
    people.heard.clear()
    people.says("Inès", "en fait plutôt mardi")
    assert people.heard["dm:Inès"][0].card[1].startswith("chaque mardi à 18h")
    people.says("Inès", "à 7 ou 8h")
    assert "pas reconnu" in people.spoken["dm:Inès"][-1].text
    people.heard.clear()
    people.says("Inès", "finalement à 10h")
    assert people.heard["dm:Inès"][0].card[1].startswith("chaque mardi à 10h")
    people.says("Inès", "oui")
    for step in ("/rituel changer question", "le rythme", "en fait tous les jeudis"):
        people.heard.clear()
        people.says("Inès", step)
    assert people.heard["dm:Inès"][0].card[1].startswith("chaque jeudi à 10h")


def test_what_three_people_are_too_few_for_is_said_before_anything_is_asked(people: Stage) -> None:
    play(
        people,
        """
        Inès > /rituel ajouter baromètre
        Inès < Il faut au moins 5 personnes pour ce rituel, et la communauté en compte moins …
        """,
    )


def test_a_group_too_small_for_a_ritual_is_asked_for_again_and_the_plan_goes_on(
    people: Stage,
) -> None:
    """The whole plan was thrown away, with “choose another group”."""
    for name in ("Zoé", "Luc", "Léo"):
        people.member(name)
    play(
        people,
        """
        Inès > /rituel ajouter baromètre
        Inès < À l’heure d’où ? …
        Inès > le 15 du mois à 9h
        Inès < Pour qui ? …
        Inès > mentors
        Inès < Il faut au moins 5 personnes pour ce rituel, et ce public en compte moins. …
        """,
    )
    people.heard["dm:Inès"].clear()
    people.says("Inès", "tout le monde")
    first = people.heard["dm:Inès"][0]
    assert "le 15 du mois à 9h" in first.card[1]
