"""A form in a terminal: one line per field, each with what is there as its default."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from conversations.language import render
from conversations.texts import Text

EMPTY = "-"
"""Typed alone, it empties a field."""
ASIDE = (":", "/")
"""What begins with one of these is said at the prompt, and is no field's value."""
Field = dict[str, Any]


class SetAside(Exception):
    """The form was left half-way; `typed` is what was said instead."""

    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed


@dataclass(frozen=True, slots=True)
class Form:
    """Asks for each field; `draft` keeps what was given, for the next try if there must be one."""

    fields: Sequence[Field]
    draft: dict[str, str]
    read: Callable[[str], str]
    explain: Callable[[str], None]
    locale: str

    def fill_in(self) -> dict[str, str]:
        """The values of all fields; raises SetAside."""
        self.explain(self._words("talk-form"))
        for field in self.fields:
            self._ask(field)
        return {field["name"]: self._known(field) for field in self.fields}

    def _ask(self, field: Field) -> None:
        if hint := _hint(field):
            self.explain(hint)
        typed = self.read(self._label(field) + " ")
        if typed.startswith(ASIDE):
            raise SetAside(typed)
        if typed:
            self.draft[field["name"]] = "" if typed == EMPTY else chosen(field, typed)

    def _label(self, field: Field) -> str:
        label, known = field["label"], shown(field, self._known(field))
        if field["required"]:
            label = self._words("talk-field-required", label=label)
        if not known:
            return self._words("talk-field-empty", label=label)
        return self._words("talk-field", label=label, value=known)

    def _known(self, field: Field) -> str:
        return self.draft.get(field["name"], str(field["value"]))

    def _words(self, key: str, **args: str) -> str:
        return render(Text(key, **args), self.locale)


def chosen(field: Field, typed: str) -> str:
    """Of a choice, the value whose label or number was typed."""
    for n, option in enumerate(field["options"], start=1):
        if typed.casefold() in {str(n), option["label"].casefold()}:
            return str(option["value"])
    return typed


def shown(field: Field, value: str) -> str:
    """A value as people know it: of a choice, its label."""
    labels = {option["value"]: option["label"] for option in field["options"]}
    return str(labels.get(value, value))


def _hint(field: Field) -> str:
    options = (f"{n}. {each['label']}" for n, each in enumerate(field["options"], start=1))
    return str(field["hint"] or "  ".join(options))
