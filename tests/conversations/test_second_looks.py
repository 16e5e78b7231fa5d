"""Somebody comes to offer what a request needs that the team has (P5, P38)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from community import roster, second_looks
from community.profiles import Profile
from community.roster import Entry
from community.scope import Scope
from conversations.testing import Stage
from conversations.texts import Text
from conversations.transcripts import play
from tests.conversations.openings import opening

STUCK = """
Zoé > /ask plongée
Zoé < Je ne vois encore personne… [Oui] [Laisser]
Zoé > [Oui]
Zoé < Voulez-vous ajouter un mot de contexte ? …
Zoé > [Passer]
Inès < Une demande attend l’équipe : « plongée ». … [Proposer]
Zoé < Votre demande « plongée » est maintenant auprès de l’équipe. … Le jour où une personne proposera cela ici, je vous le dirai aussi.
"""
OFFERED = """
Lina > je peux aider en plongée
Lina < Merci ! J’ajoute « plongée » … [Oui]
Lina > [Oui]
Lina < C’est enregistré. …
Zoé < Du nouveau pour « plongée » : Lina vient de compléter son profil. Voulez-vous que je lui demande ? [Oui, demandez-lui] [Non merci]
"""


@opening
def town(stage: Stage) -> Stage:
    """Zoé needs what nobody offers yet; Inès moderates."""
    for name in ("Zoé", "Lina"):
        stage.member(name)
    stage.member("Inès", role="moderator")
    return stage


def test_whoever_offers_it_later_is_asked_once_the_requester_agrees(town: Stage) -> None:
    play(
        town,
        STUCK
        + OFFERED
        + """
        Zoé > [Oui, demandez-lui]
        Lina < Quelqu’un de la communauté aimerait votre aide : « plongée ». … [J’accepte]
        Inès < La demande « plongée » n’attend plus l’équipe…
        Zoé < Votre demande est partie vers Lina. …
    """,
    )


@pytest.mark.parametrize("yes", ["ok", "oui", "yes please"])
def test_who_was_found_is_named_until_the_requester_has_answered(town: Stage, yes: str) -> None:
    """She read that nobody had been found, of somebody whose name she had just been told."""
    play(town, STUCK + OFFERED)
    town.says("Zoé", "des nouvelles ?")
    assert "Lina pourrait aider" in town.spoken["dm:Zoé"][-1].text
    assert "personne n’a encore été trouvé" not in town.spoken["dm:Zoé"][-1].text
    town.says("Zoé", yes)
    assert "partie vers Lina" in town.spoken["dm:Zoé"][-1].text


def test_days_later_who_was_found_is_still_named(town: Stage) -> None:
    play(town, STUCK + OFFERED)
    before = len(town.spoken["dm:Zoé"])
    town.passes(timedelta(days=6))
    told = " ".join(each.text for each in town.spoken["dm:Zoé"][before:])
    assert "Lina pourrait aider" in told
    assert "Personne n’a encore été trouvé" not in told


def test_whoever_is_not_wanted_hears_nothing_and_is_not_proposed_again(town: Stage) -> None:
    play(
        town,
        STUCK
        + OFFERED
        + """
        Zoé > [Non merci]
        Zoé < Entendu, rien ne lui est demandé. …
        Lina > je peux aider en couture
        Lina < Merci ! J’ajoute « couture » … [Oui]
        Lina > [Oui]
        Lina < C’est enregistré. …
    """,
    )
    assert not town.heard["dm:Zoé"]
    assert not town.heard["dm:Lina"]


def test_a_profile_that_says_something_else_bothers_nobody(town: Stage) -> None:
    play(town, STUCK)
    play(
        town,
        """
        Lina > je peux aider en couture
        Lina < Merci ! J’ajoute « couture » … [Oui]
        Lina > [Oui]
        Lina < C’est enregistré. …
    """,
    )
    assert not town.heard["dm:Zoé"]


def test_a_newcomer_is_proposed_when_the_welcome_is_over(town: Stage) -> None:
    play(town, STUCK)
    town.joins("Nour", name="Nour")
    for label in ("Français", "Cela me convient", "Je suis d’accord"):
        town.taps("Nour", label)
    town.says("Nour", "Nour")
    town.taps("Nour", "Passer")
    town.says("Nour", "plongée")
    town.taps("Nour", "Passer")
    town.taps("Nour", "Passer")
    assert not town.heard["dm:Zoé"]
    town.taps("Nour", "Garder")
    town.heard["dm:Nour"].clear()
    play(town, "Zoé < Du nouveau pour « plongée » : Nour vient de compléter son profil. …")


def test_what_things_have_overtaken_is_not_asked_about(town: Stage) -> None:
    play(town, STUCK + OFFERED)
    town.says("Zoé", "/where")
    town.taps("Zoé", "Retirer")
    town.heard.clear()
    town.taps("Zoé", "Oui, demandez-lui")
    assert not town.heard["dm:Lina"]


def test_an_import_is_looked_through_as_a_whole(town: Stage) -> None:
    play(town, STUCK)
    entries = [Entry(name, "member", None, False, Profile(name=name, offers=offers, locale="en"))
               for name, offers in (("Ned", ["sewing"]), ("Nour", ["scuba diving"]))]  # fmt: skip

    def bring_in(scope: Scope) -> None:
        for entry in entries:
            roster.take(scope, town.space_id, entry)
        second_looks.look(scope)

    town.work(bring_in)
    town.settle()
    play(town, "Zoé < Du nouveau pour « plongée » : Nour vient de compléter son profil. …")
    assert town.spoken["dm:Zoé"][-1].outgoing.options[0].description == Text(
        "why-offer", phrases=[Text("why-phrase", phrase="scuba diving", meant="plongée")]
    )


def test_whoever_is_paused_is_not_proposed(town: Stage) -> None:
    play(town, STUCK)
    town.says("Lina", "/pause")
    town.says("Lina", "le 7 décembre")
    town.says("Lina", "je peux aider en plongée")
    town.taps("Lina", "Oui")
    assert not town.heard["dm:Zoé"]


AWAY = """
Zoé > /ask plongée
Zoé < Pour « plongée », j’ai pensé à cette personne. … [Tom] …
Zoé > [Tom]
Zoé < Voulez-vous ajouter un mot de contexte ? …
Zoé > [Passer]
Zoé < Votre demande est partie vers Tom. …
Tom < Quelqu’un de la communauté aimerait votre aide : « plongée ». … [J’accepte]
"""
BACK = """
Zoé < Du nouveau pour « plongée » : Tom est de nouveau disponible. Voulez-vous que je lui demande ? [Oui, demandez-lui] [Non merci]
"""


@pytest.fixture
def diving(town: Stage) -> Stage:
    """Tom offers what Zoé needs."""
    town.member("Tom", offers=["plongée"])
    return town


def test_who_was_asked_left_and_comes_back_is_proposed_again(diving: Stage) -> None:
    play(diving, AWAY)
    diving.does("Tom", "leave")
    diving.heard.clear()
    diving.joins("Tom")
    assert "Bon retour" in diving.spoken["dm:Tom"][-1].text
    diving.heard["dm:Tom"].clear()
    play(
        diving,
        BACK
        + """
        Zoé > [Oui, demandez-lui]
        Tom < Quelqu’un de la communauté aimerait votre aide : « plongée ». … [J’accepte]
        Inès < La demande « plongée » n’attend plus l’équipe…
        Zoé < Votre demande est partie vers Tom. …
    """,
    )


def test_who_comes_back_is_proposed_once(diving: Stage) -> None:
    play(diving, AWAY)
    for _ in range(2):
        diving.does("Tom", "leave")
        diving.joins("Tom")
    proposed = [each for each in diving.spoken["dm:Zoé"] if "de nouveau disponible" in each.text]
    assert len(proposed) == 1


def test_who_has_declined_and_comes_back_is_not_proposed(diving: Stage) -> None:
    play(diving, AWAY)
    diving.taps("Tom", "Je ne peux pas")
    diving.does("Tom", "leave")
    diving.heard.clear()
    diving.joins("Tom")
    assert not diving.heard["dm:Zoé"]


@pytest.mark.parametrize("until", ["Jusqu’à ce que", "Dans une semaine"])
def test_whoever_ends_a_pause_is_proposed(diving: Stage, until: str) -> None:
    diving.says("Tom", "/pause")
    diving.taps("Tom", until)
    diving.heard.clear()
    play(diving, STUCK)
    diving.says("Tom", "/reprendre")
    diving.heard["dm:Tom"].clear()
    play(diving, BACK)
    diving.passes(timedelta(days=8))
    proposed = [each for each in diving.spoken["dm:Zoé"] if "Tom est de nouveau" in each.text]
    assert len(proposed) == 1


@pytest.mark.parametrize("command", ["/pause 2 jours", "/reprendre dans 2 jours"])
def test_whose_pause_has_run_out_is_proposed(diving: Stage, command: str) -> None:
    diving.says("Tom", command)
    diving.heard.clear()
    play(diving, STUCK)
    diving.passes(timedelta(days=1))
    assert not diving.heard["dm:Zoé"]
    diving.passes(timedelta(days=2))
    assert "Tom est de nouveau disponible" in diving.heard["dm:Zoé"][0].text


def test_whose_pause_by_the_team_ends_is_proposed(diving: Stage) -> None:
    diving.says("Inès", "/pause-member Tom")
    diving.taps("Inès", "Jusqu’à nouvel ordre")
    diving.says("Inès", "trop de messages")
    diving.heard.clear()
    play(diving, STUCK)
    diving.says("Inès", "/pause-member Tom")
    diving.taps("Inès", "Y mettre fin")
    assert "Tom est de nouveau disponible" in diving.heard["dm:Zoé"][0].text
