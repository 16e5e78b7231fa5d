"""Changing a message where it stands, and what Slack may have against it."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from conversations.dialogue import REGISTRY
from storage import outbox
from tests.connectors.contract import DIALOGUES, begin, later, settles_in, write
from tests.connectors.slack import platform as slack
from tests.connectors.slack.platform import InSlack
from tests.fakes.slack import Fault

UPDATE = "chat.update"
LINE = "contract-line"


@pytest.fixture
async def here(tmp_path: Path, sqlite_template: Path) -> AsyncIterator[InSlack]:
    """Zoé has just read the first state of a line that changes."""
    shutil.copyfile(sqlite_template, tmp_path / "bot.db")
    REGISTRY.update(DIALOGUES)
    async with slack.platform(tmp_path) as made:
        assert isinstance(made, InSlack)
        await settles_in(made, "zoe")
        made.workspace.slack.messages.clear()
        await begin(made, "zoe", LINE, words="avant")
        yield made
    for name in DIALOGUES:
        del REGISTRY[name]


async def read(here: InSlack) -> list[str]:
    return [each.text for each in await here.hears("zoe")]


@pytest.mark.parametrize(
    "error", ["message_not_found", "cant_update_message", "edit_window_closed"]
)
async def test_what_can_t_be_changed_any_more_is_followed_by_a_new_message(
    here: InSlack, error: str
) -> None:
    here.workspace.slack.faults[UPDATE].append(Fault(error=error))
    await begin(here, "zoe", LINE, words="après")
    assert await read(here) == ["avant", "après"]
    await begin(here, "zoe", LINE, words="fin")
    assert await read(here) == ["avant", "fin"]
    assert await write(here, outbox.failures) == []


@pytest.mark.parametrize("fault", [Fault(status=429, retry_after=30), Fault(lost=True)])
async def test_a_change_that_is_put_off_or_unanswered_is_made_once(
    here: InSlack, fault: Fault
) -> None:
    here.workspace.slack.faults[UPDATE].append(fault)
    await begin(here, "zoe", LINE, words="fin")
    await later(here, timedelta(minutes=5))
    assert await read(here) == ["fin"]
    assert here.workspace.slack.calls.count(UPDATE) == 2


async def test_the_changed_message_is_still_known_by_the_mark_it_was_posted_with(
    here: InSlack,
) -> None:
    (before,) = here.workspace.slack.messages
    await begin(here, "zoe", LINE, words="fin")
    (after,) = here.workspace.slack.messages
    assert after["metadata"] == before["metadata"]
