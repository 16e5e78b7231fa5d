"""What is heard before any answer: words about somebody, a cry for help, a request to take back.

Where words are asked for, they go to somebody else, who may be the one they are about.
"""

from __future__ import annotations

import json
import re

from community import exchanges, safety, sensitive
from conversations import harm, needs
from conversations.addressing import told_of
from conversations.floor import OpenDialogue
from conversations.meaning import Step
from conversations.phrases import after, is_wanted, pattern, spelt_out
from conversations.questions import plain
from conversations.sayings import says
from conversations.turn import Turn

LOOK_AFTER = frozenset({"ask", "unsure", "overheard", "overheard-cry"})
"""Dialogues that answer a cry for help themselves, and know what was answered before."""
TO_THE_TEAM = frozenset({"report", "team", "from-team"})
"""Dialogues whose words the team alone reads: what is hard is well placed there."""
SAFE = frozenset({"report", "block", "team"})
"""Dialogues of which nobody else is to know, least of all whoever they are about."""
OF_WHOM_ONE_MET = frozenset({"follow-up", "did-it-help", "thanks"})
"""Dialogues about somebody whom one has met: "she insulted me" is about them."""
OF_THE_ASKED = frozenset({"request", "reworded"})
"""Dialogues with whoever is asked to help, who may not know by whom."""
OF_A_REQUEST = frozenset({"details"})
"""Dialogues in which whoever asked for help tells more of it to one helper."""
TOLD = {"report": ("report", "report_alone"), "block": ("block", "block_alone"),
        "where": ("where", "withdraw"), "pause": ("pause_me",)}  # fmt: skip
"""By the dialogue that they ask for, the lists of which words are nothing else."""
_PARTS = re.compile(r"[,.;:!?…\n]+")
_AROUND = " ?.!\u202f\u00a0"


def urgent(turn: Turn, standing: OpenDialogue) -> Step | None:
    """What words that could be an answer ask for instead; None of an answer."""
    text = turn.incoming.text
    if not turn.member.welcomed:
        return None
    if standing.name in TO_THE_TEAM or _is_for_the_team(standing):
        return _named(turn)
    if step := about_somebody(turn, standing):
        return step
    if standing.name in OF_A_REQUEST and (step := _of_the_question(standing, text)):
        return step
    if told := _told(text):
        return told, {}
    return ("ask", {"need": text}) if _is_cry(standing, text) else None


def _is_for_the_team(standing: OpenDialogue) -> bool:
    """Whether what is asked there goes to the team, after a talk with somebody."""
    asked = str((standing.pending or {}).get("name", ""))
    return standing.name in OF_WHOM_ONE_MET and asked.endswith("message")


def kept_from_others(turn: Turn) -> Step | None:
    """What words ask for that go to nobody, whatever they were written below: they are about
    somebody, or for the team."""
    told = _told(turn.incoming.text)
    return about_somebody(turn) or ((told, {}) if told in SAFE else None)


def about_somebody(turn: Turn, answered: OpenDialogue | None = None) -> Step | None:
    """What words about a person ask for, perhaps instead of being the answer to a dialogue.

    "She insulted me" may be the answer to a question about anybody; elsewhere it is about whoever
    was met, in the introduction that the dialogue is of or else last.
    """
    introduction = answered.args.get("introduction") if answered else None
    met = answered is None or answered.name in OF_WHOM_ONE_MET
    step = _named(turn) or harm.told(turn.scope, turn.incoming.text, met=met)
    if step is None and (met or introduction is not None):
        step = _about_them(turn, introduction)
    if step is not None and introduction is not None and "said" in step[1]:
        return step[0], step[1] | {"introduction": introduction}
    return step


def _named(turn: Turn) -> Step | None:
    if says(turn.incoming.text, "report_back"):
        return "report", {"back": True}
    about = told_of(turn.scope, turn.incoming.text, whole=True)
    return (about[0], {"about": about[1]}) if about else None


def _about_them(turn: Turn, introduction: int | None) -> Step | None:
    """To block or to report "her": whoever was met is proposed."""
    text = _asked_for(turn.incoming.text)
    if says(text, "report_them"):
        return "report", {"said": ""}
    if not _keeps_away(text):
        return None
    other = exchanges.met_last(turn.scope, introduction)
    return "block", ({"about": other.called} if other else {})


def about_whoever_asks(turn: Turn) -> Step | None:
    """Never to be asked again by whoever asks for help in what stands, perhaps without a name."""
    standing = turn.standing()
    if standing is None or standing.name not in OF_THE_ASKED:
        return None
    text = _asked_for(turn.incoming.text)
    asks_it = _keeps_away(text) or says(text, *TOLD["block"])
    return ("block", {"introduction": standing.args["introduction"]}) if asks_it else None


def lifts_a_block(turn: Turn) -> Step | None:
    """To meet somebody again: who is blocked and called so, or anybody of the list."""
    text = _asked_for(turn.incoming.text)
    if says(text, "unblock"):
        return "block", {}
    name = after(text, "unblock_whom").strip(_AROUND)
    return ("block", {"lift": name}) if safety.blocked_called(turn.scope, name) else None


def _keeps_away(text: str) -> bool:
    return says(text, "block_them") or harm.keeps_away(text)


def _told(text: str) -> str | None:
    """The dialogue that all the words ask for; a longer answer may contain the same."""
    if is_wanted(text, "team") and not says(text, "team_alone"):
        return "team"
    words = _asked_for(text)
    return next((dialogue for dialogue, lists in TOLD.items() if says(words, *lists)), None)


def _asked_for(text: str) -> str:
    """Words without "I want to" and the like before what is wanted."""
    said = spelt_out(text)
    return after(said, "wanting") or said


def _of_the_question(standing: OpenDialogue, text: str) -> Step | None:
    """What is not for the helper who asked: a complaint of it, that somebody else be asked, or
    another need."""
    parts = [part for part in _PARTS.split(text) if part.strip()]
    asked = {_told(part) for part in parts if len(part.split()) > 1 or len(parts) == 1}
    if "report" in asked or any(map(_complains, parts)):
        said = text if len(parts) > 1 or _complains(text) else ""
        return "report", {"said": said, "introduction": standing.args["introduction"]}
    if kept := sorted(SAFE.intersection(filter(None, asked))):
        return kept[0], {}
    if says(text, "someone_else", "no_longer", "never_mind"):
        return "where", {}
    need = after(text, "who_can_help").strip(_AROUND) or needs.asked_around(text)
    return ("ask", {"need": need}) if need else None


def _complains(part: str) -> bool:
    """Whether words say of the question that it is out of place, and nothing else."""
    wrong = re.search(pattern("improper"), plain(part)) is not None
    return wrong and says(part, "it_is", "very", "improper")


def _is_cry(standing: OpenDialogue, text: str) -> bool:
    """Whether somebody cries for help who was not told already where it is."""
    subject = sensitive.cry(text)
    if subject is None or standing.name in LOOK_AFTER | TO_THE_TEAM:
        return False
    return not is_answered_for(standing, subject)


def is_answered_for(standing: OpenDialogue, subject: str) -> bool:
    """Whether somebody was told in a dialogue already where help is with such things."""
    known = [*standing.args.values(), *standing.journal.answers.values()]
    written = (each if isinstance(each, str) else json.dumps(each, ensure_ascii=False)
               for each in known)  # fmt: skip
    return any(sensitive.subject(each) == subject for each in written)
