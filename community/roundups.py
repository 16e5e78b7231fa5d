"""The round-up of what was answered to a prompt (P15, P16): brought to the organisers, one of whom
posts it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from sqlalchemy import ColumnElement, and_
from sqlmodel import col, delete, select, update

from community import ballots, members, places, prompts, thread_answers
from community.rituals import broadcast, finish
from community.rituals.plans import require_organiser
from community.scope import Scope
from community.thread_answers import NOT_GIVEN
from community.transitions import Allowed, set_state
from community.words import fold
from storage.tables import Dialogue, Member, PromptAnswer, Prompting

ALLOWED: Allowed = {
    "asking": frozenset({"collected"}),
    "collected": frozenset({"reminded", "posted", "dropped"}),
    "reminded": frozenset({"posted", "dropped"}),
}
WAITING = ("collected", "reminded")
"""States in which the round-up waits for an organiser."""
PATIENCE = timedelta(days=3)
"""Organisers are reminded of a round-up after so long, and let off it after as long again."""
FOR_ALL = ("named", "unnamed")
"""What `PromptAnswer.shared` says of words that may go to everybody."""
UNOPENED, UNPOSTED = "answers-unopened", "answers-unposted"
"""The dialogues in which whoever answered reads that their words go no further."""
UNFINISHED = "answer-unfinished"
"""The same for whoever had begun to answer."""
ROUNDUPS = ("roundup", "roundup-reminder")
"""The dialogues in which members' words are shown to organisers."""


def due(scope: Scope, limit: int = 200) -> list[int]:
    """The prompts whose answers, or whose round-up, have had their time."""
    query = select(Prompting.id).where(
        col(Prompting.due_at) <= scope.now, col(Prompting.community_id) == scope.community_id
    )
    return [each for each in scope.db.exec(query.limit(limit)) if each is not None]


def fall_due(scope: Scope, prompting_id: int) -> None:
    """Bring the answers to the organisers, one of whom posts the round-up; remind them once, then
    leave it at that.
    """
    row = scope.db.get_one(Prompting, prompting_id, with_for_update=True)
    if row.due_at is None or row.due_at > scope.now:
        return
    match row.state:
        case "asking":
            thread_answers.close(scope, prompting_id)
            _tell_unfinished(scope, prompting_id)
            _bring(scope, row, "collected", "roundup")
        case "collected":
            _bring(scope, row, "reminded", "roundup-reminder")
        case "reminded":
            _end(scope, row, "dropped")
            _tell(scope, row, "roundup-closed")


def _bring(scope: Scope, row: Prompting, state: str, about: str) -> None:
    set_state(scope, row, state, ALLOWED)
    row.due_at = scope.now + PATIENCE
    _tell(scope, row, about)


