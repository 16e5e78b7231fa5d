"""A message as the community's own page shows it, in words: for previews."""

from __future__ import annotations

from collections.abc import Iterator

from connectors.local.render import neutral
from conversations.outgoing import Outgoing
from conversations.texts import Text
from conversations.views import buttons, words


def view(outgoing: Outgoing) -> Iterator[Text]:
    """Line by line."""
    shown = neutral(outgoing)
    yield words(shown["text"])
    if shown.get("card"):
        yield words("\n".join([shown["card"]["title"], *shown["card"]["lines"]]))
    if shown.get("choices"):
        mark = "☐ " if shown["many"] else ""
        yield buttons([f"{mark}{each['label']}" for each in shown["choices"]])
