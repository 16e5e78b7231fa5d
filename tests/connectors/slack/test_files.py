"""Files on Slack that meet with trouble: the words arrive, once, and nothing behind them waits."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from conversations.dialogue import REGISTRY
from tests.connectors.contract import DIALOGUES, FILES, begin, settles_in
from tests.connectors.slack.platform import InSlack, platform
from tests.fakes.slack import ALL_SCOPES, FakeSlack, Fault

BEGIN, SHARE = "files.getUploadURLExternal", "files.completeUploadExternal"
GIVE = "contract-give"
SAID = ["before", "here it is", "after"]


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(REGISTRY, GIVE, DIALOGUES[GIVE])


async def given(zoe: InSlack) -> list[str]:
    """What Zoé reads when the bot gives her a picture, after all that is tried again."""
    await begin(zoe, "zoe", GIVE, kind="image/png")
    await zoe.app.advance(timedelta(minutes=10).total_seconds())
    return [each.text for each in await zoe.hears("zoe") if each.text][1:]


async def whole(zoe: InSlack) -> bool:
    return list(await zoe.files("zoe")) == [("graphique.png", FILES["image/png"].content)]


@pytest.mark.parametrize("call", [BEGIN, SHARE])
@pytest.mark.parametrize(
    "fault", [Fault(status=500), Fault(status=429, retry_after=1), Fault(error="internal_error")]
)
async def test_a_passing_fault_loses_no_file(tmp_path: Path, call: str, fault: Fault) -> None:
    async with platform(tmp_path) as zoe:
        assert isinstance(zoe, InSlack)
        await settles_in(zoe, "zoe")
        slack_of(zoe).faults[call].append(fault)
        assert await given(zoe) == SAID
        assert await whole(zoe)


async def test_bytes_that_were_not_taken_are_brought_again(tmp_path: Path) -> None:
    async with platform(tmp_path) as zoe:
        assert isinstance(zoe, InSlack)
        await settles_in(zoe, "zoe")
        slack_of(zoe).uploads.refused = 1
        assert await given(zoe) == SAID
        assert await whole(zoe)


async def test_a_file_whose_answer_was_lost_is_shared_once(tmp_path: Path) -> None:
    async with platform(tmp_path) as zoe:
        assert isinstance(zoe, InSlack)
        await settles_in(zoe, "zoe")
        slack_of(zoe).faults[SHARE].append(Fault(lost=True))
        assert await given(zoe) == SAID
        assert await whole(zoe)


@pytest.mark.parametrize("error", ["file_uploads_disabled", "file_type_not_allowed"])
async def test_where_files_are_refused_the_words_say_so(tmp_path: Path, error: str) -> None:
    async with platform(tmp_path) as zoe:
        assert isinstance(zoe, InSlack)
        await settles_in(zoe, "zoe")
        slack_of(zoe).faults[BEGIN].append(Fault(error=error))
        first, second, instead, last = await given(zoe)
        assert [first, second, last] == SAID
        assert "graphique.png" in instead


async def test_an_app_installed_without_the_scope_goes_on(tmp_path: Path) -> None:
    async with platform(tmp_path) as zoe:
        assert isinstance(zoe, InSlack)
        await settles_in(zoe, "zoe")
        slack_of(zoe).scopes = ALL_SCOPES.replace("files:write,", "")
        heard = await given(zoe)
        assert len(heard) == len(SAID) + 1
        assert heard[-1] == SAID[-1]


def slack_of(zoe: InSlack) -> FakeSlack:
    return zoe.workspace.slack
