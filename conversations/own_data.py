"""A member's data as a file: for programs (JSON) and to read (a page), in their language."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from html import escape
from typing import Any

from community import members, own_data
from community.scope import Scope
from conversations.language import render
from conversations.texts import Text


def packed(scope: Scope) -> bytes:
    """Everything kept of whoever acts, as a zip of two files."""
    locale = members.me(scope).locale
    data = own_data.collect(scope)
    with io.BytesIO() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("data.json", json.dumps(data, ensure_ascii=False, indent=2))
            archive.writestr(f"{render(Text('own-data-file'), locale)}.html", page(data, locale))
        return file.getvalue()


def page(data: Mapping[str, list[dict[str, Any]]], locale: str) -> str:
    """The same to read: a heading for each kind of thing, and what is kept of it."""
    parts = "".join(_part(kind, rows, locale) for kind, rows in data.items())
    return document(locale, f"<p>{escape(render(Text('own-data-intro'), locale))}</p>{parts}")


def document(locale: str, body: str) -> str:
    """A page of its own, that needs nothing from elsewhere."""
    title = escape(render(Text("own-data-title"), locale))
    return (
        f'<!doctype html><html lang="{locale}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{title}</title><main><h1>{title}</h1>{body}</main></html>"
    )


def _part(kind: str, rows: list[dict[str, Any]], locale: str) -> str:
    title = escape(render(Text(f"own-data-{kind}"), locale))
    if not rows:
        return f"<h2>{title}</h2><p>{escape(render(Text('own-data-nothing'), locale))}</p>"
    return f"<h2>{title}</h2>{''.join(map(_entry, rows))}"


def _entry(row: Mapping[str, Any]) -> str:
    lines = (f"<dt>{escape(key)}</dt><dd>{escape(_said(value))}</dd>" for key, value in row.items())
    return f"<dl>{''.join(lines)}</dl>"


def _said(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
