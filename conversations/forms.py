"""Forms: several fields answered at once, each read by its own reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from conversations.questions import Field, NotUnderstood
from conversations.texts import Lines, Text


def filled_in(
    fields: Sequence[Field],
    readings: Mapping[str, Callable[[str], Any]],
    values: Mapping[str, str],
) -> dict[str, Any]:
    """What is made of a form that was sent, by field; raises NotUnderstood with what is wrong."""
    _expected(fields, values)
    filled = {field.name: values.get(field.name, field.value).strip() for field in fields}
    missing = [field.label for field in fields if field.required and not filled[field.name]]
    if missing:
        raise NotUnderstood(Text("form-missing", fields=missing))
    for field in fields:
        if field.options and filled[field.name] not in {option.value for option in field.options}:
            key = "form-not-offered" if filled[field.name] else "form-missing"
            raise NotUnderstood(Text(key, fields=[field.label]))
    return _read_all(fields, readings, filled)


def _expected(fields: Sequence[Field], values: Mapping[str, str]) -> None:
    """A form that was sent has some of the fields, and no others; else it was never this one."""
    unknown = sorted(set(values) - {field.name for field in fields})
    if unknown:
        raise NotUnderstood(Text("form-unknown", fields=unknown))
    if not values:
        raise NotUnderstood(Text("form-empty"))


def _read_all(
    fields: Sequence[Field],
    readings: Mapping[str, Callable[[str], Any]],
    filled: Mapping[str, str],
) -> dict[str, Any]:
    """What is made of each field; whatever is wrong is told together, each under its label."""
    read, wrong = {}, []
    for field in fields:
        try:
            read[field.name] = readings[field.name](filled[field.name])
        except NotUnderstood as refusal:
            wrong.append(Text("form-wrong", field=field.label, why=refusal.text))
    if wrong:
        raise NotUnderstood(Text("form-refused", lines=Lines(wrong)))
    return read
