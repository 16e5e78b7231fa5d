"""One message of each kind, as every platform's renderer has to show it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from community.files import File
from conversations.outgoing import Outgoing
from conversations.questions import Card, Field, Option, Question
from conversations.replay import Image, Link, Said
from conversations.texts import Exact, Lines, Text

Sample = Callable[[str], Outgoing]
"""Makes a message for a reader of that language."""

LOCALES = ("fr", "en")
RUDE = "<script>alert('é')</script> @everyone <!channel> **gras** [x](http://evil.example)"
CONTACT = "1. _jean_paul.d@my-mail.fr_ ou https://t.me/jean_paul ou *poste* ~3~ <@U1> & @everyone"
AISHA = "عائشة"


def asking(question: Question, locale: str) -> Outgoing:
    return Outgoing.asking(question, "v1:token", locale, "Europe/Paris")


def saying(said: Said, locale: str) -> Outgoing:
    return Outgoing.saying(said, locale, "Europe/Paris")


def about(words: str) -> Text:
    """A sentence with somebody's words in it; the command line's, which seldom change."""
    return Text("import-unknown-column", value=words, columns="a, b")


def named(name: str) -> Text:
    return Text("talk-field-required", label=name)


def options() -> list[Option]:
    known = Text("doctor-locales-ok", known=["fr", "en", "wo"])
    return [
        Option(value="1", label=named("Nadia"), style="primary", description=known),
        Option(value="2", label=named(AISHA)),
        Option(value="nobody", label=Text("doctor-mail-ok"), style="danger"),
    ]


def form() -> list[Field]:
    return [
        Field(name="name", label=Text("cli-file"), value="Awa", required=True),
        Field(name="offers", label=Text("cli-port"), hint=Text("cli-talk-as"), kind="long"),
        Field(
            name="locale", label=Text("doctor-clock-ok"), kind="choice", value="fr",
            options=[Option(value=each, label=named(each)) for each in LOCALES],
        ),
    ]  # fmt: skip


def text(locale: str) -> Outgoing:
    when = Text("doctor-clock-wrong", at=datetime(2027, 1, 15, 23, 30, tzinfo=UTC))
    lines = Lines([when, Text("cli-exported", count=1200, file="f")])
    return saying(Said(text=Text("talk-field-required", label=lines)), locale)


def choices(locale: str) -> Outgoing:
    return asking(Question(name="q", text=about("un budget"), options=options()), locale)


def many(locale: str) -> Outgoing:
    question = Question(name="q", text=about("un budget"), options=options()[:2], many=True)
    return asking(question, locale)


def filling_in(locale: str) -> Outgoing:
    return asking(Question(name="q", text=Text("talk-who"), fields=form()), locale)


def card(locale: str) -> Outgoing:
    shown = Card(named("Nadia"), [about("Comptable"), Text("doctor-settings-ok")])
    return saying(Said(text=Text("talk-who"), card=shown), locale)


def image(locale: str) -> Outgoing:
    picture = Image("https://example.org/graph.png", about("un graphique"))
    return saying(Said(text=Text("talk-who"), image=picture), locale)


def link(locale: str) -> Outgoing:
    address = Link("https://example.org/?a=1&b=<2>", named("ici"))
    return saying(Said(text=Text("talk-who"), link=address), locale)


def picture(locale: str) -> Outgoing:
    chart = File("graphique.png", "image/png", b"\x89PNG")
    return saying(Said(text=about("un graphique"), file=chart), locale)


def date(locale: str) -> Outgoing:
    entry = File("rencontre.ics", "text/calendar", b"BEGIN:VCALENDAR")
    return saying(Said(text=Text("talk-who"), file=entry), locale)


def rude_words(locale: str) -> Outgoing:
    question = Question(
        name="q", text=about(RUDE), options=[Option(value="1", label=named(RUDE))],
        card=Card(named(RUDE), [named("a\nb\n{ $x }")]),
    )  # fmt: skip
    return asking(question, locale)


def contact(locale: str) -> Outgoing:
    given = Text("contact-given", name="Zoé *Martin*", contact=Exact(CONTACT))
    return saying(Said(text=given), locale)


def right_to_left(locale: str) -> Outgoing:
    question = Question(
        name="q", text=about("עזרה בגינה (2)"),
        options=[Option(value="1", label=named(f"{AISHA}!"))],
    )  # fmt: skip
    return asking(question, locale)


def choosing(count: int, *, many: bool = False, described: bool = False) -> Sample:
    """A question with so many options."""

    def made(locale: str) -> Outgoing:
        why = about("x") if described else None
        options = [
            Option(value=str(n), label=named(f"Nadia {n}"), description=why) for n in range(count)
        ]
        question = Question(name="q", text=about("un budget"), options=options, many=many)
        return asking(question, locale)

    return made


CASES: dict[str, Sample] = {
    "text": text, "choices": choices, "many": many, "form": filling_in, "card": card,
    "image": image, "link": link, "file-picture": picture, "file-date": date,
    "rude-words": rude_words, "contact": contact, "right-to-left": right_to_left,
}  # fmt: skip

MANY: dict[str, Sample] = {
    "choices-2": choosing(2), "choices-5": choosing(5, described=True), "choices-10": choosing(10),
    "choices-25": choosing(25), "choices-100": choosing(100), "choices-200": choosing(200),
    "many-10": choosing(10, many=True), "many-40": choosing(40, many=True),
}  # fmt: skip
"""Questions with more and more options."""
