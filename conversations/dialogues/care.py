"""The community's rules and a member's own data (P12, P42)."""

from __future__ import annotations

from community import members, own_data, privacy, retention
from conversations.chat import Chat
from conversations.dialogue import REGISTRY, dialogue
from conversations.own_data import file
from conversations.questions import Card, Option
from conversations.replay import Link
from conversations.texts import Text


@dialogue("rules")
async def rules(chat: Chat) -> None:
    welcome = await chat.once("welcome", members.welcome, chat.member.locale)
    await chat.say(Text("rules", mission=welcome.mission, rules=welcome.frame))


@dialogue("mydata")
async def mydata(chat: Chat) -> None:
    kept = await chat.look("kept", privacy.kept)
    lines = [Text("mydata-profile", entries=kept.entries), Text("mydata-asks", asks=kept.asks)]
    if kept.accounts > 1:
        lines.append(Text("mydata-accounts", accounts=kept.accounts))
    if kept.consented_at:
        lines.append(Text("mydata-consent", at=kept.consented_at))
    options = [
        Option(value="keep", label=Text("mydata-keep"), style="primary"),
        Option(value="erase", label=Text("mydata-erase"), style="danger"),
        Option(value="export", label=Text("mydata-export")),
    ]
    card = Card(Text("mydata-title", since=kept.since), lines)
    known = "mydata-not-yet" if chat.args.get("leaving") else "mydata"
    question = Text(known if chat.member.welcomed else "mydata-newcomer")
    what = await chat.choose("what", question, options, card=card)
    if what == "export":
        return await export(chat)
    if what == "keep":
        return await chat.say(Text("mydata-kept"))
    return await erase(chat, Text("mydata-kept"))


async def erase(chat: Chat, kept: Text) -> None:
    """All of it, after a yes; `kept` is said after a no."""
    sure = await chat.confirm("sure", Text("mydata-sure"), yes=Text("mydata-erase"), danger=True)
    if not sure:
        return await chat.say(kept)
    return await forget(chat)


async def forget(chat: Chat) -> None:
    """Nothing that was asked before is asked again until it is done, as a turn of its own."""
    await chat.close(*REGISTRY)
    await chat.once("erase", privacy.ask_to_erase)


@dialogue("mydata-removed")
async def mydata_removed(chat: Chat) -> None:
    """For whoever was removed: their data, and their erasure, stay their right."""
    options = [
        Option(value="export", label=Text("mydata-export"), style="primary"),
        Option(value="erase", label=Text("mydata-erase"), style="danger"),
        Option(value="keep", label=Text("mydata-keep")),
    ]
    what = await chat.choose("what", Text("mydata-removed"), options)
    if what == "export":
        return await export(chat)
    if what == "erase":
        return await erase(chat, Text("mydata-removed-kept"))
    return await chat.say(Text("mydata-removed-kept"))


async def export(chat: Chat) -> None:
    """By an address that works once; without one the file comes here, and stays here."""
    address = await chat.once("address", own_data.offer)
    if not address:
        return await chat.say(Text("mydata-here"), file=await chat.once("file", file))
    link = Link(address, Text("mydata-link"))
    return await chat.say(Text("mydata-ready"), link=link)


@dialogue("silence", purpose="notice", cancellable=False)
async def silence(chat: Chat) -> None:
    options = [
        Option(value="stay", label=Text("silence-stay"), style="primary"),
        Option(value="erase", label=Text("mydata-erase"), style="danger"),
    ]
    if await chat.choose("what", Text("silence", name=chat.member.name), options) == "erase":
        return await forget(chat)
    await chat.once("stay", retention.stay)
    return await chat.say(Text("silence-stays", name=chat.member.name))
