"""When the bot is not sure what was meant, or overheard a need: it asks, once and briefly."""

from __future__ import annotations

from dataclasses import replace

from community import places, sensitive
from community.words import shortened
from conversations.chat import Chat
from conversations.dialogue import REGISTRY, dialogue
from conversations.dialogues.asking import ask
from conversations.dialogues.before import cared_for
from conversations.guidance import in_words
from conversations.questions import NO, Option, plain
from conversations.texts import Text

GUESS = "guess"
"""What was meant goes on in the same talk, so its steps may not be called so."""


@dialogue("unsure")
async def unsure(chat: Chat) -> None:
    intent, about = chat.args["intent"], chat.args["said"]
    question = Text(f"unsure-{intent}", about=about) if about else Text(f"unsure-{intent}-bare")
    no = Text("unsure-no")
    if not await chat.confirm(GUESS, question, no=no, place="yielding", was=("meant",)):
        return await chat.say(Text("unsure-otherwise"))
    return await REGISTRY[chat.args["to"]].script(replace(chat, args=chat.args["args"]))


@dialogue("either")
async def either(chat: Chat) -> None:
    """Words about leaving, data, a profile or a return: whether it is what is here, or not."""
    intent = chat.args["intent"]
    options = [
        Option(value="ask", label=Text("either-ask")),
        Option(value=intent, label=Text(f"either-{intent}")),
        Option(value=NO, label=Text("either-neither")),
    ]
    meant = await chat.choose(GUESS, Text("either"), options, place="yielding", was=("meant",))
    if meant == NO:
        return await chat.say(Text("unsure-otherwise"))
    if meant == "ask":
        return await ask(replace(chat, args={"need": chat.args["words"]}))
    return await REGISTRY[HERE[meant]].script(replace(chat, args={}))


HERE = {"leave": "leaving", "my_data": "mydata", "edit_profile": "profile", "resume": "resume"}
"""By intent, the dialogue of what is here."""


@dialogue("overheard", purpose="solicitation")
async def overheard(chat: Chat) -> None:
    question = Text("overheard", need=shortened(chat.args["need"]))
    yes, no, channel = Text("overheard-yes"), Text("overheard-no"), chat.args.get("place", "")
    if await chat.confirm("help", question, yes=yes, no=no, beside=channel, place="yielding"):
        await ask(chat)


@dialogue("overheard-cry")
async def overheard_cry(chat: Chat) -> None:
    """As in the direct line, whatever is asked there; who was not welcomed yet is only told."""
    words = chat.args["need"]
    touched = await chat.once("touched", sensitive.guidance, words, chat.member.locale)
    if touched is None:
        return
    if not chat.member.welcomed:
        return await chat.say(in_words(touched))
    if await cared_for(chat, touched, "overheard-", place="aside"):
        await ask(replace(chat, args={"need": words, "told": words}))


@dialogue("listen")
async def listen(chat: Chat) -> None:
    place, words = chat.args.get("place"), plain(str(chat.args.get("switch", "")))
    if not await chat.once("hears", places.can_listen):
        return await chat.say(Text("listen-not-here"))
    if not place:
        return await chat.say(Text("listen-where"))
    if words not in SWITCH:
        return await chat.say(Text("listen-how"))
    await chat.once("switch", places.listen, place, on=SWITCH[words])
    return await chat.say(Text("listen-on" if SWITCH[words] else "listen-off"))


SWITCH = {"on": True, "off": False, "oui": True, "non": False, "yes": True, "no": False}
"""What follows `/listen`."""
