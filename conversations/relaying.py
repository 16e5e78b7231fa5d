"""Words for somebody else: they pass from one member's line with the bot into another's.

Nothing passes by mistake: only what begins with @, or replies to something that came through.
The words go straight into the outbox, which forgets them once they have arrived.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from community import exchanges, lookup, members
from community.exchanges import Side
from community.files import File
from community.scope import Scope
from conversations import guidance
from conversations.addressing import addressed, handles, signature
from conversations.commands import called, typed
from conversations.link_codes import alone
from conversations.outgoing import Outgoing, Passing
from conversations.pieces import split
from conversations.questions import plain
from conversations.texts import Text
from conversations.turn import Turn
from conversations.urgent import kept_from_others
from storage import outbox
from storage.outbox import outbox as outboxes

Said = tuple[Text, File | None]
OURS = frozenset({"help", "stop", "leave", "mydata", "team", "block", "report"})
"""Commands that are meant as such even without their /; two may well write "où ?" to each other."""
MOST = 900
"""Characters of one message: with a name in front, it is one on every platform."""


def may_pass(text: str, replied_to: str) -> bool:
    """Whether words may be for somebody else, by their looks."""
    return text.startswith("@") or bool(replied_to)


def passed(turn: Turn) -> bool:
    """Whether it was for somebody else, and needs no other answer."""
    named = turn.incoming.text.startswith("@")
    came = None if named or _is_for_the_bot(turn) else _replied_to(turn)
    if not named and came is None:
        return False
    sides = exchanges.others(turn.scope)
    meant = addressed(sides, turn.incoming.text)
    if meant is not None and (came is None or not exchanges.ended_since(turn.scope, came)):
        _pass_on(turn, *meant)
        return True
    if came is not None:
        return _ask_whom(turn, sides) if sides else _is_over(turn)
    return _is_over(turn) or (bool(sides) and _ask_whom(turn, sides))


def command_beside(turn: Turn) -> str:
    """The command in "@awa /leave": whoever writes one means the bot; "" for anything else."""
    text = turn.incoming.text
    if not text.startswith("@"):
        return ""
    to = addressed(exchanges.others(turn.scope), text)
    is_command = to is not None and to[1].startswith("/") and typed(to[1])[0] is not None
    return to[1] if to is not None and is_command else ""


def _is_for_the_bot(turn: Turn) -> bool:
    """Whether nobody would want it to pass, below whatever it was written."""
    text = turn.incoming.text
    if text.startswith("/") or alone(text):
        return True
    command = called(text)
    ours = command is not None and command.name in OURS
    return ours or kept_from_others(turn) is not None


def meant(turn: Turn) -> Side | None:
    """The one of a lively exchange whom words without an @ name: they may be meant for them."""
    sides = exchanges.others(turn.scope)
    said = plain(turn.incoming.text)
    named = [
        side for side, handle in zip(sides, handles(sides), strict=True)
        if re.search(rf"(?<!\w){re.escape(plain(handle))}(?!\w)", said)
        and exchanges.is_lively(turn.scope, side.introduction)
    ]  # fmt: skip
    return named[0] if len(named) == 1 else None


def kept_back(turn: Turn) -> bool:
    """Whether words that ask the bot for nothing may have been for somebody; then that is said."""
    sides = exchanges.others(turn.scope)
    if not any(exchanges.is_lively(turn.scope, each.introduction) for each in sides):
        return False
    without_words = "picture" if not turn.incoming.text else "words"
    turn.say(Text("relay-kept-back", names=handles(sides), what=without_words))
    return True


def _is_over(turn: Turn) -> bool:
    """Whether the words were for somebody who could be written to once: then they are told that.

    Whether the other one left or would rather not be written to is nobody's business.
    """
    event, standing = turn.incoming, turn.standing()
    if event.text.startswith("@") and standing and standing.pending and standing.pending["free"]:
        return False
    for side in exchanges.others(turn.scope, state="closed"):
        meant = addressed([side], event.text)
        if meant is not None and (meant[1] or event.picture or event.lost):
            turn.say(Text("relay-ended", name=side.called))
            return True
    return _was_over(turn)


def _was_over(turn: Turn) -> bool:
    """The same of somebody who is gone: their name went with them, and only what is typed is left.

    The name of a member who is here means that member.
    """
    event = turn.incoming
    if not exchanges.was_with_nobody(turn.scope):
        return False
    if not event.text.startswith("@"):
        turn.say(Text("relay-ended-reply"))
        return True
    name, _, words = event.text.removeprefix("@").partition(" ")
    if not (words or event.picture or event.lost) or lookup.called(turn.scope, name):
        return False
    turn.say(Text("relay-ended", name=name))
    return True


def _replied_to(turn: Turn) -> datetime | None:
    """If it answers something that came through a relay: when that came."""
    event = turn.incoming
    if not event.replied_to:
        return None
    query = select(outboxes.c.created_at).where(
        outboxes.c.space_id == event.space_id, outboxes.c.place == event.place,
        outboxes.c.platform_id == event.replied_to, outboxes.c.purpose == "relay",
    )  # fmt: skip
    came: datetime | None = turn.scope.connection.execute(query).scalar()
    return came


def _ask_whom(turn: Turn, sides: Sequence[Side]) -> bool:
    """A name that nobody has may still answer a question that stands."""
    if turn.standing() is not None and turn.incoming.text.startswith("@"):
        return False
    turn.say(Text("relay-whom", names=handles(sides)))
    return True


def _pass_on(turn: Turn, to: Side, words: str) -> None:
    """Bring it to the other one; say what could not pass."""
    event = turn.incoming
    said = _messages(turn.scope, to, words, event.picture)
    if not carry(turn.scope, to, said, event.event):
        return turn.say(Text("relay-not-there", name=to.called))
    if event.lost or not said:
        lost = "relay-lost-beside" if words else "relay-lost"
        turn.say(Text(lost, name=to.called, why=event.lost))
    if said and event.one_way:
        turn.say(Text("relay-one-way", name=to.called))
    return guidance.given_beside(turn, words)


def bring(scope: Scope, introduction_id: int, words: str, event: str) -> bool:
    """Words that whoever acts wrote in that event, to the other one; False if it is over."""
    found = (each for each in exchanges.others(scope) if each.introduction == introduction_id)
    to = next(found, None)
    return to is not None and carry(scope, to, _messages(scope, to, words), event)


def carry(scope: Scope, to: Side, said: Sequence[Said], event: str) -> bool:
    """Queue what was said; False if the other one can't be reached."""
    line = scope.line(to.member_id)
    if line is None:
        return False
    exchanges.passing(scope, to.introduction)
    reader = members.get(scope, to.member_id)
    row = {
        "space_id": line.space_id, "place": line.direct_place, "member_id": to.member_id,
        "purpose": "relay", "created_at": scope.now,
    }  # fmt: skip
    through = Passing(to.introduction, event)
    leaving = [
        Outgoing(text=text, locale=reader.locale, zone=reader.time_zone, file=picture,
                 passing=through, about={"introduction": to.introduction})
        for text, picture in said
    ]  # fmt: skip
    scope.db.flush()
    outbox.add(scope.connection, [row | {"payload": each.payload()} for each in leaving])
    return True


def _messages(scope: Scope, to: Side, words: str, picture: File | None = None) -> list[Said]:
    """What the reader gets, under the name that the sender chose."""
    called = signature(scope, to.introduction, to.member_id)
    said: list[Said] = [
        (Text("relay-words", name=called, words=each), None) for each in split(words, MOST)
    ]
    if picture:
        said.append((Text("relay-picture", name=called), picture))
    return said
