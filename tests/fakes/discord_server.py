"""A small, strict Discord: what the real client library needs of it, over real HTTP."""

from __future__ import annotations

import asyncio
import itertools
import json
import re
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from tests.fakes.discord_gateway import Gateway, Json
from tests.fakes.discord_spec import Refused, judge
from tests.fakes.discord_wire import (
    ALL,
    CHANNEL,
    CHANNEL_THERE,
    EPHEMERAL,
    GUILD,
    ME,
    TOKEN,
    Asked,
    Fault,
    error,
    guild,
    reply,
    wrong,
)

A_SECOND = 50
GLOBALLY = {"Via": "1.1 google", "X-RateLimit-Global": "true"}
PATIENCE = 25
"""Seconds until a test gives up; the library waits five before it asks for a new session."""


class FakeDiscord:
    """One server with a channel; people are added by `tests.fakes.discord_people`."""

    def __init__(self) -> None:
        self.me: Json = {"id": ME, "username": "Passerelle", "discriminator": "0", "avatar": None,
                         "global_name": None, "bot": True}  # fmt: skip
        self.members: dict[str, Json] = {}
        self.places: dict[str, list[Json]] = defaultdict(list)
        """What was said in each channel, the latest last."""
        self.lines: dict[str, str] = {}
        """The person of each direct line."""
        self.threads: dict[str, Json] = {}
        self.files: dict[str, bytes] = {}
        """What came with a message, by its id."""
        self.handed_in: dict[str, tuple[str, bytes]] = {}
        """What people sent: kind and bytes, by the message's id."""
        self.closed: set[str] = set()
        """People who take no direct messages."""
        self.interactions: dict[str, Asked] = {}
        self.whispers: dict[str, list[Json]] = defaultdict(list)
        """What only one person sees."""
        self.commands: dict[str, list[list[Json]]] = defaultdict(list)
        self.requests: list[tuple[str, str]] = []
        self.violations: list[str] = []
        self.faults: list[Fault] = []
        self.application_flags = 1 << 15
        self.permissions = ALL
        self.denied = "0"
        """What the channel takes away from everybody's permissions."""
        self.channels = [CHANNEL_THERE]
        self.nowhere = False
        self.system_channel: str | None = CHANNEL
        self.gateway = Gateway(TOKEN, lambda: [self.guild()], self.me)
        self.changed = asyncio.Condition()
        self.base = ""
        self.seconds: Callable[[], float] = time.monotonic
        self.asked_at: list[float] = []
        """When the bot asked for something that its fifty requests a second are counted by."""
        self.answered = 0
        self.too_fast = 0
        """How often it was told to slow down."""
        self._nonces: dict[str, Json] = {}
        self._ids = itertools.count(10_000)
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Listen on a free port of this machine."""
        app = web.Application(middlewares=[self._strict])
        app.router.add_get("/gw/", self.gateway.connect)
        app.router.add_get("/attachments/{id}/{name}", self._given)
        for method, path, answer in self._routes():
            app.router.add_route(method, f"/api/v10{path}", answer)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        port = self._runner.addresses[0][1]
        self.base, self.gateway.url = (
            f"http://127.0.0.1:{port}/api/v10",
            f"ws://127.0.0.1:{port}/gw/",
        )
        self.gateway.changed = lambda: asyncio.ensure_future(self.tell())

    async def stop(self) -> None:
        """Close everything."""
        await self.gateway.close()
        if self._runner is not None:
            await self._runner.cleanup()

    async def until(self, true: Callable[[], Any]) -> None:
        """Wait until something is so; it is looked at whenever something happened here."""
        async with self.changed, asyncio.timeout(PATIENCE):
            await self.changed.wait_for(true)

    async def is_joined_by(self, starting: Awaitable[None]) -> None:
        """Wait until a bot that starts is connected, and knows who is here."""
        gateway, before = self.gateway, (self.gateway.welcomed, self.gateway.chunked)
        await starting
        await self.until(lambda: gateway.welcomed > before[0])
        await self.until(lambda: not self.members or gateway.chunked > before[1])

    async def tell(self) -> None:
        """Something happened."""
        async with self.changed:
            self.changed.notify_all()

    def id(self) -> str:
        """An id that was never used."""
        return str(next(self._ids))

    def guild(self) -> Json:
        """The server as the gateway tells it."""
        return guild(self.me, self.members.values(), self.system_channel, self.channels)

    def _routes(self) -> list[tuple[str, str, Callable[[web.Request], Any]]]:
        return [
            ("GET", "/users/@me", self._me), ("GET", "/oauth2/applications/@me", self._application),
            ("GET", "/gateway/bot", self._bot_gateway), ("POST", "/users/@me/channels", self._line),
            ("GET", "/users/@me/guilds", self._guilds),
            ("POST", "/channels/{channel}/messages", self._message),
            ("PATCH", "/channels/{channel}/messages/{message}", self._change),
            ("POST", "/channels/{channel}/threads", self._thread),
            ("PATCH", "/channels/{channel}", self._change_thread),
            ("GET", "/guilds/{guild}/threads/active", self._active),
            ("GET", "/channels/{channel}/thread-members", self._inside),
            ("PUT", "/channels/{channel}/thread-members/{person}", self._enter),
            ("GET", "/guilds/{guild}/members/{person}", self._member),
            ("GET", "/guilds/{guild}", self._one_guild),
            ("GET", "/guilds/{guild}/channels", self._channels),
            ("POST", "/interactions/{id}/{token}/callback", self._callback),
            ("POST", "/webhooks/{app}/{token}", self._follow_up),
            ("DELETE", "/webhooks/{app}/{token}/messages/@original", self._delete),
            ("PUT", "/applications/{app}/commands", self._commands),
            ("PUT", "/applications/{app}/guilds/{guild}/commands", self._commands),
        ]  # fmt: skip

    @web.middleware
    async def _strict(self, request: web.Request, handler: Any) -> web.StreamResponse:
        """Judge every request, then let it go wrong if a test wants so."""
        path = request.path.removeprefix("/api/v10")
        if not request.path.startswith("/api"):
            gateway: web.StreamResponse = await handler(request)
            return gateway
        self.requests.append((request.method, path))
        response = await self._judged(request, path, handler)
        self.answered += 1
        await self.tell()
        return response

    def _is_too_fast(self) -> bool:
        """Whether this is more than a bot may ask for in any second (docs, "Rate Limits")."""
        now = self.seconds()
        self.asked_at.append(now)
        fast = sum(at > now - 1 for at in self.asked_at[-A_SECOND - 1 :]) > A_SECOND
        self.too_fast += fast
        return fast

    async def _judged(self, request: web.Request, path: str, handler: Any) -> web.StreamResponse:
        needs_token = not path.startswith(("/interactions", "/webhooks"))
        if needs_token and request.headers.get("Authorization") != f"Bot {TOKEN}":
            return error(401, 0, "401: Unauthorized")
        body = await self._body(request)
        try:
            if body is not None:
                judge(request.method, path, body)
        except Refused as refused:
            self.violations.append(f"{request.method} {path}: {refused}")
            return error(400, 50035, str(refused))
        if needs_token and self._is_too_fast():
            return wrong(Fault("", 429, headers=GLOBALLY, retry_after=1.0))
        fault = self._fault(path)
        if fault and not fault.after_accepting:
            return wrong(fault)
        response: web.StreamResponse = await handler(request)
        if fault and request.transport is not None:
            request.transport.abort()
        return response

    async def _body(self, request: web.Request) -> Any:
        """What was sent: JSON, or JSON with the file that it names (docs, "Uploading Files")."""
        if not request.can_read_body:
            return None
        if request.content_type != "multipart/form-data":
            request["body"] = await request.json()
            return request["body"]
        form = await request.post()
        request["body"] = json.loads(str(form["payload_json"]))
        request["files"] = [part for name, part in form.items() if name != "payload_json"]
        named = [each["filename"] for each in request["body"]["attachments"]]
        if set(form) != {"payload_json", "files[0]"} or named != [request["files"][0].filename]:
            self.violations.append(f"files that the body does not name: {sorted(form)} {named}")
        return request["body"]

    def attached(self, id_: str, kind: str, content: bytes) -> Json:
        """A file of somebody's as the gateway tells of it (docs, "Attachment Object")."""
        self.handed_in[id_] = kind, content
        url = f"{self.base.removesuffix('/api/v10')}/attachments/{id_}/photo.bin"
        return {"id": id_, "filename": "photo.bin", "content_type": kind, "size": len(content),
                "url": url, "proxy_url": url}  # fmt: skip

    async def _given(self, request: web.Request) -> web.Response:
        kind, content = self.handed_in[request.match_info["id"]]
        return web.Response(body=content, content_type=kind)

    def _keep(self, message: str, request: web.Request) -> None:
        for part in request.get("files", ()):
            self.files[message] = part.file.read()

    def _fault(self, path: str) -> Fault | None:
        for fault in self.faults:
            if fault.times and re.search(fault.path, path):
                fault.times -= 1
                return fault
        return None

    async def _me(self, _request: web.Request) -> web.Response:
        return reply(self.me)

    async def _application(self, _request: web.Request) -> web.Response:
        return reply({
            "id": ME, "name": "Passerelle", "icon": None, "description": "", "bot_public": False,
            "bot_require_code_grant": False, "verify_key": "", "summary": "", "team": None,
            "flags": self.application_flags,
            "owner": self.me | {"id": "1"},
        })  # fmt: skip

    async def _bot_gateway(self, _request: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        answer = {"url": self.gateway.url, "shards": 1, "session_start_limit": limit}
        return reply(answer)

    async def _guilds(self, _request: web.Request) -> web.Response:
        here = {"id": GUILD, "name": "Les Essais", "permissions": self.permissions}
        return reply([] if self.nowhere else [here])

    def _where(self, request: web.Request) -> Json | None:
        """The server that is asked about, if the bot is in it."""
        here = [] if self.nowhere else self.gateway.guilds()
        return next((each for each in here if each["id"] == request.match_info["guild"]), None)

    async def _one_guild(self, request: web.Request) -> web.Response:
        """As REST has it: without channels and members."""
        here = self._where(request)
        if here is None:
            return error(404, 10004, "Unknown Guild")
        everyone, *others = here["roles"]
        roles = [everyone | {"permissions": self.permissions}, *others]
        kept = {key: value for key, value in here.items()
                if key not in {"channels", "members", "threads"}}  # fmt: skip
        return reply(kept | {"roles": roles})

    async def _channels(self, _request: web.Request) -> web.Response:
        denied = {"id": GUILD, "type": 0, "allow": "0", "deny": self.denied}
        channels = self.guild()["channels"]
        return reply([each | {"permission_overwrites": [denied]} for each in channels])

    async def _line(self, request: web.Request) -> web.Response:
        person = (await request.json())["recipient_id"]
        self.lines[self.line_of(person)] = person
        return reply({"id": self.line_of(person), "type": 1})

    def line_of(self, person: str) -> str:
        """The id of somebody's direct line."""
        return f"7{person}"

    async def _message(self, request: web.Request) -> web.Response:
        channel, body = request.match_info["channel"], request["body"]
        shared = {each["id"] for each in self.channels} | set(self.threads)
        if channel not in self.lines and channel not in shared:
            return error(404, 10003, "Unknown Channel")
        if self.lines.get(channel) in self.closed:
            return error(403, 50007, "Cannot send messages to this user")
        nonce = str(body.get("nonce", ""))
        assert len(nonce) <= 25, "a nonce has at most 25 characters"
        known = self._nonces.get(nonce) if body.get("enforce_nonce") else None
        if known is None:
            known = self._nonces[nonce] = body | {"id": self.id(), "channel_id": channel}
            self._keep(known["id"], request)
            self.places[channel].append(known)
        return reply(known)

    async def _change(self, request: web.Request) -> web.Response:
        """What the body names is replaced (docs, "Edit Message")."""
        here, body = self.places[request.match_info["channel"]], request["body"]
        for n, message in enumerate(here):
            if message["id"] == request.match_info["message"]:
                here[n] = message | body
                return reply(here[n])
        return error(404, 10008, "Unknown Message")

    async def _thread(self, request: web.Request) -> web.Response:
        if request.match_info["channel"] != CHANNEL:
            return error(404, 10003, "Unknown Channel")
        thread = await request.json() | {"id": self.id(), "owner_id": ME, "people": []}
        self.threads[thread["id"]] = thread
        return reply(thread)

    async def _change_thread(self, request: web.Request) -> web.Response:
        """Who made a thread may archive it (docs, "Modify Channel")."""
        thread, body = self.threads[request.match_info["channel"]], request["body"]
        if set(body) != {"archived"}:
            return error(403, 50013, "Missing Permissions")
        thread |= body
        return reply(thread)

    async def _active(self, _request: web.Request) -> web.Response:
        threads = [each for each in self.threads.values() if not each.get("archived")]
        return reply({"threads": threads, "members": [], "has_more": False})

    async def _inside(self, request: web.Request) -> web.Response:
        """Who is in a thread, its owner too (docs, "List Thread Members")."""
        people = self.threads[request.match_info["channel"]]["people"]
        return reply([{"user_id": each} for each in (ME, *people)])

    async def _enter(self, request: web.Request) -> web.Response:
        if request.match_info["person"] not in self.members:
            return error(404, 10007, "Unknown Member")
        people, person = (
            self.threads[request.match_info["channel"]]["people"], request.match_info["person"],
        )  # fmt: skip
        if person not in people:
            people.append(person)
        return web.Response(status=204)

    async def _member(self, request: web.Request) -> web.Response:
        here = self._where(request)
        if here is None:
            return error(404, 10004, "Unknown Guild")
        everybody = {each["user"]["id"]: each for each in here["members"]}
        known = everybody.get(request.match_info["person"])
        return reply(known) if known else error(404, 10007, "Unknown Member")

    async def _callback(self, request: web.Request) -> web.Response:
        asked, body = self.interactions.get(request.match_info["token"]), await request.json()
        if asked is None:
            return error(404, 10062, "Unknown interaction")
        if asked.answer is not None:
            return error(400, 40060, "Interaction has already been acknowledged.")
        allowed = {2: {4, 5, 9}, 3: {4, 5, 6, 7, 9}, 4: {8}, 5: {4, 5, 6, 7}}
        if body["type"] not in allowed[asked.kind]:
            self.violations.append(f"answer {body['type']} to an interaction {asked.kind}")
            return error(400, 50035, "Invalid response type")
        asked.answer = body
        if body["type"] == 4:
            self._whisper(asked, body["data"])
        if request.query.get("with_response") not in {"1", "true"}:
            return web.Response(status=204)
        known = {"id": request.match_info["id"], "type": asked.kind}
        return reply({"interaction": known, "resource": {"type": body["type"]}})

    async def _follow_up(self, request: web.Request) -> web.Response:
        asked = self.interactions.get(request.match_info["token"])
        if asked is None or asked.answer is None:
            return error(404, 10015, "Unknown Webhook")
        made = self._whisper(asked, request["body"])
        self._keep(made["id"], request)
        return reply(made)

    def _whisper(self, asked: Asked, body: Json) -> Json:
        if not body.get("flags", 0) & EPHEMERAL:
            self.violations.append("an answer that everybody in the channel would see")
        made = body | {"id": self.id(), "channel_id": CHANNEL}
        self.whispers[asked.person].append(made)
        return made

    async def _delete(self, _request: web.Request) -> web.Response:
        return web.Response(status=204)

    async def _commands(self, request: web.Request) -> web.Response:
        where = request.match_info.get("guild", "everywhere")
        self.commands[where].append(await request.json())
        return reply([])
