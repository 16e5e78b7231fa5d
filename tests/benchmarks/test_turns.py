"""The turns benchmark runs, and its references write what the bot writes."""

from __future__ import annotations

from pathlib import Path

from benchmarks import dialogue
from benchmarks.turns import measure


async def test_the_references_write_what_the_bot_writes(tmp_path: Path) -> None:
    """`measure` itself compares the rows that are left: it ends only where they are the same."""
    rounds, where = await measure(tmp_path, range(2), rounds=1)
    assert len(rounds.ours[0].turns) == 2 * dialogue.STEPS
    assert rounds.single[0] > 0
    assert rounds.fifty[0] > 0
    assert rounds.rival[0] > 0
    assert where.parts
