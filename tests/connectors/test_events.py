"""Whatever comes as an event's body: it is read whole, or refused with a reason; nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.words import clean
from connectors.local.connector import Event
from connectors.local.events import MOST_BYTES, BadEvent, Body, read_event
from conversations.language import keys
from tests.test_docs import API_ERRORS

BASE: dict[str, Any] = {"id": "1", "place": "dm:awa", "sender": "awa"}
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
likely = st.fixed_dictionaries(
    {name: st.just(value) | anything for name, value in BASE.items()}
    | {"type": st.sampled_from(["message", "action", "command", "form", "join", "leave", 1])},
    optional=dict.fromkeys(("text", "action", "actions", "command", "values", "else"), anything),
)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    with pytest.raises(BadEvent) as refused:
        read_event(raw)
    assert f"api-{refused.value.code}" in keys("fr")


@given(likely)
def test_any_object_is_read_or_refused_by_a_documented_code(event: dict[str, Any]) -> None:
    read = attempt(event)
    if isinstance(read, BadEvent):
        assert read.code in API_ERRORS
        assert (read.field or "") == clean(read.field or "")
    else:
        assert (read.id, read.place, read.sender) == (event["id"], event["place"], event["sender"])
        assert read.fields["text"] == clean(read.fields["text"])


def attempt(event: dict[str, Any]) -> Event | BadEvent:
    try:
        return read_event(json.dumps(event).encode())
    except BadEvent as refused:
        return refused


def test_the_fields_of_an_event_are_kept() -> None:
    event = BASE | {"type": "form", "action": "v1:x", "values": {"name": " Awa\u200f "}}
    read = read_event(json.dumps(event).encode())
    assert read.fields == {
        "kind": "form", "text": "", "command": "", "actions": ("v1:x",), "values": {"name": "Awa"},
        "picture": None,
    }  # fmt: skip


def test_a_body_over_64_kib_is_too_large_and_one_of_64_kib_is_not() -> None:
    fits = json.dumps(BASE | {"type": "join"}).encode().ljust(MOST_BYTES)
    assert read_event(fits).id == "1"
    with pytest.raises(BadEvent, match="too-large"):
        read_event(fits + b" ")


def test_several_options_keep_their_order() -> None:
    event = BASE | {"type": "action", "actions": ["b", "a"]}
    assert read_event(json.dumps(event).encode()).fields["actions"] == ("b", "a")


def test_an_id_of_100_characters_and_a_token_of_100_bytes_fit() -> None:
    event = BASE | {"id": "é" * 100, "type": "action", "action": "x" * 100}
    assert read_event(json.dumps(event).encode()).id == "é" * 100


def test_every_field_is_checked_strictly() -> None:
    assert Body.model_config.get("strict") is True
    assert Body.model_config.get("extra") == "forbid"
