"""What Discord's refusals mean for a message: one table (docs, "Opcodes and Status Codes")."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import aiohttp
import discord

from connectors.base import NotDelivered, TryLater, Undeliverable

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


class Closed(Undeliverable):
    """The person takes no direct messages: reach them in the server."""


class Gone(Undeliverable):
    """There is no such channel or thread any more."""


class OpenedTooFast(TryLater):
    """Too many direct lines were opened: no new one for a while."""


class ShutOut(TryLater):
    """Whatever we ask is refused before Discord itself: nothing for a while."""


def _later(
    after: timedelta | None = None, kind: type[TryLater] = TryLater
) -> Callable[[str], NotDelivered]:
    return lambda why: kind(why, after)


CODES: dict[int, Callable[[str], NotDelivered]] = {
    10003: Gone,  # unknown channel
    10004: Undeliverable,  # unknown server
    10007: Undeliverable,  # unknown member
    10008: Undeliverable,  # unknown message
    10013: Undeliverable,  # unknown user
    10015: Gone,  # unknown webhook: the interaction's fifteen minutes are over
    20016: _later(MINUTE),  # slow mode
    20028: _later(MINUTE),  # the channel's write rate
    30033: Undeliverable,  # most participants of a thread
    40002: _later(HOUR),  # the account needs to be verified
    40003: _later(MINUTE, OpenedTooFast),  # direct messages are opened too fast
    50001: _later(HOUR),  # no access: to be mended in the server, the doctor tells
    50007: Closed,  # can't send messages to this person
    50013: _later(HOUR),  # no permission: the same
    50027: Gone,  # invalid webhook token: over as well
    50035: Undeliverable,  # a body that Discord doesn't take
    50083: Gone,  # the thread is archived and locked
    50278: Closed,  # no server in common
    160006: _later(HOUR),  # most active threads
}
STATUSES: dict[int, Callable[[str], NotDelivered]] = {
    401: _later(HOUR),  # the token is being changed: the doctor tells
    408: _later(),
    429: _later(MINUTE, ShutOut),  # without a "Via" header: refused before Discord itself
}


def outcome(fault: discord.HTTPException) -> NotDelivered:
    """What to do about it. The reason has numbers only: Discord quotes what it refuses."""
    why = f"discord {fault.status}/{fault.code}"
    if fault.code in CODES:
        return CODES[fault.code](why)
    if fault.status >= 500:
        return TryLater(why)
    return STATUSES.get(fault.status, Undeliverable)(why)


@contextmanager
def outcomes() -> Iterator[None]:
    """Around calls to Discord: raises TryLater, Undeliverable, Closed or Gone instead."""
    try:
        yield
    except discord.RateLimited as limit:
        why = "discord asks to wait"
        raise TryLater(why, timedelta(seconds=limit.retry_after)) from None
    except discord.HTTPException as fault:
        raise outcome(fault) from None
    except (aiohttp.ClientError, OSError, TimeoutError) as fault:
        raise TryLater(type(fault).__name__) from None
