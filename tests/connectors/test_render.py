"""What the page is given to draw: one golden file for each kind of message and language.

After a wanted change: `python -m tests.connectors.test_render` writes the files anew; read them.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from community.files import File
from connectors.local.render import neutral
from conversations.outgoing import Outgoing
from conversations.questions import Card, Field, Option, Question
from conversations.replay import Image, Link, Said
from conversations.texts import Lines, Text

GOLDEN = Path(__file__).parent / "golden"
LOCALES = ("fr", "en")
RUDE = "<script>alert('é')</script> @everyone <!channel> **gras** [x](http://evil.example)"
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


def right_to_left(locale: str) -> Outgoing:
    question = Question(
        name="q", text=about("עזרה בגינה (2)"),
        options=[Option(value="1", label=named(f"{AISHA}!"))],
    )  # fmt: skip
    return asking(question, locale)


CASES = {
    "text": text, "choices": choices, "many": many, "form": filling_in, "card": card,
    "image": image, "link": link, "file-picture": picture, "file-date": date,
    "rude-words": rude_words, "right-to-left": right_to_left,
}  # fmt: skip


def drawn(name: str, locale: str) -> str:
    shown = neutral(CASES[name](locale))
    return json.dumps(shown, ensure_ascii=False, indent=2) + "\n"


def golden(name: str, locale: str) -> Path:
    return GOLDEN / f"{name}.{locale}.json"


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", CASES)
def test_a_message_looks_as_it_always_did(name: str, locale: str) -> None:
    assert drawn(name, locale) == golden(name, locale).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", CASES)
def test_a_message_looks_the_same_after_the_outbox(name: str) -> None:
    outgoing = CASES[name]("fr")
    kept = json.loads(json.dumps(outgoing.payload()))
    assert neutral(Outgoing.of(kept)) == neutral(outgoing)


def test_no_golden_file_is_left_over() -> None:
    wanted = {golden(name, locale) for name in CASES for locale in LOCALES}
    assert set(GOLDEN.iterdir()) == wanted


def test_words_of_a_person_stay_words() -> None:
    shown = neutral(rude_words("fr"))
    assert RUDE in shown["text"]
    assert shown["choices"][0]["label"] == f"{RUDE} (nécessaire)"


def test_a_right_to_left_name_keeps_to_itself() -> None:
    shown = neutral(right_to_left("fr"))
    assert f"\u2068{AISHA}!\u2069 (nécessaire)" == shown["choices"][0]["label"]


def test_a_message_that_is_only_text_has_no_other_parts() -> None:
    assert set(neutral(text("fr"))) == {"text"}


if __name__ == "__main__":
    for each in CASES:
        for locale in LOCALES:
            golden(each, locale).write_text(drawn(each, locale), encoding="utf-8")
