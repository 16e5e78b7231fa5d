"""What Twilio's error codes mean for a message: one table, for refusals and for status callbacks.

The codes are Twilio's ("Error and Warning Dictionary"; for 63010 and 63032 "Error code mapping",
Meta's 1022 and 472); 131056 is Meta's. How long a template is paused: Meta, "Template pausing".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from connectors.base import NotDelivered, OptedOut, TryLater, Undeliverable
from connectors.whatsapp.client import told

Kind = Literal["retry", "closed", "opted-out", "content", "dead"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is to be done: `after` is how long to wait before a retry, None for the sender's own."""

    kind: Kind
    after: timedelta | None = None


SOON, LATER = Outcome("retry"), Outcome("retry", timedelta(minutes=10))
ORGANISERS = Outcome("retry", timedelta(hours=1))
"""Somebody has to put the account in order: until then nothing is lost."""
TOMORROW = Outcome("retry", timedelta(hours=24))
DEAD = Outcome("dead")

CODES: Mapping[int, Outcome] = {
    20003: ORGANISERS,  # authentication
    20429: SOON,  # too many requests
    21211: DEAD,  # invalid To
    21610: Outcome("opted-out"),  # unsubscribed
    21655: Outcome("content"),  # no such content
    30410: SOON,  # provider time-out
    63001: ORGANISERS,  # channel authentication
    63003: DEAD,  # bad destination
    63005: DEAD,  # content not accepted
    63007: ORGANISERS,  # no such sender
    63010: SOON,  # Twilio's own fault
    63012: SOON,  # provider's internal error
    63013: DEAD,  # policy violation
    63014: Outcome("opted-out"),  # blocked by the person
    63015: ORGANISERS,  # not in the sandbox
    63016: Outcome("closed"),  # outside the 24-hour window
    63018: LATER,  # rate
    63019: LATER,  # a file that could not be fetched
    63020: ORGANISERS,  # account not set up
    63021: DEAD,  # content invalid
    63022: DEAD,  # number not valid
    63023: LATER,  # no more is said
    63024: DEAD,  # invalid recipient
    63032: TOMORROW,  # Meta tries something out on this person
    63038: Outcome("retry", timedelta(hours=6)),  # daily limit of the account
    63040: TOMORROW,  # template rejected
    63041: Outcome("retry", timedelta(hours=6)),  # template paused: for three hours, then for six
    63042: TOMORROW,  # template disabled
    63049: TOMORROW,  # Meta chose not to deliver
    63062: ORGANISERS,  # sender not set up
    131056: LATER,  # Meta's pair rate
}


def of_code(code: int | None, status: int | None = None) -> Outcome:
    """The outcome of a code, or of the HTTP status where Twilio gave a code that is not listed.

    What was accepted (no status) and failed without any reason is sent once more.
    """
    if code is not None and code in CODES:
        return CODES[code]
    if status is None:
        return LATER if code is None else DEAD
    if status == 429 or status >= 500:
        return SOON
    return ORGANISERS if status in {401, 403} else DEAD


def refusal(fault: Exception) -> NotDelivered:
    """What a request's fault means, as the sender understands it."""
    code, status = told(fault)
    if not status:
        return TryLater(type(fault).__name__)
    why, outcome = f"twilio {code or status}", of_code(code, status)
    match outcome.kind:
        case "opted-out":
            return OptedOut(why)
        case "dead":
            return Undeliverable(why)
    return TryLater(why, outcome.after)
