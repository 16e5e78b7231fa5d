"""When the bot is not sure what was meant, or overheard a need: it asks, once and briefly."""

from __future__ import annotations

from dataclasses import replace

from community import places
from community.words import shortened
from conversations.chat import Chat
from conversations.dialogue import REGISTRY, dialogue
from conversations.dialogues.asking import ask
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
    """Words that are about leaving, data or a profile: whether it is what is here, or elsewhere."""
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


HERE = {"leave": "leaving", "my_data": "mydata", "edit_profile": "profile"}
"""By intent, the dialogue of what is here."""


@dialogue("overheard", purpose="solicitation")
async def overheard(chat: Chat) -> None:
    question = Text("overheard", need=shortened(chat.args["need"]))
    yes, no, channel = Text("overheard-yes"), Text("overheard-no"), chat.args.get("place", "")
    if await chat.confirm("help", question, yes=yes, no=no, beside=channel, place="yielding"):
        await ask(chat)


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
