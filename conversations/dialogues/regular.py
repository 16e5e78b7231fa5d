"""What rituals tell members of the bot's own accord: the digest and the welcome week."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from community import digests, profiles, welcome_week
from community.rituals import Plan
from community.scope import Scope
from conversations import readers
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.language import list_of, render
from conversations.previews import Sample, alike, kinds_of_people, preview
from conversations.questions import Option
from conversations.texts import Lines, Text


@dialogue("digest", purpose="broadcast", alone=False)
async def digest(chat: Chat) -> None:
    found = await chat.once("found", digests.read, chat.args["found"])
    if found:
        lines = [Text(f"digest-{name}", items=items) for name, items in found.items()]
        await chat.say(Text("digest", lines=Lines(lines)))


@preview("digest")
def issue(scope: Scope, plan: Plan) -> list[Sample]:
    """The issue that would come out now."""
    told = digests.read(scope, digests.contents(scope, scope.now - digests.A_MONTH, plan.audience))
    lines = Lines([Text(f"digest-{name}", items=items) for name, items in told.items()])
    return alike(scope, plan, Text("digest", lines=lines)) if told else []


@preview("welcome")
def welcomes(scope: Scope, plan: Plan) -> list[Sample]:
    """What newcomers would read."""
    return [
        Sample.of(who, locale, Text(key, name="Zoé"))
        for who, locale in kinds_of_people(scope, plan)
        for key in ("welcome-first-profile", "welcome-nudge")
    ]


@dialogue("welcome-day-0", purpose="solicitation")
async def welcome_day_0(chat: Chat) -> None:
    member = await chat.once("entries", entries)
    key = "welcome-first-ask" if member else "welcome-first-profile"
    await chat.say(Text(key, name=chat.member.name))


def entries(scope: Scope) -> bool:
    """Whether whoever acts has said what they offer."""
    return bool(profiles.mine(scope).offers)


@dialogue("welcome-day-3", purpose="solicitation")
async def welcome_day_3(chat: Chat) -> None:
    await chat.say(Text("welcome-nudge", name=chat.member.name))


def _still_presented(scope: Scope, args: Mapping[str, Any]) -> bool:
    return welcome_week.is_presented(scope, args["week"])


@dialogue("welcome-day-7", purpose="notice", still=_still_presented, alone=False)
async def welcome_day_7(chat: Chat) -> None:
    week = chat.args["week"]
    new = await chat.once("newcomer", welcome_week.newcomer, week)
    words = render(
        Text("welcome-note-ready", name=new.name, names=list_of(new.names, new.locale)), new.locale
    )
    options = [
        Option(value="send", label=Text("welcome-send"), style="primary"),
        Option(value="edit", label=Text("welcome-edit")),
        Option(value="leave", label=Text("welcome-leave")),
    ]
    wish = await chat.choose("wish", Text("welcome-week", name=new.name, words=words), options)
    if wish == "edit":
        words = await chat.ask("words", Text("welcome-your-words"), read=readers.story)
    await chat.once("close", welcome_week.close, week, "" if wish == "leave" else words)
    await chat.say(Text("welcome-left" if wish == "leave" else "welcome-sent", name=new.name))


@dialogue("welcome-note", purpose="notice", alone=False)
async def welcome_note(chat: Chat) -> None:
    await chat.say(Text("welcome-note", words=str(chat.args["words"]), by=str(chat.args["by"])))
