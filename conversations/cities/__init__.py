"""Which time zone a city is in: cities of 30,000 inhabitants and more, and large ones by the names
that other languages give them. GeoNames (geonames.org), CC BY 4.0; `gather.py` reads them anew.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).with_name("cities.tsv")


@lru_cache
def zone_of(city: str) -> str | None:
    """The time zone of a city, whose name is `plain`; read as the file is, for it is rarely asked.

    The file has a line a zone: its name, a tab, and the names of cities with commas between them.
    """
    with FILE.open(encoding="utf-8") as lines:
        for line in lines:
            zone, _, names = line.rstrip("\n").partition("\t")
            if city in names.split(","):
                return zone
    return None
