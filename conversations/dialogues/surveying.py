"""Surveys as organisers see them (P40, P41): write one, see it, send it, read what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from pydantic import TypeAdapter

from community import groups, surveys, tallies
from community.ballots import LEAST
from community.files import MOST_BYTES, File
from community.scope import Scope
from community.surveys import Question, Standing
from community.tallies import Result
from conversations import pictures, questionnaire, readers
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.surveys import EXPLAINS, answer_one, asked, called, labels
from conversations.questions import Card, Option
from conversations.texts import Lines, Text, Until

NEW, ANSWER, EVERYONE = "new", "answer", ""
QUESTIONS = TypeAdapter(list[Question])


@dialogue("survey", explains=EXPLAINS)
async def survey(chat: Chat) -> None:
    if chat.member.role != "organiser":
        return await answer_one(chat)
    known = await chat.once("known", surveys.recent)
    match await chat.choose("what", Text("survey-what"), choices(known)):
        case "new":
            await write(chat)
        case "answer":
            await answer_one(chat)
        case chosen:
            await look(chat, next(each for each in known if str(each.id) == chosen))


def choices(known: list[Standing]) -> list[Option]:
    """A new one, those there are, and one's own answers."""
    return [
        Option(value=NEW, label=Text("survey-new"), style="primary", said=("new_one",)),
        *(Option(value=str(each.id), label=called(each, known),
                 description=state(each)) for each in known),
        Option(value=ANSWER, label=Text("survey-mine")),
    ]  # fmt: skip


def state(standing: Standing) -> Text:
    """How far it is, in a few words; of fewer than five no number is told."""
    if standing.state == "closed":
        return Text("survey-over")
    if standing.answered is None:
        return Text("survey-few-so-far", until=Until(standing.ends_at))
    return Text("survey-so-far", count=standing.answered, asked=standing.asked,
                until=Until(standing.ends_at))  # fmt: skip


async def write(chat: Chat) -> None:
    """From the title to the invitations; nothing is kept before the last yes."""
    if why := await chat.once("hindered", surveys.hindered):
        return await chat.say(Text(f"survey-not-{why}", least=LEAST))
    title = await chat.ask("title", Text("survey-title"), read=questionnaire.title)
    kept = await chat.ask("questions", Text("survey-how"), read=kept_questions)
    questions = QUESTIONS.validate_python(kept)
    audience = await for_whom(chat)
    now = await chat.now("asked-at")
    read = readers.day(now, chat.member.zone, at=readers.MIDNIGHT, alone=True)
    until = datetime.fromisoformat(await chat.ask("until", Text("survey-until"), read=read))
    obstacle = await chat.once("obstacle", surveys.obstacle, questions, audience, until)
    if obstacle:
        return await refused(chat, obstacle)
    size = await chat.once("size", surveys.size, audience)
    match await chat.choose(
        "send", Text("survey-preview", count=size, until=Until(until)), SENDING,
        card=preview(title, questions),
    ):  # fmt: skip
        case "send":
            await chat.once("open", surveys.open_survey, title, questions, audience, until)
            await chat.say(Text("survey-sent", count=size, until=Until(until)))
        case "again":
            await chat.forget("questions", "obstacle", "size", "send")
        case _:
            await chat.say(Text("survey-dropped"))


async def refused(chat: Chat, obstacle: surveys.Obstacle) -> None:
    """Why it can't be sent so; another audience may do, where there are groups."""
    await chat.say(Text(f"survey-not-{obstacle}", least=LEAST))
    there = await chat.once("groups-there", names)
    if there and obstacle != "key":
        await chat.forget("audience", "obstacle")


SENDING = [
    Option(value="send", label=Text("survey-send"), style="primary"),
    Option(value="again", label=Text("survey-rewrite")),
    Option(value="drop", label=Text("survey-drop")),
]


def kept_questions(words: str) -> list[dict[str, object]]:
    """The questions as an answer is kept."""
    kept: list[dict[str, object]] = QUESTIONS.dump_python(questionnaire.questions(words))
    return kept


def preview(title: str, questions: list[Question]) -> Card:
    """What members will be asked, in their own words."""
    return Card(Text("survey-option", option=title), [line(each) for each in questions])


def line(question: Question) -> Text:
    """One question, with its buttons."""
    if question.kind == "words":
        return Text("survey-preview-words", question=asked(question))
    return Text("survey-preview-line", question=asked(question), options=labels(question))


