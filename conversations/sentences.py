"""The sentences of one language, each read by Fluent when it is first said.

To read a whole language takes a third of a second at every start, and most of it is never said.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Mapping
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

_BEGINS = re.compile(r"^(-?[a-zA-Z][\w-]*) *=", re.MULTILINE)
"""A message, or a term; whatever belongs to it below is indented."""
_NAMED = re.compile(r"\{\s*(-?[a-zA-Z][\w-]*)")
"""Another message or term that is said within one."""


class Sentences:
    """The messages of some files; of those that have one name the first counts.

    `names` are those of all messages, also of what Fluent will not be able to read.
    """

    def __init__(self, locale: str, files: Iterable[str]) -> None:
        self._bundle = FluentBundle([locale], use_isolating=False)
        self._reading = threading.Lock()
        self._unread: dict[str, str] = {}
        for words in files:
            self._unread = _parts(words) | self._unread
        self.names = frozenset(name for name in self._unread if not name.startswith("-"))

    def __contains__(self, name: str) -> bool:
        """Whether there is such a message, and it can be read."""
        self._read(name)
        return self._bundle.has_message(name)

    def say(self, name: str, args: Mapping[str, Any]) -> tuple[str, list[Exception]]:
        """The words, and what went wrong; raises LookupError where there is no such message."""
        self._read(name)
        pattern = self._bundle.get_message(name).value
        assert pattern is not None
        words, errors = self._bundle.format_pattern(pattern, dict(args))
        return str(words), errors

    def _read(self, name: str) -> None:
        """It and all that is said within it; what is unread no more can be said by any thread."""
        if name not in self._unread:
            return
        with self._reading:
            new = self._within(name)
            for words in new.values():
                self._bundle.add_resource(FluentResource(words))
            for each in new:
                del self._unread[each]

    def _within(self, name: str) -> dict[str, str]:
        found: dict[str, str] = {}
        waiting = [name]
        while waiting:
            each = waiting.pop()
            if each in self._unread and each not in found:
                found[each] = self._unread[each]
                waiting += _NAMED.findall(found[each])
        return found


def _parts(words: str) -> dict[str, str]:
    """The messages and terms of one file by their names, as they are written."""
    found = list(_BEGINS.finditer(words))
    ends = [*(each.start() for each in found[1:]), len(words)]
    parts: dict[str, str] = {}
    for each, end in zip(found, ends, strict=bool(found)):
        parts.setdefault(each[1], words[each.start() : end])
    return parts
