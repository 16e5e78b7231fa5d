"""What Twilio is sent for each kind of message and language: one golden file each.

After a wanted change: `python -m tests.connectors.whatsapp.test_render` writes them anew.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.whatsapp.render import Media, Menu, messages
from connectors.whatsapp.words import MOST_TEXT, escape
from conversations.outgoing import Outgoing
from conversations.pieces import length, split
from conversations.questions import Card, Option, Question
from conversations.texts import Text
from tests.connectors.golden_files import Golden
from tests.connectors.samples import CASES as COMMON
from tests.connectors.samples import LOCALES, RUDE, about, asking, named
from tests.fakes import specs


def choosing(count: int, *, described: bool = False) -> Any:
    def made(locale: str) -> Outgoing:
        description = about("depuis 2019") if described else None
        options = [
            Option(value=str(n), label=Text("onboarding-name-keep", name=f"Nº {n}"),
                   description=description)
            for n in range(count)
        ]  # fmt: skip
        return asking(Question(name="q", text=Text("ask-who", need="vélo", people=2),
                               options=options), locale)  # fmt: skip

    return made


def long_text(locale: str) -> Outgoing:
    story = [named(f"Phrase {n}. Avec quelques mots de plus.") for n in range(80)]
    options = [
        Option(value="y", label=Text("option-yes")),
        Option(value="n", label=Text("option-no")),
    ]
    question = Question(
        name="q", text=about("un budget"), options=options, card=Card(named("Zoé"), story)
    )
    return asking(question, locale)


CASES = (
    COMMON
    | {f"choose-{count}": choosing(count) for count in (2, 5, 10, 25, 100)}
    | {"described-2": choosing(2, described=True), "long": long_text}
)


def drawn(outgoing: Outgoing) -> Any:
    return [
        {"content": each.shape.types(), "variables": each.variables}
        if isinstance(each, Menu)
        else asdict(each)
        for each in messages(outgoing, "https://bot.example/file")
    ]


GOLDEN = Golden(__file__, CASES, drawn, indent=2)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", CASES)
def test_a_message_looks_as_it_always_did(name: str, locale: str) -> None:
    GOLDEN.check(name, locale)


def test_no_golden_file_is_left_over() -> None:
    GOLDEN.check_all_are_wanted()


@specs.needs_specs
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", CASES)
def test_every_message_keeps_to_twilios_limits(name: str, locale: str) -> None:
    for message in messages(CASES[name](locale)):
        assert isinstance(message, Media) or 0 < length(message.body) <= MOST_TEXT
        if isinstance(message, Menu):
            content = {"language": locale, "types": message.shape.types()}
            specs.judge_content(content)
            specs.judge_variables(content, message.variables)


def test_words_of_a_person_have_no_formatting_and_no_links() -> None:
    shown = json.dumps([each.body for each in messages(CASES["rude-words"]("fr"))])
    assert RUDE not in shown
    assert "**gras**" not in shown
    assert "http://" not in shown
    assert escape("3.5 > 2") == "3.5 > 2"
    assert escape("> cité\nwww.evil.example") == "› cité\nwww.\u2060evil.\u2060example"


def test_our_own_title_is_bold() -> None:
    assert "*Nadia (nécessaire)*" in messages(CASES["card"]("fr"))[0].body


@given(st.text(max_size=300), st.integers(4, 40))
def test_a_long_text_is_cut_without_losing_a_word(words: str, most: int) -> None:
    pieces = list(split(words, most))
    assert all(length(each) <= most for each in pieces)
    assert "".join("".join(pieces).split()) == "".join(words.split())


def test_a_long_text_is_cut_at_the_end_of_a_sentence() -> None:
    *pieces, _ = [each.body for each in messages(long_text("fr"))]
    assert len(pieces) > 1
    assert all(each.endswith((".", ")")) for each in pieces)


if __name__ == "__main__":
    GOLDEN.write_anew()


LONG_NAME = "Marie-Christine de La Tour d’Auvergne"


@pytest.mark.parametrize("name", [LONG_NAME, f"{LONG_NAME} et du Velay en Auvergne"])
def test_a_long_label_does_not_take_the_place_of_what_describes_it(name: str) -> None:
    options = [
        Option(value=str(n), label=Text("onboarding-name-keep", name=name),
               description=named("compta depuis 2019"))
        for n in range(4)
    ]  # fmt: skip
    (menu,) = messages(asking(Question(name="q", text=about("un budget"), options=options), "fr"))
    assert isinstance(menu, Menu)
    assert menu.variables["3"].startswith("Marie-Christine")
    assert "compta depuis 2019" in menu.variables["4"]
    assert "d’Auvergne" in menu.variables["4"]
    assert len(menu.variables["4"]) <= 72
