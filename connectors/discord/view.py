"""A message as Discord shows it, in words: for previews."""

from __future__ import annotations

import re
from collections.abc import Iterator

from connectors.discord.render import BUTTON_TYPE, Payload, messages
from conversations.outgoing import Outgoing
from conversations.texts import Text
from conversations.views import buttons, menu, words

_ESCAPED = re.compile(r"\\(?=[^\w\s])|\N{ZERO WIDTH SPACE}")
"""What takes a sign its meaning and is not seen (`words.escape`)."""


def view(outgoing: Outgoing) -> Iterator[Text]:
    """Line by line, body by body."""
    for body in messages(outgoing, "0"):
        yield words(_seen(body["content"]))
        for embed in body.get("embeds", ()):
            yield words(_seen(f"{embed.get('title', '')}\n{embed['description']}".strip()))
        for row in body.get("components", ()):
            yield _row(row["components"])


def _row(components: list[Payload]) -> Text:
    if components[0]["type"] == BUTTON_TYPE:
        return buttons([each["label"] for each in components])
    only = components[0]
    return menu(only["placeholder"], [each["label"] for each in only["options"]])


def _seen(content: str) -> str:
    return _ESCAPED.sub("", content)
