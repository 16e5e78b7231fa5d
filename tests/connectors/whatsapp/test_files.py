"""Files on WhatsApp: an address that only whom it was given to can open, and not for long."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from sqlalchemy import func, select

from connectors.whatsapp.files import FETCHED_WITHIN
from conversations.dialogue import REGISTRY
from storage.downloads import downloads
from tests.connectors.contract import DIALOGUES, begin, settles_in, write
from tests.fakes.whatsapp import PUBLIC
from tests.fakes.whatsapp_people import Phones, platform

GIVE = "contract-give"


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(REGISTRY, GIVE, DIALOGUES[GIVE])


async def address(zoe: Phones) -> str:
    """The path of the file that Zoé was given."""
    heard = await begin(zoe, "zoe", GIVE, kind="application/json")
    url = next(word for each in heard for word in each.text.split() if word.startswith(PUBLIC))
    return urlsplit(url).path.removeprefix(urlsplit(PUBLIC).path)


async def opened(zoe: Phones, path: str) -> int:
    answer = await zoe.twilio.fetch("GET", path) if zoe.twilio.fetch else None
    assert answer is not None
    assert answer.headers["x-content-type-options"] == "nosniff" or answer.status_code == 404
    return int(answer.status_code)


async def test_a_file_opens_at_its_address_and_nowhere_else(tmp_path: Path) -> None:
    async with platform(tmp_path) as zoe:
        assert isinstance(zoe, Phones)
        await settles_in(zoe, "zoe")
        path = await address(zoe)
        *before, about, end, seal = path.split("/")
        space, _, key = about.partition("-")
        assert await opened(zoe, path) == 200
        for forged in (
            [about, end, "0" * 64], [about, end, seal[:-1]], [about, str(int(end) + 1), seal],
            [f"{space}-{int(key) + 1}", end, seal], [f"{int(space) + 1}-{key}", end, seal],
            ["x-y", end, seal], [about, end, "é"], [about, "soon", seal],
        ):  # fmt: skip
            assert await opened(zoe, "/".join([*before, *forged])) == 403


async def test_after_a_day_it_is_gone_and_so_are_the_bytes(tmp_path: Path) -> None:
    async with platform(tmp_path) as zoe:
        assert isinstance(zoe, Phones)
        await settles_in(zoe, "zoe")
        path = await address(zoe)
        await zoe.app.advance(FETCHED_WITHIN.total_seconds() + 60)
        assert await opened(zoe, path) == 410
        await zoe.app.tidy()
        count = select(func.count()).select_from(downloads)
        assert await write(zoe, lambda connection: connection.execute(count).scalar()) == 0


async def test_a_message_that_is_tried_again_has_the_same_address(tmp_path: Path) -> None:
    async with platform(tmp_path) as zoe:
        assert isinstance(zoe, Phones)
        await settles_in(zoe, "zoe")
        zoe.fail_next("lost-answer")
        zoe.fail_next("lost-answer")
        await begin(zoe, "zoe", GIVE, kind="application/json")
        for _ in range(3):
            await zoe.app.advance(120)
        assert len(await zoe.files("zoe")) == 1
