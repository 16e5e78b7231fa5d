"""What the doctor looks at in Slack: tokens, scopes, the line or the address, the clock."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp
from slack_sdk.signature import SignatureVerifier
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from connectors.base import Finding, NotDelivered
from connectors.secrets import Safe, WrongKey
from connectors.slack.api import SECONDS, Api
from connectors.slack.errors import NoAnswer, TooFast
from connectors.slack.installations import opened
from connectors.slack.manifest import SCOPES, TO_LISTEN
from connectors.slack.oauth import INSTALL
from connectors.slack.settings import SlackSettings
from connectors.slack.web import PATH
from conversations.texts import Text

LISTEN = "/listen"
"""As it is called on Slack in every language: there is no room for all names in each."""
WINDOW = timedelta(minutes=5)
"""A signature is good for so long (docs.slack.dev, "Verifying requests from Slack")."""


def look(settings: SlackSettings, now: datetime) -> Iterator[Finding]:
    """Ask Slack itself; outside of any event loop."""

    assert settings.bot_token is not None

    async def everything(api: Api) -> list[Finding]:
        found = [finding async for finding in _workspace(api, now, "doctor-slack-token")]
        if not found[0].well:
            return found
        if settings.moderators:
            found.append(await _group(api, settings.moderators))
        return [*found, await _line(api, settings)]

    yield from asyncio.run(everything(Api(settings, settings.bot_token)))


def way_in(settings: SlackSettings, safe: Safe | None) -> Iterator[Finding]:
    """Of several workspaces: the addresses that Slack has to know, and the key for their tokens."""
    if safe is None:
        yield Finding(False, Text("doctor-slack-key"))
    else:
        yield Finding(True, Text("doctor-slack-several", path=PATH, install=INSTALL))
    if settings.public_url:
        yield asyncio.run(reached(settings))


def look_at(
    kept: Sequence[Any], settings: SlackSettings, safe: Safe, now: datetime
) -> Iterator[Finding]:
    """Ask Slack about each workspace that has the bot; outside of any event loop."""
    if not kept:
        yield Finding(True, Text("doctor-slack-nowhere", install=INSTALL), hint=True)
    for row in kept:
        try:
            api = Api(settings, opened(row, safe).token)
        except WrongKey:
            yield Finding(False, Text("doctor-slack-sealed", team=row.team))
        else:
            yield from asyncio.run(_one_of_several(api, now, row.team))


async def _one_of_several(api: Api, now: datetime, team: str) -> list[Finding]:
    return [
        finding async for finding in _workspace(
            api, now, "doctor-slack-reinstall", team=team, install=INSTALL
        )
    ]  # fmt: skip


async def _workspace(api: Api, now: datetime, refused: str, **about: str) -> AsyncIterator[Finding]:
    """What Slack says of a token; `refused` is the sentence when it knows it no more."""
    try:
        answer = await api.ask(api.client.auth_test)
    except NotDelivered as refusal:
        yield _fault(refusal, Text(refused, why=str(refusal), **about))
        return
    yield Finding(True, Text("doctor-slack-ok", team=str(answer["team"])))
    for finding in (_scopes(answer), _clock(answer, now)):
        if finding is not None:
            yield finding


def _fault(refusal: NotDelivered, refused: Text) -> Finding:
    """What is not well: `refused`, unless Slack said nothing of the kind."""
    if isinstance(refusal, NoAnswer):
        return Finding(False, Text("doctor-slack-unreachable", why=str(refusal)))
    if isinstance(refusal, TooFast):
        return Finding(False, Text("doctor-slack-busy"))
    return Finding(False, refused)


def _scopes(answer: AsyncSlackResponse) -> Finding | None:
    granted = set(_header(answer, "x-oauth-scopes").replace(" ", "").split(","))
    missing = [scope for scope in SCOPES if scope not in granted]
    if missing:
        return Finding(False, Text("doctor-slack-scopes", scopes=missing))
    deaf = [scope for scope in TO_LISTEN if scope not in granted]
    if not deaf:
        return None
    return Finding(True, Text("doctor-slack-deaf", scopes=deaf, command=LISTEN), hint=True)


def _clock(answer: AsyncSlackResponse, now: datetime) -> Finding | None:
    theirs = _header(answer, "date")
    away = abs(parsedate_to_datetime(theirs) - now) if theirs else timedelta()
    return Finding(False, Text("doctor-slack-clock")) if away > WINDOW else None


async def _group(api: Api, group: str) -> Finding:
    try:
        await api.call(api.client.usergroups_users_list, usergroup=group)
    except NotDelivered as refusal:
        return _fault(refusal, Text("doctor-slack-group", group=group, why=str(refusal)))
    return Finding(True, Text("doctor-slack-group-ok", group=group))


async def _line(api: Api, settings: SlackSettings) -> Finding:
    """The way in: that a line could be opened, or the address that Slack has to know."""
    if settings.app_token is None:
        if settings.public_url:
            return await reached(settings)
        return Finding(True, Text("doctor-slack-http-ok", path=PATH))
    token = settings.app_token.get_secret_value()
    try:
        await api.call(api.client.apps_connections_open, app_token=token)
    except NotDelivered as refusal:
        return _fault(refusal, Text("doctor-slack-socket", why=str(refusal)))
    return Finding(True, Text("doctor-slack-socket-ok"))


async def reached(settings: SlackSettings) -> Finding:
    """Ask the bot at its public address what Slack asks it, signed as Slack signs.

    (docs.slack.dev, "url_verification".)
    """
    assert settings.signing_secret is not None
    url = f"{settings.public_url.rstrip('/')}{PATH}"
    body = json.dumps({"type": "url_verification", "challenge": "passerelle", "token": ""})
    signs = SignatureVerifier(settings.signing_secret.get_secret_value())
    stamp = str(int(time.time()))
    headers = {
        "Content-Type": "application/json", "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": signs.generate_signature(timestamp=stamp, body=body) or "",
    }  # fmt: skip
    patience = aiohttp.ClientTimeout(total=SECONDS)
    try:
        async with (
            aiohttp.ClientSession(timeout=patience) as session,
            session.post(url, data=body, headers=headers) as answer,
        ):
            status = answer.status
    except (TimeoutError, aiohttp.ClientError) as fault:
        why = type(fault).__name__
        return Finding(False, Text("doctor-slack-address", url=url, why=why))
    if status == 401:
        return Finding(False, Text("doctor-slack-signature", url=url))
    if status != 200:
        return Finding(False, Text("doctor-slack-address", url=url, why=str(status)))
    return Finding(True, Text("doctor-slack-address-ok", url=url))


def _header(answer: AsyncSlackResponse, name: str) -> str:
    return next((str(value) for key, value in answer.headers.items() if key.lower() == name), "")
