"""Cleaning what people write."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.words import MOST_WORDS, clean, split_items

MARKS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
everything = st.text(st.characters())


@pytest.mark.parametrize("mark", [*MARKS, "\x00", "\x07", "\x1b", "\x7f", "\x85", "\r", "\x9b"])
def test_what_cannot_be_seen_goes(mark: str) -> None:
    assert clean(f"{mark}A{mark}wa{mark}") == "Awa"


@pytest.mark.parametrize(
    "words",
    ["un\ndeux", "un\tdeux", "l’été", "عائشة", "עזרה", "李雷", "👩🏽‍⚕️", "नमस्ते", "a\u00a0b", "😀"],
)
def test_words_of_every_script_stay(words: str) -> None:
    assert clean(words) == words


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("\ud800", "\ufffd"),
        ("a\udc00b", "a\ufffdb"),
        ("\ud83d\ude00", "😀"),
        ("\ud83dx", "\ufffdx"),
    ],
)
def test_half_letters_are_mended_or_marked(broken: str, whole: str) -> None:
    assert clean(broken) == whole


@pytest.mark.parametrize(
    "words",
    ["\u200b\u2060\ufeff", "\u00ad", "\u200d", "\u180e", "\u2064 \u200c", "\u202e\u2066", "\u3164",
     "\u2800", "\u0301", "\ufe0f", "\u2028", "\U000e0061"],
    ids=ascii,
)  # fmt: skip
def test_words_of_which_nothing_can_be_seen_are_none(words: str) -> None:
    assert clean(words) == ""
    assert split_items(f"a, {words}, b") == ["a", "b"]


def test_equal_words_become_equal() -> None:
    assert clean("e\u0301te\u0301") == clean("\u00e9t\u00e9")


@given(everything)
def test_clean_words_are_clean(words: str) -> None:
    cleaned = clean(words)
    assert cleaned.encode().decode() == cleaned
    assert cleaned == cleaned.strip()
    assert not any(unicodedata.category(each) == "Cc" for each in cleaned if each not in "\n\t")
    assert not set(cleaned) & set(MARKS)


@given(everything)
def test_cleaning_twice_changes_nothing_more(words: str) -> None:
    assert clean(clean(words)) == clean(words)


@pytest.mark.parametrize(
    ("words", "items"),
    [
        ("a, b;c | d\ne • f", ["a", "b", "c", "d", "e", "f"]),
        (" a ,, ,a. , b ", ["a", "b"]),
        ("", []),
        (", ; |\n", []),
        ("prise  de\tparole", ["prise de parole"]),
        ("- x, 1,5", ["- x", "1", "5"]),
    ],
)
def test_a_list_is_split_where_people_split_it(words: str, items: list[str]) -> None:
    assert split_items(words) == items


@given(everything)
def test_the_items_of_a_list_are_short_single_and_not_empty(words: str) -> None:
    items = split_items(words)
    assert all(item and len(item) <= MOST_WORDS and "\n" not in item for item in items)
    assert len(set(items)) == len(items)


def test_no_item_is_cut() -> None:
    assert split_items("a" * 1000) == ["a" * 1000]


@pytest.mark.parametrize("words", ["\u3164", "\u115fx"[:1], " \u3164 ", "\u0301"])
def test_what_is_drawn_as_nothing_is_no_word(words: str) -> None:
    """Hangul fillers are letters, and printable, and nobody sees them."""
    assert clean(words) == ""
