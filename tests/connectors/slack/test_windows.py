"""A window with something wrong in it comes back as it was sent, and only that is to be mended."""

from __future__ import annotations

from typing import Any

from tests.connectors.slack.conftest import Workspace
from tests.connectors.slack.test_story import AWA, welcome


def held(view: dict[str, Any]) -> dict[str, str]:
    """What the lines of a window hold when it opens."""
    fields = [each for each in view["blocks"] if each["type"] == "input"]
    return {each["block_id"]: each["element"].get("initial_value", "") for each in fields}


async def opened(here: Workspace) -> dict[str, str]:
    """The window opens (once more); what it holds."""
    count = len(here.slack.windows)
    await here.presses(AWA, "Remplir")
    await here.slack.until(lambda: len(here.slack.windows) > count)
    return held(here.slack.windows[-1])


async def test_nothing_that_was_typed_is_lost_to_one_wrong_line(here: Workspace) -> None:
    await welcome(here, AWA, "Awa")
    await here.commands(AWA, "/profil", channel_id=f"D{AWA}")
    await here.presses(AWA, "Le changer")
    assert (await opened(here))["name"] == "Awa"
    wrong = {"name": "Awa B", "headline": "x" * 300, "offers": "jardinage", "time_zone": "Nulle"}
    await here.fills(AWA, **wrong)
    assert "Presque" in here.last(AWA)
    await here.says(AWA, "/aide")
    assert wrong.items() <= (await opened(here)).items(), "also after another word in between"
    await here.fills(AWA, headline="Jardinière", time_zone="Dakar")
    [kept] = here.rows("SELECT name, headline, time_zone FROM member")
    assert kept == ("Awa B", "Jardinière", "Africa/Dakar")
    assert here.rows("SELECT words FROM profile_entry") == [("jardinage",)]


async def test_a_line_takes_no_more_than_its_own_limit(here: Workspace) -> None:
    await welcome(here, AWA, "Awa")
    await here.commands(AWA, "/profil", channel_id=f"D{AWA}")
    await here.presses(AWA, "Le changer")
    await opened(here)
    lines = {each["block_id"]: each["element"] for each in here.slack.windows[-1]["blocks"]
             if each["type"] == "input"}  # fmt: skip
    assert (lines["name"]["max_length"], lines["headline"]["max_length"]) == (80, 300)
