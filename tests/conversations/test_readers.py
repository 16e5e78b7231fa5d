"""What people type is read, or they hear what to write instead; nobody's words are cut."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from community.words import MOST_NAME, MOST_WORDS
from conversations import cities, readers
from conversations.questions import NotUnderstood


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("Lyon", "Europe/Paris"), ("marseille", "Europe/Paris"), ("Saint-Étienne", "Europe/Paris"),
        ("I live in New York", "America/New_York"), ("j’habite à Québec", "America/Toronto"),
        ("Genève", "Europe/Zurich"), ("Londres", "Europe/London"), ("Thiès", "Africa/Dakar"),
        ("Leeds", "Europe/London"), ("Europe/Paris", "Europe/Paris"), ("à Namur", "Europe/Brussels"),
        ("Manchester", "Europe/London"), ("based in Bristol.", "Europe/London"),
    ],
)  # fmt: skip
def test_a_city_tells_the_time_zone(words: str, zone: str) -> None:
    """“Lyon” and “Marseille” were unknown places."""
    assert readers.zone(words) == zone


@pytest.mark.parametrize("words", ["Nowhereville", "non", "demain", "in", "à la campagne", "Li,Vi"])
def test_what_is_no_city_is_asked_for_again(words: str) -> None:
    with pytest.raises(NotUnderstood):
        readers.zone(words)


def test_every_city_stands_once_and_in_a_zone_that_there_is() -> None:
    lines = [line.split("\t") for line in cities.FILE.read_text(encoding="utf-8").splitlines()]
    names = [name for _, names in lines for name in names.split(",")]
    assert len(names) == len(set(names)) > 15_000
    assert all(readers.zone(zone) == zone for zone, _ in lines)


@pytest.mark.parametrize("length", [1, 1000])
@pytest.mark.parametrize(
    ("read", "most"),
    [(readers.line, MOST_WORDS), (readers.items, MOST_WORDS), (readers.name, MOST_NAME)],
)
def test_long_words_are_refused_and_not_cut(
    read: Callable[[str], Any], most: int, length: int
) -> None:
    """A headline of 500 characters was kept as 300, and nobody was told."""
    read("é" * most)
    with pytest.raises(NotUnderstood) as refusal:
        read("é" * (most + length))
    assert refusal.value.text.args["most"] == most
