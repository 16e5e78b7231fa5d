"""Words where others' eyes are next, but which ask something of the bot: that is done, nothing
leaves, and the question stands."""

from __future__ import annotations

from community import members
from conversations import beside, second_thoughts, several, small_talk
from conversations.commands import typed
from conversations.floor import OpenDialogue
from conversations.meaning import VERY_SURE, Step, next_step
from conversations.sayings import says
from conversations.texts import Text
from conversations.turn import Turn
from conversations.understanding import Understanding, understand

MOST = 8
"""Words of a question about somebody; in more than these the same may be a story."""


NO_SUCH_CHOICE = {"several_at_once": "ask-one-at-a-time", "who_else": "ask-nobody-else"}
"""By the lists that say what can't be chosen among the people found, what to say to them."""


def chooses(standing: OpenDialogue | None) -> bool:
    """Whether what stands is the choice among the people found for a need."""
    if standing is None or standing.name not in small_talk.ASKING or not standing.pending:
        return False
    return str(standing.pending["name"]).startswith("chosen")


def has_no_such_choice(standing: OpenDialogue, text: str) -> Text | None:
    """What to say to words that would have several of the people found, or others than these."""
    kinds = (each for each in NO_SUCH_CHOICE if chooses(standing) and says(text, each))
    return next((Text(NO_SUCH_CHOICE[each]) for each in kinds), None)


def asked_who_was_found(turn: Turn, standing: OpenDialogue | None) -> bool:
    """Below the one person found for a need: whether somebody asks who or why that is, and was
    shown."""
    if standing is None or turn.is_unseen(standing) or not chooses(standing):
        return False
    pending = standing.pending or {}
    found = [value for value, _ in pending["options"] if value.isdecimal()]
    if len(found) != 1 or not says(turn.incoming.text, "asks_who_is_found"):
        return False
    turn.start("who", {"name": members.get(turn.scope, int(found[0])).name})
    turn.advance(standing)
    return True


def done(turn: Turn, standing: OpenDialogue) -> bool:
    """Whether the words were no answer, and what they ask for was done."""
    about = (standing.pending or {}).get("leaves")
    if about is None:
        return False
    if small_talk.answered(turn, standing):
        return True
    text, step = turn.incoming.text, _wanted(turn, about)
    if step is None:
        return False
    if step[0] == "ask" and beside.comes_beside(standing, text):
        several.put_aside(turn, standing)
    elif step[0] == "ask" and standing.name in small_talk.ASKING:
        turn.say(Text("ask-not-sent", need=about))
        turn.end(standing)
    turn.start(*step)
    return True


def _wanted(turn: Turn, about: str) -> Step | None:
    text = turn.incoming.text
    meant = understand(text, where="direct", locale=turn.member.locale)
    step = next_step(meant, text=text, asked=True)
    if step is None or meant.confidence < VERY_SURE:
        return None
    return step if _is_sure(text, meant, step, about) else None


def _is_sure(text: str, meant: Understanding, step: Step, about: str) -> bool:
    """Whether it can be nothing else: by a command's own word, a name or another need."""
    command, rest = typed(text)
    if command is not None and rest and command.dialogue == step[0]:
        return True
    if meant.intent == "find_person":
        return bool(meant.person) and len(text.split()) <= MOST
    return second_thoughts.is_another_need(text, meant, about)
