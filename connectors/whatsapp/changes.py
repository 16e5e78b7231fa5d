"""Messages of WhatsApp itself: somebody has another number, or another business-scoped id.

Their form at Twilio is not documented; Meta's text ends with the new one ("user_changed_number",
"user_changed_user_id": "User A changed from 33600000001 to 33600000002").
"""

from __future__ import annotations

import re

SYSTEM, REACTION = "system", "reaction"
"""What `MessageType` says of what nobody wrote to the bot (Meta, "Webhooks: messages")."""
UNSAID = frozenset({SYSTEM, REACTION})

_NUMBER, _SCOPED = r"\+?\d{7,15}", r"[A-Z]{2}(?:\.[A-Za-z0-9]{1,128}){1,2}"
_EITHER = rf"(?:{_NUMBER}|{_SCOPED})"
_ADDRESS = re.compile(rf"(?<![\w.+]){_EITHER}(?!\w)")
_SAID = re.compile(rf"User .*\bchanged\b.* from ({_EITHER}) to {_EITHER}")


def new_address(words: str) -> str | None:
    """The last address in the words; a whole one, never a piece of something longer."""
    named = _ADDRESS.findall(words)
    return _address(named[-1]) if named else None


def looks_like_one(words: str, sender: str) -> bool:
    """Whether they read as WhatsApp's own about the sender, where nothing says who wrote them.

    Twilio's list tells no kinds of messages: anybody can write that, so nothing may come of it.
    """
    found = _SAID.fullmatch(words.strip().removesuffix("."))
    return found is not None and _address(found[1]) == sender


def is_number(address: str) -> bool:
    """Whether it is a telephone number, and no id."""
    return "+" in address


def _address(named: str) -> str:
    bare = named.removeprefix("+")
    return f"whatsapp:+{bare}" if bare.isdecimal() else f"whatsapp:{bare}"
