"""The way out: into direct lines, channels and rooms, each message once if Slack lets us see."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any

import structlog

from connectors.base import Address, NotDelivered, Undeliverable
from connectors.slack.api import Api
from connectors.slack.errors import NoAnswer, NoRight
from connectors.slack.pace import Pace, Watch

log = structlog.get_logger()

EVENT = "passerelle_message"
LOOKED_BACK = timedelta(days=1)
MOST_LOOKED_AT = 100
MOST_LOOKS_A_MINUTE = 40
"""Slack allows 50 (docs.slack.dev, "Rate limits", tier 3: conversations.open and .history)."""
MOST_IN_ROOM = 8
"""People, without the bot (docs.slack.dev, "conversations.open")."""

Page = Mapping[str, Any]


class Mail:
    """Posts pages. Those that may have arrived before are looked for first.

    Slack knows no key that makes a repetition harmless (slackapi/slack-api-specs#10), so each page
    carries its own as metadata. Looking costs two calls, so only the doubtful are looked for: those
    whose answer was lost, and those that an earlier run may have been sending when it ended.
    """

    def __init__(self, api: Api, watch: Watch) -> None:
        self._api = api
        self._doubtful: set[str] = set()
        self._looks = Pace(MOST_LOOKS_A_MINUTE, watch)

    def doubt(self, keys: Iterable[str]) -> None:
        """Nobody remembers what became of these."""
        self._doubtful.update(keys)

    async def deliver(self, to: Address, pages: Sequence[Page], key: str) -> str:
        """Post what has not arrived yet; Slack's id of the last page."""
        there = await self._there(to) if key in self._doubtful else {}
        last = ""
        for n, page in enumerate(pages):
            mark = {"key": f"{key}/{n}", "words": _digest(page)}
            try:
                last = there.get(_name(mark)) or await self._post(to, page, mark)
            except NotDelivered as refusal:
                if n or isinstance(refusal, NoAnswer):
                    self._doubtful.add(key)
                raise
        self._doubtful.discard(key)
        return last

    async def room(self, people: Sequence[str]) -> str:
        """The group direct message of these people; the same for the same people."""
        if len(people) > MOST_IN_ROOM:
            raise Undeliverable(f"a room holds {MOST_IN_ROOM} people")
        return await self._open(",".join(people))

    async def _there(self, to: Address) -> dict[str, str]:
        """Our pages that are in that place: Slack's id of each."""
        await self._looks.turn()
        channel = await self._open(to.id) if to.direct else to.id
        try:
            answer = await self._api.call(
                self._api.client.conversations_history, channel=channel, limit=MOST_LOOKED_AT,
                include_all_metadata=True,
                oldest=f"{time.time() - LOOKED_BACK.total_seconds():.6f}",
            )  # fmt: skip
        except (NoRight, Undeliverable) as refusal:
            # Without the right to look, a message rather comes twice than never.
            log.info("slack-could-not-look", why=str(refusal))
            return {}
        return {
            _name(message["metadata"]["event_payload"]): f"{channel}:{message['ts']}"
            for message in answer.get("messages", ())
            if message.get("metadata", {}).get("event_type") == EVENT
        }

    async def _post(self, to: Address, page: Page, mark: Mapping[str, str]) -> str:
        answer = await self._api.post(
            channel=to.id, **page, unfurl_links=False, unfurl_media=False,
            metadata={"event_type": EVENT, "event_payload": mark},
        )  # fmt: skip
        return f"{answer['channel']}:{answer['ts']}"

    async def _open(self, users: str) -> str:
        answer = await self._api.call(self._api.client.conversations_open, users=users)
        return str(answer["channel"]["id"])


def _digest(page: Page) -> str:
    """What tells a page from that of another database, where rows are counted anew."""
    return hashlib.sha256(json.dumps(page, sort_keys=True).encode()).hexdigest()[:16]


def _name(mark: Mapping[str, Any]) -> str:
    return f"{mark.get('key')} {mark.get('words')}"
