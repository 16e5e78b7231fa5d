"""Words on their way to and from Slack: its escapes, and long texts in parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from community.tags import Tag
from conversations.language import Writing

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_SPECIAL = re.compile(r"<([^<>]*)>")
_NAMELESS = re.compile(r"<@(\w+)\|?>")
_SCHEME = re.compile(r"^https?://")
_SENTENCE = re.compile(r"(?<=\D[.!?…])[ \n]+|\n+")
"""Where a sentence has ended. A no-break space, as in « Ah ? », is no end, nor is the number of a
choice."""


def escape(words: str) -> str:
    """Somebody's words as words: `&`, `<` and `>` are all that Slack's parser looks at.

    That leaves no `<!channel>`, `<@U…>` or `<url|label>` alive (docs.slack.dev, "Formatting message
    text", escaping).
    """
    return words.translate(_ESCAPES)


def exact(words: str) -> str:
    """Words to be copied, as code: there only the same three have a meaning."""
    fence = "```" if "`" in words else "`"
    return f"{fence}{escape(words)}{fence}"


WRITING = Writing(escape, exact)


def plain(text: str, *, tagged: bool = False) -> str:
    """What somebody wrote, as they saw it: mentions by name, nothing escaped.

    A link that was given words of its own keeps both: whoever reads on would not reach it by these.

    With `tagged` people keep Slack's ids beside their names: names of Slack's need not be ours.
    """
    return _unescaped(_SPECIAL.sub(lambda found: _shown(found[1], tagged=tagged), text))


def _unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def mentioned(text: str) -> set[str]:
    """Slack's ids of the people whom somebody's words mention without their names."""
    return set(_NAMELESS.findall(text))


def with_names(text: str, names: Mapping[str, str]) -> str:
    """The same words, in which these people are mentioned with their names beside their ids."""

    def named(found: re.Match[str]) -> str:
        name = names.get(found[1])
        return f"<@{found[1]}|{escape(name)}>" if name else found[0]

    return _NAMELESS.sub(named, text)


def parts(text: str, most: int) -> Iterator[str]:
    """A text in parts of at most that many characters, cut where a sentence ends if possible."""
    while len(text) > most:
        cut = _cut(text, most)
        yield text[:cut].rstrip()
        text = text[cut:].lstrip()
    if text:
        yield text


def short(text: str, most: int) -> str:
    """The beginning of a text that has to fit on a button or a line."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _shown(special: str, *, tagged: bool) -> str:
    """`@U1|ada` is ada, `#C1|general` is #general, `!here` is @here, `url|label` is label (url).

    A name is no handle by which somebody could be reached: it stands without its sign.
    """
    target, _, label = special.partition("|")
    if target.startswith("@") and tagged:
        return str(Tag(target[1:], _unescaped(label)))
    if target.startswith("@"):
        return label or target
    if target.startswith("#"):
        return f"#{label}" if label else target
    if target.startswith("!"):
        return label or f"@{target[1:]}"
    return _link(target, label)


def _link(target: str, label: str) -> str:
    """An address that Slack has found by itself is its own label, but for how it begins."""
    address = target.removeprefix("mailto:")
    found = {address.rstrip("/"), _SCHEME.sub("", address).rstrip("/")}
    if not label or target.startswith("tel:"):
        return label or address
    return label if label.rstrip("/") in found else f"{label} ({address})"


def _cut(text: str, most: int) -> int:
    ends = [end.start() for end in _SENTENCE.finditer(text, 0, most + 1) if end.start()]
    if ends:
        return ends[-1]
    space = text.rfind(" ", 1, most + 1)
    return space if space > 0 else _between_escapes(text, most)


def _between_escapes(text: str, most: int) -> int:
    """One word without an end: it is broken, but no `&amp;` in it."""
    ampersand = text.rfind("&", most - 4, most)
    return ampersand if ampersand > 0 and ";" not in text[ampersand:most] else most
