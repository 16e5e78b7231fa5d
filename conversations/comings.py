"""Who comes, leaves, changes, becomes one with somebody or goes their own way again."""

from __future__ import annotations

from community import following, members, merging, partings, privacy
from conversations.floor import OpenDialogue
from conversations.language import best
from conversations.meaning import VERY_SURE
from conversations.texts import Text
from conversations.turn import Turn
from conversations.understanding import understand


def joined(turn: Turn) -> None:
    """A newcomer is welcomed; somebody who was here before, or had left, is greeted.

    Somebody whom the team has removed was told so then, and hears nothing.
    """
    if turn.person is None:
        turn.person = members.join(
            turn.scope, turn.incoming.space_id, turn.incoming.sender or "",
            turn.incoming.place, _known(turn),
        )  # fmt: skip
        turn.scope.close(keep=True)
    if turn.person is None:
        return
    if turn.person.welcomed:
        turn.say(Text("welcome-back", name=turn.person.name))
    elif not turn.is_welcoming:
        turn.spontaneous = True
        first = turn.incoming.values.get("first")
        turn.start("onboarding", {"first": first} if first else {})


def left(turn: Turn) -> None:
    """Somebody left the space: their dialogues end, nobody waits for them any more.

    Whoever can still be met elsewhere is met there.
    """
    unanswered = _unanswered(turn)
    _end_all(turn)
    if merging.leave_space(turn.scope):
        _take_along(turn, turn.member.id, unanswered)
    else:
        partings.leave(turn.scope, turn.member.id)
    turn.scope.close(keep=True)


def wants_back(turn: Turn, text: str) -> bool:
    """Whether somebody who is paused says so, who may never have seen what they were asked."""
    if not members.is_paused(turn.scope):
        return False
    meant = understand(text, where="direct", locale=turn.member.locale)
    return meant.intent == "resume" and meant.confidence >= VERY_SURE


def changed(turn: Turn) -> None:
    """The platform names another language or time zone; nobody is told what they did themselves."""
    following.follow(turn.scope, _known(turn))
    turn.scope.close(keep=True)


def merged(turn: Turn) -> None:
    """Two who are the same person become one; both sides are told."""
    done = merging.merge(turn.scope, **turn.incoming.data)
    turn.scope.close(keep=True)
    if done:
        return turn.close(merging.ONE_SIDED)
    turn.say(Text("link-failed"))
    return None if turn.member.welcomed else turn.start("onboarding")


def parted(turn: Turn) -> None:
    """An identity goes its own way again: its owner is a newcomer there, and is told why."""
    former, unanswered = turn.member.id, _unanswered(turn)
    kept = [[each.connector, each.n] for each in merging.accounts(turn.scope) if not each.here]
    fresh = merging.part(turn.scope)
    if fresh is None:
        return
    _end_all(turn)
    _take_along(turn, former, unanswered)
    turn.scope.close(keep=True)
    turn.person, turn.scope.actor_id, turn.spontaneous = fresh, fresh.id, True
    turn.start("unlinked-here", {"kept": kept})
    turn.start("onboarding")


def erased(turn: Turn) -> None:
    """Somebody wants to be forgotten, now."""
    _end_all(turn)
    turn.say(Text("erased"))
    privacy.erase(turn.scope)
    turn.scope.close(keep=True)


def _known(turn: Turn) -> dict[str, str]:
    """What the platform knows of a newcomer, with a language that we speak, or none."""
    known = dict(turn.incoming.values)
    return known | {"locale": best(known.get("locale"), otherwise="")}


def _end_all(turn: Turn) -> None:
    turn.close({each.name for each in turn.dialogues})


def _unanswered(turn: Turn) -> list[OpenDialogue]:
    """What the bot had begun here of its own accord, and still waits for."""
    return [
        each for each in turn.dialogues
        if turn.registry[each.name].purpose != "reply" and each.name not in merging.ONE_SIDED
    ]  # fmt: skip


def _take_along(turn: Turn, member_id: int, unanswered: list[OpenDialogue]) -> None:
    """Begin it again where the member can still be met."""
    for each in unanswered:
        turn.scope.notify(member_id, each.name, **each.args)
