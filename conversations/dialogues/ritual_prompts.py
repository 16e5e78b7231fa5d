"""A ritual's own questions, written in chat: a new one, one that comes no more (P15, P16)."""

from __future__ import annotations

from itertools import count

from community import own_prompts
from community.library import check_words
from community.own_prompts import FORMATS, Pool
from community.prompts import EVERYONE, filled
from community.rituals import WrongRitual
from community.rituals.overview import Line
from community.scope import Scope
from conversations import readers
from conversations.chat import Chat
from conversations.dialogues.ritual_choices import Choice, group_choices
from conversations.dialogues.ritual_plan import Judged, complaint, tell, tried
from conversations.language import locales
from conversations.questions import Card, NotUnderstood, Option
from conversations.texts import Text
from storage.tables import Community

NAME, COMMUNITY = "{name}", "{community}"
FINE, WRITE, OUT, ONLY = "fine", "write", "out", "only"
MOST_SHOWN = 60
"""Characters of a question in a list: its beginning is enough to know it again."""


async def prompts(chat: Chat, one: Line) -> None:
    """What rotates, and what to do about it."""
    pool = await chat.once("pool", own_prompts.read, one.id)
    if pool is None:
        return await chat.say(Text("own-none", name=one.name))
    what = await chat.choose("what", Text("own-what"), ways(pool), card=shown(one, pool))
    match what:
        case "write":
            await write(chat, one)
        case "out":
            await take_out(chat, one, pool)
        case "only":
            await tell(chat, await chat.once("only", only, one.id), Text("own-only-done"))
        case _:
            await chat.say(Text("ritual-dropped"))
    return None


def ways(pool: Pool) -> list[Option]:
    """What can be done now."""
    with_own = [OUT, *([ONLY] if pool.others else [])] if pool.own else []
    return [Option(value=each, label=Text(f"own-{each}")) for each in (WRITE, *with_own, FINE)]


def shown(one: Line, pool: Pool) -> Card:
    """The own ones, and how many others there are."""
    own = [Text("own-line", words=each.words, format=Text(f"prompt-format-{each.format}"))
           for each in pool.own]  # fmt: skip
    return Card(Text("ritual-name", name=one.name), [*own, Text("own-others", count=pool.others)])


async def write(chat: Chat, one: Line) -> None:
    """The words, in each language, for everyone and then for some groups; shown before kept."""
    texts = {EVERYONE: await in_languages(chat, "words", Text("own-words", name=NAME,
                                                              community=COMMUNITY))}  # fmt: skip
    known = await chat.once("groups", group_choices)
    for n in count(1):
        left = [each for each in known if each.name not in texts]
        group = await another(chat, f"for-{n}", left) if left else ""
        if not group:
            break
        texts[group] = await in_languages(chat, f"words-{n}", Text("own-words-for", group=group))
    options = [Option(value=each, label=Text(f"prompt-format-{each}")) for each in FORMATS]
    format_ = await chat.choose("format", Text("own-format"), options)
    here = await chat.once("community", community)
    await chat.say(Text("own-preview-title"), card=preview(chat, one, texts, here))
    if not await chat.confirm("sure", Text("own-sure")):
        return await chat.say(Text("ritual-dropped"))
    kept = await chat.once("keep", keep, one.id, texts, format_)
    await tell(chat, kept, Text("own-written"))
    return None


async def another(chat: Chat, name: str, left: list[Choice]) -> str:
    """The group that reads other words; "" for none."""
    options = [Option(value="", label=Text("own-same")),
               *(Option(value=each.name, label=Text("ritual-name", name=each.name))
                 for each in left)]  # fmt: skip
    return await chat.choose(name, Text("own-another"), options)


async def in_languages(chat: Chat, name: str, question: Text) -> dict[str, str]:
    """The words in the writer's language, and in the others if they like."""
    mine = chat.member.locale
    words = {mine: await chat.ask(name, question, read=sayable)}
    for locale in locales():
        if locale != mine:
            also = Text("own-also", language=Text(f"language-{locale}"))
            told = await chat.ask_or_skip(f"{name}-{locale}", also, read=sayable)
            words |= {locale: told} if told else {}
    return words


def sayable(words: str) -> str:
    """Words that fit and whose variables are known; raises NotUnderstood with what to change."""
    try:
        return check_words(readers.story(words))
    except WrongRitual as wrong:
        raise NotUnderstood(complaint(wrong.why, wrong.about)) from None


def community(scope: Scope) -> str:
    """What the community is called."""
    return scope.db.get_one(Community, scope.community_id).name


def preview(chat: Chat, one: Line, texts: dict[str, dict[str, str]], here: str) -> Card:
    """What each kind of person will read."""
    lines = [
        Text("own-preview", who=who(group), language=Text(f"language-{locale}"),
             words=filled(words, name=chat.member.name, community=here))
        for group, by_locale in texts.items() for locale, words in by_locale.items()
    ]  # fmt: skip
    return Card(Text("ritual-name", name=one.name), lines)


def who(group: str) -> Text:
    return Text("ritual-everyone") if group == EVERYONE else Text("ritual-name", name=group)


async def take_out(chat: Chat, one: Line, pool: Pool) -> None:
    options = [Option(value=each.id, label=Text("ritual-name", name=each.words[:MOST_SHOWN]))
               for each in pool.own]  # fmt: skip
    chosen = await chat.choose_many("which-ones", Text("own-out-which"), options)
    await tell(chat, await chat.once("out", out, one.id, chosen), Text("own-out-done"))


def keep(scope: Scope, ritual_id: int, texts: dict[str, dict[str, str]], format_: str) -> Judged:
    """Keep a question, or say what is wrong."""
    return tried(lambda: own_prompts.write(scope, ritual_id, texts, format_))


def out(scope: Scope, ritual_id: int, prompt_ids: list[str]) -> Judged:
    """Take some out, or say what is wrong."""
    return tried(lambda: own_prompts.take_out(scope, ritual_id, prompt_ids))


def only(scope: Scope, ritual_id: int) -> Judged:
    """Leave the ready ones out, or say what is wrong."""
    return tried(lambda: own_prompts.only_own(scope, ritual_id))
