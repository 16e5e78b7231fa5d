"""Saying thanks (P36): in one tap, or in one's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from community import lookup, tags
from community import thanks as thanking
from community.lookup import Found
from community.scope import Scope
from community.thanks import Helper, Word
from community.words import MOST_WORDS, fold, shortened
from conversations import phrases, readers, second_thoughts
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.before_leaving import NOTHING, go, shown
from conversations.dialogues.correspondence import tell_the_team
from conversations.dialogues.matchmaking import names, pick
from conversations.dialogues.relayed import safely
from conversations.questions import SKIP, YES, Option
from conversations.texts import Text
from conversations.understanding.ordinary import is_ordinary

TAP = "/thanks"
"""A plain thank you: what nobody's own words are, as lines that begin so are commands."""
TEAM = "team"
TO_THE_TEAM = Option(value=TEAM, label=Text("follow-helped-team"), said=("team", "team_alone"))
"""For words that are none for the one who helped."""


async def word_for(chat: Chat, name: str, whom: str, already: str = "") -> str | None:
    """A word of thanks: theirs, "" for a plain one; None for none, and all has been said.

    What they said `already`, in an answer, is offered.
    """
    theirs = [Option(value=YES, label=Text("thanks-sure-yes"), style="primary")]
    said = await chat.choose_or_say(
        name,
        Text("thanks-said", name=whom, words=already) if already
        else Text("thanks-word", name=whom),
        [*(theirs if already else ()), *WORDLESS], read=readers.story, leaves="",
    )  # fmt: skip
    if already and said == YES:
        return already
    if said == SKIP:
        await chat.say(Text("follow-closed"))
        return None
    return await meant_so(chat, name, said, whom) if said != TAP else ""


WORDLESS = [
    Option(value=TAP, label=Text("thanks-tap"), style="primary", said=("simply_thanks",)),
    Option(value=SKIP, label=Text("option-skip"), said=("no_thanks",)),
]


async def as_meant(chat: Chat, words: str, whom: str) -> str | None:
    """Words that came with the command, which says itself that they are thanks; or those that are
    asked for."""
    if not words:
        return await word_for(chat, "words", whom)
    if not await chat.once("words-held", stings, words):
        return words
    return await sure_of(chat, "words", words, whom)


def stings(_scope: Scope, words: str) -> bool:
    return second_thoughts.stings(words)


async def meant_so(chat: Chat, name: str, words: str, whom: str) -> str | None:
    """The words that are to go, shown before where they may hold back; None for none."""
    if not await chat.once(f"{name}-held", held_back, words, whom):
        return words
    return await sure_of(chat, name, words, whom)


async def sure_of(chat: Chat, name: str, words: str, whom: str) -> str | None:
    """The words once they were looked at again; None for none, and all has been said."""
    sure = await shown(
        chat, name, words,
        lambda said: Text("thanks-sure", name=whom, words=shortened(said, MOST_WORDS)),
        [go("thanks-sure-yes"), TO_THE_TEAM, NOTHING],
    )  # fmt: skip
    if sure.chosen == YES:
        return sure.words
    if sure.chosen == TEAM:
        await tell_the_team(chat, sure.words)
        return None
    await chat.say(Text("thanks-none"))
    return None


def held_back(scope: Scope, words: str, whom: str) -> bool:
    """Whether they may be no words of thanks, or for somebody else than whom they would go to."""
    named = lookup.called(scope, second_thoughts.left_of(words))
    return bool(named) or names_another(scope, words, whom) or not second_thoughts.are_thanks(words)


def names_another(scope: Scope, words: str, whom: str) -> bool:
    """Whether words name another member, also without a capital letter where it is no word."""
    theirs = set(fold(whom).split())
    said = {each for each in re.findall(r"[^\W\d_]{3,}", words) if fold(each) not in theirs}
    plain = (each for each in said if each[0].isupper() or not is_ordinary(fold(each)))
    return any(lookup.is_anothers(scope, each) for each in plain if not lookup.is_ordinary(each))


