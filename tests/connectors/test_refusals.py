"""Everything that the local API refuses: with a reason, in the caller's language, and no trace."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import pytest_asyncio

from tests.connectors.conftest import Community, Starting

pytestmark = pytest.mark.asyncio(loop_scope="module")

GOOD = {"id": "1", "place": "dm:awa", "sender": "awa", "type": "message", "text": "Bonjour"}
JSON = {"Content-Type": "application/json"}


ODD: dict[str, Any] = {"\ud800": 1}
LONG: dict[str, Any] = {"x" * 1000: 1}


@dataclass(frozen=True)
class Case:
    """A body, and how it is to be refused."""

    name: str
    body: bytes
    status: int
    error: str
    about: str | None = None
    headers: dict[str, str] = field(default_factory=lambda: JSON)


def changed(name: str, status: int, error: str, wrong: str | None = None, /, **other: Any) -> Case:
    """The good event with something changed; None takes a field away."""
    event = {key: value for key, value in (GOOD | other).items() if value is not None}
    return Case(name, json.dumps(event).encode(), status, error, wrong)


def wrong(name: str, in_field: str, **other: Any) -> Case:
    """A value that can't be used."""
    return changed(name, 422, "wrong-value", in_field, **other)


CASES = [
    Case("nothing", b"", 400, "not-json"),
    Case("words", b"Bonjour", 400, "not-json"),
    Case("cut off", json.dumps(GOOD).encode()[:-3], 400, "not-json"),
    Case("an array", b"[]", 400, "not-json"),
    Case("a number", b"7", 400, "not-json"),
    Case("null", b"null", 400, "not-json"),
    Case("a number of 5,000 digits", b'{"id": ' + b"9" * 5000 + b"}", 400, "not-json"),
    Case("arrays in arrays", b"[" * 60_000, 400, "not-json"),
    Case("objects in objects", b'{"a":' * 12_000, 400, "not-json"),
    Case("latin-1", '{"text": "é"}'.encode("latin-1"), 400, "not-utf8"),
    Case("utf-16", json.dumps(GOOD).encode("utf-16"), 400, "not-utf8"),
    Case("65 KiB", b" " * (64 * 1024 + 1), 413, "too-large"),
    Case("100,000 characters", json.dumps(GOOD | {"text": "a" * 100_000}).encode(), 413,
         "too-large"),
    Case("a picture of 6 MB", json.dumps(GOOD | {"picture": "A" * 8_000_000}).encode(), 413,
         "picture-too-large"),
    changed("a picture of 5.1 MB", 413, "picture-too-large", "picture", picture="A" * 6_700_000),
    changed("a picture that is none", 422, "not-a-picture", "picture", picture="R0lGODlh"),
    changed("a picture in no letters", 422, "wrong-value", "picture", picture="é"),
    changed("a picture in a channel", 422, "wrong-value", "picture", picture="R0lGODlh",
            place="general"),
    changed("a picture beside a command", 422, "wrong-value", "picture", picture="R0lGODlh",
            type="command", command="help"),
    Case("a form", b"id=1", 415, "not-json",
         headers={"Content-Type": "application/x-www-form-urlencoded"}),
    Case("plain text", json.dumps(GOOD).encode(), 415, "not-json",
         headers={"Content-Type": "text/plain"}),
    Case("no type", json.dumps(GOOD).encode(), 415, "not-json", headers={}),
    changed("an unknown field", 422, "unknown-field", "colour", colour="red"),
    changed("a field of broken letters", 422, "wrong-value", **ODD),
    changed("a field of 1,000 letters", 422, "unknown-field", "x" * 60, **LONG),
    *(changed(f"no {name}", 422, "missing-field", name, **{name: None})
      for name in ("id", "place", "sender", "type", "text")),
    changed("no token", 422, "missing-field", "action", type="action", text=None),
    changed("a form's token missing", 422, "missing-field", "action", type="form", text=None),
    changed("no command", 422, "missing-field", "command", type="command", text=None),
    changed("empty text", 422, "empty-text", "text", text=""),
    changed("blank text", 422, "empty-text", "text", text=" \n\t "),
    changed("text of control characters", 422, "empty-text", "text", text="\x00\x07\u202e"),
    changed("4,001 characters", 422, "text-too-long", "text", text="a" * 4001),
    changed("an id of 101 characters", 422, "text-too-long", "id", id="i" * 101),
    changed("a place of 101 characters", 422, "text-too-long", "place", place="p" * 101),
    changed("a sender of 65 letters", 422, "text-too-long", "sender", sender="a" * 65),
    wrong("half a letter", "text", text="un pont \ud83d"),
    wrong("a number as text", "text", text=7),
    wrong("an array as text", "text", text=["Bonjour"]),
    wrong("a number as id", "id", id=1),
    wrong("true as id", "id", id=True),
    wrong("an empty id", "id", id=""),
    wrong("an id with NUL", "id", id="a\x00b"),
    wrong("an id with half a letter", "id", id="\ud83d"),
    wrong("a place with a line break", "place", place="dm:awa\r"),
    wrong("a place with a direction mark", "place", place="dm:\u202eawa"),
    wrong("a sender with a blank", "sender", sender="a wa"),
    wrong("a sender with an accent", "sender", sender="zoé"),
    wrong("the bot as sender", "sender", sender="bot", place="dm:bot", type="join"),
    wrong("an unknown type", "type", type="shout"),
    wrong("our own kind of event", "type", type="start"),
    wrong("a token that is a number", "action", type="action", action=3),
    wrong("a token with NUL", "action", type="action", action="v1:\x00"),
    wrong("a token over 100 bytes", "action", type="action", action="é" * 51),
    wrong("tokens that are words", "actions", type="action", actions="v1:x"),
    wrong("101 tokens", "actions", type="action", actions=["x"] * 101),
    wrong("a token among others with NUL", "actions", type="action", actions=["a", "\x00"]),
    wrong("an empty command", "command", type="command", command="/"),
    wrong("values that are a list", "values", type="form", action="x", values=[]),
    wrong("a value that is a number", "values", type="form", action="x", values={"a": 1}),
    wrong("a value that is an object", "values", type="form", action="x", values={"a": {}}),
    wrong("a value's name with NUL", "values", type="form", action="x", values={"\x00": "a"}),
    wrong("41 values", "values", type="form", action="x",
          values={str(n): "x" for n in range(41)}),
    changed("a value too long", 422, "text-too-long", "values", type="form", action="x",
            values={"name": "x" * 4001}),
    changed("nobody", 404, "unknown-sender", sender="nobody", place="dm:nobody"),
    changed("nobody, elsewhere", 404, "unknown-sender", sender="nobody", place="general"),
    changed("no such channel", 404, "unknown-place", place="lounge"),
    changed("no such room", 404, "unknown-place", place="room:99"),
    changed("another's direct line", 403, "not-there", place="dm:nadia"),
    changed("a room without me", 403, "not-there", sender="omar", place="room:1"),
    changed("joining in a channel", 403, "not-there", sender="new", place="general", type="join"),
    changed("leaving in a channel", 403, "not-there", place="general", type="leave"),
    wrong("a token and tokens", "actions", type="action", action="x", actions=["x"]),
    wrong("no tokens at all", "actions", type="action", actions=[]),
    Case("null for a token", json.dumps(GOOD | {"type": "form", "action": None}).encode(), 422,
         "wrong-value", "action"),
    changed("a newcomer's colour", 422, "unknown-field", "values.colour", sender="new",
            place="dm:new", type="join", values={"colour": "red"}),
    Case("a field twice", b'{"id": "1", "id": "2"}', 422, "repeated-field", "id"),
    Case("a value twice", b'{"values": {"a": "1", "a": "2"}}', 422, "repeated-field", "a"),
    changed("text that nothing shows", 422, "empty-text", "text", text="\u200b\u2060\ufeff\u00ad"),
    changed("joining in another's line", 403, "not-there", sender="new", type="join"),
]  # fmt: skip


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def here(starting: Starting) -> AsyncIterator[Community]:
    async with starting() as community:
        yield community


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
async def test_a_wrong_event_is_refused_with_its_reason(here: Community, case: Case) -> None:
    answer = await here.client.post(
        "/local/api/events", content=case.body, headers=case.headers | {"Accept-Language": "fr"}
    )
    assert (answer.status_code, answer.json()["error"]) == (case.status, case.error)
    assert answer.json()["field"] == case.about


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
async def test_a_refusal_speaks_the_callers_language(here: Community, case: Case) -> None:
    fr, en = [
        await here.client.post(
            "/local/api/events", content=case.body, headers=case.headers | {"Accept-Language": tag}
        )
        for tag in ("fr-CA,fr;q=0.9,en;q=0.5", "en-GB")
    ]
    assert fr.json()["message"] != en.json()["message"]
    assert set(fr.json()) == {"error", "message", "field"}
    assert "Traceback" not in fr.text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
