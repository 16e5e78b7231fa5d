"""`python -m tests.season` writes the transcripts anew: read what has changed in them."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from bot import log
from tests.season.season import HERE, lived
from tests.season.transcript import FOLLOWED, written


async def write_anew() -> None:
    """Live the season once, and keep what was said."""
    with tempfile.TemporaryDirectory() as folder:
        async with lived(Path(folder)) as season:
            for locale in FOLLOWED:
                kept = HERE / f"transcript.{locale}.md"
                kept.write_text(written(season, locale), encoding="utf-8")


if __name__ == "__main__":
    log.set_up("error")
    asyncio.run(write_anew())
