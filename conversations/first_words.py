"""What somebody wrote before they were one of us: it waits for the end of their welcome."""

from __future__ import annotations

from community import members
from community.scope import Scope
from conversations.commands import called, typed
from conversations.incoming import Incoming
from conversations.meaning import next_step
from conversations.phrases import told
from conversations.understanding import understand
from storage import inbox


def say_again(scope: Scope, words: str) -> bool:
    """Have whoever acts say it once more, now that they are heard; False for a mere greeting."""
    me = members.me(scope)
    line = members.direct_line(scope, me.id or 0)
    if line is None or not _lead_somewhere(words, me.locale):
        return False
    said = Incoming(
        space_id=line.space_id, event=f"{inbox.OURS}first:{me.id}", place=line.direct_place,
        place_kind="direct", sender=line.external_id, kind="message", text=words,
    )  # fmt: skip
    inbox.put(
        scope.db.connection(), space_id=said.space_id, event_id=said.event, place=said.place,
        sender=said.sender, payload=said.payload(), now=scope.now,
    )  # fmt: skip
    return True


def _lead_somewhere(words: str, locale: str) -> bool:
    """Whether more can be done about it than to say what can be done here."""
    command = typed(words)[0] if words.startswith("/") else called(words)
    if command is not None:
        return command.dialogue is not None
    meant = understand(words, where="direct", locale=locale)
    return bool(told(words)) or next_step(meant, text=words, asked=False) is not None
