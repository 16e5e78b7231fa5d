"""The judge of what we send to Discord: its own OpenAPI document, and the rules it leaves out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

SPEC = Path(__file__).parents[3] / "shared" / "specs" / "discord.openapi.json"
needs_spec = pytest.mark.skipif(
    not SPEC.exists(), reason=f"{SPEC} is not here: Discord's OpenAPI document judges the bodies"
)
CONTENT = 2000
MODAL = 9
"""The type of the response that opens a window."""


_IDS = re.compile(r'"(custom_id|nonce|recipient_id)": "([\w.:-]+)"')
_judged: set[tuple[str, str, str]] = set()
"""Bodies that were found right: a thousand newcomers are welcomed with the same words."""


class Refused(ValueError):
    """Discord would not take this body."""


@cache
def _document() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(SPEC.read_text(encoding="utf-8"))
    return document


@cache
def _templates() -> list[tuple[re.Pattern[str], str]]:
    return [
        (re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(path))), path)
        for path in sorted(_document()["paths"], key=lambda each: each.count("{"))
    ]


@cache
def _validator(method: str, template: str) -> jsonschema.Draft202012Validator | None:
    operation = _document()["paths"][template].get(method.lower())
    if operation is None:
        raise Refused(f"there is no {method} {template}")
    content = operation.get("requestBody", {}).get("content", {})
    if "application/json" not in content:
        return None
    schema = {"components": _document()["components"], **content["application/json"]["schema"]}
    return jsonschema.Draft202012Validator(schema)


def judge(method: str, path: str, body: Any) -> None:
    """Raise Refused for a body that Discord refuses; without the document, by the other rules."""
    _unwritten(body)
    if not SPEC.exists():
        return
    template = next((name for shape, name in _templates() if shape.fullmatch(path)), None)
    if template is None:
        raise Refused(f"there is no {path}")
    validator = _validator(method, template)
    alike = method, template, _but_for_its_ids(body)
    if validator is not None and alike not in _judged:
        _valid(validator, body)
        _judged.add(alike)


def _but_for_its_ids(body: Any) -> str:
    """The body with ids of which only the length, and whether they are numbers, is left."""

    def alike(found: re.Match[str]) -> str:
        sign = "9" if found[2].isdecimal() else "x"
        return f'"{found[1]}": "{sign * len(found[2])}"'

    return _IDS.sub(alike, json.dumps(body))


def _valid(validator: jsonschema.Draft202012Validator, body: Any) -> None:
    fault = jsonschema.exceptions.best_match(validator.iter_errors(body))
    if fault is not None:
        raise Refused(f"{fault.json_path}: {fault.message[:300]}")


def _unwritten(body: Any) -> None:
    """What the document doesn't know: a bot's 2000 characters, five components of a window."""
    for part in _objects(body):
        if len(part.get("content") or "") > CONTENT:
            raise Refused("content is longer than 2000 characters")
        ids = [each for row in part.get("components") or () for each in _ids(row)]
        if len(ids) != len(set(ids)):
            raise Refused("two components have the same custom_id")
        total = sum(_embedded(embed) for embed in part.get("embeds") or ())
        if total > 6000:
            raise Refused("embeds are longer than 6000 characters together")
    if isinstance(body, Mapping) and body.get("type") == MODAL:
        _window(body["data"]["components"])


def _window(components: Sequence[Any]) -> None:
    if not 1 <= len(components) <= 5:
        raise Refused("a modal has 1 to 5 components")


def _objects(body: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(body, Mapping):
        yield body
        if isinstance(body.get("data"), Mapping):
            yield body["data"]


def _ids(row: Mapping[str, Any]) -> Iterator[str]:
    for each in (*row.get("components", ()), row.get("component") or {}):
        if "custom_id" in each:
            yield each["custom_id"]


def _embedded(embed: Mapping[str, Any]) -> int:
    fields = [text for each in embed.get("fields", ()) for text in (each["name"], each["value"])]
    return sum(map(len, [embed.get("title", ""), embed.get("description", ""), *fields]))
