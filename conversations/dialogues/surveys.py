"""Answering a survey (P28, P40): a tap where possible, and nobody knows what one answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from community import sheets
from community.rituals import Plan
from community.scope import Scope
from community.sheets import Sheet
from community.surveys import Question, SurveySettings
from conversations import questionnaire
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.previews import Sample, kinds_of_people, preview
from conversations.questions import SKIP, Option
from conversations.texts import Text


def waits(scope: Scope, about: Mapping[str, Any]) -> bool:
    """Whether the survey still takes an answer of whoever it is about."""
    return sheets.waits(scope, about["survey"])


@dialogue("survey-questions", purpose="solicitation", still=waits)
async def survey_questions(chat: Chat) -> None:
    await answer(chat, chat.args["survey"], "survey-invitation")


@dialogue("survey-reminder", purpose="solicitation", still=waits, closes=("survey-questions",))
async def survey_reminder(chat: Chat) -> None:
    await answer(chat, chat.args["survey"], "survey-reminder")


@preview("survey")
def invitations(scope: Scope, plan: Plan) -> list[Sample]:
    """What a survey of the ritual would say and ask, one message each."""
    settings = SurveySettings.model_validate(plan.settings)
    until = scope.now + timedelta(days=settings.days)
    greeting = Text(
        "survey-invitation", title=settings.title, count=len(settings.questions), until=until
    )
    put = [(asked(each), options(each), each.kind == "several") for each in settings.questions]
    return [
        Sample.of(who, locale, text, choices, many=many)
        for text, choices, many in [(greeting, [], False), *put]
        for who, locale in kinds_of_people(scope, plan)
    ]


async def answer(chat: Chat, survey_id: int, greeting: str) -> None:
    """The questions that are left, one after the other."""
    sheet = await chat.once("sheet", sheets.sheet, survey_id)
    await chat.say(
        Text(greeting, title=sheet.title, count=len(sheet.questions), until=sheet.ends_at)
    )
    if sheet.done == 0 and not await willing(chat, sheet):
        await chat.once("decline", sheets.decline, survey_id)
        return await chat.say(Text("survey-declined"))
    for n, question in list(enumerate(sheet.questions))[sheet.done :]:
        await put(chat, sheet, n, question)
    return await chat.say(Text("survey-answered"))


async def willing(chat: Chat, sheet: Sheet) -> bool:
    """Of a single question nobody is asked twice."""
    if len(sheet.questions) == 1:
        return True
    yes, no = Text("survey-answer"), Text("survey-not-now")
    return await chat.confirm("willing", Text("survey-promise"), yes=yes, no=no)


async def put(chat: Chat, sheet: Sheet, n: int, question: Question) -> None:
    """One question, whose answer goes into its box and nowhere else."""

    def keep(scope: Scope, values: Sequence[str]) -> None:
        sheets.answer(scope, sheet.id, n, [each for each in values if each != SKIP])

    await chat.confide(
        f"question-{n}", asked(question), keep,
        options=options(question), many=question.kind == "several",
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
        Option(value=SKIP, label=Text("option-skip")),
    ]  # fmt: skip


async def answer_one(chat: Chat) -> None:
    """Somebody asks for the surveys that wait for them."""
    waiting = await chat.once("waiting", sheets.waiting)
    if not waiting:
        return await chat.say(Text("survey-none"))
    chosen = str(waiting[0].id) if len(waiting) == 1 else await which(chat, waiting)
    return await answer(chat, int(chosen), "survey-invitation")


async def which(chat: Chat, waiting: Sequence[Sheet]) -> str:
    """One of several."""
    titles = [
        Option(value=str(each.id), label=Text("survey-option", option=each.title))
        for each in waiting
    ]
    return await chat.choose("which", Text("survey-which"), titles)
