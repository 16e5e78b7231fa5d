"""Help that was found and is needed no more: whoever had agreed to help hears it, after a yes."""

from __future__ import annotations

from community import followups, standings
from community.standings import Standing
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.after import did_help
from conversations.dialogues.cards import who
from conversations.questions import Option
from conversations.texts import Text

WHAT = [
    Option(value="tell", label=Text("no-longer-tell"), style="primary", said=("yes", "no_longer")),
    Option(value="talked", label=Text("no-longer-talked"), said=("talked", "helped")),
    Option(value="keep", label=Text("no-longer-keep"), said=("no", "skip", "never_mind")),
]


@dialogue("no-longer")
async def no_longer(chat: Chat) -> None:
    """They need no help any more, or have had it: which of the two, and for what."""
    mine = await chat.once("mine", standings.introduced)
    if not mine:
        return await chat.say(Text("cancel-nothing"))
    about = mine[0] if len(mine) == 1 else await which(chat, mine)
    question = Text("no-longer-what", name=who(about.helper), need=about.need)
    match await chat.choose("what", question, WHAT):
        case "tell":
            await need_no_more(chat, about.introduction, about.helper)
        case "talked":
            await chat.once("met", followups.talked, about.introduction)
            await did_help(chat, about.introduction)
        case "keep":
            await chat.say(Text("no-longer-kept", name=who(about.helper)))


async def which(chat: Chat, mine: list[Standing]) -> Standing:
    options = [
        Option(value=str(each.id),
               label=Text("take-back-one", name=who(each.helper), need=each.need))
        for each in mine
    ]  # fmt: skip
    chosen = await chat.choose("which", Text("no-longer-which"), options)
    return next(each for each in mine if str(each.id) == chosen)


async def need_no_more(chat: Chat, introduction: int, name: str) -> None:
    """It ends, and the other one is told so."""
    done = await chat.once("no-more", followups.need_no_more, introduction)
    await chat.say(Text("no-longer-told", name=who(name)) if done else Text("too-late"))
