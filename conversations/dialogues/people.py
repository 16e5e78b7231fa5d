"""About other members: who somebody is, and wishing to meet them (P1, P2)."""

from __future__ import annotations

from collections.abc import Sequence

from community import lookup, near_names, profiles, tags
from community.lookup import Found
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.cards import who_card
from conversations.dialogues.correspondence import tell_the_team
from conversations.dialogues.matchmaking import NOBODY, intro, options, who_again
from conversations.questions import Option
from conversations.texts import Text


@dialogue("who")
async def who(chat: Chat) -> None:
    name = chat.args.get("name") or await chat.ask("name", Text("who-name"))
    found = await chat.once("found", lookup.search, name)
    likely = [] if found or tags.only(name) else await chat.once("near", near_names.near, name)
    if not (found or likely) or len(found) > lookup.MOST_FOUND:
        return await chat.say(who_again(name, len(found)))
    if likely:
        one = await meant(chat, name, likely)
    else:
        one = found[0] if len(found) == 1 else await which(chat, found)
    if one is None:
        return await chat.say(Text("who-nobody"))
    profile = await chat.once("profile", profiles.read, one.id)
    return await chat.say(Text("who-shown", name=one.name), card=who_card(profile))


async def which(chat: Chat, found: Sequence[Found]) -> Found | None:
    chosen = await chat.choose("which", Text("intro-which"), options(list(found)))
    return None if chosen == NOBODY else next(each for each in found if str(each.id) == chosen)


async def meant(chat: Chat, name: str, likely: Sequence[Found]) -> Found | None:
    """Whom of those whose name, or trade, it nearly is."""
    question = Text("who-likely", name=name, found=len(likely))
    chosen = await chat.choose("meant", question, options(list(likely)))
    return None if chosen == NOBODY else next(each for each in likely if str(each.id) == chosen)


@dialogue("acquaint")
async def acquaint(chat: Chat) -> None:
    """Moderators propose it themselves; others ask the team to."""
    people = str(chat.args.get("people", ""))
    if chat.member.role != "member":
        return await intro(chat)
    if not people:
        return await who(chat)
    if await chat.choose("what", Text("acquaint", people=people), WISHES) == "leave":
        return await chat.say(Text("acquaint-left"))
    return await tell_the_team(chat, str(chat.args["words"]))


WISHES = [
    Option(value="team", label=Text("acquaint-team"), style="primary"),
    Option(value="leave", label=Text("acquaint-leave")),
]
