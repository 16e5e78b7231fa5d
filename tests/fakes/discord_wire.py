"""What the fake Discord is made of: its ids, its server, its answers and its faults."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

Json = dict[str, Any]

TOKEN = "MTAw.fake.token-of-the-bot"
ME = "1000"
GUILD = "2000"
CHANNEL = "2001"
MODS, STAFF = "2100", "2200"
ALL = str((1 << 53) - 1)
EPHEMERAL = 64
CHANNEL_THERE: Json = {
    "id": CHANNEL, "type": 0, "name": "accueil", "position": 0, "topic": None,
    "permission_overwrites": [], "parent_id": None, "nsfw": False,
}  # fmt: skip


@dataclass(slots=True)
class Fault:
    """What goes wrong with the next requests that fit: a status, or a break after acceptance."""

    path: str
    status: int = 500
    code: int = 0
    times: int = 1
    headers: dict[str, str] = field(default_factory=dict)
    retry_after: float = 0.01
    after_accepting: bool = False


@dataclass(slots=True)
class Asked:
    """An interaction that the bot has to answer, once."""

    kind: int
    person: str
    direct: bool
    answer: Json | None = None


def guild(
    me: Json, people: Iterable[Json], system_channel: str | None, channels: Iterable[Json]
) -> Json:
    """The server as the gateway tells it."""
    members = [_me_there(me), *people]
    return {
        "id": GUILD, "name": "Les Essais", "owner_id": "1", "roles": _roles(),
        "channels": [*channels], "members": members, "member_count": len(members),
        "threads": [], "emojis": [], "stickers": [], "features": [], "large": False,
        "premium_tier": 0, "system_channel_id": system_channel, "verification_level": 0,
        "nsfw_level": 0,
        "default_message_notifications": 0, "explicit_content_filter": 0, "mfa_level": 0,
        "preferred_locale": "fr", "voice_states": [], "presences": [], "stage_instances": [],
        "guild_scheduled_events": [], "soundboard_sounds": [], "afk_timeout": 60,
        "system_channel_flags": 0, "premium_subscription_count": 0, "unavailable": False,
    }  # fmt: skip


def _roles() -> list[Json]:
    usual = str(1 << 10 | 1 << 11)  # to see channels, and to write in them
    role = {"id": GUILD, "name": "@everyone", "permissions": usual, "color": 0, "hoist": False,
            "position": 0, "managed": False, "mentionable": False, "flags": 0}  # fmt: skip
    manages = str(1 << 5)
    return [role, role | {"id": MODS, "name": "mods"},
            role | {"id": STAFF, "name": "staff", "permissions": manages}]  # fmt: skip


def _me_there(me: Json) -> Json:
    joined = "2026-01-01T00:00:00+00:00"
    return {"user": me, "roles": [], "joined_at": joined, "deaf": False, "mute": False, "flags": 0}


def reply(data: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """JSON as the library reads it: with a content type that says nothing but that."""
    body = json.dumps(data).encode()
    return web.Response(body=body, status=status, headers=headers, content_type="application/json")


def error(status: int, code: int, message: str) -> web.Response:
    """A refusal as Discord writes it."""
    return reply({"message": message, "code": code}, status=status)


def wrong(fault: Fault) -> web.Response:
    """The answer of a request that goes wrong."""
    body = {"message": "wrong", "code": fault.code, "retry_after": fault.retry_after}
    return reply(body, status=fault.status, headers=fault.headers)
