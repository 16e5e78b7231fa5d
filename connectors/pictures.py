"""Pictures on their way in: fetched where the platform keeps them, before their event is safe.

Nothing is fetched that is for the bot alone. If it is killed meanwhile, the event comes again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import aiohttp
import structlog

from community.files import MOST_BYTES, File
from community.pictures import NotAPicture, TooLarge, picture
from connectors.base import Arrival
from conversations.incoming import Lost
from conversations.relaying import may_pass

log = structlog.get_logger()

SECONDS = 8
"""That a platform may take to hand a picture over: Twilio waits 15 for our answer (Twilio docs,
"Webhooks connection overrides"); Slack comes again, and finds it written down."""
SHOWN = {"image/png", "image/jpeg"}


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that came with words, as the platform tells of it; `size` in bytes, 0 if untold."""

    address: str
    kind: str
    size: int = 0


class NotHandedOver(Exception):
    """The platform did not give the file."""


Fetch = Callable[[str], Awaitable[bytes]]
"""The bytes behind an address; raises NotHandedOver, TooLarge."""


async def bring(arrival: Arrival, came: Sequence[Attached], fetch: Fetch) -> Arrival:
    """The arrival with its picture, or with why there is none."""
    if not came:
        return arrival
    if not may_pass(arrival.text, arrival.replied_to):
        return replace(arrival, lost="other")
    found = _refused(came) or await _fetched(came[0], fetch)
    if isinstance(found, File):
        return replace(arrival, picture=found)
    return replace(arrival, lost=found)


def _refused(came: Sequence[Attached]) -> Lost:
    """Why it can't pass, by what the platform tells of it; nothing if it may."""
    if not all(each.kind.startswith("image/") for each in came):
        return "other"
    if len(came) > 1:
        return "many"
    if came[0].kind not in SHOWN:
        return "format"
    return "large" if came[0].size > MOST_BYTES else ""


async def _fetched(attached: Attached, fetch: Fetch) -> File | Lost:
    try:
        async with asyncio.timeout(SECONDS):
            return picture(await fetch(attached.address))
    except TooLarge:
        return "large"
    except NotAPicture:
        return "format"
    except (NotHandedOver, TimeoutError, aiohttp.ClientError) as fault:
        log.warning("picture-not-fetched", why=type(fault).__name__)
        return "away"


async def download(address: str, headers: Mapping[str, str] | None = None) -> bytes:
    """The bytes at an address, if it is a file and not too large.

    Sent on to another host, as Twilio does, the client leaves an Authorization behind. Instead of a
    file, a platform that does not know us shows a page on which to log in.
    """
    async with aiohttp.ClientSession(headers=headers) as session, session.get(address) as answer:
        if answer.status != 200 or answer.content_type.startswith("text/"):
            raise NotHandedOver
        return await _read(answer)


async def _read(answer: aiohttp.ClientResponse) -> bytes:
    content = bytearray()
    async for piece in answer.content.iter_any():
        content += piece
        if len(content) > MOST_BYTES:
            raise TooLarge
    return bytes(content)
