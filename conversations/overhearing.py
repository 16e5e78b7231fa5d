"""Help offered, in private, to whoever looks for some in a channel, where organisers allow it."""

from __future__ import annotations

import hashlib

from sqlmodel import col, select

from community import introductions, places
from community.scope import Scope
from community.search.tokens import has_subject, stems
from conversations.turn import Turn
from conversations.understanding import understand
from storage.tables import Dialogue

OFFER = "overheard"


def offer_help(turn: Turn) -> None:
    """Offer it once a subject, and only when nothing offered is still unanswered."""
    event, scope, member = turn.incoming, turn.scope, turn.member
    if not (event.text and places.listens(scope, event.space_id, event.place)):
        return
    meant = understand(event.text, where="channel", locale=member.locale)
    if meant.intent != "find_help" or not has_subject(meant.topic or ""):
        return
    assert meant.topic is not None
    if introductions.can_be_asked(scope, member.id) and not _unanswered(scope, member.id):
        scope.notify(
            member.id, OFFER, once_for=_subject(meant.topic), need=meant.topic, place=event.place
        )
        scope.close(keep=True)


def _unanswered(scope: Scope, member_id: int) -> bool:
    query = select(Dialogue.id).where(
        col(Dialogue.member_id) == member_id, col(Dialogue.name) == OFFER
    )
    return scope.db.exec(query.limit(1)).first() is not None


def _subject(topic: str) -> str:
    """The same for whatever names one subject, in any order and form.

    An inbox keeps its ids for seven days: for so long a "no" to a subject stands. They hold no
    words of anybody's, hence the digest.
    """
    named = " ".join(sorted(set(stems(topic)))) or topic
    return hashlib.sha256(named.encode()).hexdigest()[:32]
