"""A message as WhatsApp shows it, in words: for previews."""

from __future__ import annotations

from collections.abc import Iterator

from connectors.whatsapp.render import Media, Menu, messages
from connectors.whatsapp.templates import Template, announcing
from conversations.language import render
from conversations.outgoing import Outgoing
from conversations.texts import Text
from conversations.views import buttons, menu, words


def view(outgoing: Outgoing) -> Iterator[Text]:
    """Line by line; then what happens where the person has not written for a day."""
    for message in messages(outgoing):
        if isinstance(message, Media):
            yield words(message.url)
            continue
        yield words(message.body)
        if isinstance(message, Menu):
            yield _menu(message, outgoing.locale)
    yield _outside(outgoing)


def _menu(shown: Menu, locale: str) -> Text:
    quick = shown.shape.kind == "quick-reply"
    step = 1 if quick else 2
    labels = [shown.variables[str(3 + step * n)] for n in range(len(shown.shape.described))]
    return buttons(labels) if quick else menu(render(Text("whatsapp-choose"), locale), labels)


def _outside(outgoing: Outgoing) -> Text:
    """An approved template knocks, or the message waits in silence."""
    name = announcing(outgoing.text, "broadcast")
    if name is None:
        return Text("view-waits")
    template = Template(name, outgoing.locale)
    see = render(Text("whatsapp-template-see"), outgoing.locale)
    return Text("view-knock", words=template.body, see=see)
