"""Asking for help (P1, P3): "who can help me with X"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from community import asks, directory, repeats, wanted
from community.asks import Wish
from community.directory import Match
from community.scope import Scope
from community.standings import Standing
from community.words import MOST_WORDS, shortened
from conversations import left_out, needs, readers, second_thoughts, urgency
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues import namesakes
from conversations.dialogues.before import looked_after, may_go_on, within_limits
from conversations.dialogues.before_leaving import NOTHING, Shown, go, shown
from conversations.dialogues.cards import why
from conversations.dialogues.relayed import safely
from conversations.dialogues.stands import moves_on, stands
from conversations.needs import Need
from conversations.questions import NO, SKIP, YES, Field, Option
from conversations.texts import At, Text


@dialogue("ask", brings_news=True, several=True)
async def ask(chat: Chat) -> None:
    need = await needed(chat)
    if need is None:
        return None
    had_it = await not_yet_asked(chat, need)
    if had_it is None:
        return None
    news = await chat.once("has-news", wanted.has_news)
    people = await chat.once("people", directory.find_helpers, need.topic, without=had_it)
    if out := await chat.once("left-out", left_out_of, need, people):
        need = replace(need, words=left_out.without(need.words, [each.name for each in people]))
        without = [*had_it, *out]
        people = await chat.once("others", directory.find_helpers, need.topic, without=without)
    if not people:
        return await nobody_yet(chat, need, news=news)
    chosen = await chat.choose(
        "chosen", Text("ask-who", need=need.title, people=len(people)), choices(people)
    )
    if chosen == "nobody":
        return await chat.say(Text("ask-dropped"))
    line = [] if chosen == "team" else chosen_first(people, int(chosen))
    return await open_ask(chat, need, line, news=news)


def left_out_of(_scope: Scope, need: Need, people: Sequence[Match]) -> list[int]:
    """The ids of those whom the words of a need leave out."""
    names = left_out.named(need.words, [each.name for each in people])
    return [each.member_id for each in people if each.name in names]


async def needed(chat: Chat) -> Need | None:
    """What help is wanted with; None when nothing is, or when everything has been said."""
    told = chat.member.locale
    words = str(chat.args.get("need", "")) or await chat.ask(
        "need", Text("ask-what-do-you-need"), read=needs.subject
    )
    if await chat.once("vague", needs.is_vague, words, told):
        words = await chat.ask("about", Text("ask-about"), read=needs.subject)
        if needs.is_none(words, told):
            await chat.say(Text("ask-dropped"))
            return None
    if not await may_go_on(chat, words):
        return None
    words = await safely(chat, "need", words)
    return await chat.once("needed", needs.read, words, told)


async def not_yet_asked(chat: Chat, need: Need) -> list[int] | None:
    """Who is not to be asked for it once more; None when it takes its course after all."""
    same = await chat.once("same", repeats.under_way, need.title)
    if same is None:
        return []
    question = Text("ask-again", need=same.need, stands=stands(same))
    if await chat.choose("again", question, AGAIN) == "keep":
        await chat.say(Text("where-kept"))
        return None
    return await chat.once("had-it", repeats.had_it, same.id)


AGAIN = [
    Option(value="keep", label=Text("ask-again-keep"), style="primary"),
    Option(value="anew", label=Text("ask-again-anew")),
]


async def open_ask(
    chat: Chat, need: Need, line: Sequence[Match], *, news: bool, told: bool = False
) -> None:
    """Make the request; `news` says that there are some, `told` that it is to stand in them."""
    wish = await what_else(chat, need, news=news)
    names = [each.name for each in line]
    out = left_out.named(wish.context, names[1:])
    line = [each for each in line if each.name not in out]
    if out:
        wish = replace(wish, context=left_out.without(wish.context, out))
    meant = await meant_so(chat, need, wish, line)
    if meant is None:
        return await chat.say(Text("ask-dropped"))
    wish = meant
    if not await looked_after(chat, wish.context, before=need.words or need.topic, part="context-"):
        return None
    context = await safely(chat, "context", wish.context, nameless=not wish.named)
    context = "\n".join(filter(None, (need.words, context)))
    wish = as_said(replace(wish, context=context, news=told or wish.news), need)
    if not await within_limits(chat, "limit-still"):
        return None
    standing = await chat.once("open", asks.open_ask, need.title, wish, line)
    return await chat.say(on_its_way(standing))


async def meant_so(chat: Chat, need: Need, wish: Wish, line: Sequence[Match]) -> Wish | None:
    """What is to leave, shown before where its words may hold it back; None for nothing."""
    names = [each.name for each in line]
    sure = Shown(YES, wish.context)
    if await chat.once("held", held_back, wish.context, need.topic, names, chat.member.locale):
        sure = await shown(
            chat, "context", wish.context, partial(sure_text, names),
            before_leaving(line), until=partial(is_decided, names=names),
        )  # fmt: skip
    if sure.chosen == AGAIN_WHOM or second_thoughts.prefers_another(sure.words, names):
        await chat.forget("chosen", "context", "more", "more.context", "held", *sure.asked)
    if sure.chosen == NO or second_thoughts.gives_up(sure.words):
        return None
    return replace(wish, context="" if sure.chosen == WITHOUT else sure.words)


def held_back(_scope: Scope, words: str, need: str, names: Sequence[str], locale: str) -> bool:
    """Whether words of context may be none; those that decide it are not shown once more."""
    whom = names[0] if names else ""
    return not is_decided(words, names) and second_thoughts.are_no_context(
        words, need, whom, locale
    )


def sure_text(names: Sequence[str], words: str) -> Text:
    """To whom the request would go, with which words."""
    said = shortened(words, MOST_WORDS)
    return (
        Text("ask-sure", name=names[0], words=said) if names else Text("ask-sure-team", words=said)
    )


def is_decided(words: str, names: Sequence[str]) -> bool:
    """Whether words say that nothing is to leave, or to whom instead."""
    return second_thoughts.gives_up(words) or second_thoughts.prefers_another(words, names)


AGAIN_WHOM, WITHOUT = "/again", "/without"


def before_leaving(line: Sequence[Match]) -> list[Option]:
    """What can be done with a request that was held back."""
    again = Option(value=AGAIN_WHOM, label=Text("ask-sure-again"), said=("someone_better",))
    without = Option(value=WITHOUT, label=Text("ask-sure-without"), said=("send_without",))
    return [go("ask-sure-yes"), without, *([again] if line else []), NOTHING]


def as_said(wish: Wish, need: Need) -> Wish:
    """With how soon and what for, where the words tell what the form left as it was."""
    words = f"{need.topic}\n{wish.context}"
    return replace(
        wish, urgency=urgency.told(words) if wish.urgency == "none" else wish.urgency,
        kind=needs.kind(words) if wish.kind == "advice" else wish.kind,
    )  # fmt: skip


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
        read=second_thoughts.context, leaves=need.topic,
    )  # fmt: skip
    if said != MORE:
        return Wish(context=said or "")
    filled = await chat.form_or_say(
        "more", Text("ask-more-form"), more_fields(news=news), said=readers.line
    )
    if isinstance(filled, str):
        return Wish(context=filled)
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
    """The people found, namesakes told apart, each with the reason; then the team, then nobody."""
    called = namesakes.labels(
        [(each.name, each.headline or ", ".join(each.phrases)) for each in people],
        [_called(each) for each in people],
    )
    found = [
        Option(
            value=str(each.member_id),
            label=label,
            description=why(each.kind, each.phrases, each.meant),
            said=("yes", "whichever") if len(people) == 1 else () if at else ("whichever",),
        )
        for at, (each, label) in enumerate(zip(people, called, strict=True))
    ]
    return [
        *found,
        Option(value="team", label=Text("ask-team")),
        Option(
            value="nobody",
            label=Text("ask-drop"),
            said=(
                "no",
                "skip",
                "nothing",
                "no_longer",
                *(("not_them",) if len(people) == 1 else ()),
            ),
        ),
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
    name, until = standing.helper, moves_on(standing)
    if standing.unseen_until is not None:
        return Text("ask-on-its-way-later", name=name, until=until, at=At(standing.unseen_until))
    return Text("ask-on-its-way", name=name, until=until)


def and_when(told: Text, standing: Standing) -> Text:
    """With the hour from which the helper reads it, if these are their quiet hours."""
    if standing.unseen_until is None:
        return told
    later = Text("ask-read-later", name=standing.helper, at=At(standing.unseen_until))
    return Text("two-sentences", first=told, second=later)


def _called(match: Match) -> Text:
    if match.external:
        return Text("ask-external", name=match.name)
    return Text("ask-name", name=match.name)
