"""Reading the body of an event: exact, and with a clear reason for everything refused."""

from __future__ import annotations

import json
from base64 import b64decode
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)  # fmt: skip

from community.files import MOST_BYTES as MOST_PICTURE
from community.files import File
from community.pictures import NotAPicture, TooLarge, picture
from community.words import MOST_TEXT, clean
from connectors.local.connector import Event
from connectors.local.history import BOT
from conversations.language import best
from storage.inbox import OURS

MOST_BYTES = 64 * 1024

MOST_WITH_PICTURE = MOST_BYTES + MOST_PICTURE * 4 // 3 + 4
"""Base64 makes four letters of three bytes."""
MOST_TOKEN = 100
"""Bytes of an action's token."""


def _as_it_is(words: str) -> str:
    """Ids go into the database untouched, so nothing may be in them that cleaning takes out."""
    if clean(words) != words or not words.isprintable():
        raise ValueError("not printable")
    return words


def _not_ours(event: str) -> str:
    if event.startswith(OURS):
        raise ValueError("ours")
    return event


def _not_the_bot(name: str) -> str:
    if name == BOT:
        raise ValueError("taken")
    return name


def _short(token: str) -> str:
    if len(token.encode()) > MOST_TOKEN:
        raise ValueError("too long")
    return token


Id = Annotated[
    str, StringConstraints(min_length=1, max_length=100), AfterValidator(_as_it_is),
    AfterValidator(_not_ours),
]  # fmt: skip
Name = Annotated[
    str, StringConstraints(max_length=64, pattern=r"\A[A-Za-z0-9._-]+\z"),
    AfterValidator(_not_the_bot),
]  # fmt: skip
Token = Annotated[
    str, StringConstraints(min_length=1), AfterValidator(_as_it_is), AfterValidator(_short)
]
Words = Annotated[str, StringConstraints(max_length=MOST_TEXT), AfterValidator(clean)]


class BadEvent(ValueError):
    """An event that is refused: `code` and `field` say why, `status` is the answer's.

    `most` is the field's limit, where it was too long.
    """

    def __init__(
        self, code: str, status: int, field: str | None = None, most: int | None = None
    ) -> None:
        super().__init__(code)
        self.code, self.status, self.field, self.most = code, status, field, most


class Body(BaseModel):
    """The fields of docs/local-api.md."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    id: Id
    place: Id
    sender: Name
    type: Literal["message", "action", "command", "form", "join", "leave"]
    text: Words = ""
    picture: str = ""
    action: Token = ""
    actions: list[Token] = Field(default=[], min_length=1, max_length=100)
    command: Annotated[str, StringConstraints(max_length=40), AfterValidator(clean)] = ""
    values: dict[
        Annotated[str, StringConstraints(max_length=60), AfterValidator(_as_it_is)], Words
    ] = Field(default={}, max_length=40)


NEEDED: dict[str, tuple[str, ...]] = {
    "message": ("text", "picture"), "command": ("command",), "action": ("action", "actions"),
    "form": ("action",),
}  # fmt: skip
"""Of each type, the fields of which one must be there."""

TOLD = {"name", "locale", "time_zone"}
"""What a join may tell of a newcomer."""

CODES = {
    "missing": "missing-field", "extra_forbidden": "unknown-field",
    "string_too_long": "text-too-long",
}  # fmt: skip


def read_event(raw: bytes) -> Event:
    """The event in a request's body; raises BadEvent."""
    body = _checked(read_json(raw, MOST_WITH_PICTURE if b'"picture"' in raw else MOST_BYTES))
    _complete(body)
    actions = tuple(body.actions) or ((body.action,) if body.action else ())
    return Event(
        id=body.id, place=body.place, sender=body.sender,
        fields={
            "kind": body.type, "text": body.text, "command": body.command, "actions": actions,
            "values": _known_of(body), "picture": _picture(body),
        },
    )  # fmt: skip


def too_large(most: int) -> BadEvent:
    """Of a body with more bytes than that."""
    return BadEvent("too-large" if most == MOST_BYTES else "picture-too-large", 413)


def read_json(raw: bytes, most: int = MOST_BYTES) -> Any:
    """What a request's body holds; raises BadEvent."""
    if len(raw) > most:
        raise too_large(most)
    try:
        return json.loads(raw.decode("utf-8"), object_pairs_hook=_each_once)
    except BadEvent:
        raise
    except UnicodeDecodeError:
        raise BadEvent("not-utf8", 400) from None
    except (ValueError, RecursionError):
        raise BadEvent("not-json", 400) from None


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose fields are there once: of two, nobody could tell which one was meant."""
    fields = dict(pairs)
    if len(fields) < len(pairs):
        names = [name for name, _ in pairs]
        repeated = next(name for name in names if names.count(name) > 1)
        raise BadEvent("repeated-field", 422, _known(repeated))
    return fields


def _checked(data: Any) -> Body:
    if not isinstance(data, dict):
        raise BadEvent("not-json", 400)
    try:
        return Body.model_validate(data)
    except ValidationError as wrong:
        first = wrong.errors(include_url=False, include_input=False)[0]
        field = str(first["loc"][0]) if first["loc"] else None
        code, most = CODES.get(first["type"], "wrong-value"), first.get("ctx", {}).get("max_length")
        raise BadEvent(code, 422, _known(field), most) from None


def _known(field: str | None) -> str | None:
    """The field's name, shortened and cleaned: an unknown one could be anything."""
    return clean(field)[:60] if field else None


def _complete(body: Body) -> None:
    needed = NEEDED.get(body.type, ())
    if needed and not any(name in body.model_fields_set for name in needed):
        raise BadEvent("missing-field", 422, needed[0])
    if {"action", "actions"} <= body.model_fields_set:
        raise BadEvent("wrong-value", 422, "actions")
    if body.type == "join" and (others := sorted(set(body.values) - TOLD)):
        raise BadEvent("unknown-field", 422, _known(f"values.{others[0]}"))
    if body.picture and not (body.type == "message" and body.place[:3] == "dm:"):
        raise BadEvent("wrong-value", 422, "picture")
    if body.type == "message" and not (body.text or body.picture):
        raise BadEvent("empty-text", 422, "text")
    if body.type == "command" and not body.command.strip("/ "):
        raise BadEvent("wrong-value", 422, "command")


def _known_of(body: Body) -> dict[str, str]:
    """The values; of a newcomer's languages, only one that the bot speaks."""
    if body.type != "join":
        return body.values
    spoken = best(body.values.get("locale"), "")
    return {**body.values, "locale": spoken}


def _picture(body: Body) -> File | None:
    if not body.picture:
        return None
    try:
        return picture(b64decode(body.picture, validate=True))
    except TooLarge:
        raise BadEvent("picture-too-large", 413, "picture") from None
    except NotAPicture:
        raise BadEvent("not-a-picture", 422, "picture") from None
    except ValueError:
        raise BadEvent("wrong-value", 422, "picture") from None
