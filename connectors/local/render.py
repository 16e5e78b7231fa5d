"""From an outgoing message to the neutral form that the page draws. Pure: see the golden files."""

from __future__ import annotations

from typing import Any

from community.files import File
from conversations.language import render
from conversations.outgoing import Outgoing
from conversations.questions import Field
from conversations.texts import Text


def neutral(outgoing: Outgoing) -> dict[str, Any]:
    """The message as JSON, in its reader's words; parts that it lacks are left out.

    Words are not escaped: the page shows text as text and never as HTML.
    """

    def words(text: Text | None) -> str | None:
        return render(text, outgoing.locale, outgoing.zone) if text else None

    shown: dict[str, Any] = {"text": words(outgoing.text)}
    if outgoing.options:
        shown["many"] = outgoing.many
        shown["choices"] = [
            {
                "action": outgoing.action(n), "label": words(option.label),
                "description": words(option.description), "style": option.style,
            }
            for n, option in enumerate(outgoing.options)
        ]  # fmt: skip
    if outgoing.fields:
        shown["form"] = {
            "submit": words(Text("form-send")),
            "fields": [_field(field, outgoing) for field in outgoing.fields],
        }
    if outgoing.card:
        lines = [words(line) for line in outgoing.card.lines]
        shown["card"] = {"title": words(outgoing.card.title), "lines": lines}
    if outgoing.image:
        shown["image"] = {"url": outgoing.image.url, "alt": words(outgoing.image.alt)}
    if outgoing.link:
        shown["link"] = {"url": outgoing.link.url, "label": words(outgoing.link.label)}
    if outgoing.file:
        shown["file"] = about(outgoing.file)
    return shown


def about(file: File) -> dict[str, Any]:
    """What is said of a file; `connectors.local.files` adds where it is."""
    return {"name": file.name, "kind": file.kind, "bytes": len(file.content)}


def _field(field: Field, outgoing: Outgoing) -> dict[str, Any]:
    def words(text: Text) -> str:
        return render(text, outgoing.locale, outgoing.zone)

    return {
        "name": field.name, "label": words(field.label), "kind": field.kind,
        "hint": words(field.hint) if field.hint else None, "value": field.value,
        "required": field.required,
        "options": [{"value": each.value, "label": words(each.label)} for each in field.options],
    }  # fmt: skip
