"""What is answered in the thread under a prompt that was put in a channel.

The words stay where they were written until whoever wrote them says that they may go further: they
are asked once, and no answer is a no. What is kept till then goes at a no, or at the end.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import col, delete, select

from community import ballots, choices
from community.scope import Scope
from community.transitions import WrongState
from storage.tables import Dialogue, Place, PromptAnswer, Prompting

QUESTION = "prompt-thread"
"""The dialogue in which it is asked."""
ASKED, KEPT_BACK = "asked", "no"
NOT_GIVEN = (ASKED, KEPT_BACK)
"""What `PromptAnswer.shared` says of words that nobody has given for the round-up."""
_THREAD = "prompt:"


def thread(prompting_id: int) -> str:
    """Our name of the thread under a prompt."""
    return f"{_THREAD}{prompting_id}"


def under(scope: Scope, space_id: int, replied_to: str) -> int | None:
    """The prompt that a message answers, by the platform's id of the post it stands under."""
    query = select(Place.key).where(
        col(Place.space_id) == space_id, col(Place.kind) == "thread",
        col(Place.platform_id) == replied_to,
    )  # fmt: skip
    key = scope.db.exec(query).first() if replied_to else None
    return int(key.removeprefix(_THREAD)) if key else None


def note(scope: Scope, prompting_id: int, words: str) -> bool:
    """Keep what whoever acts wrote there until they are asked; whether they are to be asked.

    They are not when they have answered already, in whatever way, or want no more of this ritual,
    or are of none of the groups that it is for: they have only read it there.
    Words that are too long for a round-up are noted as "".
    """
    row = scope.db.get(Prompting, prompting_id, with_for_update=True)
    if row is None or row.state != "asking":
        return False
    if choices.has_left(scope, row.run_id) or not choices.is_meant(scope, row.run_id):
        return False
    if mine(scope, prompting_id) is not None:
        return False
    assert scope.actor_id is not None
    scope.db.add(
        PromptAnswer(
            prompting_id=prompting_id, member_id=scope.actor_id, words=words, shared=ASKED,
            at=scope.now,
        )
    )  # fmt: skip
    scope.db.flush()
    return True


@dataclass(frozen=True, slots=True)
class Noted:
    """What whoever reads it wrote in the thread; `words` is "" for what is too long."""

    run_id: int
    words: str
    unnamed: bool
    """Whether it can go further without their name: there is a key to seal such answers with."""


def is_asked(scope: Scope, prompting_id: int) -> bool:
    """Whether whoever acts has still to say how far it may go."""
    answer = mine(scope, prompting_id)
    return answer is not None and answer.shared == ASKED


def noted(scope: Scope, prompting_id: int) -> Noted:
    """What whoever acts is asked about. Raises WrongState once they are not."""
    answer = _asked(scope, prompting_id)
    run_id = scope.db.get_one(Prompting, prompting_id).run_id
    return Noted(run_id, answer.words, ballots.can_be_sealed(scope))


def keep_back(scope: Scope, prompting_id: int) -> None:
    """It stays in the thread, and nothing of it here. Raises WrongState as `noted`."""
    answer = _asked(scope, prompting_id)
    answer.words, answer.shared = "", KEPT_BACK
    scope.db.flush()


def close(scope: Scope, prompting_id: int) -> None:
    """The prompt takes no more answers: nothing is heard under it, and no answer was a no."""
    of = col(PromptAnswer.prompting_id) == prompting_id
    scope.db.exec(delete(PromptAnswer).where(of, col(PromptAnswer.shared) == ASKED))
    for talk in scope.db.exec(select(Dialogue).where(col(Dialogue.name) == QUESTION)).all():
        # One that has not begun holds no words, and ends by itself.
        if talk.args.get("prompting") == prompting_id and talk.pending is not None:
            scope.db.delete(talk)
    here = col(Place.kind) == "thread", col(Place.key) == thread(prompting_id)
    scope.db.exec(delete(Place).where(*here))


def _asked(scope: Scope, prompting_id: int) -> PromptAnswer:
    answer = mine(scope, prompting_id)
    if answer is None or answer.shared != ASKED:
        raise WrongState(f"prompting {prompting_id}: not asked about a thread")
    return answer


def mine(scope: Scope, prompting_id: int) -> PromptAnswer | None:
    """What whoever acts has answered to a prompt."""
    query = select(PromptAnswer).where(
        col(PromptAnswer.prompting_id) == prompting_id,
        col(PromptAnswer.member_id) == scope.actor_id,
    )
    return scope.db.exec(query).first()
