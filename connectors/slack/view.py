"""A message as Slack shows it, in words: for previews."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from connectors.slack.render import Block, messages
from conversations.outgoing import Outgoing
from conversations.texts import Text
from conversations.views import buttons, menu, words

MENUS = {"static_select", "multi_static_select"}


def view(outgoing: Outgoing) -> Iterator[Text]:
    """Line by line, block by block."""
    for message in messages(outgoing):
        for block in message["blocks"]:
            yield from _block(block)


def _block(block: Block) -> Iterator[Text]:
    match block["type"]:
        case "section":
            yield words(unescape(block["text"]["text"]))
        case "image":
            yield words(block["alt_text"])
        case "actions":
            yield from _actions(block["elements"])


def _actions(elements: list[Block]) -> Iterator[Text]:
    pressed = [each["text"]["text"] for each in elements if each["type"] == "button"]
    for each in elements:
        if each["type"] == "checkboxes":
            yield words(" ".join(f"☐ {option['text']['text']}" for option in each["options"]))
        if each["type"] in MENUS:
            items = [option["text"]["text"] for option in each["options"]]
            yield menu(each["placeholder"]["text"], items)
    if pressed:
        yield buttons(pressed)