async def test_nothing_of_a_refused_event_is_written_down(here: Community, case: Case) -> None:
    before = here.events(), await here.heard(), await here.heard("general")
    await here.client.post("/local/api/events", content=case.body, headers=case.headers)
    assert (here.events(), await here.heard(), await here.heard("general")) == before


@pytest.mark.parametrize(
    ("field", "most", "other"),
    [
        ("text", "4,000", {}),
        ("id", "100", {}),
        ("place", "100", {}),
        ("sender", "64", {}),
        ("command", "40", {"type": "command"}),
    ],
)
async def test_a_field_that_is_too_long_is_told_with_its_own_limit(
    here: Community, field: str, most: str, other: dict[str, str]
) -> None:
    answer = await here.client.post("/local/api/events", json=GOOD | other | {field: "x" * 4001})
    reason = answer.json()["message"]
    assert reason.startswith(f"The field “{field}” is too long: {most} characters at most.")


@pytest.mark.parametrize("after", ["-1", "x", "1.5", "９", "1" * 16, "NaN", "0x1", " 1"])
@pytest.mark.parametrize("call", ["places/general/messages?", "stream?place=general&"])
async def test_a_silly_number_to_go_on_from_is_refused(
    here: Community, call: str, after: str
) -> None:
    answer = await here.client.get(f"/local/api/{call}after={after}")
    assert answer.status_code == 422
    assert answer.json()["field"] == "after"


