"""What the doctor looks at in Slack: tokens, scopes, the line or the address, the clock."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

from slack_sdk.web.async_slack_response import AsyncSlackResponse

from connectors.base import Finding, NotDelivered
from connectors.slack.api import Api
from connectors.slack.errors import NoAnswer
from connectors.slack.manifest import SCOPES
from connectors.slack.settings import SlackSettings
from connectors.slack.web import PATH
from conversations.texts import Text

WINDOW = timedelta(minutes=5)
"""A signature is good for so long (docs.slack.dev, "Verifying requests from Slack")."""


def look(settings: SlackSettings, now: datetime) -> Iterator[Finding]:
    """Ask Slack itself; outside of any event loop."""

    async def everything() -> list[Finding]:
        return [finding async for finding in _findings(Api(settings), settings, now)]

    yield from asyncio.run(everything())


async def _findings(api: Api, settings: SlackSettings, now: datetime) -> AsyncIterator[Finding]:
    try:
        answer = await api.ask(api.client.auth_test)
    except NotDelivered as refusal:
        key = "doctor-slack-unreachable" if isinstance(refusal, NoAnswer) else "doctor-slack-token"
        yield Finding(False, Text(key, why=str(refusal)))
        return
    yield Finding(True, Text("doctor-slack-ok", team=str(answer["team"])))
    for finding in (_scopes(answer), _clock(answer, now)):
        if finding is not None:
            yield finding
    if settings.moderators:
        yield await _group(api, settings.moderators)
    yield await _line(api, settings)


def _scopes(answer: AsyncSlackResponse) -> Finding | None:
    granted = set(_header(answer, "x-oauth-scopes").replace(" ", "").split(","))
    missing = [scope for scope in SCOPES if scope not in granted]
    return Finding(False, Text("doctor-slack-scopes", scopes=missing)) if missing else None


def _clock(answer: AsyncSlackResponse, now: datetime) -> Finding | None:
    theirs = _header(answer, "date")
    away = abs(parsedate_to_datetime(theirs) - now) if theirs else timedelta()
    return Finding(False, Text("doctor-slack-clock")) if away > WINDOW else None


async def _group(api: Api, group: str) -> Finding:
    try:
        await api.call(api.client.usergroups_users_list, usergroup=group)
    except NotDelivered as refusal:
        return Finding(False, Text("doctor-slack-group", group=group, why=str(refusal)))
    return Finding(True, Text("doctor-slack-group-ok", group=group))


async def _line(api: Api, settings: SlackSettings) -> Finding:
    """The way in: that a line could be opened, or the address that Slack has to know."""
    if settings.app_token is None:
        return Finding(True, Text("doctor-slack-http-ok", path=PATH))
    token = settings.app_token.get_secret_value()
    try:
        await api.call(api.client.apps_connections_open, app_token=token)
    except NotDelivered as refusal:
        return Finding(False, Text("doctor-slack-socket", why=str(refusal)))
    return Finding(True, Text("doctor-slack-socket-ok"))


def _header(answer: AsyncSlackResponse, name: str) -> str:
    return next((str(value) for key, value in answer.headers.items() if key.lower() == name), "")
