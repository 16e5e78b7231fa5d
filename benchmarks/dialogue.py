"""The dialogue that is measured: five questions, of which two have buttons, and a last word."""

from __future__ import annotations

from typing import Any

from conversations.chat import Chat
from conversations.dialogue import Definition
from conversations.outgoing import Outgoing
from conversations.questions import Option
from conversations.texts import Text

LATER = [
    Option(value="7", label=Text("later-week")),
    Option(value="14", label=Text("later-fortnight")),
    Option(value="30", label=Text("later-month")),
]


async def five_questions(chat: Chat) -> None:
    """Name, headline, when (three options), offers, agreed (yes or no)."""
    name = await chat.ask("name", Text("onboarding-name"))
    await chat.ask("headline", Text("onboarding-headline", name=name))
    await chat.choose("when", Text("request-until"), LATER)
    await chat.ask("offers", Text("onboarding-offers"))
    await chat.confirm("agreed", Text("profile-shown"))
    await chat.say(Text("profile-saved"))


NAME = "profile"
"""The command of this name starts it: the way in is the real one too."""

REGISTRY = {
    NAME: Definition(
        name=NAME, script=five_questions, purpose="reply", cancellable=True, alone=True, closes=()
    )
}  # fmt: skip

ANSWERS = ("Amina Diallo", "Nurse, fond of gardens", 1, "reading a budget, speaking in public", 0)
"""Words to write, or the number of the option to press."""

STEPS = 1 + len(ANSWERS)
"""Turns of one dialogue: the command, then an answer each."""


def opening() -> dict[str, Any]:
    """The event that starts the dialogue, as the local page sends it."""
    return _fields("command", command=NAME)


def answer(step: int, asked: Outgoing) -> dict[str, Any]:
    """The event that answers the step-th question (from 0), for what was delivered."""
    given = ANSWERS[step]
    if isinstance(given, int):
        return _fields("action", actions=(asked.action(given),))
    return _fields("message", text=given)


def _fields(kind: str, **filled: Any) -> dict[str, Any]:
    return {"kind": kind, "text": "", "command": "", "actions": (), "values": {}} | filled
