"""`/leave`: an exchange through the bot ends, or what was agreed to is taken back (P9, P42)."""

from __future__ import annotations

from community import partings, relays
from community.relays import Standing
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.cards import who
from conversations.questions import Option
from conversations.texts import Text

CONTACT = "contact-"


@dialogue("leave")
async def leave(chat: Chat) -> None:
    found = await chat.once("standings", relays.standings)
    options = [option for each in found for option in choices(each)]
    if not options:
        return await chat.say(Text("leave-nobody"))
    which = options[0].value
    if len(options) > 1:
        which = await chat.choose("which", Text("leave-which"), options)
    about = next(each for each in found if str(each.introduction) == which.removeprefix(CONTACT))
    if which.startswith(CONTACT):
        await chat.once("take-back", relays.take_back, about.introduction)
        return await chat.say(Text("contact-taken-back", name=who(about.called)))
    await chat.once("leave", partings.leave_exchange, about.introduction)
    return await chat.say(Text("relay-left" if about.open else "relay-taken-back",
                               name=who(about.called)))  # fmt: skip


def choices(about: Standing) -> list[Option]:
    """What can be taken back: the exchange, and a contact that nobody has seen yet."""
    name, introduction = who(about.called), str(about.introduction)
    back = Option(value=f"{CONTACT}{introduction}", label=Text("leave-contact", name=name))
    all_ = Option(value=introduction, label=Text("leave-one", name=name))
    return [back, all_] if about.open and about.waits else [all_]
