"""A small, strict Slack: Web API and Socket Mode on a port of this machine.

Whatever it is sent is judged; `violations` must be empty at the end of a test.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import time
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import WSMsgType, web

from tests.fakes import slack_oauth, slack_uploads
from tests.fakes.slack_judge import message_is_right, view_is_right
from tests.fakes.slack_uploads import Uploads

TEAM, BOT, BOT_USER = "T0LOCAL", "B0BOT", "U0BOT"
BOT_TOKEN, APP_TOKEN = "xoxb-valid", "xapp-valid"
SECRET = "a signing secret"
ALL_SCOPES = (
    "app_mentions:read,channels:history,chat:write,commands,files:read,files:write,groups:history,im:history,"
    "im:write,mpim:history,mpim:write,usergroups:read,users:read"
)
PATIENCE = 25
"""Seconds after which something that has to come is missed."""

Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Fault:
    """What one call meets. `lost`: it is carried out, and the answer never arrives."""

    error: str = ""
    status: int = 200
    retry_after: int | None = None
    lost: bool = False


@dataclass(slots=True)
class FakeSlack:
    """One workspace with one app installed."""

    url: str = ""
    violations: list[str] = field(default_factory=list)
    people: dict[str, Answer] = field(default_factory=dict)
    groups: dict[str, list[str]] = field(default_factory=dict)
    messages: list[Answer] = field(default_factory=list)
    whispers: list[Answer] = field(default_factory=list)
    outside: set[str] = field(default_factory=set)
    """People who are not in the channel."""
    windows: list[Answer] = field(default_factory=list)
    homes: dict[str, Answer] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    faults: dict[str, deque[Fault]] = field(default_factory=lambda: defaultdict(deque))
    closed: set[str] = field(default_factory=set)
    """People who can't be written to any more."""
    triggers: set[str] = field(default_factory=set)
    scopes: str = ALL_SCOPES
    teams: dict[str, str] = field(default_factory=lambda: {BOT_TOKEN: TEAM})
    """The workspaces that have the app, by the token it has there."""
    codes: dict[str, str] = field(default_factory=dict)
    """What stands for a token until it is fetched: a code, and its workspace."""
    most_a_second: int | None = None
    """Messages that one channel takes within a second; more meet 429."""
    most_a_minute: int | None = None
    """Messages that one workspace takes within a minute."""
    now: Callable[[], float] = time.monotonic
    refused: int = 0
    """How often there was a 429 for that."""
    rooms: dict[frozenset[str], str] = field(default_factory=dict)
    uploads: Uploads = field(default_factory=Uploads)
    _posted: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    _numbers: count[int] = field(default_factory=lambda: count(1))
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)
    _asking: str = TEAM
    """The workspace whose token the call under way has."""
    _lines: list[web.WebSocketResponse] = field(default_factory=list)
    _acks: dict[str, asyncio.Future[Answer]] = field(default_factory=dict)

    def number(self) -> int:
        """A number that was not there before."""
        return next(self._numbers)

    def ts(self) -> str:
        """The time of something that happens now, and its id."""
        return f"{time.time():.0f}.{self.number():06d}"

    def person(self, id_: str, name: str, **more: Any) -> Answer:
        """Somebody who is in the workspace."""
        self.people[id_] = {
            "id": id_, "team_id": TEAM, "name": name.lower(), "deleted": False, "is_bot": False,
            "locale": "fr-FR", "tz": "Europe/Paris", "real_name": name,
            "profile": {"real_name": name, "display_name": name}, **more,
        }  # fmt: skip
        return self.people[id_]

    # Talking with the app

    async def envelope(
        self, kind: str, payload: Answer, *, retry: int = 0, patience: float = PATIENCE
    ) -> Answer | None:
        """Send through Socket Mode; what the app acknowledged with, None when it did not."""
        number = f"envelope-{self.number()}"
        self._acks[number] = asyncio.get_running_loop().create_future()
        line = await self.line()
        await line.send_json({
            "envelope_id": number, "type": kind, "payload": payload, "retry_attempt": retry,
            "retry_reason": "timeout" if retry else "",
            "accepts_response_payload": kind != "events_api",
        })  # fmt: skip
        try:
            async with asyncio.timeout(patience):
                return await self._acks[number]
        except TimeoutError:
            return None

    async def line(self) -> web.WebSocketResponse:
        """The open connection, as soon as there is one."""
        await self.until(lambda: any(not each.closed for each in self._lines))
        return next(each for each in reversed(self._lines) if not each.closed)

    async def hang_up(self, *, politely: bool) -> None:
        """Slack refreshes the connection, or it breaks."""
        line = await self.line()
        if politely:
            await line.send_json({"type": "disconnect", "reason": "refresh_requested"})
        else:
            await line.close()
        await self.until(lambda: line.closed)

    async def until(self, there: Callable[[], Any]) -> None:
        """Wait for something to happen."""
        async with asyncio.timeout(PATIENCE), self._changed:
            await self._changed.wait_for(there)

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    # The Web API

    async def api(self, request: web.Request) -> web.Response:
        """One call of a method."""
        method, given = request.match_info["method"], await _arguments(request)
        self.calls.append(method)
        fault = self.faults[method].popleft() if self.faults[method] else Fault()
        if fault.status != 200 or fault.error:
            return _refusal(fault)
        try:
            answer = self._answer(method, request.headers.get("Authorization", ""), given)
        except Exception as wrong:  # noqa: BLE001 - whatever the judges say fails the test
            self.violations.append(f"{method}: {wrong!r}")
            answer = {"ok": False, "error": "invalid_blocks"}
        await self._tell()
        if fault.lost and request.transport is not None:
            request.transport.abort()
        status = 429 if answer.get("error") == "ratelimited" else 200
        headers = {"X-OAuth-Scopes": self.scopes} | ({"Retry-After": "1"} if status == 429 else {})
        return web.json_response(answer, status=status, headers=headers)

    def _answer(self, method: str, authorization: str, given: Answer) -> Answer:
        if method == "oauth.v2.access":
            return slack_oauth.access(self, authorization, given)
        token = authorization.removeprefix("Bearer ")
        known = {APP_TOKEN} if method == "apps.connections.open" else self.teams
        if token not in known:
            return {"ok": False, "error": "invalid_auth"}
        self._asking = self.teams.get(token, TEAM)
        answers: Mapping[str, Callable[[Answer], Answer]] = {
            "auth.test": self._auth_test, "apps.connections.open": self._connections_open,
            "chat.postMessage": self._post, "chat.postEphemeral": self._whisper,
            "chat.update": self._update,
            "conversations.open": self._open, "conversations.history": self._history,
            "users.info": self._info, "usergroups.users.list": self._group,
            "views.open": self._window, "views.publish": self._publish,
            "files.getUploadURLExternal": self._upload, "files.completeUploadExternal": self._share,
        }  # fmt: skip
        answer = answers[method](given)
        return {"ok": "error" not in answer, **answer}

    def _auth_test(self, given: Answer) -> Answer:
        return {"team_id": self._asking, "user_id": BOT_USER, "bot_id": BOT, "team": "Essais",
                "user": "passerelle", "url": "https://essais.slack.com/"}  # fmt: skip

    def _connections_open(self, given: Answer) -> Answer:
        return {"url": f"{self.url.replace('http', 'ws')}/link?ticket={self.number()}"}

    def _post(self, given: Answer) -> Answer:
        _only(given, {"channel", "text", "blocks", "metadata", "unfurl_links", "unfurl_media"})
        message_is_right(given)
        metadata = given["metadata"]
        assert set(metadata) == {"event_type", "event_payload"}
        assert all(isinstance(each, str) for each in metadata["event_payload"].values())
        channel = self._channel(given["channel"])
        if channel is None:
            return {"error": "channel_not_found"}
        if self._too_fast(channel):
            return {"error": "ratelimited"}
        message = given | {"channel": channel, "ts": self.ts(), "team": self._asking}
        self.messages.append(message)
        return {"channel": channel, "ts": message["ts"], "message": {"text": given["text"]}}

    def _update(self, given: Answer) -> Answer:
        """Of a message the words and blocks are replaced, and its metadata stays."""
        _only(given, {"channel", "ts", "text", "blocks"})
        message_is_right(given)
        assert given["channel"][0] in "DGC", "chat.update: a conversation's id, not a person's"
        for n, message in enumerate(self.messages):
            if (message["channel"], message["ts"]) == (given["channel"], given["ts"]):
                self.messages[n] = message | {"blocks": []} | given
                return {"channel": given["channel"], "ts": given["ts"], "text": given["text"]}
        return {"error": "message_not_found"}

    def _too_fast(self, channel: str) -> bool:
        over = self._over(channel, 1, self.most_a_second)
        over = self._over(self._asking, 60, self.most_a_minute) or over
        self.refused += over
        return over

    def _over(self, what: str, seconds: int, most: int | None) -> bool:
        now = self.now()
        recent = [at for at in self._posted[what] if at > now - seconds]
        self._posted[what] = [*recent, now]
        return most is not None and len(recent) >= most

    def _whisper(self, given: Answer) -> Answer:
        _only(given, {"channel", "user", "text", "blocks"})
        message_is_right(given)
        if given["user"] in self.outside:
            return {"error": "user_not_in_channel"}
        self.whispers.append(given | {"response_url": f"{self.url}/response/{len(self.whispers)}"})
        return {"message_ts": self.ts()}

    def _channel(self, to: str) -> str | None:
        if to in self.people:
            return f"D{to}" if self._can_see(to) and to not in self.closed else None
        line = to.removeprefix("D")
        is_line = line in self.people and self._can_see(line)
        return to if is_line or to in {*self.rooms.values(), "C0GENERAL"} else None

    def _open(self, given: Answer) -> Answer:
        people = frozenset(given["users"].split(","))
        assert 1 <= len(people) <= 8, "conversations.open: 1 to 8 people"
        assert BOT_USER not in people
        if not people <= set(self.people):
            return {"error": "user_not_found"}
        if len(people) == 1:
            return {"channel": {"id": f"D{next(iter(people))}"}}
        room = self.rooms.setdefault(people, f"G{self.number():05d}")
        return {"channel": {"id": room}}

    def _history(self, given: Answer) -> Answer:
        if "im:history" not in self.scopes:
            return {"error": "missing_scope", "needed": "im:history", "provided": self.scopes}
        assert given["channel"][0] in "DGC", "a conversation's id, not a person's"
        here = [each for each in self.messages if each["channel"] == given["channel"]]
        with_metadata = given.get("include_all_metadata") in {True, "1", "true"}
        keys = {"ts", "text"} | ({"metadata"} if with_metadata else set())
        late = [each for each in here if float(each["ts"]) >= float(given.get("oldest", 0))]
        shown = [
            {key: each[key] for key in keys & set(each)} | slack_uploads.shown(each)
            for each in reversed(late)
        ]
        return {"messages": shown[: int(given.get("limit", 100))], "has_more": False}

    def _upload(self, given: Answer) -> Answer:
        if "files:write" not in self.scopes:
            return {"error": "missing_scope", "needed": "files:write", "provided": self.scopes}
        return self.uploads.begin(f"F{self.number():05d}", given, self.url)

    async def give(self, request: web.Request) -> web.Response:
        """A file, to whoever has a workspace's token and the right to read files."""
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        may_read = token in self.teams and "files:read" in self.scopes
        return self.uploads.give(request.match_info["id"], may_read=may_read)

    def _share(self, given: Answer) -> Answer:
        _only(given, {"files", "channel_id"})
        assert given["channel_id"][0] in "DGC", "a conversation's id, not a person's"
        channel = self._channel(given["channel_id"])
        if channel is None:
            return {"error": "channel_not_found"}
        files = self.uploads.complete(given["files"])
        shared = {"channel": channel, "ts": self.ts(), "team": self._asking, "text": ""}
        self.messages.append(shared | {"blocks": [], "files": files})
        return {"files": [{"id": each["id"], "title": each["title"]} for each in files]}

    def _info(self, given: Answer) -> Answer:
        found = self.people.get(given["user"])
        found = found if found and self._can_see(given["user"]) else None
        return {"user": found} if found else {"error": "user_not_found"}

    def _can_see(self, person: str) -> bool:
        """Those of the workspace, and those who are in a channel that it shares."""
        who = self.people[person]
        return bool(who["team_id"] == self._asking or who.get("is_stranger"))

    def _group(self, given: Answer) -> Answer:
        members = self.groups.get(given["usergroup"])
        return {"error": "no_such_subteam"} if members is None else {"users": members}

    def _window(self, given: Answer) -> Answer:
        view_is_right(given["view"])
        if given["trigger_id"] not in self.triggers:
            return {"error": "expired_trigger_id"}
        self.triggers.discard(given["trigger_id"])
        opened = given["view"] | {"id": f"V{self.number()}", "hash": f"{self.number()}.h"}
        self.windows.append(opened)
        return {"view": opened}

    def _publish(self, given: Answer) -> Answer:
        view_is_right(given["view"])
        self.homes[given["user_id"]] = given["view"]
        return {"view": given["view"]}

    async def response(self, request: web.Request) -> web.Response:
        """An answer to an interaction, at the address that came with it."""
        given = await request.json()
        if given != {"delete_original": True}:
            self.violations.append(f"response_url: {given}")
        self.whispers[int(request.match_info["n"])]["deleted"] = True
        await self._tell()
        return web.Response(text="ok")

    # Socket Mode

    async def link(self, request: web.Request) -> web.WebSocketResponse:
        """A connection of the app's; it ends when one side hangs up."""
        line = web.WebSocketResponse()
        await line.prepare(request)
        await line.send_json({"type": "hello", "num_connections": 1})
        self._lines.append(line)
        await self._tell()
        async for frame in line:
            if frame.type is WSMsgType.TEXT:
                ack = json.loads(frame.data)
                waiting = self._acks.get(ack["envelope_id"])
                if waiting is None or waiting.done():
                    self.violations.append(f"acknowledged twice, or unknown: {ack}")
                else:
                    waiting.set_result(ack)
        await self._tell()
        return line


