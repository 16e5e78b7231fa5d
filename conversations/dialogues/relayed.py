"""Words that go to somebody who has not agreed to meet: without ways to be reached (promise 4)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count

from community import names, own_name, screening
from conversations import readers
from conversations.chat import Chat
from conversations.questions import NotUnderstood, Option
from conversations.sayings import is_short_answer
from conversations.texts import Text
from conversations.understanding.ordinary import is_ordinary

WITHOUT = "without"


async def safely(
    chat: Chat,
    name: str,
    words: str,
    *,
    read: Callable[[str], str] = readers.line,
    nameless: bool = False,
    of: Sequence[str] = (),
) -> str:
    """The words as they may leave; whoever wrote them sees what would go, or writes anew.

    With `nameless` their own name is not to leave, either, nor are the names `of` others.
    """
    for n in count(1):
        contacts = screening.found(words)
        own = own_name.found(words, chat.member.name, is_ordinary) if nameless else []
        named = [*own, *names.names_in(words, of)]
        if not (contacts or named):
            break
        what = "screened" if contacts else "screened-name" if own else "screened-others"
        apart = [each for each in named if not any(each in contact for contact in contacts)]
        question = Text(what, contacts=[*contacts, *apart])
        option = Option(
            value=WITHOUT, label=Text("screened-without"), style="primary",
            description=Text("screened-as", words=screening.masked(words, named)),
            said=("yes", "send_without"),
        )  # fmt: skip
        said = await chat.choose_or_say(
            f"{name}-screened-{n}", question, [option], read=other_words(read)
        )
        words = screening.masked(words, named) if said == WITHOUT else said
    return words


def other_words(read: Callable[[str], str]) -> Callable[[str], str]:
    """A reader for what is to be sent instead: a mere no is nobody's message."""

    def anew(words: str) -> str:
        if is_short_answer(words):
            raise NotUnderstood(Text("screened-anew"))
        return read(words)

    return anew
