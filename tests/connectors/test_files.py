"""Files: what may be one, how it is kept, how the page hands it out, and what is left of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest
from pydantic import TypeAdapter
from sqlalchemy import Connection, func, select

from community import privacy
from community.files import JSON, MOST_BYTES, File
from community.scope import Scope
from connectors.local.files import FETCHED_WITHIN
from conversations.dialogue import REGISTRY
from storage import downloads
from storage.downloads import Kept
from storage.tables import Identity, table
from tests.connectors.conftest import Community, Starting
from tests.connectors.contract import DIALOGUES, FILES

GIVE = "contract-give"
kept = table(downloads.Download)


async def write(here: Community, job: Callable[[Connection], object]) -> object:
    return await asyncio.wrap_future(here.app.writer.submit(job))


async def give(here: Community, kind: str) -> dict[str, object]:
    """The bot gives Awa a file; the message it came with."""
    identities = table(Identity)

    def tell(connection: Connection) -> None:
        scope = Scope(connection, here.app.clock.now(), 1)
        line = scope.db.get_one(Identity, connection.execute(
            select(identities.c.id).where(identities.c.external_id == "awa")
        ).scalar_one())  # fmt: skip
        scope.tell(line, GIVE, kind=kind)
        scope.close(keep=True)

    await write(here, tell)
    await here.app.settle()
    return next(each["file"] for each in await here.heard() if each["file"])


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(REGISTRY, GIVE, DIALOGUES[GIVE])


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "a/b.txt", "a b.txt", "été.png", 'x".png', "a\r\nb.txt", ".bashrc", "", "x",
     "a" * 60 + ".txt"],
)  # fmt: skip
def test_a_name_that_is_a_path_or_can_not_stand_in_a_header_is_no_file_s(name: str) -> None:
    with pytest.raises(ValueError, match="plain name"):
        File(name, "text/plain", b"x")


@pytest.mark.parametrize("kind", ["", "text", "text/plain; charset=x", "a/b\r\nX: y", "TEXT/HTML"])
def test_a_media_type_is_nothing_but_one(kind: str) -> None:
    with pytest.raises(ValueError, match="media type"):
        File("a.txt", kind, b"x")


@pytest.mark.parametrize("content", [b"", b"x" * (MOST_BYTES + 1)])
def test_a_file_is_neither_empty_nor_larger_than_platforms_take(content: bytes) -> None:
    with pytest.raises(ValueError, match="bytes"):
        File("a.txt", "text/plain", content)


def test_what_a_dialogue_made_once_is_kept_as_json() -> None:
    file = File("a.bin", "application/octet-stream", bytes(range(256)))
    adapter = TypeAdapter(File)
    assert adapter.validate_python(adapter.dump_python(file, mode="json")) == file
    assert JSON.validate_json(JSON.dump_json(file)) == file
    assert "\\x" not in repr(file), "the bytes are in no log"


@pytest.mark.parametrize("kind", list(FILES))
async def test_the_page_saves_it_and_runs_nothing(here: Community, kind: str) -> None:
    file = await give(here, kind)
    answer = await here.client.get(str(file["url"]))
    assert answer.content == FILES[kind].content
    assert answer.headers["content-disposition"] == f'attachment; filename="{FILES[kind].name}"'
    assert answer.headers["x-content-type-options"] == "nosniff"


async def test_after_a_week_the_bytes_are_gone(here: Community) -> None:
    file = await give(here, "application/json")
    await here.app.advance((FETCHED_WITHIN + timedelta(hours=1)).total_seconds())
    answer = await here.client.get(str(file["url"]))
    assert (answer.status_code, answer.json()["error"]) == (404, "no-such-file")
    await here.app.tidy()
    count = select(func.count()).select_from(kept)
    assert await write(here, lambda connection: connection.execute(count).scalar()) == 0


async def test_an_erasure_takes_the_files_along(here: Community) -> None:
    await give(here, "application/json")

    def erase(connection: Connection) -> int:
        scope = Scope(connection, here.app.clock.now(), 1)
        identities = table(Identity)
        scope.actor_id = connection.execute(
            select(identities.c.member_id).where(identities.c.external_id == "awa")
        ).scalar_one()
        privacy.erase(scope)
        scope.close(keep=True)
        return connection.execute(select(func.count()).select_from(kept)).scalar_one()

    assert await write(here, erase) == 0


@pytest.mark.parametrize("key", ["0", "999999", "..%2f..%2fbot.db", "a%00b", "%00"])
async def test_another_address_gives_nothing(here: Community, key: str) -> None:
    await give(here, "application/json")
    answer = await here.client.get(f"/local/api/files/{key}")
    assert answer.status_code == 404


async def test_a_file_needs_the_page_s_token(starting: Starting) -> None:
    async with starting(access_token="a-long-secret-token") as here:
        answer = await here.client.get("/local/api/files/1")
        assert answer.status_code == 401


async def test_a_file_that_is_put_away_twice_is_there_once(here: Community) -> None:
    now = here.app.clock.now()
    file = Kept("a.txt", "text/plain", b"x")

    def twice(connection: Connection) -> list[object]:
        return [
            downloads.put(connection, 1, "dm:awa", "k", file, now + timedelta(hours=hours))
            for hours in (1, 5)
        ]

    untils = await write(here, twice)
    assert isinstance(untils, list)
    assert untils[0] == untils[1]
