"""The few things that most people come for: to whoever greets the bot, or isn't understood."""

from __future__ import annotations

from dataclasses import replace

from community import places
from conversations.chat import Chat
from conversations.commands import listed_for
from conversations.dialogue import REGISTRY, dialogue
from conversations.questions import Option
from conversations.texts import Text

ALL = "all"


@dialogue("menu")
async def menu(chat: Chat) -> None:
    before = Text(f"menu-{chat.args['after']}", name=chat.member.name)
    what = await chat.offer("menu", before, CHOICES)
    if what == ALL:
        channels = await chat.once("channels", places.can_listen)
        return await chat.say(listed_for(chat.member, channels=channels))
    return await REGISTRY[what].script(replace(chat, args={}))


def _choice(what: str) -> Option:
    return Option(value=what, label=Text(f"menu-to-{what}"))


CHOICES = [_choice("ask"), _choice("where"), _choice("profile"), _choice(ALL)]
"""The values are names of dialogues."""
