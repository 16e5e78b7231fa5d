"""Asking for help (P1, P3): "who can help me with X", and where requests stand (P5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from community import asks, directory, rewording, wanted
from community.asks import Standing, Wish
from community.directory import Match
from community.words import MOST_WORDS, shortened
from conversations import needs
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.before import looked_after, may_go_on, within_limits
from conversations.dialogues.cards import who, why
from conversations.dialogues.details import tell_more
from conversations.dialogues.relayed import safely
from conversations.needs import Need
from conversations.questions import NO, SKIP, YES, Field, Option
from conversations.texts import Lines, Text


@dialogue("ask")
async def ask(chat: Chat) -> None:
    need = await needed(chat)
    if need is None:
        return None
    news = await chat.once("has-news", wanted.has_news)
    people = await chat.once("people", directory.find_helpers, need.topic)
    if not people:
        return await nobody_yet(chat, need, news=news)
    chosen = await chat.choose(
        "chosen", Text("ask-who", need=need.title, people=len(people)), choices(people)
    )
    if chosen == "nobody":
        return await chat.say(Text("ask-dropped"))
    line = [] if chosen == "team" else chosen_first(people, int(chosen))
    return await open_ask(chat, need, line, news=news)


async def needed(chat: Chat) -> Need | None:
    """What help is wanted with; None when nothing is, or when everything has been said."""
    told = chat.member.locale
    words = chat.args.get("need") or await chat.ask("need", Text("ask-what-do-you-need"))
    if await chat.once("vague", needs.is_vague, words, told):
        words = await chat.ask("about", Text("ask-about"))
        if needs.is_none(words, told):
            await chat.say(Text("ask-dropped"))
            return None
    if not await may_go_on(chat, words):
        return None
    words = await safely(chat, "need", words)
    return await chat.once("needed", needs.read, words, told)


async def open_ask(
    chat: Chat, need: Need, line: Sequence[Match], *, news: bool, told: bool = False
) -> None:
    """Make the request; `news` says that there are some, `told` that it is to stand in them."""
    wish = await what_else(chat, need, news=news)
    if not await looked_after(chat, wish.context, before=need.words or need.topic, part="context-"):
        return None
    context = await safely(chat, "context", wish.context)
    context = "\n".join(filter(None, (need.words, context)))
    wish = replace(wish, context=context, news=told or wish.news)
    if not await within_limits(chat, "limit-still"):
        return None
    standing = await chat.once("open", asks.open_ask, need.title, wish, line)
    return await chat.say(on_its_way(standing))


async def nobody_yet(chat: Chat, need: Need, *, news: bool) -> None:
    """To the team, and to everybody who reads the news if the asker likes."""
    both = Option(value=NEWS, label=Text("ask-pass-on-news"))
    options = [
        Option(value=YES, label=Text("ask-pass-on"), style="primary"), *([both] if news else []),
        Option(value=NO, label=Text("ask-drop")),
    ]  # fmt: skip
    pass_on = await chat.choose("pass-on", Text("ask-nobody-yet", need=need.title), options)
    if pass_on == NO:
        return await chat.say(Text("ask-dropped"))
    return await open_ask(chat, need, [], news=news, told=pass_on == NEWS)


NEWS = "news"
"""The value of what brings a need into the community's news."""


MORE = "/more"
"""What nobody's word of context is: lines that begin so are commands."""


async def what_else(chat: Chat, need: Need, *, news: bool) -> Wish:
    """A word of context, or nothing; what for, how soon and by whom, for those who want it."""
    question = Text("ask-context")
    if need.words:
        question = Text("ask-context-more", words=shortened(need.words, MOST_WORDS))
    said = await chat.choose_or_say(
        "context", question,
        [Option(value=SKIP, label=Text("option-skip")), Option(value=MORE, label=Text("ask-more"))],
    )  # fmt: skip
    if said != MORE:
        return Wish(context=said or "")
    filled = await chat.form("more", Text("ask-more-form"), more_fields(news=news))
    return Wish(
        context=filled["context"], kind=filled["kind"], urgency=filled["urgency"],
        named=filled["signed"] in {"shown", "public"},
        news=filled["signed"] in {"news", "public"},
    )  # fmt: skip


