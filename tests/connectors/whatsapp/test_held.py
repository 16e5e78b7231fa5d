"""What waits for people to write: the doctor counts it, and says why, and what to do."""

from __future__ import annotations

import pytest

from bot import platforms
from connectors.whatsapp import waiting
from connectors.whatsapp.settings import PREFIX
from conversations.language import render
from storage.database import reading
from tests.connectors.whatsapp.conftest import AWA, BEN, NOON, Here
from tests.fakes import whatsapp as fake


def told(here: Here, locale: str = "en") -> list[tuple[str, str]]:
    with reading(here.app.database) as connection:
        found = list(waiting.findings(connection))
    return [(each.weight, render(each.text, locale)) for each in found]


async def write_to_a_silent_member(here: Here) -> None:
    """Ben, an organiser, writes to Awa, who has not written for a day."""
    await here.later(hours=25)
    await here.says(BEN, "/member Awa")
    await here.taps(BEN, "Write to them")
    await here.says(BEN, "Could you call me tonight?")


async def test_where_nothing_waits_nothing_is_told(here: Here) -> None:
    await here.says(AWA, "/team un mot pour vous")
    assert told(here) == []


async def test_the_doctor_looks_at_it_where_whatsapp_is_set_up(
    here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    await write_to_a_silent_member(here)
    with reading(here.app.database) as connection:
        assert list(platforms.examined_inside(connection, NOON, None)) == []
        monkeypatch.setenv(f"{PREFIX}ACCOUNT_SID", fake.ACCOUNT)
        (found,) = platforms.examined_inside(connection, NOON, None)
    assert found.text.key == "doctor-whatsapp-held"


async def test_what_was_announced_is_counted(here: Here) -> None:
    await here.approved()
    await write_to_a_silent_member(here)
    ((weight, line),) = told(here)
    assert weight == "hint"
    assert "1 message waits until 1 person writes, since 2027-01-16: after a day" in line


async def test_what_no_template_announces_is_told_with_the_way_to_one(here: Here) -> None:
    await write_to_a_silent_member(here)
    ((weight, line),) = told(here)
    assert weight == "hint"
    assert "passerelle templates check" in line


async def test_a_template_that_was_refused_is_a_fault_with_its_reason(here: Here) -> None:
    await here.approved()
    here.twilio.after_knocks = [63024]
    await write_to_a_silent_member(here)
    ((weight, line),) = told(here)
    assert weight == "fault"
    assert "errors/63024" in line


@pytest.mark.parametrize("approved", [True, False])
async def test_what_the_team_has_not_read_is_a_fault(here: Here, approved: bool) -> None:
    if approved:
        await here.approved()
    await here.later(hours=25)
    for _ in range(2):
        await here.says(AWA, "/team un mot pour vous")
    ((weight, line),) = told(here)
    assert weight == "fault"
    assert "2 messages for the team are unread by 1 person" in line
    assert "write “hello” to the bot" in line
    await here.says(BEN, "hello")
    assert told(here) == []
