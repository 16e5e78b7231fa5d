"""Words that may hold back what they would leave with are shown first: nothing goes in doubt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from conversations import readers
from conversations.chat import Chat
from conversations.questions import NO, YES, Option
from conversations.texts import Text

NOTHING = Option(value=NO, label=Text("sure-nothing"), said=("no_longer", "never_mind"))


@dataclass(frozen=True, slots=True)
class Shown:
    """What was chosen, "" for nothing; the words as they are now; and the questions put for it."""

    chosen: str
    words: str
    asked: Sequence[str] = ()


def go(label: str) -> Option:
    """Lets the words leave as they are shown."""
    return Option(value=YES, label=Text(label), style="primary")


async def shown(
    chat: Chat,
    name: str,
    words: str,
    question: Callable[[str], Text],
    options: Sequence[Option],
    *,
    until: Callable[[str], bool] = lambda _: False,
) -> Shown:
    """Show the words, and others in their turn, until something is chosen or they are `until`."""
    values, asked = {each.value for each in options}, list[str]()
    while True:
        asked.append(f"{name}-sure-{len(asked) + 1}")
        said = await chat.choose_or_say(asked[-1], question(words), options, read=readers.line)
        if said in values:
            return Shown(said, words, asked)
        words = said
        if until(words):
            return Shown("", words, asked)
