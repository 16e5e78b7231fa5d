"""What Slack knows of somebody: their name and language, and what they may do."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import structlog

from connectors.base import NotDelivered, Undeliverable
from connectors.slack.api import Api

log = structlog.get_logger()

KEPT_SECONDS = 60
"""A role that was taken away ends within a minute, or at once where Slack tells of the change."""
MOST_KEPT = 10_000
PATIENCE_SECONDS = 1.5
"""Slack wants its answer within 3 seconds (docs.slack.dev, "Events API"): better none of ours."""


@dataclass(frozen=True, slots=True)
class Known:
    """What Slack says of somebody; without an answer nothing, and then they have no role."""

    told: Mapping[str, str] = field(default_factory=dict)
    role: str | None = None


class People:
    """Looks people up, and remembers them for a short while. `now` is in seconds."""

    def __init__(
        self, api: Api, moderators: str | None, now: Callable[[], float], *, team: str
    ) -> None:
        self._api = api
        self._moderators = moderators
        self._now = now
        self._kept: dict[str, tuple[float, Known]] = {}
        self._team = team

    async def look(self, user: str) -> Known:
        """What Slack says of them now, or said a moment ago."""
        until, known = self._kept.get(user, (0.0, Known()))
        if self._now() < until:
            return known
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                answer = await self._api.call(
                    self._api.client.users_info, user=user, include_locale=True
                )
                return await self._keep(user, answer["user"])
        except (NotDelivered, TimeoutError) as fault:
            log.info("slack-user-not-known", user=user, why=type(fault).__name__)
            return Known()

    async def told(self, user: Mapping[str, Any]) -> Known:
        """Slack has just told of them by itself."""
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                return await self._keep(str(user["id"]), user)
        except (NotDelivered, TimeoutError):
            return Known(told(user))

    def forget(self, user: str) -> None:
        """They have changed: look again next time."""
        self._kept.pop(user, None)

    async def _keep(self, id_: str, user: Mapping[str, Any]) -> Known:
        role = _role(user, self._team)
        if role is None and self._moderators and _at_home(user, self._team):
            role = "moderator" if await self._in_group(id_, self._moderators) else None
        known = Known(told(user), role)
        if len(self._kept) >= MOST_KEPT:
            self._kept.clear()
        self._kept[id_] = (self._now() + KEPT_SECONDS, known)
        return known

    async def _in_group(self, id_: str, group: str) -> bool:
        """Whether they are in that group; nobody is in a group of another workspace."""
        try:
            answer = await self._api.call(self._api.client.usergroups_users_list, usergroup=group)
        except Undeliverable:
            return False
        return id_ in answer["users"]


def told(user: Mapping[str, Any]) -> dict[str, str]:
    """Name, language and time zone, of a user object; keys may lack."""
    profile = user.get("profile")
    profile = profile if isinstance(profile, Mapping) else {}
    told = {
        "name": profile.get("display_name") or profile.get("real_name") or user.get("real_name"),
        "locale": user.get("locale"), "time_zone": user.get("tz"),
    }  # fmt: skip
    return {name: str(value) for name, value in told.items() if value}


def _at_home(user: Mapping[str, Any], team: str) -> bool:
    """Neither a guest nor a stranger from a shared channel; keys may lack on strangers."""
    guest = user.get("is_restricted") or user.get("is_ultra_restricted") or user.get("is_stranger")
    return not guest and not user.get("deleted") and user.get("team_id") == team


def _role(user: Mapping[str, Any], team: str) -> str | None:
    """docs.slack.dev, "User object": owners and admins."""
    if not _at_home(user, team):
        return None
    if user.get("is_primary_owner"):
        return "organiser"
    return "moderator" if user.get("is_owner") or user.get("is_admin") else None
