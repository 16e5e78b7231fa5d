"""The news of a digest in words: a line for each section, or for each thing in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from community.digests import SECTIONS
from conversations.texts import Lines, Text


def news(found: Mapping[str, Sequence[str]]) -> Text:
    """What there is to tell, by section."""
    lines = [
        Text(f"digest-{name}", items=list(each))
        for name, items in found.items()
        for each in ([[item] for item in items] if SECTIONS[name].apart else [items])
    ]
    return Text("digest", lines=Lines(lines))
