"""Judges what we send to Slack: by slack_sdk's models, and by what these do not know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from slack_sdk.models.blocks import Block, CheckboxesElement, InteractiveElement
from slack_sdk.models.views import View

MOST_BLOCKS = 50
MOST_TEXT = 4000
MOST_TOGETHER = 13_200
"""slackapi/bolt-js#2509"""


RESERVED = {
    "away", "collapse", "dnd", "expand", "feed", "join", "leave", "me", "msg", "mute", "open",
    "pro", "remind", "search", "shortcuts", "shrug", "status", "topic", "who",
}  # fmt: skip
"""Commands of Slack's own (NousResearch/hermes-agent#18456)."""


def commands_are_right(made: Mapping[str, Any]) -> None:
    """Raise for a manifest that Slack would refuse as a whole, for the name of a command."""
    commands = [each["command"] for each in made["features"]["slash_commands"]]
    assert len(set(commands)) == len(commands) <= 50, "50 commands, each once"
    for each in commands:
        assert each.startswith("/"), f"{each}: a command begins with /"
        assert each.removeprefix("/") not in RESERVED, f"{each}: invalid_name"


def message_is_right(message: Mapping[str, Any]) -> None:
    """Raise for a message that Slack would refuse, or cut."""
    blocks = message.get("blocks") or []
    assert 0 < len(message["text"]) <= MOST_TEXT, "text: 1 to 4,000 characters"
    assert len(blocks) <= MOST_BLOCKS, "a message has at most 50 blocks"
    assert sum(map(len, _texts(blocks))) <= MOST_TOGETHER, "msg_blocks_too_long"
    blocks_are_right(blocks)


def view_is_right(view: Mapping[str, Any]) -> None:
    """Raise for a window or a Home that Slack would refuse."""
    parsed = View(**view)
    assert parsed.to_dict()["type"] in {"modal", "home"}
    assert len(view["blocks"]) <= 100
    if view["type"] == "modal" and any(each["type"] == "input" for each in view["blocks"]):
        assert "submit" in view, "a window with fields needs a button to send them"
    blocks_are_right(view["blocks"])


def blocks_are_right(blocks: list[dict[str, Any]]) -> None:
    """Every block and element as the models want it; nothing lost by reading it through them."""
    for block in blocks:
        parsed = Block.parse(block)
        assert parsed is not None, f"unknown block {block['type']}"
        parsed.to_dict()
    for element in _elements(blocks):
        _element_is_right(element)
    named = [block["block_id"] for block in blocks if "block_id" in block]
    assert len(named) == len(set(named)), "block_id: once in a message"
    for block in blocks:
        ids = [each["action_id"] for each in block.get("elements", ()) if "action_id" in each]
        assert len(ids) == len(set(ids)), "action_id: once in a block"


def _element_is_right(element: dict[str, Any]) -> None:
    if element["type"] == "checkboxes":  # not among what the models' `parse` knows
        CheckboxesElement(**{k: v for k, v in element.items() if k != "type"}).to_dict()
        assert 1 <= len(element["options"]) <= 10
    else:
        parsed = InteractiveElement.parse(element)
        assert parsed is not None, f"unknown element {element['type']}"
        parsed.to_dict()
    for text in _plain_texts(element):
        assert 1 <= len(text["text"]) <= 150
    if element["type"] == "button":
        assert len(element["text"]["text"]) <= 75
        assert len(element.get("value") or "") <= 2000
    for option in element.get("options", ()):
        assert len(option["text"]["text"]) <= 75
        assert 1 <= len(option["value"]) <= 150
        assert len((option.get("description") or {"text": ""})["text"]) <= 75


def _elements(blocks: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for block in blocks:
        yield from block.get("elements", ()) if block["type"] == "actions" else ()
        if block["type"] == "input":
            yield block["element"]


def _plain_texts(element: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from (element[key] for key in ("text", "placeholder") if key in element)


def _texts(found: Any) -> Iterator[str]:
    """Every `text` of some blocks."""
    if isinstance(found, list):
        for each in found:
            yield from _texts(each)
    elif isinstance(found, dict):
        for key, value in found.items():
            yield from [value] if key == "text" and isinstance(value, str) else _texts(value)
