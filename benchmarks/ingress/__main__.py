"""Events of the platforms into the inbox, and acknowledged: how many a second, and how fast each.

Without a name all three, one after the other. Beside each, in the same run and in turn with ours,
what nobody can leave out: the platform's own library, or a bare signed endpoint, with nothing
behind it.
"""

from __future__ import annotations

import argparse
from importlib import import_module

from benchmarks import report
from benchmarks.ingress import rounds
from bot import log

NAMES = ("slack", "whatsapp", "discord")


def main() -> None:
    """Measure and show those that are asked for; a missed target is said, and no failure."""
    given = _options()
    log.set_up("error")
    figures: dict[str, float | int | str | bool] = {}
    for name in [given.platform] if given.platform else NAMES:
        platform = import_module(f"benchmarks.ingress.{name}").PLATFORM
        figures |= rounds.run(platform, given.events, given.rounds)
    report.finish(figures, as_json=given.json)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("platform", nargs="?", choices=NAMES)
    parser.add_argument("--events", type=int, help="a round; default: as the platform allows")
    parser.add_argument("--rounds", type=int, default=3, help="default: 3")
    parser.add_argument("--json", action="store_true", help="print the figures on the last line")
    return parser.parse_args()


if __name__ == "__main__":
    main()
