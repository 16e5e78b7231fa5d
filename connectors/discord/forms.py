"""Forms as Discord's windows: five fields a page, and what earlier pages hold stays in the message.

A window is at most five components (Discord docs, "Modal"); after one is sent, the next opens from
a button on the bot's answer. That answer shows what was written so far, and Discord hands it back
with the next page: a restart loses nothing, and nothing half-filled is kept on our side.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from connectors.discord.marks import Mark
from connectors.discord.render import NOBODY, Payload, bare, escaped, opener
from connectors.discord.words import cut
from conversations.outgoing import Outgoing
from conversations.questions import Field
from conversations.texts import Text

FIELDS = 5
TITLE, LABEL, DESCRIPTION, PLACEHOLDER = 45, 45, 100, 100
OPTIONS = 25
LABEL_TYPE, TEXT_TYPE, SELECT_TYPE = 18, 4, 3
ONE_LINE, LINES = 1, 2
LONGEST = 1000
"""Characters of one field: an earlier page must fit into an embed (1024 a field, 6000 in all)."""
TOGETHER = 5000
WRITTEN = 4000
"""Characters of a text input (Discord docs, "Text Input")."""
EMPTY = "\N{ZERO WIDTH SPACE}"
"""Stands for a field left empty: an embed's field may not be."""


class TooLong(ValueError):
    """More was sent than the window allows. `field` is its label."""

    def __init__(self, field: Text, most: int) -> None:
        super().__init__(TooLong.__doc__)
        self.field = field
        self.most = most


def pages(outgoing: Outgoing) -> list[Sequence[Field]]:
    """The fields, page by page; one whose present value doesn't fit stays out, and as it is."""
    fields = [field for field in outgoing.fields if len(field.value) <= _most(field, outgoing)]
    return [fields[at : at + FIELDS] for at in range(0, len(fields), FIELDS)]


def window(outgoing: Outgoing, space: str, page: int) -> Payload:
    """One page of a form, as the data of a modal response."""
    shown = pages(outgoing)
    of = f" ({page + 1}/{len(shown)})" if len(shown) > 1 else ""
    return {
        "custom_id": str(Mark.of("fill", outgoing, space, page)),
        "title": bare(outgoing.text, outgoing, TITLE - len(of)) + of,
        "components": [_labelled(field, outgoing, _most(field, outgoing)) for field in shown[page]],
    }


def writing(outgoing: Outgoing, space: str) -> Payload:
    """A window with room for an answer in one's own words."""
    field = Field(name="words", label=Text("discord-your-words"), kind="long", required=True)
    return {
        "custom_id": str(Mark.of("write", outgoing, space)),
        "title": bare(outgoing.text, outgoing, TITLE),
        "components": [_labelled(field, outgoing, WRITTEN)],
    }


def _labelled(field: Field, outgoing: Outgoing, most: int) -> Payload:
    choice = field.options and len(field.options) <= OPTIONS
    shown: Payload = {
        "type": LABEL_TYPE, "label": bare(field.label, outgoing, LABEL),
        "component": _select(field, outgoing) if choice else _box(field, most),
    }  # fmt: skip
    if field.hint:
        shown["description"] = bare(field.hint, outgoing, DESCRIPTION)
    return shown


def _box(field: Field, most: int) -> Payload:
    shown: Payload = {
        "type": TEXT_TYPE, "custom_id": field.name, "required": field.required,
        "style": LINES if field.kind == "long" else ONE_LINE, "max_length": most,
    }  # fmt: skip
    if field.value:
        shown["value"] = field.value
    return shown


def _select(field: Field, outgoing: Outgoing) -> Payload:
    options = [
        {
            "label": bare(each.label, outgoing, 100), "value": each.value,
            "default": each.value == field.value,
        }
        for each in field.options
    ]  # fmt: skip
    return {
        "type": SELECT_TYPE, "custom_id": field.name, "options": options,
        "required": field.required, "min_values": 1 if field.required else 0,
    }  # fmt: skip


def _most(field: Field, outgoing: Outgoing) -> int:
    """Its own limit; and every page but the last must fit into one message's embeds together."""
    before = (len(outgoing.fields) - 1) // FIELDS * FIELDS
    return min(field.most or LONGEST, LONGEST, TOGETHER // max(before, 1))


def sent(components: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """What a window holds, by the name of its field."""
    values: dict[str, str] = {}
    for component in components:
        inner = [component.get("component"), *component.get("components", ())]
        for each in filter(None, inner):
            chosen = each.get("values")
            values[each["custom_id"]] = ", ".join(chosen) if chosen else each.get("value") or ""
    return values


def checked(outgoing: Outgoing, page: int, values: Mapping[str, str]) -> dict[str, str]:
    """The values of this page's own fields; raises TooLong where the window was got around."""
    taken = {}
    for field in pages(outgoing)[page]:
        value = values.get(field.name, "")
        most = _most(field, outgoing)
        if len(value) > most:
            raise TooLong(field.label, most)
        taken[field.name] = value
    return taken


def so_far(outgoing: Outgoing, space: str, page: int, values: Mapping[str, str]) -> Payload:
    """The answer to a page that others follow: what was written, and the button that goes on."""
    known = [field for shown in pages(outgoing)[: page + 1] for field in shown]
    left = len(pages(outgoing)) - page - 1
    fields = [
        {"name": cut(escaped(each.label, outgoing), LABEL), "value": values[each.name] or EMPTY}
        for each in known
    ]
    embeds = [{"fields": fields[at : at + OPTIONS]} for at in range(0, len(fields), OPTIONS)]
    return {
        "content": escaped(Text("discord-page", left=left), outgoing), "embeds": embeds,
        "components": [opener("fill", Text("discord-continue"), outgoing, space, page + 1)],
        "allowed_mentions": NOBODY,
    }  # fmt: skip


def earlier(outgoing: Outgoing, page: int, embeds: Iterable[Sequence[str]]) -> dict[str, str]:
    """The values of the pages before, from the fields of the message that this page came from.

    What a person already had, they keep where no page asked for it.
    """
    known = [field.name for shown in pages(outgoing)[:page] for field in shown]
    values = [value.replace(EMPTY, "") for embed in embeds for value in embed]
    kept = {field.name: field.value for field in outgoing.fields}
    return kept | dict(zip(known, values, strict=False))
