"""Who is found for a need: quality and speed of the directory, beside FTS5 and a BM25 with stems.

Members and queries are files in the format of `../shared/eval` (its README describes it). Members
are imported as from a table and found through the product's own storage and index; the fields
that begin with `_` are looked at by the judge alone.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import report
from benchmarks.judge import Judge, Line, Score, mean
from benchmarks.rivals import FullText, StemmedBM25, phrases
from benchmarks.stored import Built, build, stored
from community import directory

Rank = Callable[[str], Sequence[int]]

OURS = "Passerelle"
FOLDER = Path(__file__).parents[2] / "shared" / "eval"
MISSING = (
    "There is no {file}. The README of ../shared/eval says what is in such a file; "
    "--members, --queries and --related say where yours are."
)
RANKED, ASKED_FOR = 40, 3
"""How many are ranked for the measures, and how many a member is shown."""
ENOUGH = 300
"""Queries on which the crowd's search is timed."""
FAST_MS, BUILD_S, MEMORY_MB = 10.0, 5.0, 150.0
KINDS = (
    "exact", "noaccent", "typo", "sentence", "alt", "sentence_alt", "chat_hard", "human", "role",
    "cross", "sentence_cross", "human_cross", "role_cross",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measured:
    """What one technique achieves: the scores of its answers, and milliseconds for each."""

    scores: Mapping[str, Sequence[Score]]
    times: Sequence[float]

    def within(self, share: float) -> float:
        """The milliseconds within which that share of the answers came."""
        ordered = sorted(self.times)
        return ordered[min(int(share * len(ordered)), len(ordered) - 1)]

    @property
    def macro(self) -> Score:
        """The average over the kinds of query, each counting the same."""
        return mean([mean(self.scores[kind]) for kind in KINDS if kind in self.scores])


def main() -> int:
    """Measure, print, and say what was missed."""
    given = _options()
    missing = [path for path in (given.members, given.queries, given.related) if not path.is_file()]
    if missing:
        print(MISSING.format(file=missing[0]), file=sys.stderr)
        return report.LACKING
    members, queries = _lines(given.members), _lines(given.queries)
    judge = Judge(members, json.loads(given.related.read_text(encoding="utf-8")))
    measured, built = _measured(members, queries, judge)
    figures = _shown(measured, built, len(members))
    if given.crowd:
        figures |= _crowded(members, queries, given.crowd)
    report.finish(figures, as_json=given.json)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    for name, file in (("members", "directory.members.dev.jsonl"),
                       ("queries", "directory.queries.dev.jsonl"),
                       ("related", "directory.related.json")):  # fmt: skip
        parser.add_argument(f"--{name}", type=Path, default=FOLDER / file)
    parser.add_argument("--crowd", type=int, default=0, help="also time it with so many members")
    parser.add_argument("--json", action="store_true", help="print the figures on the last line")
    return parser.parse_args()


def _lines(file: Path) -> list[Line]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line]


def _measured(
    members: Sequence[Line], queries: Sequence[Line], judge: Judge
) -> tuple[dict[str, Measured], Built]:
    fts, bm25 = FullText(phrases(members)), StemmedBM25(phrases(members))
    with stored(members) as (scope, ids):
        built = build(scope)

        def found(need: str) -> list[int]:
            return [ids[each.member_id] for each in directory.find_helpers(scope, need, RANKED)]

        ours = _timed(found, queries, judge)
    return {
        OURS: ours,
        "SQLite FTS5, bm25": _timed(lambda need: fts.rank(need, RANKED), queries, judge),
        "BM25 on stems": _timed(lambda need: bm25.rank(need, RANKED), queries, judge),
    }, built


def _timed(rank: Rank, queries: Sequence[Line], judge: Judge) -> Measured:
    scores: dict[str, list[Score]] = defaultdict(list)
    times = []
    for query in queries:
        before = time.perf_counter()
        ranked = rank(query["text"])
        times.append(1000 * (time.perf_counter() - before))
        score = judge.score(query, ranked)
        if score is not None:
            scores[query["kind"]].append(score)
            scores[f"{query['qlang']} → {query['tlang']}"].append(score)
    return Measured(scores, times)


