"""Whether what is known in an open dialogue names one member: for an erasure."""

from __future__ import annotations

import re
from typing import Any


def names(known: Any, member_id: int, name: str) -> bool:
    """Whether answers, as JSON has them, name this member, anywhere inside.

    Somebody else of the same name is told apart by the id beside it, wherever there is one; words
    that people wrote name whoever stands there as a whole word: Ana is not in “Analyse”.
    """
    if isinstance(known, str):
        return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", known) is not None
    if isinstance(known, list):
        return any(names(each, member_id, name) for each in known)
    if not isinstance(known, dict):
        return False
    if _whose(known) not in {None, member_id}:
        known = {key: value for key, value in known.items() if key != "name"}
    return any(names(each, member_id, name) for each in known.values())


def _whose(known: dict[str, Any]) -> Any:
    """The id of whose name stands here, if one does."""
    return known.get("member_id", known.get("id")) if "name" in known else None
