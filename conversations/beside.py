"""What comes beside something else that was begun: "I also need a plumber", "and also calligraphy".

What stands is not dropped for it: it waits, and is asked again.
"""

from __future__ import annotations

import re

from community import profiles, standings
from conversations import needs, several
from conversations.floor import OpenDialogue
from conversations.meaning import Step
from conversations.phrases import pattern
from conversations.questions import plain
from conversations.turn import Turn
from conversations.understanding.asked import seeks


def begin(turn: Turn, standing: OpenDialogue | None, step: Step) -> None:
    """Begin with what words ask for, in place of what stands or beside it, as they say."""
    if step[0] == "ask" and _goes_on_offering(turn, standing):
        topic = needs.read(turn.scope, turn.incoming.text, turn.member.locale).topic
        return turn.start("offer", {"offer": topic})
    if standing is not None and step[0] == "ask" and comes_beside(standing, turn.incoming.text):
        several.put_aside(turn, standing)
    return turn.start(*step)


def comes_beside(standing: OpenDialogue, text: str) -> bool:
    """Whether a need comes beside the one whose question stands, and not in its place."""
    return standing.name == "ask" and re.search(pattern("also"), plain(text)) is not None


def _goes_on_offering(turn: Turn, standing: OpenDialogue | None) -> bool:
    """Whether words that begin with "and also", and ask for nobody, go on with what was offered:
    an offer stands, or nothing was asked for."""
    text = turn.incoming.text
    if re.match(pattern("and_also"), plain(text)) is None or seeks(text):
        return False
    if standing is not None:
        return standing.name == "offer"
    return bool(profiles.mine(turn.scope).offers) and not standings.has_any(turn.scope)