@dialogue("thanks", several=True)
async def thanks(chat: Chat) -> None:
    """`/thanks @paul for reading my budget`, or any part of that; the "for" is nobody's duty."""
    name, words = whom_and_what(str(chat.args.get("whom", "")))
    helpers = await chat.once("helpers", thanking.helpers)
    name, beside = await chat.once("named", lookup.search_first, name.removeprefix("@"))
    words = " ".join(filter(None, (beside, words)))
    meant = await chat.once("meant", lookup.search, name)
    guessed = len(meant) == 1 and meant[0].guessed
    others = {each.name for each in meant if each.id != chat.member.id}
    named = [each for each in helpers if each.name in others]
    if guessed or (not named and name and (meant or not helpers or tags.only(name))):
        return await thank_another(chat, name, words, helpers)
    if not helpers:
        return await chat.say(Text("thanks-nobody"))
    question = Text("thanks-unknown", name=name) if name and not named else Text("thanks-whom")
    chosen = named[0] if len(named) == 1 else await which(chat, named or helpers, question)
    return await thank(chat, chosen, words)


async def thank_another(chat: Chat, name: str, words: str, helpers: Sequence[Helper]) -> None:
    """Somebody whom it takes to ask about: perhaps one of those who helped, or anybody else."""
    person = await pick(chat, "person", Text("thanks-whom"), name)
    if person is None:
        return await chat.say(Text("follow-closed"))
    if person.id == chat.member.id:
        return await chat.say(Text("thanks-self"))
    helped = [each for each in helpers if each.name == person.name]
    if len(helped) > 1:
        return await thank(chat, await which(chat, helped, Text("thanks-whom")), words)
    return await thank(chat, helped[0] if helped else person, words)


async def thank(chat: Chat, whom: Helper | Found, words: str) -> None:
    """For help that was asked for here, or for something else."""
    given = await as_meant(chat, words, whom.name)
    if given is None:
        return None
    if isinstance(whom, Helper):
        return await thank_for(chat, whom.introduction_id, whom.name, given)
    given = await safely(chat, "words", given, read=readers.story)
    brought = await chat.once("thank", thanking.to_member, whom.id, given)
    return await chat.say(is_sent(whom.name, brought=brought))


async def thank_for(chat: Chat, introduction: int, name: str, words: str) -> None:
    """For the help of somebody whom they have met: the words go as they are."""
    brought = await chat.once("thank", thanking.for_help, introduction, words)
    await chat.say(is_sent(name, brought=brought))


def is_sent(name: str, *, brought: bool) -> Text:
    return Text("thanks-sent" if brought else "thanks-not-brought", name=name)


async def which(chat: Chat, helpers: list[Helper], question: Text) -> Helper:
    """One of those to whom thanks may be due."""
    options = [
        Option(value=str(n), label=Text("thanks-whom-for", name=each.name, need=each.need))
        for n, each in enumerate(helpers)
    ]
    return helpers[int(await chat.choose("whom", question, options))]


def whom_and_what(line: str) -> tuple[str, str]:
    """The name and the words in "@paul pour ta relecture"; what is missing is empty."""
    fors = "|".join(re.escape(each) for words in phrases.every("for") for each in words)
    tag, line = tags.leading(line)
    name, *what = re.split(rf"(?:^|\s+)(?=(?:{fors})\s)", line, maxsplit=1, flags=re.IGNORECASE)
    return str(tag or names(name)[0]), tags.spoken(what[0].strip()) if what else ""


@dialogue("thanked", purpose="broadcast")
async def thanked(chat: Chat) -> None:
    word = await chat.once("word", thanking.word, chat.args["thanks"])
    await chat.say(received(word))
    if word.badge:
        await chat.say(Text("thanks-badge", givers=word.badge))
    if word.may_ask:
        willing = await chat.confirm("mention", Text("thanks-mention"))
        await chat.once("mentioned", thanking.mention, willing=willing)
        await chat.say(Text("thanks-mention-yes" if willing else "thanks-mention-no"))


def received(word: Word) -> Text:
    """Thanks, with what they are for and the giver's words, as far as there are any."""
    if word.need and word.words:
        return Text("thanks-received", name=word.giver, need=word.need, words=word.words)
    if word.need:
        return Text("thanks-received-for", name=word.giver, need=word.need)
    if word.words:
        return Text("thanks-received-words", name=word.giver, words=word.words)
    return Text("thanks-received-plain", name=word.giver)
