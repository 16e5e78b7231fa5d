"""What leaves: platform-free, with only the text mandatory. Connectors render it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from community import files
from community.files import File
from conversations import texts
from conversations.questions import Card, Field, Option, Question
from conversations.replay import Image, Link, Said
from conversations.texts import Text

Purpose = Literal["reply", "notice", "solicitation", "broadcast", "relay"]
"""The last is of another member: words that pass through the bot."""


@dataclass(frozen=True, slots=True)
class Passing:
    """Of words that pass: between whom, and the id of the event in which they were written."""

    introduction: int
    event: str


def passing(payload: Mapping[str, Any]) -> Passing | None:
    """Of a message as an outbox row holds it, without reading the rest."""
    kept = payload.get("passing")
    return Passing(*kept) if kept else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One message for one reader (or one room). `locale` and `zone` are the reader's.

    Of a question: `token` names it, and the n-th option's action is `action(n)`.
    """

    text: Text
    locale: str
    zone: str
    token: str | None = None
    options: Sequence[Option] = ()
    many: bool = False
    fields: Sequence[Field] = ()
    card: Card | None = None
    link: Link | None = None
    image: Image | None = None
    file: File | None = None
    beside: str = ""
    """The channel in which only the reader is to see it, where the platform can do that."""

    thread: str = ""
    """Our name of the place that what is answered below it makes, where the platform has threads.
    """

    shortcut: str = ""
    """The command that anybody who reads it in a channel can give with a button, where the platform
    has such buttons: what it does, it does in private. Its label is `shortcut-<command>`.
    """

    passing: Passing | None = None
    about: Mapping[str, int] = field(default_factory=dict)
    """The ids of what it tells of, by kind: by them it is found when somebody is erased."""
    replaces: str = ""
    """A key of ours: it takes the place of what was last sent there under it, if anything was."""
    interim: bool = False
    """Whether it only tells how far something is: not sent where messages can't be changed."""

    def action(self, index: int) -> str:
        """The opaque token of one option's button."""
        return f"{self.token}:{index}"

    @classmethod
    def saying(cls, said: Said, locale: str, zone: str) -> Outgoing:
        """Something said."""
        return cls(
            text=said.text, locale=said.locale or locale, zone=zone, card=said.card,
            link=said.link, image=said.image, file=said.file, replaces=said.replaces,
            interim=said.interim, thread=said.thread, shortcut=said.shortcut,
        )  # fmt: skip

    @classmethod
    def asking(
        cls,
        question: Question,
        token: str,
        locale: str,
        zone: str,
        *,
        complaint: Text | None = None,
    ) -> Outgoing:
        """A question, with the token by which it is answered.

        With a complaint about an answer, that alone is said, and the question can be answered under
        it: its own words, and its card, were read a moment ago.
        """
        return cls(
            text=complaint or question.text, locale=locale, zone=zone, token=token,
            options=question.options, many=question.many, fields=question.fields,
            card=None if complaint else question.card, beside=question.beside,
        )  # fmt: skip

    def payload(self) -> dict[str, Any]:
        """What the outbox keeps until the message is delivered, a file's bytes with the words."""
        full: dict[str, Any] = {
            "text": texts.dump(self.text), "locale": self.locale, "zone": self.zone,
            "token": self.token, "options": [_option(option) for option in self.options],
            "many": self.many, "beside": self.beside, "replaces": self.replaces,
            "interim": self.interim, "thread": self.thread, "shortcut": self.shortcut,
            "fields": [_field(field) for field in self.fields],
            "card": self.card and _card(self.card),
            "link": self.link and [self.link.url, texts.dump(self.link.label)],
            "image": self.image and [self.image.url, texts.dump(self.image.alt)],
            "passing": self.passing and [self.passing.introduction, self.passing.event],
            "about": dict(self.about),
            "file": self.file and files.JSON.dump_python(self.file, mode="json"),
        }  # fmt: skip
        return {key: value for key, value in full.items() if value}

    @classmethod
    def of(cls, payload: Mapping[str, Any]) -> Outgoing:
        """The message that an outbox row holds."""
        card, link, image = payload.get("card"), payload.get("link"), payload.get("image")
        file = payload.get("file")
        return cls(
            text=texts.load(payload["text"]),
            locale=payload["locale"],
            zone=payload["zone"],
            token=payload.get("token"),
            options=[_load_option(option) for option in payload.get("options", ())],
            many=payload.get("many", False),
            beside=payload.get("beside", ""),
            replaces=payload.get("replaces", ""),
            interim=payload.get("interim", False),
            thread=payload.get("thread", ""),
            shortcut=payload.get("shortcut", ""),
            fields=[_load_field(field) for field in payload.get("fields", ())],
            card=Card(texts.load(card[0]), [texts.load(line) for line in card[1]])
            if card
            else None,
            link=Link(link[0], texts.load(link[1])) if link else None,
            image=Image(image[0], texts.load(image[1])) if image else None,
            file=files.JSON.validate_python(file) if file else None,
            passing=passing(payload),
            about=payload.get("about", {}),
        )


def _card(card: Card) -> list[Any]:
    return [texts.dump(card.title), [texts.dump(line) for line in card.lines]]


def _option(option: Option) -> dict[str, Any]:
    full = {
        "value": option.value, "label": texts.dump(option.label), "style": option.style,
        "description": option.description and texts.dump(option.description),
    }  # fmt: skip
    return {key: value for key, value in full.items() if value is not None}


def _load_option(data: Mapping[str, Any]) -> Option:
    description = data.get("description")
    return Option(
        value=data["value"],
        label=texts.load(data["label"]),
        description=texts.load(description) if description else None,
        style=data.get("style"),
    )


def _field(field: Field) -> dict[str, Any]:
    return {
        "name": field.name, "label": texts.dump(field.label), "kind": field.kind,
        "hint": field.hint and texts.dump(field.hint), "value": field.value,
        "required": field.required, "options": [_option(option) for option in field.options],
        "most": field.most,
    }  # fmt: skip


def _load_field(data: Mapping[str, Any]) -> Field:
    return Field(
        name=data["name"],
        label=texts.load(data["label"]),
        hint=texts.load(data["hint"]) if data["hint"] else None,
        kind=data["kind"],
        value=data["value"],
        required=data["required"],
        options=[_load_option(option) for option in data["options"]],
        most=data.get("most"),
    )