def _shown(measured: Mapping[str, Measured], built: Built, members: int) -> dict[str, Any]:
    tables = {name: _table(each) for name, each in measured.items()}
    rows = [[kind, *(_cell(each[kind]) for each in tables.values())] for kind in tables[OURS]]
    report.show(f"recall@5, MRR@10, nDCG@10 with {members:,} members", ("", *measured), rows)
    quick = [[name, f"{each.within(0.5):.2f}", f"{each.within(0.99):.2f}"]
             for name, each in measured.items()]  # fmt: skip
    report.show(f"Milliseconds to rank {RANKED}", ("", "p50", "p99"), quick)
    best = max(table["macro"].recall for name, table in tables.items() if name != OURS)
    ratio = tables[OURS]["macro"].recall / best
    print(f"{ratio:.2f} times the macro recall@5 of the better reference; "
          f"index built in {built.seconds:.2f} s, {built.megabytes:.0f} MB")  # fmt: skip
    return {
        "members": members, "to_reference": round(ratio, 2), **_cost(built),
        "results": {name: _figures(each, tables[name]) for name, each in measured.items()},
    }  # fmt: skip


def _table(of: Measured) -> dict[str, Score]:
    """Its averages: over the kinds of query, by kind, by languages."""
    pairs = sorted(of.scores.keys() - {*KINDS})
    kinds = [kind for kind in (*KINDS, *pairs) if kind in of.scores]
    return {"macro": of.macro} | {kind: mean(of.scores[kind]) for kind in kinds}


def _cell(score: Score) -> str:
    return f"{score.recall:.3f} {score.reciprocal_rank:.3f} {score.gain:.3f}"


def _figures(of: Measured, table: Mapping[str, Score]) -> dict[str, Any]:
    scores = {
        kind: {"recall_at_5": round(score.recall, 4), "mrr_at_10": round(score.reciprocal_rank, 4),
               "ndcg_at_10": round(score.gain, 4)}
        for kind, score in table.items()
    }  # fmt: skip
    return {"p50_ms": round(of.within(0.5), 2), "p99_ms": round(of.within(0.99), 2), **scores}


def _cost(built: Built) -> dict[str, float]:
    return {"build_s": round(built.seconds, 2), "memory_mb": round(built.megabytes)}


def _crowded(members: Sequence[Line], queries: Sequence[Line], many: int) -> dict[str, Any]:
    """The same with many invented members, whose phrases are the given members' in other hands."""
    times = []
    with stored(list(_invented(members, many)), quickly=True) as (scope, _):
        built = build(scope)
        for query in queries[:: max(1, len(queries) // ENOUGH)]:
            before = time.perf_counter()
            directory.find_helpers(scope, query["text"], ASKED_FOR)
            times.append(1000 * (time.perf_counter() - before))
    crowd = Measured({}, times)
    targets = (
        ("p99 of a search, ms", crowd.within(0.99), FAST_MS),
        ("index built, s", built.seconds, BUILD_S),
        ("memory, MB", built.megabytes, MEMORY_MB),
    )
    rows = [[what, f"{value:.1f}", f"< {most:.0f}", report.verdict(met=value < most)]
            for what, value, most in targets]  # fmt: skip
    report.show(f"{many:,} members", ("", "measured", "target", ""), rows)
    quick = {"p50_ms": round(crowd.within(0.5), 2), "p99_ms": round(crowd.within(0.99), 2)}
    return {"crowd": {"members": many, **quick, **_cost(built)}}


def _invented(members: Sequence[Line], many: int) -> Iterator[Line]:
    """People with the sizes and languages of the given ones, and the phrases of all of them."""
    dice = random.Random(4)
    pools: dict[tuple[str, str], list[str]] = defaultdict(list)
    for member in members:
        pools[member["lang"], "headline"].append(member["headline"])
        for kind in ("skills", "experiences"):
            pools[member["lang"], kind] += member[kind]
    for id_ in range(many):
        like = members[id_ % len(members)]
        drawn = {kind: dice.sample(pools[like["lang"], kind], len(like[kind]))
                 for kind in ("skills", "experiences")}  # fmt: skip
        headline = dice.choice(pools[like["lang"], "headline"])
        yield {"id": id_, "lang": like["lang"], "headline": headline, "topics": [], **drawn}


if __name__ == "__main__":
    sys.exit(main())
