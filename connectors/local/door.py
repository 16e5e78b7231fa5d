"""What a person sees who opens the page without its token: why, and where to write it."""

from __future__ import annotations

from html import escape
from importlib.resources import files
from string import Template

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, Response

from conversations.language import render
from conversations.texts import Text

WORDS = {
    "title": Text("door-title"), "explanation": Text("door-explanation"),
    "label": Text("door-label"), "enter": Text("door-enter"),
}  # fmt: skip


def opened_by_a_person(path: str, headers: Headers) -> bool:
    """Whether a browser asks for the page itself, and not a program or the page's scripts."""
    return path == "/" and "text/html" in headers.get("accept", "")


def door(locale: str) -> Response:
    """The page before the page."""
    page = Template((files("connectors.local") / "door.html").read_text(encoding="utf-8"))
    words = {name: escape(render(text, locale)) for name, text in WORDS.items()}
    return HTMLResponse(page.substitute(words, locale=locale), 401)
