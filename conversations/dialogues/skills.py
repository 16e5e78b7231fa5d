"""What is sought here against what is offered (P38): `/skills`, for organisers."""

from __future__ import annotations

from community import skills as skill
from community.skills import Skill
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.texts import Lines, Text


@dialogue("skills")
async def skills(chat: Chat) -> None:
    told = await chat.once("map", skill.skills_map, chat.member.locale)
    if not told:
        return await chat.say(Text("skills-nothing"))
    return await chat.say(Text("skills", lines=Lines(list(map(line, told)))))


def line(told: Skill) -> Text:
    """One subject; how many offer it only where they are five."""
    if not told.offered:
        return Text("skills-line-few", topic=told.name, sought=told.sought)
    return Text("skills-line", topic=told.name, sought=told.sought, offered=told.offered)
