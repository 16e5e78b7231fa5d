"""Where requests stand (P5), and what their requester can change about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from community import appointments, asks, followups, partings, rewording, standings, wanted
from community.appointments import Talk
from community.by_when import local_day
from community.partings import Given
from community.standings import Standing
from conversations import left_out, needs, readers, urgency
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.before import looked_after
from conversations.dialogues.cards import who
from conversations.dialogues.details import tell_more
from conversations.dialogues.leaving_out import without
from conversations.dialogues.onboarding import go_on_with
from conversations.dialogues.relayed import safely
from conversations.dialogues.rescheduling import MOVE, OFF, change, changes
from conversations.dialogues.stands import stands
from conversations.dialogues.stepping_back import once_sure
from conversations.dialogues.talks import beneath
from conversations.dialogues.under_way import on_its_way
from conversations.dialogues.withdrawing import take_back, withdrawal
from conversations.questions import Field, NotUnderstood, Option
from conversations.sayings import is_short_answer
from conversations.texts import Lines, Text

ANSWER = "answer-"
"""Begins the value of an option that answers a helper's question, …"""
TAKE_BACK = "take-back-"
"""… of one that takes back a yes to somebody else's request, …"""
NEXT, WAIT = "next-", "wait-"
"""… of those that settle whether to wait for a helper who can't yet, …"""
ELSE = "else-"
"""… of one that asks somebody else than who accepted, …"""
REWORD = "reword-"
"""… of one that changes the words of an ask, …"""
IN_THE_NEWS, OUT_OF_IT = "in-news-", "out-news-"
"""… and of those that bring it into the news, and out of it."""


@dialogue("where")
async def where(chat: Chat) -> None:
    mine = await chat.once("mine", standings.mine)
    talks = await chat.once("talks", appointments.coming)
    given = await chat.once("given", partings.ahead)
    if not (mine or talks or given):
        return await chat.say(Text("where-nothing"))
    news = await chat.once("has-news", wanted.has_news)
    lines = [Text("where-line", need=each.need, stands=stands(each)) for each in mine]
    options = [
        *changes(talks),
        *[_answer(each) for each in mine if each.question],
        *[option for each in mine for option in _waiting(each)],
        *[_somebody_else(each) for each in mine if can_go_on(each)],
        *[withdrawal(each) for each in mine if each.state != "introduced"],
        *[_rewording(each) for each in mine if each.rewordable],
        *[_news(each) for each in mine if each.news or (each.with_team and news)],
        *[_taking_back(each) for each in given],
    ]
    fine = Option(value="fine", label=Text("where-fine"), style="primary")
    told = Text("where-list", lines=Lines(lines)) if mine else Text("where-nothing")
    listed = with_given(beneath(told, talks), given, talks)
    which = await chat.choose("which", listed, [fine, *options], place="lookup")
    if which == "fine":
        return await chat.say(Text("where-kept"))
    if which.startswith((MOVE, OFF)):
        return await change(chat, which)
    if which.startswith(TAKE_BACK):
        (about,) = (each for each in given if _taking_back(each).value == which)
        return await once_sure(chat, about)
    return await change_mine(chat, which, mine)


async def change_mine(chat: Chat, which: str, mine: Sequence[Standing]) -> None:
    """What they chose to do about a request of theirs."""
    if which.startswith(ANSWER):
        return await tell_more(chat, int(which.removeprefix(ANSWER)))
    if which.startswith((NEXT, WAIT)):
        return await settle(chat, which)
    if which.startswith(ELSE):
        return await somebody_else(chat, int(which.removeprefix(ELSE)))
    if which.startswith(REWORD):
        (ask,) = (each for each in mine if f"{REWORD}{each.id}" == which)
        return await reword(chat, ask)
    if which.startswith((IN_THE_NEWS, OUT_OF_IT)):
        (ask,) = (each for each in mine if _news(each).value == which)
        return await change_news(chat, ask)
    return await take_back(chat, int(which))


def with_given(told: Text, given: Sequence[Given], talks: Sequence[Talk]) -> Text:
    """Something else, and below it to whom they said yes, where no talk is shown already."""
    shown = {each.introduction for each in talks}
    lines = [Text("where-given-line", name=who(each.name), need=each.need)
             for each in given if each.introduction not in shown]  # fmt: skip
    if not lines:
        return told
    return Text("two-paragraphs", first=told, second=Text("where-given", lines=Lines(lines)))


async def settle(chat: Chat, which: str) -> None:
    """The requester says whether to wait; or no longer wants to."""
    introduction = int(which.removeprefix(NEXT).removeprefix(WAIT))
    await chat.close("postponed")
    if which.startswith(NEXT):
        return await chat.say(on_its_way(await chat.once("next", asks.not_waiting, introduction)))
    await chat.once("wait", asks.wait, introduction)
    return await chat.say(Text("where-kept"))


async def somebody_else(chat: Chat, introduction: int) -> None:
    """Whoever accepted can't after all, or can't be reached: on to others."""
    if not await chat.once("still", followups.is_followed, introduction):
        return await chat.say(Text("follow-too-late"))
    for asked in ("relay-apart", "relay-lapsed"):
        await chat.close(asked)
    now = await chat.once("else", followups.ask_somebody_else, introduction)
    return await chat.say(on_its_way(now))


def can_go_on(standing: Standing) -> bool:
    """Whether others can be asked instead of who accepted; what the team proposed is of two."""
    return standing.state == "introduced" and not standing.proposed


