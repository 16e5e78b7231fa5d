"""Words on Discord: what people wrote is never live, and long texts end where sentences do."""

from __future__ import annotations

import re

from conversations.language import Writing

CONTENT = 2000
"""Characters of a bot's message (Discord docs, "Create Message": content)."""

_FORMATS = re.compile(r"[\\*_~`|<>\[\]]")
_LINE_START = re.compile(r"^(\s*)([#+-]|\d+(?=[.)]\s))", re.MULTILINE)
_MENTION = re.compile(r"@(?=everyone|here|[!&\d])")
_LINK = re.compile(r":(?=//)")
_INVITE = re.compile(r"(?<=\w)/(?=\w)")
_ENDS = ("\n\n", "\n", ". ", "! ", "? ", "… ", "\u202f! ", "\u202f? ", "; ", ", ", " ")
"""Where a text may be cut, the best place first."""


def escape(words: str) -> str:
    """Somebody's words as Discord shows them plainly: no format, mention, link or invitation.

    A backslash before a punctuation mark takes its meaning away (Discord's "Markdown Text 101").
    """
    plain = _FORMATS.sub(r"\\\g<0>", words)
    plain = _INVITE.sub(r"\\/", _LINK.sub(r"\\:", plain))
    plain = _MENTION.sub("@\N{ZERO WIDTH SPACE}", plain)
    return _LINE_START.sub(_harmless, plain)


def exact(words: str) -> str:
    """Words to be copied, as code: nothing in there has a meaning, or needs a sign against it."""
    return escape(words) if "`" in words else f"`{words}`"


WRITING = Writing(escape, exact)


def _harmless(found: re.Match[str]) -> str:
    blank, sign = found.groups()
    return f"{blank}{sign}\N{ZERO WIDTH SPACE}" if sign.isdecimal() else f"{blank}\\{sign}"


_BREAKS = re.compile(r"[ \t\r\n]+")


def cut(words: str, most: int) -> str:
    """The words on one line, at most so long, with a sign that something is missing.

    Spaces that don't break stay as they are: French needs them before some of its signs.
    """
    line = _BREAKS.sub(" ", words).strip()
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def parts(words: str, most: int = CONTENT) -> list[str]:
    """The text in parts that fit, each up to the end of a paragraph, a sentence or a word."""
    found = []
    while len(words) > most:
        at = _place(words, most)
        found.append(words[:at].rstrip())
        words = words[at:].lstrip()
    return [*found, words]


def _place(words: str, most: int) -> int:
    """Where to cut: the best kind of end that leaves no part too short."""
    for end in _ENDS:
        at = words.rfind(end, most // 2, most - len(end))
        if at >= 0:
            return at + len(end)
    return _whole(words, most)


def _whole(words: str, most: int) -> int:
    """Within a word then, but never between a backslash and the sign that it disarms."""
    backslashes = len(words[:most]) - len(words[:most].rstrip("\\"))
    return most - backslashes % 2
