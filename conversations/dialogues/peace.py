"""Being left in peace (P9): pause, resume, stop."""

from __future__ import annotations

from datetime import datetime, timedelta

from community import members
from conversations import readers
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.questions import Option
from conversations.texts import Text


@dialogue("pause")
async def pause(chat: Chat) -> None:
    now = await chat.now("asked-at")
    options = [
        Option(value=(now + timedelta(days=7)).isoformat(), label=Text("later-week")),
        Option(value=(now + timedelta(days=30)).isoformat(), label=Text("later-month")),
        Option(value="open", label=Text("pause-open")),
    ]
    read = readers.day(now, chat.member.zone)
    answer = await chat.choose_or_say("until", Text("pause-until"), options, read=read)
    if answer == "open":
        await chat.once("pause", members.pause, None)
        return await chat.say(Text("pause-on"))
    until = datetime.fromisoformat(answer)
    await chat.once("pause", members.pause, until)
    return await chat.say(Text("pause-on-until", until=until))


@dialogue("resume")
async def resume(chat: Chat) -> None:
    await chat.once("resume", members.resume)
    await chat.say(Text("pause-off", name=chat.member.name))


@dialogue("stop")
async def stop(chat: Chat) -> None:
    await chat.once("pause", members.pause, None)
    await chat.say(Text("stopped" if chat.member.welcomed else "stopped-newcomer"))
