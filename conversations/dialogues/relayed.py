"""Words that go to somebody who has not agreed to meet: without ways to be reached (promise 4)."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from community import screening
from conversations import readers
from conversations.chat import Chat
from conversations.questions import Option
from conversations.texts import Text

WITHOUT = "without"


async def safely(
    chat: Chat, name: str, words: str, *, read: Callable[[str], str] = readers.line
) -> str:
    """The words as they may leave; whoever wrote them sees what would go, or writes anew."""
    for n in count(1):
        contacts = screening.found(words)
        if not contacts:
            break
        question = Text("screened", contacts=contacts)
        option = Option(
            value=WITHOUT, label=Text("screened-without"), style="primary",
            description=Text("screened-as", words=screening.masked(words)),
        )  # fmt: skip
        said = await chat.choose_or_say(f"{name}-screened-{n}", question, [option], read=read)
        words = screening.masked(words) if said == WITHOUT else said
    return words
