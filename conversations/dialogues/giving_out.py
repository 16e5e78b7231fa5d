"""Whoever writes "je peux plus" may mean a talk, a promise, or everything: it is asked which."""

from __future__ import annotations

from community import appointments, partings, sensitive
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.before import cared_for
from conversations.dialogues.cards import who
from conversations.dialogues.rescheduling import change, changes
from conversations.questions import Option
from conversations.texts import Text

HARD, KEEP, BACK = "hard", "keep", "back-"
"""How the value of an option begins that takes a yes to help back; and of two that don't."""


@dialogue("cannot-any-more")
async def cannot_any_more(chat: Chat) -> None:
    talks = await chat.once("coming", appointments.coming)
    given = await chat.once("given", partings.given)
    met = {each.introduction for each in talks}
    promised = [
        Option(
            value=f"{BACK}{each.introduction}",
            label=Text("take-back-one", name=who(each.name), need=each.need),
        )
        for each in given if each.introduction not in met
    ]  # fmt: skip
    options = [*changes(talks), *promised, *OTHERWISE]
    which = await chat.choose("which", Text("cannot-what"), options)
    if which == HARD:
        return await not_alone(chat)
    if which == KEEP:
        return await chat.say(Text("time-kept"))
    if not which.startswith(BACK):
        return await change(chat, which)
    chosen = next(each for each in given if which == f"{BACK}{each.introduction}")
    done = await chat.once("take-back", partings.take_back, chosen.introduction)
    told = Text("take-back-done", name=who(chosen.name)) if done else Text("too-late")
    return await chat.say(told)


async def not_alone(chat: Chat) -> None:
    """Where help is at any hour, and the team."""
    words = str(chat.args["words"])
    touched = await chat.once("guidance", sensitive.guidance, words, chat.member.locale)
    if touched is not None:
        await cared_for(chat, touched, "", may_ask=False)


OTHERWISE = [
    Option(value=HARD, label=Text("cannot-hard")),
    Option(value=KEEP, label=Text("cannot-else"), said=("no", "skip", "never_mind")),
]
