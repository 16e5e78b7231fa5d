"""A gathering over Slack's wire: planned in a window, answered, changed, called off (P19)."""

from __future__ import annotations

from datetime import timedelta

from icalendar import Calendar, Component

from tests.connectors.slack.conftest import Workspace, words
from tests.connectors.slack.test_story import AWA, LEA, welcome

INES = "U0INES"
ORGANISER = {"is_primary_owner": True, "is_owner": True, "is_admin": True}


def entry(here: Workspace, who: str) -> Component:
    """What the last calendar file that somebody got says."""
    files = [file for each in here.heard(who) for file in each.get("files", ())]
    assert files[-1]["name"] == "atelier-cv.ics"
    return Calendar.from_ical(files[-1]["content"]).walk("VEVENT")[0]


async def test_a_gathering_from_its_plan_to_its_end(here: Workspace) -> None:
    """Everything arrives twice, and the bot is stopped and built anew in between."""
    here.times = 2
    for who, name in ((INES, "Inès"), (AWA, "Awa"), (LEA, "Léa")):
        await welcome(here, who, name)
    user = here.slack.person(INES, "Inès", **ORGANISER)
    await here.event({"type": "user_change", "user": user})
    await here.commands(INES, "/gathering", "add")
    await here.presses(INES, "Remplir")
    await here.fills(INES, title="Atelier CV", when="dans 10 jours à 18h30", venue="https://v.example/s",
                     minutes="1h30", places="1")  # fmt: skip
    assert "Voici ce que 3 membres liront" in here.last(INES)
    await here.restart()
    await here.presses(INES, "Envoyer")
    await here.passes(timedelta(minutes=1))
    assert "Inès vous propose une rencontre" in here.last(AWA)
    assert "18:30" in here.last(AWA)
    assert "v.example" not in "".join(here.texts(AWA)), "the address is for those who come"

    await here.presses(AWA, "Je viens")
    await here.presses(LEA, "Je viens")
    assert "liste d’attente" in here.last(LEA)
    first = entry(here, AWA)
    assert here.button(AWA, "Ouvrir la salle")[1]["url"] == "https://v.example/s"
    await here.event({"type": "app_home_opened", "user": AWA, "tab": "home", "channel": "D1"})
    await here.slack.until(lambda: AWA in here.slack.homes)
    assert "Atelier CV" in " ".join(words(here.slack.homes[AWA]))
    assert "vous venez" in " ".join(words(here.slack.homes[AWA]))

    await here.commands(AWA, "/gatherings")
    await here.restart()
    await here.presses(AWA, "Pas cette fois")
    assert "une place s’est libérée" in here.last(LEA)
    await here.presses(LEA, "Je la garde")
    assert entry(here, LEA)["UID"] == first["UID"]

    await here.passes(timedelta(days=9))
    assert sum("Atelier CV" in each and "approche" in each for each in here.texts(LEA)) == 1
    await here.commands(INES, "/gathering", "annuler")
    await here.presses(INES, "Annuler la rencontre")
    assert any("n’aura pas lieu" in each for each in here.texts(LEA))
    assert not any("n’aura pas lieu" in each for each in here.texts(AWA))
    assert entry(here, LEA)["STATUS"] == "CANCELLED"
    assert here.rows("SELECT state, places FROM gathering") == [("cancelled", 1)]
    assert here.rows("SELECT count(*) FROM guest WHERE state = 'yes'") == [(1,)]


async def test_what_an_organiser_writes_is_never_live(here: Workspace) -> None:
    await welcome(here, INES, "Inès")
    await welcome(here, AWA, "Awa")
    user = here.slack.person(INES, "Inès", **ORGANISER)
    await here.event({"type": "user_change", "user": user})
    await here.commands(INES, "/gathering", "add")
    await here.presses(INES, "Remplir")
    await here.fills(INES, title="<!channel> & co", when="demain à 18h", venue="<@U0AWA>")
    await here.presses(INES, "Envoyer")
    await here.passes(timedelta(minutes=1))
    assert "<!channel>" not in here.last(AWA)
    assert "&lt;!channel&gt; &amp; co" in here.last(AWA)


async def test_a_member_plans_nothing(here: Workspace) -> None:
    await welcome(here, AWA, "Awa")
    await here.commands(AWA, "/gathering", "add")
    assert "rôle que vous n’avez pas" in here.last(AWA)
