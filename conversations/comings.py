"""Who comes, leaves, changes, becomes one with somebody or goes their own way again."""

from __future__ import annotations

from community import following, members, merging, partings, privacy, second_looks
from community.words import shortened
from conversations import first_words, guidance, small_talk
from conversations.floor import OpenDialogue
from conversations.language import best
from conversations.meaning import VERY_SURE
from conversations.pausing import returns_later
from conversations.returning import is_return
from conversations.spoken_to import line
from conversations.texts import Text
from conversations.turn import Turn
from conversations.understanding import understand


def joined(turn: Turn) -> None:
    """A newcomer is welcomed; somebody who was here before, or had left, is greeted.

    Somebody whom the team has removed was told so then, and hears nothing.
    """
    if turn.person is None:
        _let_in(turn)
    if turn.person is None:
        return
    if turn.person.welcomed:
        turn.say(Text("welcome-back", name=turn.person.name))
        second_looks.back(turn.scope, turn.person.id)
    else:
        _met(turn, turn.incoming.values.get("first", ""))


def _let_in(turn: Turn) -> None:
    """Whoever joins acts from here on."""
    scope = turn.scope
    turn.person = members.join(
        scope, turn.incoming.space_id, turn.incoming.sender or "", turn.incoming.place,
        _known(turn),
    )  # fmt: skip
    if turn.person is not None:
        scope.actor_id = turn.person.id
        line = members.direct_line(scope, turn.person.id)
        scope.identity_id = scope.identity_id or (line.id if line else None)
    scope.close(keep=True)


def _met(turn: Turn, words: str) -> None:
    """What one can say here comes before the welcome, once; all else waits for its end.

    Where help is at any hour waits for nothing.
    """
    guidance.given_to_newcomer(turn, words)
    if first_words.ask_for_help(words):
        small_talk.help_(turn)
    elif turn.welcome is not None:
        first_words.keep(turn.welcome, words, turn.member.locale)
    if turn.welcome is None:
        turn.spontaneous = True
        turn.start("onboarding", {"first": words} if words else {})


def welcome_first(turn: Turn) -> None:
    """Before anything else, the welcome is finished: what is kept must be agreed to."""
    words = line(turn.incoming)
    if turn.welcome is None:
        return turn.start("onboarding", {"first": words})
    former = str(turn.welcome.args.get("first", ""))
    kept = first_words.keep(turn.welcome, words, turn.member.locale)
    turn.say(_noted(former, words) if kept else Text("welcome-first"))
    return turn.ask_standing()


def _noted(former: str, words: str) -> Text:
    """That the welcome ends with these words, and no more with those."""
    if former in {"", words}:
        return Text("welcome-first-kept")
    return Text("welcome-first-instead", words=shortened(former))


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


def wants_back(turn: Turn, standing: OpenDialogue, text: str) -> bool:
    """Whether somebody who is paused says so, who may never have seen what they were asked; or who
    is asked until when to be left in peace."""
    asked = standing.name == "pause" and not returns_later(text, turn.scope.now.date())
    if not asked and not (standing.yields and members.is_paused(turn.scope)):
        return False
    meant = understand(text, where="direct", locale=turn.member.locale)
    return meant.intent == "resume" and meant.confidence >= VERY_SURE and is_return(text)


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
    """An identity goes its own way again: its owner is a newcomer there, and is told why.

    Whoever wants peace is welcomed when they write.
    """
    former, unanswered = turn.member.id, _unanswered(turn)
    paused = members.is_paused(turn.scope)
    kept = [[each.connector, each.n] for each in merging.accounts(turn.scope) if not each.here]
    fresh = merging.part(turn.scope)
    if fresh is None:
        return
    _end_all(turn)
    _take_along(turn, former, unanswered)
    turn.scope.close(keep=True)
    turn.person, turn.scope.actor_id, turn.spontaneous = fresh, fresh.id, True
    turn.start("unlinked-here", {"kept": kept})
    if not paused:
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
