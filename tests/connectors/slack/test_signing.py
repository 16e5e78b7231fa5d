"""Over HTTP: what is refused at the door leaves a line, and the doctor tries the door itself."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime

import pytest
from aiohttp import web

from connectors.slack.settings import examine
from connectors.slack.web import MOST_BYTES, PATH
from tests.connectors.slack.conftest import Workspace
from tests.fakes.slack import TEAM, signed

BODY = b'{"type": "event_callback", "event": {"text": "un secret"}}'


@pytest.mark.parametrize(
    ("content", "secret", "why"),
    [(BODY, "another", "signature"), (b" " * (MOST_BYTES + 1), "another", "too large")],
    ids=["forged", "too-large"],
)
async def test_what_is_refused_is_logged_without_a_word_of_it(
    there: Workspace, capfd: pytest.CaptureFixture[str], content: bytes, secret: str, why: str
) -> None:
    await there.send(content, signed(content, at=1_700_000_000, secret=secret))
    logged = "".join(capfd.readouterr())
    assert "slack-request-refused" in logged
    assert why in logged
    assert "1700000000" in logged
    assert "un secret" not in logged


JSON_, FORM = "application/json", "application/x-www-form-urlencoded"
CLUMSY = [
    (JSON_, b"[1, 2]"), (JSON_, b"null"), (JSON_, b"{SECRETWORDS not"),
    (JSON_, b'{"a":' * 20_000 + b"1" + b"}" * 20_000),
    (FORM, b"payload=%7BSECRETWORDS"), (FORM, b"payload=%5B1%5D"),
    (JSON_, b'{"type": "event_callback", "team_id": "T0LOCAL", "event": [1]}'),
    (JSON_, b'{"type": "event_callback", "team_id": "T0LOCAL", "event": null}'),
    (JSON_, b'{"type": "event_callback", "team_id": ["T0LOCAL"], "event": {}}'),
    (JSON_, b'{"type": "event_callback", "authorizations": {"a": 1}, "event": {}}'),
]  # fmt: skip


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (lambda _: {}, 401),
        (lambda _: {"X-Slack-Signature": "v0=bad", "X-Slack-Request-Timestamp": "1"}, 401),
        (lambda _: {"X-Slack-Signature": "v0=bad", "X-Slack-Request-Timestamp": "now"}, 401),
        (lambda body: signed(body) | {"X-Slack-Signature": "v0=\xe9"}, 401),
        (signed, 400),
    ],
    ids=["unsigned", "old", "no-time", "no-ascii", "signed"],
)
async def test_a_body_of_any_shape_is_refused_and_logged_without_a_word_of_it(
    there: Workspace,
    capfd: pytest.CaptureFixture[str],
    headers: Callable[[bytes], dict[str, str]],
    status: int,
) -> None:
    for type_, body in CLUMSY:
        given = {"Content-Type": type_} | headers(body)
        as_sent = {name.encode(): value.encode("latin-1") for name, value in given.items()}
        assert (await there.send(body, as_sent)).status_code == status, body[:40]
        logged = "".join(capfd.readouterr())
        assert "slack-request-refused" in logged
        assert "Traceback" not in logged
        assert "SECRETWORDS" not in logged


async def test_an_event_that_names_another_workspace_is_written_down_in_the_token_s_own(
    there: Workspace,
) -> None:
    """In a channel shared with others, an event may name the workspace of whoever wrote."""
    there.slack.person("U0AWA", "Awa")
    said = {"type": "message", "channel_type": "im", "channel": "DU0AWA", "user": "U0AWA",
            "text": "bonjour", "ts": there.slack.ts()}  # fmt: skip
    await there.event(said, team_id="T0ELSEWHERE")
    spaces = there.rows("SELECT external_id FROM space WHERE connector = 'slack'")
    assert spaces == [(TEAM,)]
    assert there.heard("U0AWA")


@pytest.fixture
async def address(there: Workspace) -> AsyncIterator[str]:
    """The bot's public address: every request there is passed on to it."""

    async def passed_on(request: web.Request) -> web.Response:
        answer = await there.send(await request.read(), dict(request.headers))
        return web.Response(status=answer.status_code, body=answer.content)

    app = web.Application()
    app.router.add_post(PATH, passed_on)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def found() -> str:
    """What the doctor says of the way in."""
    findings = await asyncio.to_thread(lambda: list(examine(datetime.now(UTC))))
    return findings[-1].text.key.removeprefix("doctor-slack-")


async def test_the_doctor_reaches_the_bot_at_its_address(
    settings: pytest.MonkeyPatch, address: str
) -> None:
    settings.setenv("PASSERELLE_PUBLIC_URL", address)
    assert await found() == "address-ok"


async def test_a_secret_that_is_not_the_running_bot_s_is_named(
    settings: pytest.MonkeyPatch, address: str
) -> None:
    settings.setenv("PASSERELLE_PUBLIC_URL", address)
    settings.setenv("PASSERELLE_SLACK_SIGNING_SECRET", "another")
    assert await found() == "signature"


async def test_an_address_that_leads_elsewhere_is_named(
    settings: pytest.MonkeyPatch, address: str
) -> None:
    settings.setenv("PASSERELLE_PUBLIC_URL", f"{address}/elsewhere")
    assert await found() == "address"
    settings.setenv("PASSERELLE_PUBLIC_URL", "http://127.0.0.1:9")
    assert await found() == "address"
