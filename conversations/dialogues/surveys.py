"""Answering a survey (P28, P40): a tap where possible, and nobody knows what one answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from community import choices, sheets
from community.rituals import Plan
from community.scope import Scope
from community.sheets import Sheet
from community.survey_ritual import SurveySettings
from community.surveys import Question, Standing, in_language, in_words
from conversations import questionnaire, questions, small_talk
from conversations.answers import TOLD
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.previews import Sample, begins, kinds_of_people, preview
from conversations.questions import NO, SKIP, YES, NotUnderstood, Option
from conversations.sayings import is_short_answer
from conversations.texts import Text, Until


def waits(scope: Scope, about: Mapping[str, Any]) -> bool:
    """Whether the survey still takes an answer of whoever it is about."""
    return sheets.waits(scope, about["survey"])


def takes_more(scope: Scope, about: Mapping[str, Any]) -> bool:
    """Whether what whoever it is about has answered can be gone on with."""
    return sheets.takes_more(scope, about["survey"])


MORE = ("beyond", "more")
"""The questions below the last answer in words, which may not have been all of it."""
EXPLAINS = {
    "is_it_anonymous": "survey-anonymous", "drops_answer": "survey-final",
    "what_is_it": "survey-explained",
    **dict.fromkeys(small_talk.PUTS_OFF, "survey-keeps"),
}  # fmt: skip
"""What is told where a question stands, by the lists of words that ask for it."""


@dialogue("survey-questions", purpose="solicitation", still=waits, reopens=takes_more,
          goes_on=MORE, explains=EXPLAINS)  # fmt: skip
async def survey_questions(chat: Chat) -> None:
    await answer(chat, chat.args["survey"], "survey-invitation", unasked=True)


@dialogue("survey-reminder", purpose="solicitation", still=waits, closes=("survey-questions",),
          counts_as="survey-questions", reopens=takes_more, goes_on=MORE,
          explains=EXPLAINS)  # fmt: skip
async def survey_reminder(chat: Chat) -> None:
    await answer(chat, chat.args["survey"], "survey-reminder", unasked=True)


@preview("survey")
def invitations(scope: Scope, plan: Plan) -> list[Sample]:
    """What a survey of the ritual would say and ask, one message each."""
    settings = SurveySettings.model_validate(plan.settings)
    until = settings.ends(begins(scope, plan), plan.rhythm.zone)
    return [
        each
        for who, locale in kinds_of_people(scope, plan)
        for each in read_in(who, locale, settings, until)
    ]


def read_in(who: str, locale: str, settings: SurveySettings, until: datetime) -> list[Sample]:
    """The invitation and the questions, in a reader's language."""
    title, count = in_language(settings.title, locale), len(settings.questions)
    greeting = Text("survey-invitation", title=title, count=count, until=Until(until))
    kept = [in_words(each.model_dump(), locale) for each in settings.questions]
    alone = [LEAVE] if count == 1 else []
    put = [Sample.of(who, locale, asked(each), [*options(each), *alone],
                     many=each.kind == "several") for each in kept]  # fmt: skip
    if len(put) == 1:
        return [Sample.of(who, locale, greeting), *put]
    promise = Sample.of(who, locale, Text("survey-promise"), [*WILLING, LEAVE])
    return [Sample.of(who, locale, greeting), promise, *put]


async def answer(chat: Chat, survey_id: int, key: str, *, unasked: bool = False) -> None:
    """The questions that are left, one after the other.

    Who was not waiting for it is told how to get nothing more, or has a button for it.
    """
    sheet = await chat.once("sheet", sheets.sheet, survey_id)
    greeting = Text(key, title=sheet.title, count=len(sheet.questions), until=Until(sheet.ends_at))
    alone = unasked and sheet.run is None
    await chat.say(Text("with-way-out", words=greeting) if alone else greeting)
    match await willing(chat, sheet):
        case questions.NO:
            await chat.once("decline", sheets.decline, survey_id)
            return await chat.say(Text("survey-declined"))
        case "leave":
            await chat.once("leave", sheets.leave, survey_id, sheet.run or 0)
            return await chat.say(Text("prompt-left"))
    for n, question in list(enumerate(sheet.questions))[sheet.done :]:
        await put(chat, sheet, n, question)
    left = sheet.run is not None and await chat.once("left", choices.has_left, sheet.run)
    if left:
        return await chat.say(Text("prompt-left"))
    if sheet.questions[-1].kind == "words":
        return await hear_more(chat, sheet)
    return await chat.say(Text("survey-answered"))


