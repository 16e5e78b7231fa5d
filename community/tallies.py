"""What came of a survey, once it is over: shares and words, from five answers on (promise 11)."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from community import ballots, members, surveys
from community.ballots import Heap
from community.scope import Scope
from community.surveys import Question
from community.transitions import WrongState
from storage.tables import Survey


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a question: `answers` is 0 when they are too few, and then there is nothing.

    `shares` are per cent of those who answered, rounded to fives, one for each option or each
    number from 1 to 5; `mean` is that of a scale, in tenths; `texts` come in random order.
    """

    question: Question
    answers: int = 0
    shares: list[int] = field(default_factory=list)
    mean: int = 0
    texts: list[str] = field(default_factory=list)


def results(scope: Scope, survey_id: int) -> list[Result]:
    """What became of each question, once the survey is over. Raises NotAllowed and WrongState.

    Not before: two looks, with one answer between them, would tell that answer.
    """
    members.require_organiser(scope)
    survey = scope.db.get_one(Survey, survey_id)
    if survey.state != "closed":
        raise WrongState(f"survey {survey_id}: {survey.state}")
    return [
        _result(each, ballots.count(scope, survey_id, n))
        for n, each in enumerate(surveys.questions(scope, survey))
    ]


def _result(question: Question, heap: Heap | None) -> Result:
    if heap is None:
        return Result(question)
    if question.kind == "words":
        texts = [words for words, times in heap.given.items() for _ in range(times)]
        random.SystemRandom().shuffle(texts)
        return Result(question, heap.answers, texts=texts)
    choices = "12345" if question.kind == "scale" else map(str, range(len(question.options)))
    shares = [_share(heap.given.get(each, 0), heap.answers) for each in choices]
    weighed = sum(int(each) * times for each, times in heap.given.items())
    mean = round(10 * weighed / heap.answers) if question.kind == "scale" else 0
    return Result(question, heap.answers, shares, mean)


def _share(part: int, whole: int) -> int:
    """In fives: that it was exactly one person is nobody's business."""
    return round(20 * part / whole) * 5
