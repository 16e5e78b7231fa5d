"""One person on two platforms at once: the local page and one of plain words."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from storage.tables import Identity, Member, table
from tests.connectors.contract import begin, settles_in, write
from tests.fakes import plain
from tests.fakes.plain import Words

identities, members = table(Identity), table(Member)


class Both:
    """Awa on the page, and whoever writes from the other platform."""

    def __init__(self, words: Words, page: httpx.AsyncClient) -> None:
        self.words, self.page, self._events = words, page, 0

    async def on_the_page(self, **fields: Any) -> None:
        """Awa does something on the page."""
        self._events += 1
        event = {"id": f"p{self._events}", "place": "dm:awa", "sender": "awa"} | fields
        assert (await self.page.post("/local/api/events", json=event)).status_code == 202
        await self.words.app.settle()

    async def read_on_the_page(self) -> list[str]:
        """What the bot has told Awa on the page."""
        answer = await self.page.get("/local/api/places/dm:awa/messages")
        return [each["text"] for each in answer.json()["messages"] if each["author"] == "bot"]

    async def link(self) -> None:
        """Awa shows, over there, that she is the same person."""
        await self.on_the_page(type="message", text="/link")
        code = re.search(r"/(?:link|relier) ([\w-]+)", (await self.read_on_the_page())[-1])
        assert code
        await self.words.says("awa", f"/link {code[1]}")
        await self.words.says("awa", "1")

    async def owners(self) -> set[int]:
        """The members behind Awa's two accounts."""
        ours = identities.c.external_id.in_(["awa", "P-awa"])
        found = await write(
            self.words,
            lambda c: c.execute(select(identities.c.member_id).where(ours)).scalars().all(),
        )
        assert len(found) == 2
        return set(found)


@pytest.fixture
async def both(tmp_path: Path) -> AsyncIterator[Both]:
    """Awa is a member on the page, and has just written from the other platform."""
    async with plain.platform(tmp_path) as words:
        assert isinstance(words, Words)
        web = httpx.ASGITransport(words.app.web())
        async with httpx.AsyncClient(transport=web, base_url="http://127.0.0.1") as page:
            made = Both(words, page)
            await made.on_the_page(type="join", values={"name": "Awa"})
            await settles_in(words, "marc")
            await words.joins("awa")
            yield made


async def test_two_accounts_become_one_member_and_both_sides_hear_of_it(both: Both) -> None:
    await both.link()
    assert len(await both.owners()) == 1
    here, there = (await both.read_on_the_page())[-1], (await both.words.hears("awa"))[-1].text
    assert here == there
    assert "linked: the community’s page and plain" in here


async def test_what_the_bot_has_to_say_comes_where_she_last_wrote(both: Both) -> None:
    await both.link()
    await both.words.says("awa", "1")
    await both.on_the_page(type="message", text="1")
    await both.words.app.advance(60)
    await both.words.says("awa", "/team hello")
    line = await write(both.words, _line_of_awa)
    assert line == "dm:P-awa"
    await both.words.app.advance(60)
    await both.on_the_page(type="message", text="/rules")
    assert await write(both.words, _line_of_awa) == "dm:awa"


def _line_of_awa(connection: Any) -> str:
    from community import members as people
    from community.scope import Scope

    scope = Scope(connection, people.FOREVER, 1)
    mine = select(identities.c.member_id).where(identities.c.external_id == "awa")
    line = people.direct_line(scope, connection.execute(mine).scalar_one())
    scope.close(keep=False)
    assert line is not None
    return line.direct_place


async def test_the_two_go_their_own_ways_again(both: Both) -> None:
    await both.link()
    await both.words.says("awa", "2")
    assert len(await both.owners()) == 2
    assert "Which language shall we speak?" in (await both.words.hears("awa"))[-1].text


async def test_leaving_one_platform_is_not_leaving(both: Both) -> None:
    await both.link()
    await both.on_the_page(type="leave")
    heard = await begin(both.words, "awa", "rules")
    assert heard, "she is still met on the other"
    gone = await write(both.words, lambda c: c.execute(select(members.c.left_at)).scalars().all())
    assert set(gone) == {None}


async def test_an_erasure_on_one_platform_is_one_on_both(both: Both) -> None:
    await both.link()
    await both.on_the_page(type="message", text="/mydata")
    for _ in range(2):
        await both.on_the_page(type="message", text="Erase everything")
    ids = await write(
        both.words, lambda c: c.execute(select(identities.c.external_id)).scalars().all()
    )
    assert list(ids) == ["P-marc"]
