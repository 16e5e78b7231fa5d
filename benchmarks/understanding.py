"""How well the understanding does on labelled sentences: `--data file` (JSON lines).

Each line has `text`, `where`, `locale`, and what is right: `intent`, `topic`, `person`, `until`.
Without `--data` it is measured on `benchmarks/utterances.jsonl`, which no example was made from.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.report import console, finish, show, verdict
from community.words import fold
from conversations.understanding import INTENTS, Understanding, understand

OURS = Path(__file__).with_name("utterances.jsonl")
WITH_TOPIC = {"find_help", "offer_help"}


@dataclass(frozen=True)
class Read:
    """One line, and what was made of it."""

    line: Mapping[str, Any]
    got: Understanding
    took: float

    @property
    def right(self) -> bool:
        return bool(self.got.intent == self.line["intent"])


def main() -> None:
    asked = _options()
    lines = [json.loads(line) for line in asked.data.read_text(encoding="utf-8").splitlines()]
    understand("who can help me with a warm-up?")
    read = [_read(line) for line in lines]
    figures = measured(read)
    show("Understanding", ["intent", "precision", "recall", "F1", "of"], _table(read))
    for name, value in figures.items():
        console.print(f"{name}: {value:.3f}")
    if asked.mistakes:
        _mistakes(read)
    console.print(f"targets: {verdict(met=not missed(figures))} {', '.join(missed(figures))}")
    finish(figures, as_json=asked.json)


TARGETS = {
    "accuracy": 0.88, "macro F1": 0.85, "find_help F1": 0.92, "topic exact": 0.75,
    "topic near": 0.9,
}  # fmt: skip

AT_MOST = {"wrong interruptions": 0.03, "p99 ms": 5.0}
"""The same of what is to be small; milliseconds for one message, on one core."""


def missed(figures: Mapping[str, float]) -> list[str]:
    """The names of the figures that miss their targets, time among them."""
    low = [name for name, least in TARGETS.items() if figures[name] < least]
    return low + [name for name, most in AT_MOST.items() if figures[name] > most]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print the figures on the last line")
    parser.add_argument("--data", type=Path, default=OURS, help="labelled JSON lines")
    parser.add_argument("--mistakes", action="store_true", help="print what was read wrongly")
    return parser.parse_args()


def _read(line: Mapping[str, Any]) -> Read:
    began = time.perf_counter()
    got = understand(line["text"], where=line["where"], locale=line["locale"])
    return Read(line, got, (time.perf_counter() - began) * 1000)


def measured(read: Sequence[Read]) -> dict[str, float]:
    """The figures of the whole set."""
    present = [name for name in INTENTS if any(each.line["intent"] == name for each in read)]
    quiet = [each for each in read
             if each.line["where"] == "channel" and each.line["intent"] == "none"]  # fmt: skip
    topics = [each for each in read if each.line["intent"] in WITH_TOPIC]
    took = sorted(each.took for each in read)
    return {
        "accuracy": _share([each.right for each in read]),
        "macro F1": sum(_f1(read, name)[2] for name in present) / len(present),
        "find_help F1": _f1(read, "find_help")[2],
        "wrong interruptions": _share([not each.right for each in quiet]),
        "topic exact": _share([_apart(each, "topic") == 0 for each in topics]),
        "topic near": _share([_apart(each, "topic") <= 1 for each in topics]),
        "person exact": _spans(read, "person"), "until exact": _spans(read, "until"),
        "p50 ms": took[len(took) // 2], "p99 ms": took[min(len(took) - 1, len(took) * 99 // 100)],
    }  # fmt: skip


def _share(held: Sequence[bool]) -> float:
    return sum(held) / len(held) if held else 1.0


def _f1(read: Sequence[Read], intent: str) -> tuple[float, float, float]:
    both = sum(each.right and each.got.intent == intent for each in read)
    precision = both / max(1, sum(each.got.intent == intent for each in read))
    recall = both / max(1, sum(each.line["intent"] == intent for each in read))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _spans(read: Sequence[Read], kind: str) -> float:
    return _share([_apart(each, kind) == 0 for each in read if each.line[kind]])


def _apart(each: Read, kind: str) -> int:
    """How many words a span has too many or too few; many, if it is another place of the text."""
    right, got = (_plain(span) for span in (each.line[kind], getattr(each.got, kind)))
    if right == got:
        return 0
    longer, shorter = (right, got) if len(right) > len(got) else (got, right)
    inside = shorter in (longer[1:], longer[:-1]) and shorter
    return len(longer) - len(shorter) if inside else 99


def _plain(span: str | None) -> list[str]:
    return re.findall(r"\w+", fold(span or ""))


def _table(read: Sequence[Read]) -> list[list[str]]:
    return [
        [name, *(f"{figure:.3f}" for figure in _f1(read, name)),
         str(sum(each.line["intent"] == name for each in read))]
        for name in INTENTS
    ]  # fmt: skip


def _mistakes(read: Sequence[Read]) -> None:
    for each in read:
        line, got = each.line, each.got
        if not each.right:
            kinds = f"{line['intent']} → {got.intent} {got.confidence}"
            console.print(f"{line['where']:8} {kinds}: {line['text']}", markup=False)
        for kind in ("topic", "person", "until"):
            if each.right and _apart(each, kind):
                spans = f"{line[kind]!r} → {getattr(got, kind)!r}"
                console.print(f"  {kind}: {spans}: {line['text']}", markup=False)


if __name__ == "__main__":
    main()
