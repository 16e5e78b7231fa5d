"""What Slack knows of somebody: their name and language, and what they may do."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
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
    at_home: bool = False
    """Neither a guest nor a stranger from a shared channel."""


class Group:
    """Who is in a user group. One call tells of everybody, so it is made once a minute at most.

    Slack takes about twenty such calls a minute (docs.slack.dev, "usergroups.users.list": tier 2);
    when it refuses one, who was in the group a moment ago still is.
    """

    def __init__(self, api: Api, id_: str, now: Callable[[], float]) -> None:
        self._api = api
        self._id = id_
        self._now = now
        self._until = float("-inf")
        self._members: frozenset[str] = frozenset()
        self._one_by_one = asyncio.Lock()

    async def has(self, user: str) -> bool:
        """Whether they are in it; nobody is in a group of another workspace."""
        async with self._one_by_one:
            if self._now() >= self._until:
                await self._look()
                self._until = self._now() + KEPT_SECONDS
        return user in self._members

    async def _look(self) -> None:
        client = self._api.client
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                answer = await self._api.call(client.usergroups_users_list, usergroup=self._id)
            self._members = frozenset(answer["users"])
        except Undeliverable:
            self._members = frozenset()
        except (NotDelivered, TimeoutError) as fault:
            log.info("slack-group-not-read", why=type(fault).__name__)


class People:
    """Looks people up, and remembers them for a short while. `now` is in seconds."""

    def __init__(
        self, api: Api, moderators: str | None, now: Callable[[], float], *, team: str
    ) -> None:
        self._api = api
        self._now = now
        self._kept: dict[str, tuple[float, Known]] = {}
        self._group = Group(api, moderators, now) if moderators else None
        self._team = team

    async def look(self, user: str) -> Known:
        """What Slack says of them now, or said a moment ago."""
        until, known = self._kept.get(user, (0.0, Known()))
        if self._now() >= until:
            known = await self._asked(user)
        return await self._in_group(user, known)

    async def told(self, user: Mapping[str, Any]) -> Known:
        """Slack has just told of them by itself."""
        id_ = str(user["id"])
        return await self._in_group(id_, self._keep(id_, user))

    def forget(self, user: str) -> None:
        """They have changed: look again next time."""
        self._kept.pop(user, None)

    async def _asked(self, user: str) -> Known:
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                answer = await self._api.call(
                    self._api.client.users_info, user=user, include_locale=True
                )
        except (NotDelivered, TimeoutError) as fault:
            log.info("slack-user-not-known", user=user, why=type(fault).__name__)
            return Known()
        return self._keep(user, answer["user"])

    def _keep(self, id_: str, user: Mapping[str, Any]) -> Known:
        known = Known(told(user), _role(user, self._team), at_home=_at_home(user, self._team))
        if len(self._kept) >= MOST_KEPT:
            self._kept.clear()
        self._kept[id_] = (self._now() + KEPT_SECONDS, known)
        return known

    async def _in_group(self, user: str, known: Known) -> Known:
        """The same, with the role that the group gives; guests have none, also when in it."""
        if self._group is None or known.role or not known.at_home:
            return known
        return replace(known, role="moderator") if await self._group.has(user) else known


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
