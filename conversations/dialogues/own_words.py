"""How far one's own answer goes, said anew in one's own words: "en fait, sans mon nom" (P15)."""

from __future__ import annotations

from dataclasses import replace

from community import own_answers
from community.own_answers import Given
from conversations.chat import Chat
from conversations.dialogues.prompts import FAR, prompt
from conversations.questions import Option
from conversations.texts import Text

WAYS = ("named", "unnamed", "team")


async def answered(chat: Chat, prompting: int, asked: str = "") -> None:
    """What they gave, and what they would like done with it; what is sealed stays.

    Of a list of phrases that they `asked` for it in, a yes says that again.
    """
    given = await chat.once("given", own_answers.given)
    mine = next((each for each in given if each.id == prompting), None)
    if mine is None:
        return await chat.say(Text("too-late"))
    if mine.shared == "unnamed":
        return await chat.say(Text("prompt-final"))
    stands = Text(f"answer-is-{mine.shared}") if mine.open else Text("answer-is-collected")
    question = Text("answer-change", words=mine.words, stands=stands)
    wish = await chat.choose("wish-now", question, changes(mine, asked))
    match wish:
        case "keep":
            await chat.say(Text("answer-stays"))
        case "anew":
            await prompt(replace(chat, args={"prompting": prompting}))
        case "back":
            await chat.once("withdraw", own_answers.withdraw, prompting)
            await chat.say(Text("answer-gone"))
        case _:
            await chat.once("change", own_answers.change, prompting, wish)
            await chat.say(Text(f"prompt-kept-{wish}"))


def changes(mine: Given, asked: str = "") -> list[Option]:
    """How far it may go instead, other words, none at all; once it is collected only the last."""
    ways = [each for each in WAYS if mine.open and each != mine.shared
            and (mine.unnamed or each != "unnamed")]  # fmt: skip
    further = [
        Option(value=each, label=Text(f"prompt-share-{each}"), said=_said(FAR[each], asked))
        for each in ways
    ]
    back = _said(("drops_answer",), asked, "not_shared")
    anew = [Option(value="anew", label=Text("answer-anew"))] if mine.open else []
    return [
        *further, *anew, Option(value="back", label=Text("answer-back"), style="danger", said=back),
        Option(value="keep", label=Text("answer-keep"), said=("no", "never_mind")),
    ]  # fmt: skip


def _said(lists: tuple[str, ...], asked: str, *beside: str) -> tuple[str, ...]:
    """The lists that say one option; a yes too, where it was asked for in the words of one."""
    return (*lists, "yes") if asked and asked in (*lists, *beside) else lists