@asynccontextmanager
async def running() -> AsyncIterator[FakeSlack]:
    """A fake that listens; at the end it must have nothing to complain about."""
    slack = FakeSlack()
    app = web.Application()
    app.router.add_route("*", "/api/{method}", slack.api)
    app.router.add_get("/link", slack.link)
    app.router.add_post("/upload/{id}", slack.uploads.take)
    app.router.add_get("/files-pri/T0-{id}/{name}", slack.give)
    app.router.add_post("/response/{n}", slack.response)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    slack.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield slack
    finally:
        await runner.cleanup()
    assert slack.violations == []


def signed(body: bytes, *, at: float | None = None, secret: str = SECRET) -> dict[str, str]:
    """The headers of a request of Slack's (docs.slack.dev, "Verifying requests from Slack")."""
    stamp = str(int(at if at is not None else time.time()))
    base = b"v0:" + stamp.encode() + b":" + body
    signature = hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={signature}"}


async def _arguments(request: web.Request) -> Answer:
    body, given = await request.read(), dict(request.query)
    if request.content_type == "application/json":
        sent: Answer = json.loads(body or b"{}")
        return given | sent
    return given | dict(parse_qsl(body.decode(), keep_blank_values=True))


def _refusal(fault: Fault) -> web.Response:
    if fault.status >= 500:
        return web.Response(status=fault.status, text="upstream connect error")
    headers = {} if fault.retry_after is None else {"Retry-After": str(fault.retry_after)}
    answer = {"ok": False, "error": fault.error or "ratelimited"}
    return web.json_response(answer, status=fault.status, headers=headers)


def _only(given: Answer, known: set[str]) -> None:
    assert set(given) <= known, f"unknown arguments: {set(given) - known}"