async def hear_more(chat: Chat, sheet: Sheet) -> None:
    """What is told right after an answer in words may go on with it: it is kept nowhere, as nobody
    said that it is for the box, and can be written once more for that.

    Once only, so that nothing but a dialogue that is over tells who did.
    """

    def keep(scope: Scope, values: Sequence[str]) -> None:
        if SKIP not in values:
            sheets.add(scope, sheet.id, *values)

    await chat.confide(
        "beyond", Text("survey-answered"), kept_nowhere, place="yielding", hears=(TOLD,)
    )
    await chat.confide(
        "more", Text("survey-more"), keep, options=[NO_MORE], free=True, read=more_words,
        place="yielding",
    )  # fmt: skip
    await chat.say(Text("survey-added"))


def kept_nowhere(_scope: Scope, _values: Sequence[str]) -> None:
    """Nobody said what it is for."""


def more_words(words: str) -> str:
    """What goes on with an answer; a yes only says that something does. Raises NotUnderstood."""
    if is_short_answer(words):
        raise NotUnderstood(Text("survey-more"))
    return questionnaire.answer(words)


LEAVE = Option(value="leave", label=Text("prompt-leave"))
"""Of a survey that comes again: no more of it, which is no answer to any question."""
WILLING = [
    Option(value=YES, label=Text("survey-answer"), style="primary"),
    Option(value=NO, label=Text("survey-not-now")),
]


async def willing(chat: Chat, sheet: Sheet) -> str:
    """Yes, no, or no more of these; of a single question nobody is asked twice.

    Before a scale a number may be for that: it neither declines nor leaves.
    """
    if len(sheet.questions) == 1 or sheet.done:
        return YES
    ways = [*WILLING, LEAVE] if sheet.run else WILLING
    scale = sheet.questions[0].kind == "scale"
    return await chat.choose("willing", Text("survey-promise"), ways, counts=scale)


async def put(chat: Chat, sheet: Sheet, n: int, question: Question) -> None:
    """One question, whose answer goes into its box and nowhere else."""

    alone = [LEAVE] if sheet.run and len(sheet.questions) == 1 else []

    def keep(scope: Scope, values: Sequence[str]) -> None:
        if alone and LEAVE.value in values:
            return sheets.leave(scope, sheet.id, sheet.run or 0)
        return sheets.answer(scope, sheet.id, n, [each for each in values if each != SKIP])

    await chat.confide(
        f"question-{n}", asked(question), keep,
        options=[*options(question), *alone], many=question.kind == "several",
        free=question.kind == "words", read=questionnaire.answer,
    )  # fmt: skip


def asked(question: Question) -> Text:
    """The question as its readers see it, with a word on how it is answered."""
    return Text(f"survey-ask-{question.kind}", question=question.words)


def labels(question: Question) -> list[str]:
    """What its buttons say, but for the one that passes it over."""
    return list("12345") if question.kind == "scale" else question.options


def options(question: Question) -> list[Option]:
    """What can be tapped; every question can be passed over. A number's value is itself."""
    first = 1 if question.kind == "scale" else 0
    return [
        *(Option(value=str(n), label=Text("survey-option", option=label))
          for n, label in enumerate(labels(question), first)),
        PASS,
    ]  # fmt: skip


PASS = Option(value=SKIP, label=Text("option-skip"))
NO_MORE = Option(value=SKIP, label=Text("option-skip"), said=("no", "answers_later"))


@dialogue("survey-final")
async def survey_final(chat: Chat) -> None:
    await chat.say(Text("survey-final"))


async def answer_one(chat: Chat) -> None:
    """Somebody asks for the surveys that wait for them."""
    waiting = await chat.once("waiting", sheets.waiting)
    if not waiting:
        return await chat.say(Text("survey-none"))
    chosen = str(waiting[0].id) if len(waiting) == 1 else await which(chat, waiting)
    return await answer(chat, int(chosen), "survey-invitation")


async def which(chat: Chat, waiting: Sequence[Sheet]) -> str:
    """One of several."""
    titles = [Option(value=str(each.id), label=called(each, waiting)) for each in waiting]
    return await chat.choose("which", Text("survey-which"), titles)


def called(one: Sheet | Standing, among: Sequence[Sheet | Standing]) -> Text:
    """A survey's title; with its last day where another one is called the same."""
    if [each.title for each in among].count(one.title) == 1:
        return Text("survey-option", option=one.title)
    return Text("survey-option-until", option=one.title, until=one.ends_at)
