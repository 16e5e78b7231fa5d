"""What is built once is built before anybody writes: the first unknown word waits for nothing."""

from __future__ import annotations

import gc
from collections.abc import Callable
from inspect import signature
from typing import Any

import conversations.dialogues
from community.search import freshness
from community.search.meaning import meaning
from conversations import ready
from conversations.testing import Stage
from conversations.understanding import span_model

assert conversations.dialogues.__all__, "what they cache is built, too"
WORDS = ("zorglub", "I need an aardvark wrangler", "merci à Zorglub", "pause jusqu’à lundi")


def test_the_first_unknown_word_builds_nothing_that_is_kept(
    new_database: Callable[[str], str],
) -> None:
    stage = Stage(url=new_database("sqlite"))
    stage.member("Zoé", offers=["poterie"])
    for cached in caches().values():
        cached.cache_clear()
    freshness.warm(stage.database, stage.now)
    for step in ready.steps():
        step()
    before = sizes()
    assert before["conversations.understanding.lexicon.lexicon"] == 1
    for words in WORDS:
        stage.says("Zoé", words)
    assert {name: size for name, size in sizes().items() if size != before.get(name)} == {}
    assert "spelling" in vars(meaning(stage.community_id))
    assert "_by_label" in vars(span_model())


def sizes() -> dict[str, int]:
    return {name: cached.cache_info().currsize for name, cached in caches().items()}


def caches() -> dict[str, Any]:
    """Every cached function of the rooms that takes nothing, wherever it is defined."""
    every = [each for each in gc.get_objects() if hasattr(type(each), "cache_info")]
    ours = [each for each in every if str(getattr(each, "__module__", "")).startswith(ready.ROOMS)]
    return {f"{each.__module__}.{each.__name__}": each
            for each in ours if not signature(each).parameters}  # fmt: skip
