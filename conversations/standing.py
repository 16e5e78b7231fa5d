"""The question that stands behind a token, as it was asked: for platforms that show it once more.

A form is a window there, which opens only when its button is pressed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from community.members import Person
from community.scope import Scope
from conversations.chat import Chat
from conversations.dialogue import Definition
from conversations.outgoing import Outgoing
from conversations.questions import put_again
from conversations.replay import Journal, Replay, play
from storage.tables import Dialogue, Member, table

dialogues, people = table(Dialogue), table(Member)

_standing = (
    select(
        dialogues.c.name.label("dialogue"), dialogues.c.args, dialogues.c.answers,
        dialogues.c.said, dialogues.c.pending, dialogues.c.token, people.c.id,
        people.c.community_id, people.c.name, people.c.locale, people.c.time_zone, people.c.role,
    )
    .join(people, people.c.id == dialogues.c.member_id)
    .where(dialogues.c.status != "over")
)  # fmt: skip


def standing(
    connection: Connection, registry: Mapping[str, Definition], token: str, now: datetime
) -> Outgoing | None:
    """The question, or None when it is closed. Nothing is written: the pass reads known answers."""
    row = connection.execute(_standing.where(dialogues.c.token == token)).first()
    if row is None or row.dialogue not in registry:
        return None
    scope = Scope(connection, now, row.community_id, actor_id=row.id)
    person = Person(row.id, row.name, row.locale, row.time_zone, row.role)

    def body(replay: Replay) -> Any:
        return registry[row.dialogue].script(Chat(person, row.args, scope, replay))

    journal = Journal(dict(row.answers), {}, row.said, started=True)
    outcome = play(body, journal, now)
    scope.close(keep=False)
    if outcome.question is None:
        return None
    locale = outcome.locale or person.locale
    question = put_again(outcome.question, row.pending)
    return Outgoing.asking(question, token, locale, person.zone)
