"""Words for somebody else: they pass from one member's line with the bot into another's.

Nothing passes by mistake: only what begins with @, or replies to something that came through.
The words go straight into the outbox, which forgets them once they have arrived.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import select

from community import members, relays
from community.relays import Side
from conversations.incoming import Incoming
from conversations.outgoing import Outgoing
from conversations.questions import plain
from conversations.replay import Image
from conversations.texts import Text
from conversations.turn import Turn
from storage import outbox
from storage.outbox import outbox as outboxes

_PIECE = re.compile(r"(.{1,900})(?:\s+|$)|(.{900})", re.DOTALL)
"""Fluent takes arguments of 1,000 characters; one message with a name in front is not longer."""


def passed(turn: Turn) -> bool:
    """Whether it was for somebody else, and needs no other answer."""
    event = turn.incoming
    aimed = event.text.startswith("@") or _replies(turn)
    sides = relays.others(turn.scope) if aimed else []
    if not sides:
        return False
    meant = addressed(sides, event.text)
    if meant is None:
        return _ask_whom(turn, sides)
    _pass_on(turn, *meant)
    return True


def addressed(sides: Sequence[Side], text: str) -> tuple[Side, str] | None:
    """Whom "@Awa bonjour" is for, and what is said; without a name, the only one there is."""
    name, _, rest = text.removeprefix("@").partition(" ")
    called = [each for each in sides if name and plain(_first_name(each)) == plain(name)]
    if text.startswith("@") and len(called) == 1:
        return called[0], rest.strip()
    nameless = not text.startswith("@") or not name
    return (sides[0], text.removeprefix("@").strip()) if nameless and len(sides) == 1 else None


def _first_name(side: Side) -> str:
    return side.called.split(" ")[0]


def _replies(turn: Turn) -> bool:
    """Whether it answers something that came through a relay."""
    event = turn.incoming
    if not event.replied_to:
        return False
    query = select(outboxes.c.id).where(
        outboxes.c.space_id == event.space_id, outboxes.c.place == event.place,
        outboxes.c.platform_id == event.replied_to, outboxes.c.purpose == "relay",
    )  # fmt: skip
    return turn.scope.connection.execute(query).first() is not None


def _ask_whom(turn: Turn, sides: Sequence[Side]) -> bool:
    """A name that nobody has may still answer a question that stands."""
    if turn.standing() is not None and turn.incoming.text.startswith("@"):
        return False
    turn.say(Text("relay-whom", names=[_first_name(each) for each in sides]))
    return True


def _pass_on(turn: Turn, to: Side, words: str) -> None:
    """Bring it to the other one, under the name that the sender chose; say what could not pass."""
    line = turn.scope.line(to.member_id)
    if line is None:
        return turn.say(Text("relay-not-there", name=to.called))
    called = relays.passing(turn.scope, to.introduction).split(" ")[0]
    reader = members.get(turn.scope, to.member_id)
    row = {
        "space_id": line.space_id, "place": line.direct_place, "member_id": to.member_id,
        "purpose": "relay", "created_at": turn.scope.now,
    }  # fmt: skip
    said = [Outgoing(text=text, locale=reader.locale, zone=reader.time_zone, image=image)
            for text, image in _messages(turn.incoming, called, words)]  # fmt: skip
    turn.scope.close(keep=True)
    outbox.add(turn.scope.connection, [row | {"payload": each.payload()} for each in said])
    if turn.incoming.lost or not said:
        turn.say(Text("relay-lost", name=to.called))
    return None


def _messages(event: Incoming, called: str, words: str) -> list[tuple[Text, Image | None]]:
    pieces = [whole or part for whole, part in _PIECE.findall(words)]
    said: list[tuple[Text, Image | None]] = [
        (Text("relay-words", name=called, words=each), None) for each in pieces
    ]
    if event.image:
        picture = Text("relay-picture", name=called)
        said.append((picture, Image(event.image, picture)))
    return said