async def for_whom(chat: Chat) -> list[int]:
    """The groups it goes to; none for everyone, and no question where there are no groups."""
    known = await chat.once("groups", names)
    if not known:
        return []
    options = [Option(value=EVERYONE, label=Text("survey-everyone")),
               *(Option(value=str(id_), label=Text("survey-option", option=name))
                 for id_, name in known)]  # fmt: skip
    chosen = await chat.choose_many("audience", Text("survey-for-whom"), options)
    return [] if EVERYONE in chosen else [int(each) for each in chosen]


def names(scope: Scope) -> list[tuple[int, str]]:
    """The community's groups."""
    return [(each.id or 0, each.name) for each in groups.listed(scope)]


async def look(chat: Chat, standing: Standing) -> None:
    """How a survey stands, or what came of it."""
    if standing.state == "closed":
        return await show(chat, standing.id, standing.title)
    await chat.say(Text("survey-standing", title=standing.title, standing=state(standing)))
    few = standing.answered is None
    question = Text("survey-close-few", least=LEAST) if few else Text("survey-close")
    close = await chat.confirm(
        "close", question, yes=Text("survey-close-yes"), no=Text("survey-close-no"), danger=few
    )
    if not close:
        return await chat.say(Text("survey-goes-on", until=Until(standing.ends_at)))
    await chat.once("end", surveys.close, standing.id)
    return await chat.say(Text("survey-closed"))


@dialogue("survey-refused", purpose="notice", alone=False, by_day=True)
async def survey_refused(chat: Chat) -> None:
    why = Text(f"survey-not-{chat.args['why']}", least=LEAST)
    await chat.say(Text("survey-refused", name=str(chat.args["ritual"]), why=why))


@dialogue("survey-results", purpose="notice")
async def survey_results(chat: Chat) -> None:
    standing = await chat.once("standing", surveys.standing, chat.args["survey"])
    await show(chat, standing.id, standing.title)


async def show(chat: Chat, survey_id: int, title: str) -> None:
    """The results, question by question: in words, and what can be drawn as a picture too."""
    found = await chat.once("results", tallies.results, survey_id)
    answered = any(each.answers for each in found)
    await chat.say(Text("survey-results" if answered else "survey-too-few", title=title,
                        least=LEAST))  # fmt: skip
    for each in found if answered else []:
        if each.question.kind == "words" and each.answers:
            await read_out(chat, each)
        else:
            await chat.say(result_text(each), file=drawn(each))


async def read_out(chat: Chat, result: Result) -> None:
    """Answers in their own words, in random order: all of them, or seven and a file with all."""
    question, count = result.question.words, result.answers
    if len(result.texts) > MOST_READ:
        first = quoted(result.texts[:AT_ONCE])
        some = Text("survey-result-some", question=question, count=count, lines=first)
        return await chat.say(some, file=whole(result.texts))
    for n in range(0, len(result.texts), AT_ONCE):
        lines = quoted(result.texts[n : n + AT_ONCE])
        await chat.say(Text("survey-result-words", question=question, count=count, lines=lines))
    return None


AT_ONCE = 7
"""Answers in one message: seven of the longest fit."""
MOST_READ = 21


def quoted(texts: Sequence[str]) -> Lines:
    """Answers, one below the other."""
    return Lines([Text("survey-result-text", text=each) for each in texts])


def whole(texts: Sequence[str]) -> File:
    """All the answers as a file, as many as a file may hold."""
    content = "\n\n".join(texts).encode()[:MOST_BYTES].decode(errors="ignore")
    return File("answers.txt", "text/plain", content.encode())


def result_text(result: Result) -> Text:
    """What came of one question, in words: shares, and the mean of a scale."""
    question, count = result.question, result.answers
    if not count:
        return Text("survey-result-few", question=question.words, least=LEAST)
    shares = Lines([
        share_text(label, share, result.around)
        for label, share in zip(labels(question), result.shares, strict=True)
    ])  # fmt: skip
    if question.kind != "scale":
        return Text("survey-result", question=question.words, count=count, lines=shares)
    whole, tenths = divmod(result.mean, 10)
    return Text("survey-result-scale", question=question.words, count=count, lines=shares,
                whole=whole, tenths=tenths)  # fmt: skip


def share_text(option: str, share: int, around: int) -> Text:
    """A share as it is meant: where few have answered, 0 may be some, and 100 not quite all."""
    if around and share == 0:
        return Text("survey-result-at-most", option=option, share=around)
    if around and share == ALL:
        return Text("survey-result-at-least", option=option, share=ALL - around)
    return Text("survey-result-share", option=option, share=share)


ALL = 100


def drawn(result: Result) -> File | None:
    """The shares as bars, if there are any."""
    if not result.answers:
        return None
    names, shares = labels(result.question), result.shares
    return pictures.bars(result.question.words, names, shares, around=result.around)
