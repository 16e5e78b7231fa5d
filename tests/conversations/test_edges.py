"""A few words at the edges of a topic are no part of it."""

from __future__ import annotations

import pytest

from conversations.understanding import everyday
from conversations.understanding.edges import trimmed
from conversations.understanding.reading import words_of


@pytest.mark.parametrize(
    ("told", "topic"),
    [
        ("going freelance", "freelance"),
        ("doing my taxes", "taxes"),
        ("grasp of pension tax", "pension tax"),
        ("grant person", "grant"),
        ("plombier honnête", "plombier"),
        ("jardin honnête", "jardin honnête"),
        ("being a person", "person"),
        ("person", "person"),
        ("doing", "doing"),
        ("pension tax", "pension tax"),
    ],
)
def test_what_only_leads_to_a_topic_is_no_part_of_it(told: str, topic: str) -> None:
    words = words_of(told, everyday())
    first, last = trimmed(words, (0, len(words) - 1))
    assert told[words[first].start : words[last].end] == topic