def _field(name: str, *values: str) -> Field:
    """A choice whose first value is the usual one."""
    options = [Option(value=each, label=Text(f"ask-{name}-{each}")) for each in values]
    return Field(
        name=name, label=Text(f"ask-{name}"), kind="choice", value=values[0], options=options
    )


def more_fields(*, news: bool) -> list[Field]:
    """What can be said beside the need. Who reads of it is one choice, with the news or without."""
    signed = ["hidden", "shown", *(["news", "public"] if news else [])]
    return [
        _field("kind", "advice", "experience", "idea", "subject"),
        _field("urgency", "none", "week", "today"),
        _field("signed", *signed),
        Field(name="context", label=Text("ask-context-field"), kind="long"),
    ]


def choices(people: Sequence[Match]) -> list[Option]:
    """The people found, each with the reason; then the team, then nobody."""
    found = [
        Option(
            value=str(each.member_id),
            label=_called(each),
            description=why(each.kind, each.phrases, each.meant),
        )
        for each in people
    ]
    return [
        *found,
        Option(value="team", label=Text("ask-team")),
        Option(value="nobody", label=Text("ask-drop")),
    ]


def chosen_first(people: Sequence[Match], chosen: int) -> list[Match]:
    """The one who was chosen, then the others in their order."""
    return sorted(people, key=lambda each: each.member_id != chosen)


def on_its_way(standing: Standing) -> Text:
    """What becomes of it; that of somebody whom the team has paused is over."""
    if standing.with_team:
        return Text("ask-with-team" if standing.team else "ask-with-nobody", need=standing.need)
    if standing.state == "closed":
        return Text("ask-held", need=standing.need)
    if standing.state == "review":
        key = "progress-looked-into" if standing.looked_into else "ask-in-review"
        return Text(key, need=standing.need)
    assert standing.due_at is not None
    return Text("ask-on-its-way", name=standing.helper, until=standing.due_at)


ANSWER = "answer-"
"""Begins the value of an option that answers a helper's question, …"""
NEXT, WAIT = "next-", "wait-"
"""… of those that settle whether to wait for a helper who can't yet, …"""
REWORD = "reword-"
"""… of one that changes the words of an ask, …"""
IN_THE_NEWS, OUT_OF_IT = "in-news-", "out-news-"
"""… and of those that bring it into the news, and out of it."""


@dialogue("where")
async def where(chat: Chat) -> None:
    mine = await chat.once("mine", asks.mine)
    if not mine:
        return await chat.say(Text("where-nothing"))
    news = await chat.once("has-news", wanted.has_news)
    lines = [Text("where-line", need=each.need, stands=stands(each)) for each in mine]
    options = [
        *[_answer(each) for each in mine if each.question],
        *[option for each in mine for option in _waiting(each)],
        *[_withdrawal(each) for each in mine if each.state != "introduced"],
        *[_rewording(each) for each in mine if each.rewordable],
        *[_news(each) for each in mine if each.news or (each.with_team and news)],
    ]
    fine = Option(value="fine", label=Text("where-fine"), style="primary")
    listed = Text("where-list", lines=Lines(lines))
    which = await chat.choose("which", listed, [fine, *options])
    if which == "fine":
        return await chat.say(Text("where-kept"))
    if which.startswith(ANSWER):
        return await tell_more(chat, int(which.removeprefix(ANSWER)))
    if which.startswith((NEXT, WAIT)):
        return await settle(chat, which)
    if which.startswith(REWORD):
        (ask,) = (each for each in mine if f"{REWORD}{each.id}" == which)
        return await reword(chat, ask)
    if which.startswith((IN_THE_NEWS, OUT_OF_IT)):
        (ask,) = (each for each in mine if _news(each).value == which)
        return await change_news(chat, ask)
    now = await chat.once("withdraw", asks.withdraw, int(which))
    if now.state == "introduced":
        return await chat.say(Text("where-too-late", name=now.helper))
    return await chat.say(Text("where-withdrawn"))