async def test_a_stream_of_no_place_is_refused(here: Community) -> None:
    answer = await here.client.get("/local/api/stream")
    assert (answer.status_code, answer.json()["field"]) == (422, "place")


@pytest.mark.parametrize("place", ["lounge", "room:99", "general ", "DM:awa", "awa", "%00"])
async def test_a_place_that_is_none_is_neither_read_nor_heard(here: Community, place: str) -> None:
    for call in (f"places/{place}/messages", f"stream?place=general&place={place}"):
        answer = await here.client.get(f"/local/api/{call}", headers={"Accept-Language": "en"})
        assert (answer.status_code, answer.json()["error"]) == (404, "unknown-place")
        assert answer.json()["field"] == "place"
        assert answer.json()["message"].startswith("There is no such place.")


@pytest.mark.parametrize("place", ["dm:awa", "dm:visitor-1", "dm:nobody"])
async def test_a_direct_line_can_be_read_before_its_member_joins(
    here: Community, place: str
) -> None:
    answer = await here.client.get(f"/local/api/places/{place}/messages")
    assert (answer.status_code, answer.json()) == (200, {"messages": [], "answering": False})


async def test_the_places_of_nobody_are_refused(here: Community) -> None:
    refused = {"": (422, "missing-field"), "?member=nobody": (404, "unknown-sender")}
    for query, why in refused.items():
        answer = await here.client.get(f"/local/api/places{query}")
        assert (answer.status_code, answer.json()["error"]) == why


@pytest.mark.parametrize(
    "asked",
    ["-1", "0", "NaN", "Infinity", "-Infinity", "1e400", "34560001", "9" * 400, "true", '"60"',
     "[60]", "{}"],
)  # fmt: skip
async def test_time_does_not_move_by_a_silly_number(here: Community, asked: str) -> None:
    ahead = here.app.clock.ahead
    answer = await here.client.post(
        "/local/api/clock", content=f'{{"advance_seconds": {asked}}}', headers=JSON
    )
    assert (answer.status_code, answer.json()["field"]) == (422, "advance_seconds")
    assert here.app.clock.ahead == ahead


@pytest.mark.parametrize(
    ("body", "status", "error"),
    [
        (b"", 400, "not-json"),
        (b"[60]", 400, "not-json"),
        (b'"\xe9"', 400, "not-utf8"),
        (b"[" * 60_000, 400, "not-json"),
        (b"{}", 422, "missing-field"),
        (b'{"advance_seconds": 60, "speed": 2}', 422, "unknown-field"),
        (b'{"advance_seconds": null}', 422, "missing-field"),
    ],
)
async def test_a_clock_call_that_cannot_be_read_is_refused(
    here: Community, body: bytes, status: int, error: str
) -> None:
    answer = await here.client.post("/local/api/clock", content=body, headers=JSON)
    assert (answer.status_code, answer.json()["error"]) == (status, error)


async def test_time_moves_only_in_a_demonstration(starting: Starting) -> None:
    async with starting(demo=False) as serious:
        answer = await serious.client.post("/local/api/clock", json={"advance_seconds": 60})
        clock = (await serious.client.get("/local/api/clock")).json()
    assert (answer.status_code, answer.json()["error"]) == (403, "demo-only")
    assert clock["demo"] is False


async def test_who_goes_too_fast_hears_when_to_go_on(starting: Starting) -> None:
    async with starting(events_per_minute=4) as slow:
        first = await slow.post(type="message", text="Bonjour")
        second = await slow.post(type="message", text="Il y a quelqu’un ?")
        other = await slow.post(type="message", text="Hello", sender="nadia")
        written = slow.events()
    assert (first.status_code, second.status_code, other.status_code) == (202, 429, 202)
    assert second.json()["error"] == "too-fast"
    assert 1 <= int(second.headers["Retry-After"]) <= 15
    assert written == 2
