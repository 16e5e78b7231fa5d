"""Reading the body of an event: exact, and with a clear reason for everything refused."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)  # fmt: skip

from community.words import MOST_TEXT, clean
from connectors.local.connector import Event

MOST_BYTES = 64 * 1024

Id = Annotated[str, StringConstraints(min_length=1, max_length=100)]
Name = Annotated[str, StringConstraints(pattern=r"\A[A-Za-z0-9._-]{1,64}\z")]
Token = Annotated[str, StringConstraints(min_length=1, max_length=100)]
Words = Annotated[str, StringConstraints(max_length=MOST_TEXT), AfterValidator(clean)]


class BadEvent(ValueError):
    """An event that is refused: `code` and `field` say why, `status` is the answer's."""

    def __init__(self, code: str, status: int, field: str | None = None) -> None:
        super().__init__(code)
        self.code, self.status, self.field = code, status, field


class Body(BaseModel):
    """The fields of docs/local-api.md."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    id: Id
    place: Annotated[str, StringConstraints(min_length=1, max_length=100)]
    sender: Name
    type: Literal["message", "action", "command", "form", "join", "leave"]
    text: Words = ""
    action: Token | None = None
    actions: list[Token] = Field(default=[], max_length=100)
    command: Annotated[str, StringConstraints(max_length=40), AfterValidator(clean)] = ""
    values: dict[Annotated[str, StringConstraints(max_length=60)], Words] = Field(
        default={}, max_length=40
    )


NEEDED: dict[str, tuple[str, ...]] = {
    "message": ("text",), "command": ("command",), "action": ("action", "actions"),
    "form": ("action",),
}  # fmt: skip
"""Of each type, the fields of which one must be there."""

CODES = {
    "missing": "missing-field", "extra_forbidden": "unknown-field",
    "string_too_long": "text-too-long",
}  # fmt: skip


def read_event(raw: bytes) -> Event:
    """The event in a request's body; raises BadEvent."""
    body = _checked(_json(raw))
    _complete(body)
    actions = tuple(body.actions) or ((body.action,) if body.action else ())
    return Event(
        id=body.id, place=body.place, sender=body.sender,
        fields={
            "kind": body.type, "text": body.text, "command": body.command, "actions": actions,
            "values": body.values,
        },
    )  # fmt: skip


def _json(raw: bytes) -> Any:
    if len(raw) > MOST_BYTES:
        raise BadEvent("too-large", 413)
    try:
        return json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError:
        raise BadEvent("not-utf8", 400) from None
    except (ValueError, RecursionError):
        raise BadEvent("not-json", 400) from None


def _checked(data: Any) -> Body:
    if not isinstance(data, dict):
        raise BadEvent("not-json", 400)
    try:
        return Body.model_validate(data)
    except ValidationError as wrong:
        first = wrong.errors(include_url=False, include_input=False)[0]
        field = str(first["loc"][0]) if first["loc"] else None
        raise BadEvent(CODES.get(first["type"], "wrong-value"), 422, _known(field)) from None


def _known(field: str | None) -> str | None:
    """The field's name, shortened: an unknown one could be anything."""
    return field[:60] if field else None


def _complete(body: Body) -> None:
    needed = NEEDED.get(body.type, ())
    if needed and not any(name in body.model_fields_set for name in needed):
        raise BadEvent("missing-field", 422, needed[0])
    if body.type == "message" and not body.text:
        raise BadEvent("empty-text", 422, "text")
    if any("\x00" in word for word in (body.id, body.place)) or not _writable(body):
        raise BadEvent("wrong-value", 422, "id")


def _writable(body: Body) -> bool:
    """Lone surrogates can be in JSON, but in no database."""
    words = [body.id, body.place, body.action or "", *body.actions, *body.values]
    return all(clean(word) == word for word in words)
