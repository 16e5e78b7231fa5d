"""What a season was like: answers, waiting, load, messages, and what was against the rules."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from statistics import median
from typing import Any

from sqlalchemy import func, select

from benchmarks.season import breaches
from benchmarks.season.life import Season
from community.lives import AGREED
from storage.tables import Ask, Introduction, Member, Outbox, table

asks, rows, members, outboxes = table(Ask), table(Introduction), table(Member), table(Outbox)


def gini(counts: Sequence[int]) -> float:
    """0 when all have the same, 1 when one has it all."""
    ordered, total = sorted(counts), sum(counts)
    ranked = sum(rank * each for rank, each in enumerate(ordered, 1))
    return (2 * ranked / (len(ordered) * total) - (len(ordered) + 1) / len(ordered)) if total else 0


def measured(season: Season, days: int) -> dict[str, float]:
    """What the season was like; times in hours."""
    read = season.stage.write
    opened = {row.id: row for row in read(lambda c: c.execute(select(asks)).all())}
    brought = read(lambda c: c.execute(select(rows).order_by(rows.c.id)).all())
    tried: dict[int, list[Any]] = defaultdict(list)
    for row in brought:
        if row.requested_at:
            tried[row.ask_id].append(row)
    helped = {row.ask_id for row in brought if row.state in AGREED}
    helpers = [each.name for each in season.people.values() if each.offers]
    names = dict(read(lambda c: c.execute(select(members.c.id, members.c.name)).all()))
    load = Counter(dict.fromkeys(helpers, 0))
    load.update(names[row.helper_id] for each in tried.values() for row in each)
    busiest = sum(each for _, each in load.most_common(max(1, len(helpers) // 10)))
    messages = read(lambda c: c.execute(select(func.count()).select_from(outboxes)).scalar_one())
    broken = read(lambda c: breaches.of_requests(c, tried, season.weekly))
    return {
        "asks": len(opened),
        "with a human answer": len(helped) / max(1, len(opened)),
        "unanswered": 1 - len(helped) / max(1, len(opened)),
        "to the first answer (h)": _median(_first_answers(opened, tried)),
        "to the next person after a no (h)": _median(_next_people(tried)),
        "Gini of requests": gini(list(load.values())),
        "busiest tenth": busiest / max(1, sum(load.values())),
        "messages a member a week": messages / len(names) / (days / 7),
        "breaches": season.stage.broken.total() + len(broken),
    }


def _median(hours: Sequence[float]) -> float:
    return median(hours) if hours else 0.0


def _hours(time: timedelta) -> float:
    return time.total_seconds() / 3600


def _first_answers(opened: dict[int, Any], tried: dict[int, list[Any]]) -> list[float]:
    decided = {id_: [each.decided_at for each in some if each.decided_at]
               for id_, some in tried.items()}  # fmt: skip
    return [_hours(min(some) - opened[id_].opened_at) for id_, some in decided.items() if some]


def _next_people(tried: dict[int, list[Any]]) -> list[float]:
    pairs = [pair for some in tried.values()
             for pair in pairwise(sorted(some, key=lambda each: each.requested_at))]  # fmt: skip
    return [_hours(after.requested_at - before.decided_at) for before, after in pairs
            if before.state == "declined" and before.decided_at]  # fmt: skip
