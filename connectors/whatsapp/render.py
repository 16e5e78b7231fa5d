"""From an outgoing message to what Twilio is sent. Pure: see the golden files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from connectors.whatsapp.words import MOST_TEXT, WRITING, shortened
from conversations.language import render
from conversations.outgoing import Outgoing
from conversations.pieces import length, split
from conversations.texts import Text

MOST_BUTTONS = 3
MOST_BUTTON = 20
"""Quick replies without approval (Twilio docs, twilio/quick-reply; Meta, "Reply buttons")."""
MOST_ITEMS = 10
MOST_ITEM, MOST_DESCRIPTION = 24, 72
"""Twilio docs, twilio/list-picker."""
MOST_VARIABLE = 255
"""Twilio docs, "Using Variables with Content API": the value of one variable."""

HANDED_OVER = {
    "image/jpeg", "image/png", "application/pdf", "text/vcard",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip
"""Kinds that WhatsApp shows as a file (Twilio docs, "Guidance on WhatsApp Media Messages")."""

Kind = Literal["quick-reply", "list-picker"]


@dataclass(frozen=True, slots=True)
class Words:
    """A message of words alone."""

    body: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A content template without any words of a message in it: these are its variables.

    `described` says of each option whether it has a description. So a handful of templates serve
    all questions there are, and Twilio keeps nothing of what members are asked.
    """

    kind: Kind
    locale: str
    described: tuple[bool, ...]

    def types(self) -> dict[str, Any]:
        """The types of the content API: {{1}} is what is asked, {{2}} the question’s token."""
        if self.kind == "quick-reply":
            actions = [
                {"type": "QUICK_REPLY", "title": f"{{{{{3 + n}}}}}", "id": f"{{{{2}}}}:{n}"}
                for n in range(len(self.described))
            ]
            return {"twilio/quick-reply": {"body": "{{1}}", "actions": actions}}
        button = render(Text("whatsapp-choose"), self.locale)
        return {"twilio/list-picker": {"body": "{{1}}", "button": button, "items": self._items()}}

    def _items(self) -> list[dict[str, str]]:
        items = []
        for n, described in enumerate(self.described):
            item = {"item": f"{{{{{3 + 2 * n}}}}}", "id": f"{{{{2}}}}:{n}"}
            items.append(item | ({"description": f"{{{{{4 + 2 * n}}}}}"} if described else {}))
        return items


@dataclass(frozen=True, slots=True)
class Menu:
    """A question with something to tap. `variables` fill the shape."""

    shape: Shape
    variables: dict[str, str]

    @property
    def body(self) -> str:
        """What Twilio's message list says of it."""
        return self.variables["1"]


@dataclass(frozen=True, slots=True)
class Media:
    """A file by its address. WhatsApp shows no words beside some kinds: they go before it."""

    url: str
    body: str = ""


Message = Words | Menu | Media


@dataclass(frozen=True, slots=True)
class _Option:
    label: str
    description: str


def messages(outgoing: Outgoing, file_url: str = "") -> list[Message]:
    """The message in pieces that WhatsApp takes, in their order; its file has that address."""
    *before, last = _said(outgoing, file_url)
    if outgoing.file is None or outgoing.file.kind not in HANDED_OVER:
        return [*before, last]
    if isinstance(last, Menu):
        return [*before, Media(file_url), last]
    return [*before, last, Media(file_url)]


def _said(outgoing: Outgoing, file_url: str) -> list[Message]:
    paragraphs = [part.strip() for part in _paragraphs(outgoing, file_url) if part.strip()]
    options = list(_options(outgoing))
    kind = _kind(options, many=outgoing.many)
    if not options:
        return _words(paragraphs)
    if kind is None:
        return _words([*paragraphs, _numbered(options), _hint(outgoing)])
    return _menu(kind, paragraphs, options, outgoing)


def _say(outgoing: Outgoing, text: Text) -> str:
    return render(text, outgoing.locale, outgoing.zone, WRITING)


def _paragraphs(outgoing: Outgoing, file_url: str) -> Iterator[str]:
    say = partial(_say, outgoing)
    card, link, image, file = outgoing.card, outgoing.link, outgoing.image, outgoing.file
    if card:
        yield "\n".join([f"*{say(card.title)}*", *map(say, card.lines)])
    yield say(outgoing.text)
    if image:
        yield f"{say(image.alt)}\n{image.url}"
    if link:
        yield f"{say(link.label)}\n{link.url}"
    if file and file.kind not in HANDED_OVER:
        yield f"{say(Text('whatsapp-file', name=file.name))}\n{file_url}"


def _options(outgoing: Outgoing) -> Iterator[_Option]:
    for option in outgoing.options:
        description = option.description
        yield _Option(
            _one_line(_say(outgoing, option.label)),
            _one_line(_say(outgoing, description)) if description else "",
        )


def _one_line(words: str) -> str:
    return words.replace("\n", " ")


def _kind(options: Sequence[_Option], *, many: bool) -> Kind | None:
    """The element that shows these options; None where only words can."""
    longest = max((length(each.label) for each in options), default=0)
    described = any(each.description for each in options)
    if many or len(options) > MOST_ITEMS or longest > MOST_DESCRIPTION:
        return None
    if len(options) <= MOST_BUTTONS and longest <= MOST_BUTTON and not described:
        return "quick-reply"
    return "list-picker"


def _words(paragraphs: Sequence[str]) -> list[Message]:
    return [Words(piece) for piece in split("\n\n".join(paragraphs), MOST_TEXT)]


def _numbered(options: Sequence[_Option]) -> str:
    return "\n".join(
        f"{n}. {each.label}" + (f" – {each.description}" if each.description else "")
        for n, each in enumerate(options, 1)
    )


def _hint(outgoing: Outgoing) -> str:
    return _say(outgoing, Text("whatsapp-numbers" if outgoing.many else "whatsapp-number"))


def _menu(
    kind: Kind, paragraphs: list[str], options: Sequence[_Option], outgoing: Outgoing
) -> list[Message]:
    """What is asked goes above the buttons if a variable can hold it, else before them."""
    *before, asked = paragraphs
    if length(asked) > MOST_VARIABLE:
        before, asked = paragraphs, _say(outgoing, Text("whatsapp-your-choice"))
    shown = [_fitting(each) for each in options] if kind == "list-picker" else options
    described = tuple(bool(each.description) for each in shown)
    variables = {"1": asked, "2": outgoing.token or "", **_variables(kind, shown)}
    return [*_words(before), Menu(Shape(kind, outgoing.locale, described), variables)]


def _fitting(option: _Option) -> _Option:
    """A label that is too long for an item goes on below it, before what describes it."""
    label = shortened(option.label, MOST_ITEM)
    if label == option.label:
        return _Option(label, shortened(option.description, MOST_DESCRIPTION))
    room = MOST_DESCRIPTION - length(f" · {option.description}")
    rest = option.label if length(option.label) <= room else f"…{option.label[len(label) - 1 :]}"
    below = " · ".join(filter(None, (rest, option.description)))
    return _Option(label, shortened(below, MOST_DESCRIPTION))


def _variables(kind: Kind, options: Sequence[_Option]) -> dict[str, str]:
    step = 1 if kind == "quick-reply" else 2
    found = {str(3 + step * n): each.label for n, each in enumerate(options)}
    if kind == "list-picker":
        found |= {str(4 + 2 * n): each.description for n, each in enumerate(options)
                  if each.description}  # fmt: skip
    return found
