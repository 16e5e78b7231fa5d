"""What is heard before any answer: words about somebody, a cry for help, a request to take back.

Where words are asked for, they go to somebody else, who may be the one they are about.
"""

from __future__ import annotations

import json

from community import sensitive
from conversations.addressing import told_of
from conversations.answers import says
from conversations.floor import OpenDialogue
from conversations.meaning import Step
from conversations.phrases import after
from conversations.turn import Turn

LOOK_AFTER = frozenset({"ask", "unsure", "overheard"})
"""Dialogues that answer a cry for help themselves, and know what was answered before."""
TO_THE_TEAM = frozenset({"report", "team", "from-team"})
"""Dialogues whose words the team alone reads: what is hard is well placed there."""
ABOUT = frozenset({"report", "block"})
"""Dialogues about a person, who must not read what began them."""
OF_A_REQUEST = frozenset({"details"})
"""Dialogues in which whoever asked for help tells more of it to one helper."""
TOLD = {"report": ("report", "report_alone"), "block": ("block", "block_alone"),
        "team": ("team",), "where": ("where",)}  # fmt: skip
"""By the dialogue that they ask for, the lists of which words are nothing else."""


def urgent(turn: Turn, standing: OpenDialogue) -> Step | None:
    """What words that could be an answer ask for instead; None of an answer."""
    text = turn.incoming.text
    if not turn.member.welcomed:
        return None
    if about := _named(turn):
        return about
    if standing.name not in TO_THE_TEAM and (told := _told(text)):
        return told, {}
    if standing.name in OF_A_REQUEST and (step := _of_the_request(text)):
        return step
    return ("ask", {"need": text}) if _is_cry(standing, text) else None


def about_somebody(turn: Turn) -> Step | None:
    """What words that are about somebody ask for: they are for the bot alone, wherever written."""
    told = _told(turn.incoming.text)
    return _named(turn) or ((told, {}) if told in ABOUT else None)


def _named(turn: Turn) -> Step | None:
    about = told_of(turn.scope, turn.incoming.text, whole=True)
    return (about[0], {"about": about[1]}) if about else None


def _told(text: str) -> str | None:
    """The dialogue that all the words ask for; a longer answer may contain the same."""
    return next((dialogue for dialogue, lists in TOLD.items() if says(text, *lists)), None)


def _of_the_request(text: str) -> Step | None:
    """That somebody else be asked, or another need: neither is for the helper who asked."""
    if says(text, "someone_else"):
        return "where", {}
    need = after(text, "who_can_help").strip(" ?.!\u202f\u00a0")
    return ("ask", {"need": need}) if need else None


def _is_cry(standing: OpenDialogue, text: str) -> bool:
    """Whether somebody cries for help who was not told already where it is."""
    subject = sensitive.cry(text)
    if subject is None or standing.name in LOOK_AFTER | TO_THE_TEAM:
        return False
    known = json.dumps([standing.args, standing.journal.answers], ensure_ascii=False)
    return sensitive.subject(known) != subject
