"""What somebody answered to a question of the month, as long as nothing of it was posted.

How far it goes can be changed, or it is taken back (P15).
What was given without a name is sealed: it is nobody's, and stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from community import ballots, prompts, roundups, thread_answers
from community.scope import Scope
from community.transitions import WrongState
from storage.tables import PromptAnswer, Prompting


@dataclass(frozen=True, slots=True)
class Given:
    """One answer. `shared` is how far it goes; `open` says that answers are still awaited, and
    `unnamed` that one can answer without a name there."""

    id: int
    words: str
    shared: str
    open: bool
    unnamed: bool
    at: datetime

    @property
    def as_of(self) -> str:
        """What tells this state of the answer from any other."""
        return f"{self.shared} {self.open} {self.at.isoformat()}"


def given(scope: Scope) -> list[Given]:
    """What whoever acts has answered and nobody has posted, the latest first."""
    query = (
        select(PromptAnswer, Prompting)
        .join(Prompting, col(Prompting.id) == col(PromptAnswer.prompting_id))
        .where(
            col(PromptAnswer.member_id) == scope.actor_id,
            col(PromptAnswer.shared).not_in(thread_answers.NOT_GIVEN),
            col(Prompting.state).in_(("asking", *roundups.WAITING)),
        )
        .order_by(col(Prompting.id).desc())
    )
    sealed = ballots.can_be_sealed(scope)
    return [
        Given(row.id or 0, answer.words, answer.shared, row.state == "asking", sealed, answer.at)
        for answer, row in scope.db.exec(query)
    ]


def change(scope: Scope, prompting_id: int, shared: str) -> None:
    """The same words go as far as `shared` says. Raises WrongState once that is too late."""
    prompts.answer(scope, prompting_id, _own(scope, prompting_id).words, shared)


def withdraw(scope: Scope, prompting_id: int) -> None:
    """Take it back; organisers who have a round-up with it before them get it anew. Raises
    WrongState once that is too late."""
    scope.db.get_one(Prompting, prompting_id, with_for_update=True)
    scope.db.delete(_own(scope, prompting_id))
    scope.db.flush()
    roundups.bring_anew(scope, {prompting_id})


def _own(scope: Scope, prompting_id: int) -> PromptAnswer:
    answer = thread_answers.mine(scope, prompting_id)
    posted = not any(each.id == prompting_id for each in given(scope))
    if answer is None or answer.shared == "unnamed" or posted:
        raise WrongState(f"prompting {prompting_id}: nothing to take back")
    return answer
