"""What rituals tell members of the bot's own accord: the digest and the welcome week."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import Any

from community import choices, digests, profiles, wanted, welcome_week
from community.rituals import Plan
from community.scope import Scope
from community.wanted import Wanted
from community.welcome_week import Newcomer, WelcomeSettings
from conversations import readers, second_thoughts
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.cards import who
from conversations.language import list_of, render
from conversations.news import news
from conversations.previews import (
    Sample,
    alike,
    kinds_of_people,
    organisers_locales,
    preview,
)
from conversations.questions import Option
from conversations.texts import Text


@dialogue("digest", purpose="broadcast", alone=False)
async def digest(chat: Chat) -> None:
    found = await chat.once("found", digests.read, chat.args["found"])
    if not found:
        return None
    if "wanted" not in found:
        return await chat.say(news(found))
    return await help_wanted(chat, news(found))


async def help_wanted(chat: Chat, told: Text) -> None:
    """The news, with needs that whoever reads them can offer to help with."""
    needs = await chat.once("needs", wanted.open_to, chat.args["found"]["wanted"])
    if not needs:
        return await chat.say(told)
    match await chat.choose("help", told, ways(needs)):
        case "read":
            await chat.say(Text("prompt-next-time"))
        case "leave":
            await chat.once("leave", choices.leave, chat.args["run"])
            await chat.say(Text("prompt-left"))
        case ask:
            done = await chat.once("offer", wanted.offer, int(ask))
            await chat.say(Text("digest-offered" if done else "digest-too-late"))


def ways(needs: Sequence[Wanted]) -> list[Option]:
    """What can be answered to news with needs in it."""
    return [
        *(Option(value=str(each.ask), label=Text("digest-help", need=each.need))
          for each in needs),
        Option(value="read", label=Text("digest-read")),
        Option(value="leave", label=Text("prompt-leave")),
    ]  # fmt: skip


EXAMPLE = {"newcomers": ["Zoé", "Karim"], "asks": ["6"], "helpers": ["8"]}
"""An issue, for whoever wants to see one on a day on which none would come out."""


@preview("digest")
def issue(scope: Scope, plan: Plan) -> list[Sample]:
    """The issue that would come out now; an example of one where there is nothing to tell."""
    found = digests.contents(scope, scope.now - digests.A_MONTH, plan.audience)
    told = digests.read(scope, found)
    if not told:
        return alike(scope, plan, news(EXAMPLE), role="example")
    needs = wanted.open_to(scope, found.get("wanted", []))
    return alike(scope, plan, news(told), ways(needs) if needs else ())


@preview("welcome")
def welcomes(scope: Scope, plan: Plan) -> list[Sample]:
    """What newcomers would read, and the organisers after their first week."""
    told = {"welcome-first-profile": "newcomer", "welcome-nudge": "newcomer-nudged"}
    if WelcomeSettings.model_validate(plan.settings).buddy:
        told |= {"buddy-request": "volunteer", "buddy-offer": "newcomer-offered"}
    languages = dict.fromkeys(locale for _, locale in kinds_of_people(scope, plan))
    return [
        *(replace(Sample.of("", locale, Text(key, name=NEWCOMER)), role=role)
          for locale in languages for key, role in told.items()),
        *(replace(Sample.of("", locale, after_a_week(locale), WISHES), role="organiser")
          for locale in organisers_locales(scope)),
    ]  # fmt: skip


NEWCOMER, THREE = "Zoé", ["Awa", "Karim", "Tom"]
"""Who comes in, and whom they might like to meet, in a preview."""


def after_a_week(locale: str) -> Text:
    """What organisers get of an invented newcomer."""
    return Text("welcome-week", name=NEWCOMER, words=ready_note(NEWCOMER, THREE, locale))


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
    words = await _agreed(chat, new)
    await chat.once("close", welcome_week.close, week, words)
    await chat.say(Text("welcome-sent" if words else "welcome-left", name=new.name))


SEND = Option(value="send", label=Text("welcome-send"), style="primary", said=("yes",))
LEAVE = Option(value="leave", label=Text("welcome-leave"), said=("no",))
WISHES = [SEND, Option(value="edit", label=Text("welcome-edit")), LEAVE]
AGAIN = [SEND, Option(value="edit", label=Text("welcome-edit-again")), LEAVE]


async def _agreed(chat: Chat, new: Newcomer) -> str:
    """What the newcomer gets, seen as it will be; "" for nothing."""
    words = ready_note(new.name, new.names, new.locale)
    question = presented(new, words), WISHES
    for n in count(1):
        wish = await chat.choose("wish" if n == 1 else f"wish-{n}", *question)
        if wish != "edit":
            return "" if wish == "leave" else words
        own = await chat.ask_or_skip(
            "words" if n == 1 else f"words-{n}", Text("welcome-your-words"),
            skip=Text("roundup-keep"), read=own_words,
        )  # fmt: skip
        words = own or words
        question = Text("welcome-edited", name=new.name, words=words), AGAIN
    raise AssertionError("count() never ends")


def own_words(words: str) -> str:
    """A message of an organiser's own; "" for a change of mind: what they had stays."""
    return "" if second_thoughts.puts_off(words) else readers.story(words)


def ready_note(name: str, names: Sequence[str], locale: str) -> str:
    """The message to a newcomer, in their language; where nobody fits, it names nobody."""
    if not names:
        return render(Text("welcome-note-ready-alone", name=name), locale)
    return render(Text("welcome-note-ready", name=name, names=list_of(names, locale)), locale)


def presented(new: Newcomer, words: str) -> Text:
    """The newcomer, the message that is ready, and what became of their buddy."""
    week = Text("welcome-week", name=new.name, words=words)
    if new.buddy is None:
        return week
    buddy = Text(f"welcome-buddy-{new.buddy.state}", name=new.name, buddy=who(new.buddy.name))
    return Text("two-paragraphs", first=week, second=buddy)
