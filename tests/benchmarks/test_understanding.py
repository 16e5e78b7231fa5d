"""The verdict of the benchmark of understanding."""

from __future__ import annotations

from benchmarks.understanding import AT_MOST, TARGETS, missed


def test_time_is_among_the_targets_and_what_is_missed_is_named() -> None:
    met = {**TARGETS, **AT_MOST}
    assert missed(met) == []
    assert missed({**met, "p99 ms": 6.0, "accuracy": 0.5}) == ["accuracy", "p99 ms"]
