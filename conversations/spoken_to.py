"""What is said to the bot where others are, and a platform's command as one would type it."""

from __future__ import annotations

import re

from conversations.incoming import Incoming

_NAMED = re.compile(
    r"(?<!\w)<?@passerelle(?![\w-]|\.\w)>?[\s,:]*|^\s*passerelle\s*[,:]\s*", re.IGNORECASE
)
"""How somebody speaks to the bot in a channel: with an @ anywhere, or by calling it first.

The bare word is also a bridge, a project, a rehearsal: then nobody speaks to the bot."""


def line(event: Incoming) -> str:
    """The words of a message, or a command with what followed it: "/ask comptabilité"."""
    if event.kind != "command":
        return event.text
    return f"/{event.command.removeprefix('/')} {event.text}".rstrip()


def meant_for_us(event: Incoming) -> str | None:
    """The line without the bot's name; None for what is said to others, or is no words."""
    if event.kind not in {"message", "command"}:
        return None
    text = line(event)
    if event.place_kind == "direct":
        return text
    return unnamed(text)


def unnamed(text: str) -> str | None:
    """What is said to the bot among others, without its name; None for what is said to others."""
    named = _NAMED.search(text)
    if named is not None:
        return f"{text[: named.start()]}{text[named.end() :]}"
    return text if text.startswith("/") else None
