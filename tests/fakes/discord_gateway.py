"""The gateway of the fake Discord: hello, identify, heartbeats, numbered events, resume."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp import web

Json = dict[str, Any]
MEMBERS = 1 << 1
"""The privileged intent that we ask for."""


@dataclass
class Session:
    """What was told to one client; it can take it up again where it broke off."""

    id: str
    events: list[Json] = field(default_factory=list)
    socket: web.WebSocketResponse | None = None


class Gateway:
    """`dispatch` tells whoever is connected, or will resume."""

    def __init__(self, token: str, guilds: Callable[[], list[Json]], me: Json) -> None:
        self.token = token
        self.guilds = guilds
        self.me = me
        self.url = ""
        self.sessions: dict[str, Session] = {}
        self.identified: list[Json] = []
        self.resumed = 0
        self.heartbeats = 0
        self.welcomed = 0
        self.chunked = 0
        self.privileged = True
        self.in_outage: set[str] = set()
        """Servers that are named at the connection, and of which nothing more is told."""
        self.kept_back: set[str] = set()
        """People who are left out of the members that are told."""
        self.lossy = False
        """What happens while nobody is connected is forgotten, and no session can be resumed."""
        self.changed: Callable[[], Any] = lambda: None
        self._ids = itertools.count(1)

    async def connect(self, request: web.Request) -> web.WebSocketResponse:
        """One connection."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 20_000}})
        async for frame in socket:
            if frame.type is aiohttp.WSMsgType.TEXT:
                assert len(frame.data) <= 4096, "a gateway payload has at most 4096 bytes"
                await self._heard(socket, frame.json())
        for session in self.sessions.values():
            if session.socket is socket:
                session.socket = None
        self.changed()
        return socket

    async def dispatch(self, event: str, data: Json) -> None:
        """Something happened."""
        for session in self.sessions.values():
            if session.socket is not None or not self.lossy:
                await self._tell(session, event, data)

    async def break_off(self, *, resumable: bool) -> None:
        """Cut every connection."""
        if not resumable:
            self.sessions, gone = {}, self.sessions
        else:
            gone = dict(self.sessions)
        for session in gone.values():
            socket, session.socket = session.socket, None
            if socket is not None:
                await socket.close(code=4000)

    @property
    def connected(self) -> bool:
        """Whether somebody listens."""
        return any(session.socket is not None for session in self.sessions.values())

    async def close(self) -> None:
        """Let everybody go."""
        for session in self.sessions.values():
            if session.socket is not None:
                await session.socket.close(code=1000)

    async def _heard(self, socket: web.WebSocketResponse, frame: Json) -> None:
        match frame["op"]:
            case 1:
                self.heartbeats += 1
                await socket.send_json({"op": 11})
            case 2:
                await self._identify(socket, frame["d"])
            case 6:
                await self._resume(socket, frame["d"])
            case 8:
                await self._chunk(socket, frame["d"])
        self.changed()

    async def _identify(self, socket: web.WebSocketResponse, data: Json) -> None:
        self.identified.append(data)
        if data["token"] != self.token:
            await socket.close(code=4004)
        elif data["intents"] & MEMBERS and not self.privileged:
            await socket.close(code=4014)
        else:
            session = Session(f"session-{next(self._ids)}", socket=socket)
            self.sessions[session.id] = session
            await self._welcome(session, data.get("shard", [0, 1]))

    async def _welcome(self, session: Session, shard: list[int]) -> None:
        guilds = self.guilds()
        unavailable = [{"id": guild["id"], "unavailable": True} for guild in guilds]
        await self._tell(session, "READY", {
            "v": 10, "user": self.me, "guilds": unavailable, "session_id": session.id,
            "resume_gateway_url": self.url, "shard": shard,
            "application": {"id": self.me["id"], "flags": 0},
        })  # fmt: skip
        for guild in guilds:
            if guild["id"] in self.in_outage:
                continue
            mine = [each for each in guild["members"] if each["user"]["id"] == self.me["id"]]
            await self._tell(session, "GUILD_CREATE", guild | {"members": mine})
        self.welcomed += 1

    async def _resume(self, socket: web.WebSocketResponse, data: Json) -> None:
        session = self.sessions.get(data["session_id"])
        if session is None:
            await socket.send_json({"op": 9, "d": False})
            return
        session.socket = socket
        self.resumed += 1
        for event in session.events[data["seq"] :]:
            await socket.send_json(event)
        await self._tell(session, "RESUMED", {})

    async def _chunk(self, socket: web.WebSocketResponse, data: Json) -> None:
        session = next(each for each in self.sessions.values() if each.socket is socket)
        for guild in self.guilds():
            if guild["id"] == str(data["guild_id"]):
                told = [each for each in guild["members"]
                        if each["user"]["id"] not in self.kept_back]  # fmt: skip
                await self._tell(session, "GUILD_MEMBERS_CHUNK", {
                    "guild_id": guild["id"], "members": told, "chunk_index": 0,
                    "chunk_count": 1, "nonce": data.get("nonce"),
                })  # fmt: skip
        self.chunked += 1

    async def _tell(self, session: Session, event: str, data: Json) -> None:
        frame = {"op": 0, "t": event, "s": len(session.events) + 1, "d": data}
        session.events.append(frame)
        if session.socket is not None and not session.socket.closed:
            await session.socket.send_json(frame)
