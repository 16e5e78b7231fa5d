"""Keeping safe (P14): blocking somebody, and telling the team about a person or a request."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from community import exchanges, lookup, reports, safety, sensitive, withdrawn_reports
from community.exchanges import Side
from community.lookup import Found
from community.reports import Question, Received
from community.safety import Blocked
from community.scope import Scope
from community.withdrawn_reports import Mine
from conversations import addressing, readers
from conversations.addressing import Named
from conversations.answers import is_short_answer, says
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.cards import who
from conversations.dialogues.correspondence import tell_the_team
from conversations.dialogues.matchmaking import pick
from conversations.dialogues.withdrawn_reports import BACK, BACK_OPTION, take_back
from conversations.guidance import in_words
from conversations.questions import NO, YES, Option, plain
from conversations.texts import Text

SOMEBODY, LEAVE, EXCHANGE, QUESTION = "somebody", "leave", "exchange-", "question-"
TOLD, UNNAMED = "told ", "unnamed"


@dialogue("block")
async def block(chat: Chat) -> None:
    given = str(chat.args.get("about", ""))
    blocked = await chat.once("blocked", safety.blocked)
    if blocked and not given:
        what = await chat.choose("what", Text("block-list"), choices(blocked))
        if what == LEAVE:
            return await chat.say(Text("block-kept"))
        if what != SOMEBODY:
            return await lift(chat, next(each for each in blocked if str(each.id) == what))
    named = await chat.once("named", addressing.named, given)
    person = await somebody(chat, Text("block-who"), named)
    if person is None:
        return await chat.say(Text("block-kept"))
    await keep_away(chat, person)


async def somebody(
    chat: Chat, question: Text, named: Named, unknown: Text | None = None
) -> Found | None:
    """Whoever was named, asked for if need be; also who has left, or writes under another name.

    `unknown` is what the button says of who can name nobody.
    """
    if named.member_id:
        return Found(named.member_id, named.name)
    return await pick(chat, "person", question, named.name, gone=True, leave=unknown)


async def keep_away(chat: Chat, person: Found, kept: Text | None = None, *beside: Option) -> str:
    """Never to meet somebody again, after a yes; `kept` is said after a no.

    What was chosen, which may be one of the options `beside`.
    """
    if person.id == chat.member.id:
        await chat.say(Text("block-self"))
        return NO
    question = Text("block-sure", name=person.name)
    chosen = await chat.choose("sure", question, [*blocking(person), *beside])
    if chosen == NO:
        await chat.say(kept or Text("block-kept"))
    if chosen != YES:
        return chosen
    await chat.once("block", safety.block, person.id)
    await chat.say(Text("block-done", name=person.name))
    if needs := await chat.once("asked-of", safety.asked_of, person.id):
        await chat.say(Text("block-asked", needs=needs))
    return YES


def blocking(person: Found) -> list[Option]:
    """A yes, also as who asks for it would say it, or a no."""
    yes = Text("block-yes", name=person.name)
    heard = ("block_them", "block_alone")
    return [
        Option(value=YES, label=yes, style="primary", said=heard),
        Option(value=NO, label=Text("option-no")),
    ]


async def lift(chat: Chat, person: Blocked) -> None:
    await chat.once("unblock", safety.unblock, person.id)
    await chat.say(Text("block-lifted", name=who(person.name)))


def choices(blocked: Sequence[Blocked]) -> list[Option]:
    """Everybody who is blocked, to be unblocked; somebody else; and nothing of the kind."""
    lifting = [
        Option(value=str(each.id), label=Text("block-lift", name=who(each.name)))
        for each in blocked
    ]
    return [
        *lifting,
        Option(value=SOMEBODY, label=Text("block-somebody")),
        Option(value=LEAVE, label=Text("block-leave")),
    ]


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
    latest = _latest(requests, asked)
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
        told = filter(None, (given, what.removeprefix(TOLD)))
        await report_somebody(chat, "", said="\n".join(told))
    elif what != SOMEBODY:
        await report_request(chat, int(what), given)
    elif happened:
        await report_somebody(chat, "", said=given)
    else:
        await report_somebody(chat, given)


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


def _latest(requests: Sequence[Received], asked: Sequence[Question]) -> str:
    """What "this request" and "this question" mean: what was brought last, as its option has it."""
    brought = [(each.introduction, str(each.introduction)) for each in requests]
    brought += [(each.introduction, f"{QUESTION}{each.introduction}") for each in asked]
    return max(brought, default=(0, ""))[1]


def pointed_at(
    words: str, requests: Sequence[Received], asked: Sequence[Question], latest: str
) -> str:
    """The option of the request or question that words repeat: its own words, or "this one" for
    the `latest`; "" if they repeat none."""
    if says(words, "this_one"):
        return latest
    said = {plain(each.need): str(each.introduction) for each in reversed(requests)}
    for each in reversed(asked):
        option = f"{QUESTION}{each.introduction}"
        said |= {plain(each.need): option, plain(each.question): option}
    return said.get(plain(words), "") if words else ""


def what_is_told(others: Sequence[Side], pointed: Callable[[str], str]) -> Callable[[str], str]:
    """A reader for what happened, told at once: a mere "no" is that it was nothing, the name of
    somebody met through the bot which exchange it is about, unless a request is `pointed` at."""
    met = {plain(each.called): f"{EXCHANGE}{each.introduction}" for each in reversed(others)}

    def told(words: str) -> str:
        if is_short_answer(words):
            return LEAVE
        if repeated := pointed(words):
            return repeated
        return met.get(plain(words.removeprefix("@")), f"{TOLD}{words.strip()}")

    return told


async def report_somebody(chat: Chat, given: str, said: str = "") -> None:
    """A person by name; then whoever reported may want to keep away from them.

    Who does not know the name tells the team all the same.
    """
    if not given:
        given = await chat.choose_or_say("who", Text("report-who"), NAMELESS)
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


def subjects(
    requests: Sequence[Received],
    asked: Sequence[Question],
    others: Sequence[Side],
    mine: Sequence[Mine],
) -> list[Option]:
    """A person, somebody met through the bot under any name, or a request that was received, or
    what a helper asked about one's own; or a report of one's own, to take it back."""
    met = [
        Option(
            value=f"{EXCHANGE}{each.introduction}", label=Text("report-exchange", name=each.called)
        )
        for each in others
    ]
    received = [
        Option(value=str(each.introduction), label=Text("report-request", need=each.need))
        for each in requests
    ] + [
        Option(
            value=f"{QUESTION}{each.introduction}",
            label=Text("report-question", question=each.question),
        )
        for each in asked
    ]
    return [
        Option(value=SOMEBODY, label=Text("report-person")),
        *met,
        *received,
        *([BACK_OPTION] if mine else []),
        Option(value=LEAVE, label=Text("report-leave")),
    ]


@dialogue("report-closed", purpose="notice")
async def report_closed(chat: Chat) -> None:
    await chat.say(Text("report-closed"))


def still_waits(scope: Scope, args: Mapping[str, Any]) -> bool:
    return reports.is_open(scope, args["report"])


@dialogue("report-waits", purpose="notice", still=still_waits)
async def report_waits(chat: Chat) -> None:
    await chat.say(Text("report-waits"))
