"""What somebody changes in their Slack profile: language and time zone follow, unless chosen."""

from __future__ import annotations

from typing import Any

import pytest

from tests.connectors.slack.conftest import Workspace
from tests.connectors.slack.test_story import AWA, welcome

CHANGED = {"locale": "en-GB", "tz": "America/Montreal"}


async def changes(here: Workspace, who: str, **more: Any) -> None:
    """Slack reports somebody as they are now."""
    user = here.slack.person(who, "Awa", **more)
    await here.event({"type": "user_change", "user": user})


def of(here: Workspace) -> list[tuple[Any, ...]]:
    return here.rows("SELECT locale, time_zone FROM member")


async def test_language_and_time_zone_follow_slack(here: Workspace) -> None:
    await welcome(here, AWA, "Awa")
    before = len(here.heard(AWA))
    await changes(here, AWA, **CHANGED)
    assert of(here) == [("en", "America/Montreal")]
    assert len(here.heard(AWA)) == before, "nobody is told what they did themselves"
    await here.says(AWA, "/help")
    assert "/ask" in here.last(AWA)


async def test_what_was_chosen_here_stays(here: Workspace) -> None:
    await welcome(here, AWA, "Awa")
    await here.commands(AWA, "/profil", channel_id=f"D{AWA}")
    await here.presses(AWA, "Le changer")
    await here.presses(AWA, "Remplir")
    await here.slack.until(lambda: here.slack.windows)
    await here.fills(AWA, locale="en", time_zone="Africa/Dakar")
    await changes(here, AWA, tz="America/Montreal")
    assert of(here) == [("en", "Africa/Dakar")]


async def test_a_new_status_writes_nothing_down(here: Workspace) -> None:
    await welcome(here, AWA, "Awa")
    [(before,)] = here.rows("SELECT count(*) FROM inbox")
    await changes(here, AWA, profile={"display_name": "Awa", "status_text": "en réunion"})
    assert here.rows("SELECT count(*) FROM inbox") == [(before,)]


async def test_who_is_not_met_yet_is_not_met_by_a_change(here: Workspace) -> None:
    await changes(here, AWA, **CHANGED)
    assert here.rows("SELECT count(*) FROM inbox") == [(0,)]
    assert here.slack.messages == []


async def test_a_language_that_the_bot_does_not_speak_and_no_zone_change_nothing(
    here: Workspace,
) -> None:
    await welcome(here, AWA, "Awa")
    await changes(here, AWA, locale="wo-SN", tz="Moon/Base")
    assert of(here) == [("fr", "Europe/Paris")]
    await changes(here, AWA, locale=None, tz=None)
    assert of(here) == [("fr", "Europe/Paris")]


async def test_of_somebody_from_an_earlier_release_the_first_change_is_only_noted(
    here: Workspace,
) -> None:
    await welcome(here, AWA, "Awa")
    here.bot.writer.submit(
        lambda connection: connection.exec_driver_sql("UPDATE identity SET told = NULL")
    ).result()
    await changes(here, AWA, tz="America/Montreal")
    assert of(here) == [("fr", "Europe/Paris")]


@pytest.mark.parametrize(
    "user",
    [None, "U0AWA", [], {}, {"id": AWA}, {"id": AWA, "profile": "x", "tz": 7, "locale": 7},
     {"id": AWA, "tz": {"a": 1}}, {"id": AWA, "locale": "fr-FR\x00", "tz": "../../etc"},
     {"id": ["U0AWA"], "tz": "America/Montreal"}],
    ids=repr,
)  # fmt: skip
async def test_a_strange_profile_changes_nothing(here: Workspace, user: Any) -> None:
    await welcome(here, AWA, "Awa")
    await here.event({"type": "user_change", "user": user})
    assert of(here) == [("fr", "Europe/Paris")]


async def test_a_change_reported_twice_is_made_once(here: Workspace) -> None:
    here.times = 2
    await welcome(here, AWA, "Awa")
    await changes(here, AWA, **CHANGED)
    assert of(here) == [("en", "America/Montreal")]
    assert here.rows("SELECT count(*) FROM inbox WHERE state = 'failed'") == [(0,)]
