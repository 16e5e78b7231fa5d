"""Who stands in line for an ask: put there anew when those who were are no longer right for it."""

from __future__ import annotations

from dataclasses import replace

from community import introductions
from community.directory import find_helpers
from community.lives import ASKED
from community.scope import Scope
from storage.tables import Ask

LENGTH = 3
"""Helpers who are put in line, as for a new ask."""
IN_LINE = ("reserved", "postponed", *ASKED)


def anew(scope: Scope, ask: Ask) -> None:
    """Put others in line, found for the requester, behind those who stand there.

    Nobody who has had it brought to them has it brought again.
    """
    there = [each.helper_id for each in introductions.of_ask(scope, ask.id or 0, *IN_LINE)]
    out = introductions.left_out(scope, ask.id or 0)
    without = [*introductions.asked_already(scope, ask), *there, *out]
    as_requester = replace(scope, actor_id=ask.requester_id)
    found = find_helpers(as_requester, ask.need, LENGTH, without)
    introductions.reserve(scope, ask, found)
