"""A member's data as a file: for programs (JSON) and to read (a page), in their language.

The JSON holds everything. The page holds what tells a reader something, words and days, under
labels; where a thing is known by numbers only, it says how many of it there are.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any

from community import members, own_data
from community.files import File
from community.scope import Scope
from conversations.language import render
from conversations.texts import Dated, Text

Row = Mapping[str, Any]

SHOWN: Mapping[str, tuple[str, ...]] = {
    "member": (
        "name", "headline", "locale", "time_zone", "joined_at", "consented_at", "paused_until",
        "pauses_at", "pauses_until", "held_until",
    ),
    "accounts": ("external_id",),
    "consent": ("at", "version", "mission", "rules", "policy", "about_data"),
    "asks": ("need", "context", "opened_at", "closed_at"),
    "introductions": ("with", "requested_at", "decided_at", "talk_at", "question", "details"),
    "written": ("round", "with"),
    "thanks": ("given_at", "words"),
    "decisions": ("at",),
    "reports": ("opened_at", "words"),
    "answers": ("at", "words"),
    "stories": ("told_at", "words"),
    "rooms": ("title",),
}  # fmt: skip
"""Of each kind of thing, the columns that the page shows, in their order."""
BROUGHT_IN = 0
"""The version to which an organiser said that a member agreed: no text of ours was read."""
NAMED = {"profile": "words", "decisions": "reason"}
"""Where the row's kind is the label, the column that stands beside it."""


def file(scope: Scope) -> File:
    """Everything kept of whoever acts, to be given where they read. Raises ValueError as `File`."""
    name = render(Text("own-data-file"), members.me(scope).locale)
    return File(f"{name}.zip", "application/zip", packed(scope))


def packed(scope: Scope) -> bytes:
    """Everything kept of whoever acts, as a zip of two files."""
    me, data = members.me(scope), own_data.collect(scope)
    with io.BytesIO() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("data.json", json.dumps(data, ensure_ascii=False, indent=2))
            name = render(Text("own-data-file"), me.locale)
            archive.writestr(f"{name}.html", Page(me.locale, me.time_zone).of(data))
        return file.getvalue()


def document(locale: str, body: str) -> str:
    """A page of its own, that needs nothing from elsewhere."""
    title = escape(render(Text("own-data-title"), locale))
    return (
        f'<!doctype html><html lang="{locale}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{title}</title><main><h1>{title}</h1>{body}</main></html>"
    )


@dataclass(frozen=True, slots=True)
class Page:
    """The data to read: a heading for each kind of thing, and what is kept of it."""

    locale: str
    zone: str

    def of(self, data: Mapping[str, list[dict[str, Any]]]) -> str:
        """All of it, as HTML."""
        parts = "".join(self._part(kind, rows) for kind, rows in data.items())
        return document(self.locale, f"<p>{self._says(Text('own-data-intro'))}</p>{parts}")

    def _part(self, kind: str, rows: list[dict[str, Any]]) -> str:
        entries = [entry for row in rows if (entry := self._entry(_shown(kind, row)))]
        if not entries:
            told = Text("own-data-count", count=len(rows)) if rows else Text("own-data-nothing")
            entries = [f"<p>{self._says(told)}</p>"]
        return f"<h2>{self._says(Text(f'own-data-{kind}'))}</h2>{''.join(entries)}"

    def _entry(self, shown: Iterable[tuple[str, Any]]) -> str:
        lines = (
            f"<dt>{self._says(Text(f'own-data-label-{name}'))}</dt><dd>{self._value(value)}</dd>"
            for name, value in shown
        )
        told = "".join(lines)
        return f"<dl>{told}</dl>" if told else ""

    def _value(self, value: Any) -> str:
        match value:
            case Text():
                return self._says(value)
            case datetime() if value >= members.FOREVER:
                return self._says(Text("own-data-open"))
            case datetime():
                return self._says(Text("own-data-day", day=Dated(value)))
            case {**by_language}:
                words = by_language.get(self.locale) or next(iter(by_language.values()), "")
                return escape(str(words))
        return escape(str(value))

    def _says(self, text: Text) -> str:
        return escape(render(text, self.locale, self.zone))


def _shown(kind: str, row: Row) -> Iterator[tuple[str, Any]]:
    """What the page shows of a row: the label's name, and the value."""
    for name in SHOWN.get(kind, ()):
        if name in row:
            yield name, _read(name, row[name])
    if kind == "member" and row.get("consent_version") == BROUGHT_IN:
        yield "consent", Text("own-data-vouched")
    if kind in NAMED and NAMED[kind] in row:
        yield row["kind"], row[NAMED[kind]]


def _read(name: str, value: Any) -> Any:
    """A moment as one, a language by its name; everything else as it is."""
    if name == "locale":
        return Text(f"language-{value}")
    is_moment = name == "at" or name.endswith(("_at", "_until"))
    return datetime.fromisoformat(value) if is_moment else value
