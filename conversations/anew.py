"""What becomes of an open dialogue when somebody starts the same one anew."""

from __future__ import annotations

from collections.abc import Iterable

from conversations.dialogue import Definition
from conversations.floor import OpenDialogue


def unfinished(definition: Definition, dialogues: Iterable[OpenDialogue]) -> OpenDialogue | None:
    """The open one that holds what was written in it, and is gone on with instead."""
    return next(
        (
            each
            for each in dialogues
            if each.name == definition.name
            and each.pending
            and each.pending["name"] in definition.goes_on
        ),
        None,
    )


def spared(definition: Definition, former: OpenDialogue, opened: OpenDialogue) -> bool:
    """Whether the open one comes back afterwards: only something was looked up in between, or it is
    another of several wishes and has yet to begin; or goes on, until the new one is decided."""
    if definition.lasts and former.status == "waiting" and former.name == opened.name:
        return True
    if definition.several and former.status == "queued" and former.args != opened.args:
        return True
    looks_up = definition.looks_up
    return looks_up is not None and looks_up(opened.args) and not looks_up(former.args)
