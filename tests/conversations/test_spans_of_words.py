"""Which words are the subject: what the thesaurus knows of them, and what a few lessons teach."""

from __future__ import annotations

from random import Random

import numpy as np

from conversations.understanding import everyday
from conversations.understanding.examples import Example
from conversations.understanding.lessons import Lesson, learned, lesson
from conversations.understanding.lexicon import longest, names_in
from conversations.understanding.linear import Linear
from conversations.understanding.reading import Word, words_of
from conversations.understanding.spans import spans


def read(text: str) -> list[Word]:
    return words_of(text, everyday())


def test_a_name_of_the_thesaurus_is_known_in_any_number() -> None:
    assert names_in(read("macros Excel"))
    assert names_in(read("entretiens d'embauche")) == names_in(read("entretien d'embauche"))


def test_a_part_of_a_longer_name_is_not_the_longest() -> None:
    names = names_in(read("droit du travail"))
    assert (0, 0) in names
    assert longest(names) == [(0, 2)]


def test_a_trade_is_told_from_a_subject() -> None:
    assert names_in(read("un plombier"))[1, 1] == "trade"
    assert names_in(read("une comptabilité"))[1, 1] == "name"


TAUGHT = ("who knows zorbing here?", "who knows quidditch here?")


def test_what_was_taught_is_found_where_the_words_are_new() -> None:
    rows, lessons = _lessons()
    weights = learned(lessons, len(rows), Random(1), "taught")
    model = Linear(("topic",), rows, weights[:, np.newaxis], np.zeros(1, dtype=np.float32))
    text = "who knows parkour here?"
    assert [text[start:end] for start, end, _ in spans(read(text), "find_help", model)] == [
        "parkour"
    ]


def test_the_same_lessons_teach_the_same_weights() -> None:
    rows, lessons = _lessons()
    once, again = (learned(lessons, len(rows), Random(1), "taught") for _ in range(2))
    assert np.array_equal(once, again)


def _lessons() -> tuple[dict[str, int], list[Lesson]]:
    rows: dict[str, int] = {}
    made = [lesson(read(text), _example(text), "topic", rows) for text in TAUGHT]
    return rows, [each for each in made if each] * 8


def _example(text: str) -> Example:
    start, word = len("who knows "), text.split()[2]
    return Example(text, "direct", "find_help", ((start, start + len(word), "topic"),))


def test_a_span_that_is_no_run_of_words_teaches_nothing() -> None:
    example = Example("who knows zorbing?", "direct", "find_help", ((5, 7, "topic"),))
    assert lesson(read(example.text), example, "topic", {}) is None
