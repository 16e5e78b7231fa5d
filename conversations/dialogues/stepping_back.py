"""An exchange through the bot ends (`/leave`), or what was agreed to is taken back (P9, P42)."""

from __future__ import annotations

from community import partings, relays
from community.partings import Given
from community.relays import Standing
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.cards import who
from conversations.questions import Option, plain
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


def is_named(name: str, words: str) -> bool:
    """Whether words that take a yes back say to whom it was given."""
    said = plain(words).split()
    return bool(name) and plain(name).split()[0] in said


@dialogue("take-back")
async def take_back(chat: Chat) -> None:
    """A helper said yes, and can't after all: the other one hears it kindly, and others are asked.

    Only after a yes to that, since words like these may also be about something else.
    """
    given = await chat.once("given", partings.given)
    if not given:
        return await chat.say(Text("too-late"))
    named = [each for each in given if is_named(each.name, str(chat.args.get("words", "")))]
    about = (named or given)[0]
    if len(named or given) > 1:
        options = [Option(value=str(each.introduction),
                          label=Text("take-back-one", name=who(each.name), need=each.need))
                   for each in given]  # fmt: skip
        which = await chat.choose("which", Text("take-back-which"), options)
        about = next(each for each in given if str(each.introduction) == which)
    return await once_sure(chat, about)


async def once_sure(chat: Chat, about: Given) -> None:
    """Their yes is taken back after one to that."""
    question = Text("take-back-sure", name=who(about.name), need=about.need)
    yes, no = Text("take-back-yes"), Text("take-back-no")
    if not await chat.confirm("sure", question, yes=yes, no=no):
        return await chat.say(Text("take-back-kept", name=who(about.name)))
    done = await chat.once("take-back", partings.take_back, about.introduction)
    return await chat.say(Text("take-back-done", name=who(about.name)) if done
                          else Text("too-late"))  # fmt: skip