async def settle(chat: Chat, which: str) -> None:
    """The requester says whether to wait; or no longer wants to."""
    introduction = int(which.removeprefix(NEXT).removeprefix(WAIT))
    await chat.close("postponed")
    if which.startswith(NEXT):
        return await chat.say(on_its_way(await chat.once("next", asks.not_waiting, introduction)))
    await chat.once("wait", asks.wait, introduction)
    return await chat.say(Text("where-kept"))


async def reword(chat: Chat, ask: Standing) -> None:
    """The requester says it anew; whoever was asked reads the new words."""
    fields = [
        Field(name="need", label=Text("where-need"), value=ask.need, required=True),
        Field(name="context", label=Text("ask-context-field"), value=ask.context, kind="long"),
    ]
    filled = await chat.form("reword", Text("where-reword-form"), fields)
    before = f"{ask.need}\n{ask.context}"
    said = f"{filled['need']}\n{filled['context']}"
    if not await looked_after(chat, said, before=before, part="reworded-"):
        return None
    need = await safely(chat, "need", filled["need"])
    context = await safely(chat, "context", filled["context"])
    need, context = needs.reworded(need, context)
    now = await chat.once("reworded", rewording.reword, ask.id, need, context)
    if now.state == "introduced":
        return await chat.say(Text("where-too-late-to-reword", name=now.helper))
    if (now.need, now.context) != (need, context):
        return await chat.say(Text("where-not-reworded"))
    return await chat.say(Text("where-read-again" if now.state == "review" else "where-reworded"))


async def change_news(chat: Chat, ask: Standing) -> None:
    """Into the news, or out of them, as the requester likes."""
    await chat.once("news", wanted.put, ask.id, news=not ask.news)
    key = "where-no-news" if ask.news else "where-news-named" if ask.named else "where-news"
    await chat.say(Text(key, need=ask.need))


def stands(standing: Standing) -> Text:
    """Where one ask stands, in words."""
    if standing.with_team:
        return Text("stands-stuck")
    if standing.state == "introduced":
        return Text("stands-introduced", name=who(standing.helper))
    assert standing.due_at is not None
    if standing.looked_into:
        return Text("stands-looked-into")
    if standing.state == "review":
        return Text("stands-review", until=standing.due_at)
    if standing.step in {"detailing", "nudged"}:
        return Text("stands-question", name=standing.helper, question=standing.question,
                    until=standing.due_at)  # fmt: skip
    if standing.not_before:
        return Text("stands-undecided", name=standing.helper, until=standing.not_before,
                    decide=standing.due_at)  # fmt: skip
    if standing.step == "postponed":
        return Text("stands-postponed", name=standing.helper, until=standing.due_at)
    if standing.following:
        return Text("stands-waiting-then", name=standing.helper, until=standing.due_at,
                    following=standing.following)  # fmt: skip
    return Text("stands-waiting", name=standing.helper, until=standing.due_at)


def _called(match: Match) -> Text:
    if match.external:
        return Text("ask-external", name=match.name)
    return Text("ask-name", name=match.name)


def _answer(standing: Standing) -> Option:
    return Option(
        value=f"{ANSWER}{standing.introduction}", label=Text("where-answer", name=standing.helper)
    )


def _waiting(standing: Standing) -> list[Option]:
    """Somebody else, or waiting after all, where a helper can't yet."""
    if standing.step != "postponed":
        return []
    name, introduction = standing.helper, standing.introduction
    wait = Option(value=f"{WAIT}{introduction}", label=Text("where-wait", name=name))
    other = Option(value=f"{NEXT}{introduction}", label=Text("where-next", need=standing.need))
    return [wait, other] if standing.not_before else [other]


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


def _withdrawal(standing: Standing) -> Option:
    return Option(
        value=str(standing.id), label=Text("where-withdraw", need=standing.need), style="danger"
    )
