"""What a platform took nothing of until somebody wrote again: shown once they do, if it stands.

Meanwhile a question may have been asked anew, answered elsewhere or overtaken, and news repeated:
of each only the newest is shown, of a question only one that can still be answered.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from conversations.late import still_counts
from conversations.texts import Text
from conversations.turn import Turn


def looked(turn: Turn) -> None:
    """Somebody comes for what they were told of; who saw it already hears where they stand."""
    if any(_standing(turn)):
        return
    standing = turn.standing()
    waits = standing is not None and not standing.yields
    turn.say(Text("still-waits" if waits else "nothing-waits"))
    turn.ask_standing()


def sort_out(turn: Turn) -> tuple[list[int], list[int]]:
    """The rows of what is to be shown now, and of what is not to be shown at all.

    What was put off is shown at its own time.
    """
    shown = list(_standing(turn))
    let_go = [each.id for each in turn.held if each.id in shown and not each.put_off]
    return let_go, [each.id for each in turn.held if each.id not in shown]


def _standing(turn: Turn) -> Iterator[int]:
    """Oldest first; what leaves in this turn is newer than anything that was held."""
    said = [each.outgoing.payload() for each in turn.leaving]
    for n, each in enumerate(turn.held):
        later = [*(other.payload for other in turn.held[n + 1 :]), *said]
        token = each.payload.get("token")
        overtaken = any(_says_the_same(each.payload, other) for other in later)
        if _stands(turn, token) and not (overtaken and (token or not each.put_off)):
            yield each.id


def _says_the_same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """The same question, in whatever words, or the same words."""
    if one.get("token") or other.get("token"):
        return one.get("token") == other.get("token")
    return _read(one) == _read(other)


def _read(payload: dict[str, Any]) -> dict[str, Any]:
    """What of a message its reader sees."""
    return {key: value for key, value in payload.items() if key != "about"}


def _stands(turn: Turn, token: str | None) -> bool:
    """Whether it is no question, or one to which an answer still does something."""
    return token is None or any(
        each.token == token and still_counts(turn, each) for each in turn.dialogues
    )