def _tell(scope: Scope, row: Prompting, about: str) -> None:
    for organiser in members.organisers(scope):
        scope.notify(organiser, about, as_staff=True, prompting=row.id)


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody said; `name` is "" where it is not to be shown."""

    words: str
    name: str
    for_all: bool


def answers(scope: Scope, prompting_id: int) -> list[Answer]:
    """What was answered, for organisers; those without a name in an order drawn by lot.

    Answers without a name are among them from five on.
    """
    require_organiser(scope)
    query = (
        select(PromptAnswer, Member.name)
        .join(Member, col(Member.id) == col(PromptAnswer.member_id))
        .where(_given_to(prompting_id), col(PromptAnswer.words) != "")
    )
    found = [
        Answer(row.words, name if row.shared == "named" else "", row.shared != "team")
        for row, name in scope.db.exec(query)
    ]
    found += [Answer(words, "", for_all=True) for words in _unnamed(scope, prompting_id)]
    return sorted(found, key=lambda each: (not each.for_all, *_place(prompting_id, each)))


def _place(prompting_id: int, answer: Answer) -> tuple[bool, str]:
    """Those with a name come first, by their words; the others by a lot that is always the same."""
    if answer.name:
        return False, fold(answer.words)
    return True, sha256(f"{prompting_id}:{answer.words}".encode()).hexdigest()


def _unnamed(scope: Scope, prompting_id: int) -> list[str]:
    """What was answered without a name, if that is enough to be shown."""
    sealed = scope.db.get_one(Prompting, prompting_id).unnamed
    heap = ballots.shown(scope, sealed) if sealed else None
    return [words for words, times in heap.given.items() for _ in range(times)] if heap else []


def ritual_name(scope: Scope, prompting_id: int) -> str:
    """What the ritual is called that put the prompt."""
    return prompts.ritual_of(scope, scope.db.get_one(Prompting, prompting_id)).name


def outcome(scope: Scope, prompting_id: int) -> str:
    """What became of the round-up: its state, "" once it is gone."""
    row = scope.db.get(Prompting, prompting_id)
    return row.state if row is not None else ""


def is_collected(scope: Scope, prompting_id: int) -> bool:
    """Whether nobody has posted or dropped the round-up yet."""
    row = scope.db.get(Prompting, prompting_id)
    return row is not None and row.state in WAITING


def post(scope: Scope, prompting_id: int, words: str) -> None:
    """Post the round-up where the prompt was put, or to all whom it was for."""
    row = _closing(scope, prompting_id, "posted")
    row.roundup = words
    scope.db.flush()
    ritual = prompts.ritual_of(scope, row)
    if ritual.place_id is not None:
        places.post(scope, ritual.place_id, scope.actor_id, "roundup-in-channel", prompting=row.id)
    else:
        broadcast(scope, "roundup-post", ritual.audience, run_id=row.run_id, prompting=row.id)


def drop(scope: Scope, prompting_id: int) -> None:
    """There is nothing to post."""
    _closing(scope, prompting_id, "dropped")


def posted(scope: Scope, prompting_id: int) -> str:
    """The words that were posted; "" once they were taken back."""
    return scope.db.get_one(Prompting, prompting_id).roundup


def forget(scope: Scope, member_id: int) -> None:
    """A member's answers go, and the round-ups that repeat them; organisers get theirs anew."""
    given = select(PromptAnswer.prompting_id).where(
        col(PromptAnswer.member_id) == member_id, col(PromptAnswer.shared).not_in(NOT_GIVEN)
    )
    repeated = set(scope.db.exec(given))
    scope.db.exec(update(Prompting).where(col(Prompting.id).in_(repeated)).values(roundup=""))
    scope.db.exec(delete(PromptAnswer).where(col(PromptAnswer.member_id) == member_id))
    bring_anew(scope, repeated)


def bring_anew(scope: Scope, prompting_ids: Collection[int]) -> None:
    """What organisers are being asked about these goes, as it repeats what is there no more, and
    they are asked again."""
    for talk in scope.db.exec(select(Dialogue).where(col(Dialogue.name).in_(ROUNDUPS))).all():
        if talk.args.get("prompting") in prompting_ids:
            scope.db.delete(talk)
            scope.notify(talk.member_id, talk.name, as_staff=True, **talk.args)


def _closing(scope: Scope, prompting_id: int, state: str) -> Prompting:
    require_organiser(scope)
    row = scope.db.get_one(Prompting, prompting_id, with_for_update=True)
    _end(scope, row, state)
    return row


def _end(scope: Scope, row: Prompting, state: str) -> None:
    set_state(scope, row, state, ALLOWED)
    _tell_writers(scope, row, posted=state == "posted")
    row.due_at, row.unnamed = None, ""
    given = scope.db.exec(select(PromptAnswer.id).where(_given_to(row.id or 0))).all()
    finish(scope, row.run_id, {"answers": len(given)})


def _tell_writers(scope: Scope, row: Prompting, *, posted: bool) -> None:
    """No answer that was to go to all stays behind in silence: in a sealed heap that is too small,
    or in a round-up that is not posted.
    """
    prompting_id = row.id or 0
    opened, query = bool(_unnamed(scope, prompting_id)), select(PromptAnswer)
    for given in scope.db.exec(
        query.where(_given_to(prompting_id)).order_by(col(PromptAnswer.member_id))
    ).all():
        if given.shared == "unnamed" and not opened:
            scope.notify(given.member_id, UNOPENED, prompting=prompting_id)
        elif given.shared in FOR_ALL and not posted:
            scope.notify(given.member_id, UNPOSTED, prompting=prompting_id)


def _tell_unfinished(scope: Scope, prompting_id: int) -> None:
    """Who had begun to answer, and has not said how far it may go, learns that nothing is kept."""
    for talk in scope.db.exec(select(Dialogue).where(col(Dialogue.name) == prompts.QUESTION)).all():
        asked, wish = talk.answers.get("asked") or {}, talk.answers.get("wish")
        if wish and talk.pending is not None and asked.get("id") == prompting_id:
            scope.notify(talk.member_id, UNFINISHED, prompting=prompting_id)


def _given_to(prompting_id: int) -> ColumnElement[bool]:
    """Of answers: those of one prompt that may go further than the thread they stand in."""
    of = col(PromptAnswer.prompting_id) == prompting_id
    return and_(of, col(PromptAnswer.shared).not_in(NOT_GIVEN))
