"""The way out: into direct lines, channels and rooms, each message once if Slack lets us see."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, NamedTuple

import structlog

from connectors.base import Address, NotDelivered, Undeliverable
from connectors.pace import Pace, Watch
from connectors.slack.api import Api
from connectors.slack.errors import NoAnswer, NoRight

log = structlog.get_logger()

EVENT = "passerelle_message"
LOOKED_BACK = timedelta(days=1)
MOST_LOOKED_AT = 100
MOST_A_MINUTE = 40
"""Calls of each method; Slack allows 50 (docs.slack.dev, "Rate limits", tier 3:
conversations.open, .history and chat.update)."""
MOST_IN_ROOM = 8
"""People, without the bot (docs.slack.dev, "conversations.open")."""

Page = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Attached:
    """A file below the last page: `about` it, and the page that is posted `instead` if refused."""

    content: bytes
    about: Mapping[str, str]
    instead: Page

    @property
    def name(self) -> str:
        """What it is called in a place's history."""
        return self.about["filename"]


class Found(NamedTuple):
    """What is in a place: Slack's ids of our pages, and when a file was last shared there."""

    pages: dict[str, str]
    files: dict[str, str]


class Mail:
    """Posts pages. Those that may have arrived before are looked for first.

    Slack knows no key that makes a repetition harmless (slackapi/slack-api-specs#10), so each page
    carries its own as metadata. Looking costs two calls, so only the doubtful are looked for: those
    whose answer was lost, and those that an earlier run may have been sending when it ended.
    """

    def __init__(self, api: Api, watch: Watch) -> None:
        self._api = api
        self._doubtful: set[str] = set()
        self._looks = Pace(MOST_A_MINUTE / 60, MOST_A_MINUTE // 8, watch)
        self._opens = Pace(MOST_A_MINUTE / 60, MOST_A_MINUTE // 8, watch)
        self._changes = Pace(MOST_A_MINUTE / 60, MOST_A_MINUTE // 8, watch)

    def doubt(self, keys: Iterable[str]) -> None:
        """Nobody remembers what became of these."""
        self._doubtful.update(keys)

    async def deliver(
        self, to: Address, pages: Sequence[Page], key: str, attached: Attached | None = None
    ) -> str:
        """Post what has not arrived yet; Slack's id of the last page."""
        there = await self._there(to) if key in self._doubtful else Found({}, {})
        last = ""
        for n, page in enumerate(pages):
            last = await self._page(to, page, key, n, there)
        if attached is not None:
            await self._attach(last, attached, key, len(pages), there)
        self._doubtful.discard(key)
        return last

    async def _page(self, to: Address, page: Page, key: str, n: int, there: Found) -> str:
        mark = {"key": f"{key}/{n}", "words": _digest(page)}
        try:
            return there.pages.get(_name(mark)) or await self._post(to, page, mark)
        except NotDelivered as refusal:
            if n or isinstance(refusal, NoAnswer):
                self._doubtful.add(key)
            raise

    async def _attach(self, last: str, attached: Attached, key: str, n: int, there: Found) -> None:
        """Below the last page; where Slack refuses files, the words say so, and nothing waits."""
        channel, _, ts = last.partition(":")
        if there.files.get(attached.name, "") > ts:
            return
        try:
            await self._api.call(
                self._api.client.files_upload_v2, channel=channel, content=attached.content,
                **attached.about,
            )  # fmt: skip
        except (NoRight, Undeliverable) as refusal:
            log.warning("slack-file-refused", why=str(refusal))
            to = Address("", channel, direct=False)
            await self._page(to, attached.instead, key, n, there)
        except NotDelivered:
            self._doubtful.add(key)
            raise

    async def whisper(self, channel: str, person: str, page: Page) -> str:
        """Show a page in a channel to one person; Slack's id of it. They can wave it away.

        It can't be looked for afterwards: one whose answer was lost may come twice.
        """
        client = self._api.client
        shown = await self._api.call(
            client.chat_postEphemeral, channel=channel, user=person, **page
        )
        return f"{channel}:{shown['message_ts']}"

    async def change(self, former: str, pages: Sequence[Page]) -> str:
        """Put a page where another one stands; Slack's id of it, which stays as it was.

        The other one keeps its mark: looked for, it still is the message that it was posted as.
        """
        (channel, _, ts), (page, *more) = former.partition(":"), pages
        if more:
            raise Undeliverable("a message of several parts takes the place of none")
        await self._changes.turn()
        await self._api.call(self._api.client.chat_update, channel=channel, ts=ts, **page)
        return former

    async def room(self, people: Sequence[str]) -> str:
        """The group direct message of these people; the same for the same people."""
        if len(people) > MOST_IN_ROOM:
            raise Undeliverable(f"a room holds {MOST_IN_ROOM} people")
        return await self._open(",".join(people))

    async def _there(self, to: Address) -> Found:
        """Our pages and files that are in that place."""
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
            return Found({}, {})
        return _found(channel, answer.get("messages", ()))

    async def _post(self, to: Address, page: Page, mark: Mapping[str, str]) -> str:
        answer = await self._api.post(
            channel=to.id, **page, unfurl_links=False, unfurl_media=False,
            metadata={"event_type": EVENT, "event_payload": mark},
        )  # fmt: skip
        return f"{answer['channel']}:{answer['ts']}"

    async def _open(self, users: str) -> str:
        await self._opens.turn()
        answer = await self._api.call(self._api.client.conversations_open, users=users)
        return str(answer["channel"]["id"])


def _found(channel: str, messages: Sequence[Mapping[str, Any]]) -> Found:
    """The latest comes first; a file that was shared is a message that names it."""
    found = Found({}, {})
    for message in messages:
        if message.get("metadata", {}).get("event_type") == EVENT:
            name = _name(message["metadata"]["event_payload"])
            found.pages[name] = f"{channel}:{message['ts']}"
        for file in message.get("files") or ():
            found.files.setdefault(str(file.get("name")), message["ts"])
    return found


def _digest(page: Page) -> str:
    """What tells a page from that of another database, where rows are counted anew."""
    return hashlib.sha256(json.dumps(page, sort_keys=True).encode()).hexdigest()[:16]


def _name(mark: Mapping[str, Any]) -> str:
    return f"{mark.get('key')} {mark.get('words')}"