async def reword(chat: Chat, ask: Standing) -> None:
    """The requester says it anew; whoever was asked reads the new words."""
    fields = [
        Field(name="need", label=Text("where-need"), value=ask.need, required=True),
        Field(name="context", label=Text("ask-context-field"), value=ask.context, kind="long"),
    ]
    filled = await chat.form_or_say("reword", Text("where-reword-form"), fields, said=beside)
    if isinstance(filled, str):
        if out := await chat.once("left-out", left_out.alone, filled):
            return await without(chat, ask.id, out)
        what = await chat.choose(
            "reword-as", Text("where-reword-as", words=filled, need=ask.need), REWORD_AS
        )
        if what != "replace":
            return await instead(chat, what, filled)
        filled = {"need": filled, "context": ask.context}
    return await say_anew(chat, ask, filled)


@dialogue("corrected")
async def corrected(chat: Chat) -> None:
    """Words that correct what was just sent: they go beside it after a yes."""
    ask = await chat.once("ask", standings.of, chat.args["ask"])
    words = chat.args["words"]
    question = Text("where-add", words=words, need=ask.need)
    what = await chat.choose("add", question, ADD)
    if what != "replace":
        return await instead(chat, what, words)
    context = "\n".join(filter(None, (ask.context, words)))
    return await say_anew(chat, ask, {"need": ask.need, "context": context})


async def say_anew(chat: Chat, ask: Standing, filled: Mapping[str, str]) -> None:
    """The new words leave as the first ones did, if they still may."""
    out = await chat.once("left-out-anew", left_out.members, "\n".join(filled.values()))
    if out:
        filled = {name: left_out.without(words, [each.name for each in out])
                  for name, words in filled.items()}  # fmt: skip
        filled["need"] = filled["need"] or ask.need
    before = f"{ask.need}\n{ask.context}"
    said = f"{filled['need']}\n{filled['context']}"
    if not await looked_after(chat, said, before=before, part="reworded-"):
        return None
    nameless = not ask.named
    need = await safely(chat, "need", filled["need"], nameless=nameless)
    context = await safely(chat, "context", filled["context"], nameless=nameless)
    need, context = needs.reworded(need, context)
    today = local_day(await chat.now("reworded-at"), chat.member.zone)
    now = await chat.once(
        "reworded", rewording.reword, ask.id, need, context, [each.id for each in out],
        urgency=urgency.soonest(f"{need}\n{context}", today),
    )  # fmt: skip
    if now.state == "introduced":
        return await chat.say(Text("where-too-late-to-reword", name=now.helper))
    if (now.need, now.context) != (need, context):
        return await chat.say(Text("where-not-reworded"))
    return await chat.say(Text("where-read-again" if now.state == "review" else "where-reworded"))


def beside(words: str) -> str:
    """What was written beside the form; a mere "no" or "thanks" is nothing to ask for."""
    if is_short_answer(words):
        raise NotUnderstood(Text("answer-in-the-form"))
    return readers.line(words)


async def instead(chat: Chat, what: str, words: str) -> None:
    """The words were no new wording: another request, or nothing of the kind."""
    if what == "another":
        return await chat.once("another", go_on_with, "ask", words)
    return await chat.say(Text("where-kept"))


REWORD_AS = [
    Option(value="replace", label=Text("where-reword-replace"), style="primary"),
    Option(value="another", label=Text("where-reword-another")),
    Option(value="keep", label=Text("where-reword-keep")),
]
ADD = [
    Option(value="replace", label=Text("where-add-yes"), style="primary", said=("yes",)),
    Option(value="another", label=Text("where-reword-another")),
    Option(value="keep", label=Text("where-reword-keep"), said=("no", "skip", "never_mind")),
]


async def change_news(chat: Chat, ask: Standing) -> None:
    """Into the news, or out of them, as the requester likes."""
    await chat.once("news", wanted.put, ask.id, news=not ask.news)
    key = "where-no-news" if ask.news else "where-news-named" if ask.named else "where-news"
    await chat.say(Text(key, need=ask.need))


def _answer(standing: Standing) -> Option:
    return Option(
        value=f"{ANSWER}{standing.introduction}", label=Text("where-answer", name=standing.helper)
    )


def _taking_back(given: Given) -> Option:
    return Option(
        value=f"{TAKE_BACK}{given.introduction}",
        label=Text("where-take-back", name=who(given.name), need=given.need),
    )


def _waiting(standing: Standing) -> list[Option]:
    """Somebody else, or waiting after all, where a helper can't yet."""
    if standing.step != "postponed":
        return []
    name, introduction = standing.helper, standing.introduction
    wait = Option(value=f"{WAIT}{introduction}", label=Text("where-wait", name=name))
    other = Option(value=f"{NEXT}{introduction}", label=Text("where-next", need=standing.need))
    return [wait, other] if standing.not_before else [other]


def _somebody_else(standing: Standing) -> Option:
    return Option(
        value=f"{ELSE}{standing.introduction}", label=Text("where-next", need=standing.need)
    )


def _rewording(standing: Standing) -> Option:
    return Option(value=f"{REWORD}{standing.id}", label=Text("where-reword", need=standing.need))


def _news(standing: Standing) -> Option:
    if standing.news:
        return Option(
            value=f"{OUT_OF_IT}{standing.id}", label=Text("where-news-out", need=standing.need)
        )
    return Option(
        value=f"{IN_THE_NEWS}{standing.id}", label=Text("where-news-in", need=standing.need)
    )
