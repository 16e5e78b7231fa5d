"""What the page is given to draw: one golden file for each kind of message and language.

After a wanted change: `python -m tests.connectors.test_render` writes the files anew; read them.
"""

from __future__ import annotations

import json

import pytest

from connectors.local.render import neutral
from conversations.outgoing import Outgoing
from tests.connectors.golden_files import Golden
from tests.connectors.samples import AISHA, CASES, LOCALES, RUDE, right_to_left, rude_words, text

GOLDEN = Golden(__file__, CASES, neutral, indent=2)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", CASES)
def test_a_message_looks_as_it_always_did(name: str, locale: str) -> None:
    GOLDEN.check(name, locale)


def test_no_golden_file_is_left_over() -> None:
    GOLDEN.check_all_are_wanted()


@pytest.mark.parametrize("name", CASES)
def test_a_message_looks_the_same_after_the_outbox(name: str) -> None:
    outgoing = CASES[name]("fr")
    kept = json.loads(json.dumps(outgoing.payload()))
    assert neutral(Outgoing.of(kept)) == neutral(outgoing)


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
    GOLDEN.write_anew()
