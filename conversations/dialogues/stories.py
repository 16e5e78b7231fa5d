"""Stories (P21): told by members, told on only as far as they agreed; `/story`."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Any, cast

from community import choices, lookup, stories
from community.rituals import Plan
from community.scope import Scope
from community.stories import Consent, Tale
from community.words import clean
from conversations.answers import TOLD
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.cards import who
from conversations.previews import Sample, alike, preview
from conversations.questions import NO, YES, NotUnderstood, Option
from conversations.sayings import is_short_answer, says
from conversations.second_thoughts import asks_time
from conversations.texts import Text

TELL = "tell"
TELLING = Option(value=TELL, label=Text("story-tell"), style="primary",
                 said=("yes", "tells_story"))  # fmt: skip
CONSENTS = [
    Option(value="named", label=Text("story-named"), said=("named",)),
    Option(value="unnamed", label=Text("story-unnamed"), said=("unnamed",)),
    Option(value="team", label=Text("story-team"), said=("team_only",)),
]

WAYS = tuple(chain.from_iterable(each.said for each in CONSENTS))
"""The lists of phrases that say how far a story may go: no story."""


@dialogue("story", goes_on=("consent", "agreed"))
async def story(chat: Chat) -> None:
    mine = await chat.once("mine", stories.mine)
    if chat.args.get("told") and len(mine) == 1:
        return await look(chat, mine[0])
    chosen = await which(chat, mine) if mine else TELL
    if chosen == TELL:
        return await tell(chat)
    return await look(chat, next(each for each in mine if str(each.id) == chosen))


async def which(chat: Chat, mine: list[Tale]) -> str:
    """A new one, or one of those that were told."""
    options = [
        TELLING,
        *(Option(value=str(each.id), label=Text("story-begins", words=each.words[:40]))
          for each in mine),
    ]  # fmt: skip
    return await chat.choose("what", Text("story-what"), options)


async def tell(chat: Chat, told: str = "") -> None:
    """The words first, then how far they may go; those that came unasked are shown before."""
    words = told or await chat.ask("words", Text("story-words"), read=read)
    question = Text("story-consent-told", words=words) if told else Text("story-consent")
    consent = await chat.choose("consent", question, CONSENTS)
    names = await chat.once("names", lookup.named_in, words) if consent != "team" else []
    if names:
        consent = await agreed(chat, names, consent)
    await chat.once("keep", stories.tell, words, cast(Consent, consent))
    await chat.say(Text(f"story-thanks-{consent}"))


async def agreed(chat: Chat, names: list[str], consent: str) -> str:
    """How far a story may go that names others: they have a say in it."""
    match await chat.choose("agreed", Text("story-names", names=names), NAMING):
        case "anew":
            await chat.forget("willing", "words", "consent", "names", "agreed")
        case "team":
            return "team"
    return consent


NAMING = [
    Option(value="agreed", label=Text("story-they-agree"), said=("yes",)),
    Option(value="anew", label=Text("story-anew"), said=("no",)),
    Option(value="team", label=Text("story-team"), said=("team_only",)),
]


def read(words: str) -> str:
    """A story; raises NotUnderstood for one that no message could hold."""
    cleaned = clean(words)
    if is_short_answer(cleaned) or asks_time(cleaned) or says(cleaned, *WAYS):
        raise NotUnderstood(Text("story-no-words"))
    if not cleaned or len(cleaned) > stories.MOST_STORY:
        raise NotUnderstood(Text("story-long", most=stories.MOST_STORY))
    return cleaned


async def look(chat: Chat, tale: Tale) -> None:
    """One's own story: taking it back, or one's name from it."""
    await chat.say(Text("story-quoted", words=tale.words))
    match await chat.choose("back", Text(f"story-is-{tale.state}"), ways_back(tale)):
        case "yes":
            await chat.once("withdraw", stories.withdraw, tale.id)
            await chat.say(Text("story-gone"))
        case "unnamed":
            await chat.once("unname", stories.unname, tale.id)
            await chat.say(Text("story-without"))
        case _:
            await chat.say(Text("story-left"))


def ways_back(tale: Tale) -> list[Option]:
    """What can be taken back of a story: the whole, or the name under it."""
    name = Option(value="unnamed", label=Text("story-unname"), said=("unnamed",))
    return [
        Option(value=YES, label=Text("story-back"), style="danger"),
        *([name] if tale.consent == "named" else []),
        Option(value=NO, label=Text("story-stays"), style="primary"),
    ]


@dialogue("story-invitation", purpose="solicitation")
async def story_invitation(chat: Chat) -> None:
    willing = await chat.choose_or_say(
        "willing", Text("story-invitation"), INVITED, read=read, hears=(TOLD,)
    )
    match willing:
        case "tell":
            await tell(chat)
        case "leave":
            await chat.once("leave", choices.leave, chat.args["run"])
            await chat.say(Text("prompt-left"))
        case "not-now":
            await chat.say(Text("story-another-time"))
        case told:
            await tell(chat, told)


INVITED = [
    TELLING,
    Option(value="not-now", label=Text("story-not-now"), said=("no", "unable", "later")),
    Option(value="leave", label=Text("prompt-leave"), said=("no_more",)),
]


@preview("stories")
def invitations(scope: Scope, plan: Plan) -> list[Sample]:
    """What the ritual would ask."""
    return alike(scope, plan, Text("story-invitation"), INVITED)


def is_told(scope: Scope, about: Mapping[str, Any]) -> bool:
    """Whether nobody has decided about the story yet."""
    return stories.is_told(scope, about["story"])


@dialogue("story-told", purpose="notice", alone=False, still=is_told)
async def story_told(chat: Chat) -> None:
    tale = await chat.once("tale", stories.read, chat.args["story"])
    teller = who(tale.teller) if tale.teller else Text("story-somebody")
    if tale.consent == "team":
        await chat.once("kept", stories.keep, tale.id)
        return await chat.say(Text("story-for-the-team", words=tale.words))
    publish = await chat.confirm(
        "publish", Text("story-told", name=teller, words=tale.words),
        yes=Text("story-publish"), no=Text("story-keep"),
    )  # fmt: skip
    await chat.once("decide", stories.publish if publish else stories.keep, tale.id)
    return await chat.say(Text("story-will-be" if publish else "story-kept"))


@dialogue("story-published", purpose="notice", alone=False)
async def story_published(chat: Chat) -> None:
    await chat.say(Text("story-published"))
