"""The sender with a platform that misbehaves in every way we know of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import pytest
from sqlalchemy import Connection, insert, select
from starlette.routing import BaseRoute

from connectors.base import Abilities, Address, Letter, Receive, TryLater, Undeliverable
from connectors.sender import MOST_ATTEMPTS, Sender
from conversations.outgoing import Outgoing
from conversations.texts import Text
from storage import outbox
from storage.database import open_database
from storage.outbox import Parcel
from storage.outbox import outbox as outboxes
from storage.tables import Community, Space, table
from storage.writer import Job, Writer

T = TypeVar("T")
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


class Platform:
    """Takes messages, unless a test has told it to refuse some."""

    name = "local"
    abilities = Abilities(
        text=1000, options=10, fields=5, rooms=True, private_replies=True, edits=True
    )

    routes: Sequence[BaseRoute] = ()

    def __init__(self) -> None:
        self.opened: list[tuple[str, tuple[str, ...]]] = []
        self.taken: dict[str, list[str]] = defaultdict(list)
        self.refusals: dict[str, list[Exception]] = defaultdict(list)

    async def start(self, receive: Receive) -> None:
        """Nothing comes in here."""

    async def stop(self) -> None:
        """Nothing to let go of."""

    async def open_room(self, space: str, people: Sequence[str], title: str, key: str) -> str:
        """A room of its own for each."""
        self.opened.append((title, tuple(people)))
        return f"room-{len(self.opened)}"

    async def send(self, to: Address, outgoing: Outgoing, key: str) -> str:
        """Take a message, or raise the next refusal for its place."""
        if self.refusals[to.id]:
            raise self.refusals[to.id].pop(0)
        self.taken[to.id].append(str(outgoing.text.args["name"]))
        return f"m{key}"


class HomePlatform:
    """One that shares our database, and misbehaves in the same ways."""

    name = "local"

    def __init__(self) -> None:
        self.taken: dict[str, list[str]] = defaultdict(list)
        self.refusals: dict[str, list[Exception]] = defaultdict(list)
        self.rows = 0

    def entry(self, parcel: Parcel, outgoing: Outgoing) -> dict[str, Any]:
        """A row for a message, or the next refusal for its place."""
        if self.refusals[parcel.place[3:]]:
            raise self.refusals[parcel.place[3:]].pop(0)
        return {"name": outgoing.text.args["name"]}

    def keep(self, _connection: Connection, entries: Sequence[dict[str, Any]]) -> None:
        """Count the rows."""
        self.rows += len(entries)

    def kept(self, letters: Sequence[Letter]) -> None:
        """What was announced."""
        for parcel, outgoing in letters:
            self.taken[parcel.place[3:]].append(str(outgoing.text.args["name"]))


class Post:
    """An outbox, a platform and a sender between them, with the clock in hand."""

    def __init__(self, url: str, platform: Platform | HomePlatform) -> None:
        self.engine = open_database(url)
        self.writer = Writer(self.engine)
        self.platform = platform
        self.now = NOON
        self.sender = Sender(
            self.writer, {"local": self.platform}, lambda: self.now, random_=lambda: 0.5
        )
        self.write(_found)

    def write(self, job: Job[T]) -> T:
        """Carry out a job."""
        return self.writer.submit(job).result()

    def say(self, place: str, *names: str, key: str = "card-title") -> None:
        """Queue messages."""
        rows = [_row(place, key, name) for name in names]
        self.write(lambda connection: outbox.add(connection, rows))

    def states(self) -> list[str]:
        """The state of each message."""

        def read(connection: Connection) -> list[str]:
            return list(
                connection.execute(select(outboxes.c.state).order_by(outboxes.c.id)).scalars()
            )

        return self.write(read)

    async def flush_after(self, pause: timedelta = timedelta()) -> None:
        """Let time go by, then send what is due."""
        self.now += pause
        self.sender.start()
        await self.sender.flush()


def _found(connection: Connection) -> None:
    community = {"id": 1, "name": "x", "locale": "fr", "time_zone": "UTC", "text_version": 1}
    connection.execute(insert(table(Community)), community)
    space = {"id": 1, "community_id": 1, "connector": "local", "external_id": "x"}
    connection.execute(insert(table(Space)), space)


def _row(place: str, key: str, name: str) -> dict[str, object]:
    outgoing = Outgoing(text=Text(key, name=name), locale="fr", zone="UTC")
    return {
        "space_id": 1, "place": f"dm:{place}", "member_id": None, "purpose": "reply",
        "payload": outgoing.payload(), "created_at": NOON,
    }  # fmt: skip


@pytest.fixture(params=[Platform, HomePlatform])
def post(database_url: str, request: pytest.FixtureRequest) -> Iterator[Post]:
    """A sender on each kind of database, to a platform far away and to one at home."""
    made = Post(database_url, request.param())
    yield made
    made.writer.stop()
    made.engine.dispose()


async def test_each_place_is_served_in_order(post: Post) -> None:
    post.say("a", "1", "2", "3")
    post.say("b", "4")
    await post.flush_after()
    assert post.platform.taken == {"a": ["1", "2", "3"], "b": ["4"]}
    assert set(post.states()) == {"sent"}


async def test_a_pause_that_the_platform_asks_for_is_kept_and_order_too(post: Post) -> None:
    post.platform.refusals["a"] = [TryLater("slow down", timedelta(seconds=90))]
    post.say("a", "1", "2")
    post.say("b", "3")
    await post.flush_after()
    assert post.platform.taken == {"b": ["3"]}
    await post.flush_after(timedelta(seconds=89))
    assert "a" not in post.platform.taken
    await post.flush_after(timedelta(seconds=1))
    assert post.platform.taken["a"] == ["1", "2"]


async def test_what_never_arrives_is_given_up_and_the_next_goes(post: Post) -> None:
    post.platform.refusals["a"] = [Undeliverable("no such place")]
    post.say("a", "1", "2")
    await post.flush_after()
    assert post.platform.taken == {"a": ["2"]}
    assert post.states() == ["failed", "sent"]


async def test_a_poisoned_row_blocks_nobody(post: Post) -> None:
    post.say("a", "1", key="there-is-no-such-text")
    post.write(lambda c: c.execute(outboxes.update().values(payload={"nonsense": 1})))
    post.say("a", "2")
    post.say("b", "3")
    await post.flush_after()
    assert post.platform.taken == {"a": ["2"], "b": ["3"]}
    assert post.states() == ["failed", "sent", "sent"]


async def test_pauses_grow_are_spread_and_end(post: Post) -> None:
    post.platform.refusals["a"] = [ConnectionError() for _ in range(MOST_ATTEMPTS)]
    post.say("a", "1", "2")
    pauses = []
    for _ in range(MOST_ATTEMPTS):
        await post.flush_after()
        at = post.write(outbox.next_at)
        if post.states()[0] == "failed":
            break
        assert isinstance(at, datetime)
        earliest = _waiting_until(post)
        pauses.append((earliest - post.now).total_seconds())
        post.now = earliest
    assert pauses[:4] == [1.5, 3.0, 6.0, 12.0]
    assert max(pauses) <= 3600
    assert post.platform.taken == {"a": ["2"]}
    assert post.states() == ["failed", "sent"]


def _waiting_until(post: Post) -> datetime:
    def read(connection: Connection) -> datetime:
        query = select(outboxes.c.next_at).where(outboxes.c.attempts > 0)
        found: datetime = connection.execute(query).scalar_one()
        return found

    found = post.write(read)
    assert isinstance(found, datetime)
    return found


async def test_an_unexpected_fault_is_tried_again(post: Post) -> None:
    post.platform.refusals["a"] = [ZeroDivisionError()]
    post.say("a", "1")
    await post.flush_after()
    assert post.states() == ["queued"]
    await post.flush_after(timedelta(minutes=1))
    assert post.platform.taken == {"a": ["1"]}
