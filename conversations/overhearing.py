"""What is said in a channel to others: an answer to a question that the bot put there, a need or a
cry for help, where organisers let it offer help. Whatever it says then, it says in private.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from sqlmodel import col, or_, select

from community import introductions, places, sensitive, thread_answers
from community.prompts import MOST_ANSWER
from community.scope import Scope
from community.search.tokens import has_subject, stems
from conversations import readers
from conversations.questions import plain
from conversations.turn import Turn
from conversations.understanding import Understanding, understand
from conversations.understanding.called import is_called
from storage.tables import Dialogue

OFFER, CRY = "overheard", "overheard-cry"
FRESH = timedelta(hours=1)
"""For so long an offer that nobody answers stands in the way of another."""


def overhear(turn: Turn) -> None:
    """Ask whether an answer in a thread may go further, or offer help.

    A cry for help is answered before either, whoever cries: also on a pause, or not met before.
    """
    event, scope = turn.incoming, turn.scope
    prompting = thread_answers.under(scope, event.space_id, event.replied_to)
    if prompting is None and not places.listens(scope, event.space_id, event.place):
        return None
    if (cried := sensitive.cry(event.text)) is not None:
        return look_after(turn, cried)
    return offer_help(turn) if prompting is None else ask_about(turn, prompting)


def calls(turn: Turn) -> bool:
    """Whether words among others call the bot by what people call it, where it listens."""
    event = turn.incoming
    called = is_called(plain(event.text))
    return called and places.listens(turn.scope, event.space_id, event.place)


def look_after(turn: Turn, cried: str) -> None:
    """Tell whoever cries for help where it is, unless the same waits for their answer already."""
    scope, member = turn.scope, turn.member
    told = (sensitive.cry(args["need"]) for args in _unanswered(scope, member.id, CRY))
    if cried not in told:
        scope.notify(member.id, CRY, need=turn.incoming.text)
        scope.close(keep=True)


def ask_about(turn: Turn, prompting: int) -> None:
    """Ask whoever answered in the thread, once; those who have not met the bot are left alone."""
    scope, member, words = turn.scope, turn.member, readers.story(turn.incoming.text)
    if not (words and member.welcomed):
        return
    if thread_answers.note(scope, prompting, words if len(words) <= MOST_ANSWER else ""):
        scope.notify(member.id, thread_answers.QUESTION, prompting=prompting)
    scope.close(keep=True)


def offer_help(turn: Turn) -> None:
    """Offer it once a subject, and only when nothing offered is still unanswered."""
    event, scope, member = turn.incoming, turn.scope, turn.member
    meant = understand(event.text, where="channel", locale=member.locale)
    topic = offered_for(meant)
    if topic is None:
        return
    if introductions.can_be_asked(scope, member.id) and not _unanswered(scope, member.id, OFFER):
        scope.notify(member.id, OFFER, once_for=_subject(topic), need=topic, place=event.place)
        scope.close(keep=True)


def offered_for(meant: Understanding) -> str | None:
    """For what help is offered to whoever wrote something in a channel; None for nothing."""
    wanted = meant.intent == "find_help" and has_subject(meant.topic or "")
    return meant.topic if wanted else None


def _unanswered(scope: Scope, member_id: int, name: str) -> Sequence[Mapping[str, Any]]:
    """The arguments of those that still wait to be made, or were made so lately that they may yet
    be answered."""
    asked_at = col(Dialogue.asked_at)
    query = select(Dialogue.args).where(
        col(Dialogue.member_id) == member_id, col(Dialogue.name) == name,
        or_(asked_at.is_(None), asked_at > scope.now - FRESH),
    )  # fmt: skip
    return scope.db.exec(query).all()


def _subject(topic: str) -> str:
    """The same for whatever names one subject, in any order and form.

    An inbox keeps its ids for seven days: for so long a "no" to a subject stands. They hold no
    words of anybody's, hence the digest.
    """
    named = " ".join(sorted(set(stems(topic)))) or topic
    return hashlib.sha256(named.encode()).hexdigest()[:32]
