"""Telling the team (P14) about a person, a request or a question, under a name or without one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from community import exchanges, lookup, reports, sensitive, withdrawn_reports
from community.lookup import Found
from community.reports import Question
from community.scope import Scope
from conversations import addressing, readers
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.blocking import LEAVE, SOMEBODY, keep_away, once_reported, somebody
from conversations.dialogues.correspondence import tell_the_team
from conversations.dialogues.reportable import (
    EXCHANGE,
    QUESTION,
    TOLD,
    latest_of,
    pointed_at,
    subjects,
    what_is_told,
)
from conversations.dialogues.withdrawn_reports import BACK, BACK_OPTION, take_back
from conversations.guidance import in_words
from conversations.questions import NO, YES, NotUnderstood, Option
from conversations.sayings import is_short_answer, says
from conversations.texts import Text

UNNAMED = "unnamed"


@dialogue("report", brings_news=True)
async def report(chat: Chat) -> None:
    given = str(chat.args.get("about", ""))
    if "back" in chat.args:
        return await take_back(chat)
    if "said" in chat.args:
        return await report_meant(chat, given, chat.args["said"])
    await report_anything(chat, given)


async def report_anything(chat: Chat, given: str) -> None:
    """About a person or a request: whoever reports says which, unless somebody is `given`."""
    requests = await chat.once("received", reports.received)
    asked = await chat.once("questions", reports.questions)
    others = await chat.once("exchanges", exchanges.others)
    mine = [] if given else await chat.once("mine", withdrawn_reports.mine)
    latest = latest_of(requests, asked)
    meant = pointed_at(given, requests, asked, latest)
    given = "" if meant or says(given, "this_one") else given
    happened = bool(given) and await chat.once(
        "happened", addressing.tells_what_happened, given
    )  # fmt: skip
    what = meant or SOMEBODY
    if not meant and (requests or asked or others or mine) and (happened or not given):
        what = await chat.choose_or_say(
            "what", Text("report-about"), subjects(requests, asked, others, mine),
            read=what_is_told(others, lambda words: pointed_at(words, requests, asked, latest)),
        )  # fmt: skip
    if what == LEAVE:
        return await chat.say(Text("report-dropped"))
    if what == BACK:
        return await take_back(chat)
    if what.startswith(EXCHANGE):
        side = next(each for each in others if what == f"{EXCHANGE}{each.introduction}")
        await report_person(chat, side.member_id, given)
    elif what.startswith(QUESTION):
        question = next(each for each in asked if what == f"{QUESTION}{each.introduction}")
        await report_question(chat, question, given)
    elif what.startswith(TOLD):
        await report_told(chat, given, what.removeprefix(TOLD))
    elif what != SOMEBODY:
        if await report_request(chat, int(what), given):
            await once_reported(chat, int(what))
    elif happened:
        await report_somebody(chat, "", said=given)
    else:
        await report_somebody(chat, given)


async def report_told(chat: Chat, given: str, told: str) -> None:
    """What was written instead of choosing: a name alone is one, and a name that it begins with is
    asked about."""
    if not given and await chat.once("is-name", begins_with, told):
        if await chat.once("is-all", is_name, told):
            return await report_somebody(chat, told)
        return await report_meant(chat, told, told)
    return await report_somebody(chat, "", said="\n".join(filter(None, (given, told))))


def begins_with(scope: Scope, words: str) -> bool:
    return addressing.is_called(scope, words)


def is_name(scope: Scope, words: str) -> bool:
    return not addressing.named(scope, words).rest


async def report_meant(chat: Chat, given: str, said: str) -> None:
    """What was written somewhere else, "she insulted me": first, whether and of whom to tell."""
    touched = await chat.once("danger", sensitive.guidance, said, chat.member.locale)
    if touched is not None:
        await chat.say(in_words(touched))
    person = await chat.once("meant", likely, given, chat.args.get("introduction"))
    if person is None:
        return await (report_somebody(chat, given, said) if said else report_anything(chat, given))
    question = Text("report-meant", name=person.name)
    is_meant = await chat.choose("is-meant", question, meant(person))
    if is_meant == NO:
        return await chat.say(Text("report-dropped"))
    if is_meant == SOMEBODY:
        return await report_somebody(chat, "", said)
    return await report_and_keep_away(chat, person, said)


def likely(scope: Scope, given: str, introduction: int | None) -> Found | None:
    """The one who is called so; without a name, whoever was met there, or else last."""
    if not given:
        met = exchanges.met_last(scope, introduction)
        return Found(met.member_id, met.called) if met else None
    named = addressing.named(scope, given)
    if named.member_id:
        return Found(named.member_id, named.name)
    found = lookup.search(scope, named.name, gone=True)
    return found[0] if len(found) == 1 else None


def meant(person: Found) -> list[Option]:
    return [
        Option(value=YES, label=Text("report-is-meant", name=person.name), style="primary"),
        Option(value=SOMEBODY, label=Text("report-else")),
        Option(value=NO, label=Text("report-nothing")),
    ]


async def report_somebody(chat: Chat, given: str, said: str = "") -> None:
    """A person by name; then whoever reported may want to keep away from them.

    Who does not know the name tells the team all the same.
    """
    if not given:
        given = await chat.choose_or_say("who", Text("report-who"), NAMELESS, read=whom)
        if given == LEAVE:
            return await chat.say(Text("report-dropped"))
        if given == UNNAMED:
            return await report_unnamed(chat, said)
        if await chat.once("told", addressing.tells_what_happened, given):
            return await report_unnamed(chat, "\n".join(filter(None, (said, given))))
    named = await chat.once("named", addressing.named, given)
    person = await somebody(chat, Text("report-who"), named, Text("report-unnamed"))
    if person is None:
        return await report_unnamed(chat, said or (given if named.rest else ""))
    return await report_and_keep_away(chat, person, said or named.rest)


def whom(words: str) -> str:
    """A reader for a name, or what happened: a mere yes is neither."""
    if is_short_answer(words):
        raise NotUnderstood(Text("report-who"))
    return readers.line(words)


async def report_unnamed(chat: Chat, said: str) -> None:
    """Nobody can be named: the team reads what happened, and asks whoever wrote it."""
    if said:
        question = Text("report-unnamed-sure", words=said)
        if not await chat.confirm("unnamed", question, yes=Text("report-unnamed-yes")):
            return await chat.say(Text("report-dropped"))
    words = said or await what_happened(chat, "words")
    if words is not None:
        await tell_the_team(chat, words, "unnamed-")
    return None


async def report_question(chat: Chat, asked: Question, said: str) -> None:
    """What a helper wanted to know, which the team reads with it."""
    words = said or await what_happened(chat, "words")
    if words is None:
        return
    told = await chat.once("report", reports.about_question, asked.introduction, words)
    await chat.say(Text("report-done" if told else "report-nobody"))


NAMELESS = [
    Option(value=UNNAMED, label=Text("report-unnamed")),
    Option(value=LEAVE, label=Text("report-nothing"), said=("no", "skip", "nothing", "never_mind")),
]


async def report_and_keep_away(chat: Chat, person: Found, said: str) -> None:
    if not await report_person(chat, person.id, said):
        return
    kept = Text("report-only", name=person.name)
    if await keep_away(chat, person, kept, BACK_OPTION) == BACK:
        await take_back(chat)


async def report_person(chat: Chat, member_id: int, said: str = "") -> bool:
    """Tell the team about somebody, unless nothing happened; whether they did.

    What the two write to each other through the bot ends.
    """
    words = said or await what_happened(chat, "words")
    if words is None:
        return False
    told = await chat.once("report", reports.about_person, member_id, words)
    await chat.say(Text("report-done" if told else "report-nobody"))
    return True


async def report_request(chat: Chat, introduction: int, said: str = "") -> bool:
    """The same about a request, of which one need not know whose it is."""
    words = said or await what_happened(chat, "report-words")
    if words is None:
        return False
    told = await chat.once("report", reports.about_request, introduction, words)
    await chat.say(Text("report-done" if told else "report-nobody"))
    return True


async def what_happened(chat: Chat, name: str) -> str | None:
    """In their words; None, and a word that it is fine, when it is nothing after all."""
    words = await chat.ask_or_skip(
        name, Text("report-what"), read=readers.story, skip=Text("report-nothing")
    )
    if words is None:
        await chat.say(Text("report-dropped"))
    return words


@dialogue("report-closed", purpose="notice")
async def report_closed(chat: Chat) -> None:
    await chat.say(Text("report-closed"))


def still_waits(scope: Scope, args: Mapping[str, Any]) -> bool:
    return reports.is_open(scope, args["report"])


@dialogue("report-waits", purpose="notice", still=still_waits)
async def report_waits(chat: Chat) -> None:
    await chat.say(Text("report-waits"))
