"""What came of a survey, once it is over: shares and words, from five answers on (promise 11)."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from math import ceil

from community import ballots, members, surveys
from community.ballots import Heap
from community.scope import Scope
from community.surveys import Question
from community.transitions import WrongState
from storage.tables import Survey

FIVE = 5
STEPS = (5, 10, 25, 50)
"""Per cents: of fifty answers and more, of twenty-five, of ten, and of fewer."""
ENOUGH = 250
"""A step times the answers, from which on it holds more than two of them."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a question: `answers` is 0 when they are too few, and then there is nothing.

    `answers` is rounded down to fives, but of `texts`, which are all there, in random order.
    `shares` are per cent of those who answered, one for each option or each number from 1 to 5, so
    coarse that none is one person's; `mean` is that of a scale, in tenths. A share of 0 stands for
    up to `around` per cent, and one of 100 for that much less: it is not said that nobody did.
    """

    question: Question
    answers: int = 0
    shares: list[int] = field(default_factory=list)
    mean: int = 0
    around: int = 0
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
        return Result(question, len(texts), texts=texts)
    choices = "12345" if question.kind == "scale" else map(str, range(len(question.options)))
    step = _step(heap.answers)
    shares = [_rounded(100 * heap.given.get(each, 0) / heap.answers, step) for each in choices]
    mean = _mean(heap) if question.kind == "scale" else 0
    return Result(question, heap.answers // FIVE * FIVE, shares, mean, around=ceil(step / 2))


def _mean(heap: Heap) -> int:
    """Of a scale, in tenths, and of few answers in fives of them: it tells no one answer either."""
    weighed = sum(int(each) * times for each, times in heap.given.items())
    return _rounded(10 * weighed / heap.answers, 1 if _step(heap.answers) < STEPS[2] else FIVE)


def _step(answers: int) -> int:
    """The per cents that shares go up by: with so many answers, no share is one person's.

    Half a step is more than one answer, so each share stands for two numbers of people at least.
    """
    return next(each for each in STEPS if each * answers >= ENOUGH)


def _rounded(value: float, step: int) -> int:
    return round(value / step) * step
