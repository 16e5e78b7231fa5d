"""What rituals bring of themselves: thanks (P36), and word of a dip (P20)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from community import choices, gratitude, library, mentions, places
from community.digests import A_MONTH
from community.energy import Dip, remedies
from community.rituals import Plan
from community.scope import Scope
from conversations import readers
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.cards import who
from conversations.dialogues.thanking import thank_for
from conversations.previews import Sample, alike, preview
from conversations.questions import Option
from conversations.texts import Lines, Text

NOBODY, LEAVE = "nobody", "leave"


def has_somebody_to_thank(scope: Scope, _about: Mapping[str, Any]) -> bool:
    """Whether somebody who helped them was not thanked yet."""
    return bool(gratitude.unthanked(scope))


@dialogue("thanks-moment", purpose="solicitation", still=has_somebody_to_thank)
async def thanks_moment(chat: Chat) -> None:
    helpers = await chat.once("helpers", gratitude.unthanked)
    options = [
        *(Option(value=str(n), label=Text("thanks-whom-for", name=each.name, need=each.need))
          for n, each in enumerate(helpers)),
        Option(value=NOBODY, label=Text("thanks-not-now")),
        Option(value=LEAVE, label=Text("prompt-leave")),
    ]  # fmt: skip
    chosen = await chat.choose("whom", Text("thanks-moment"), options)
    if chosen == LEAVE:
        await chat.once("leave", choices.leave, chat.args["run"])
        return await chat.say(Text("prompt-left"))
    if chosen == NOBODY:
        return await chat.say(Text("thanks-another-time"))
    helper = helpers[int(chosen)]
    words = await chat.ask("words", Text("thanks-word", name=helper.name), read=readers.story)
    return await thank_for(chat, helper.introduction_id, helper.name, words)


@preview("thanks")
def moments(scope: Scope, plan: Plan) -> list[Sample]:
    """What the ritual of thanks would ask."""
    return alike(scope, plan, Text("thanks-moment"))


@dialogue("mentions-in-channel", purpose="notice", alone=False)
async def mentioned_aloud(chat: Chat) -> None:
    await _mentioned(chat, "mentions", await chat.once("language", places.language))


@dialogue("mentions", purpose="broadcast", alone=False)
async def mentioned(chat: Chat) -> None:
    await _mentioned(chat, "mentions-to-you")


async def _mentioned(chat: Chat, text: str, locale: str | None = None) -> None:
    named = await chat.once("names", mentions.names, chat.args["people"])
    if named:
        await chat.say(Text(text, names=named), locale=locale)


@preview("mentions")
def mentions_of_now(scope: Scope, plan: Plan) -> list[Sample]:
    """Whom the ritual would name if it ran now; raises WrongRitual where nobody ever is."""
    mentions.require_chosen(scope)
    found = mentions.thanked(scope, scope.now - A_MONTH, plan.audience)
    named = mentions.names(scope, found)
    text = "mentions-to-you" if plan.place_id is None else "mentions"
    return alike(scope, plan, Text(text, names=named)) if named else []


@dialogue("energy", purpose="notice")
async def energy(chat: Chat) -> None:
    lines = [dip(Dip(*each)) for each in chat.args["dips"]]
    told = Text("energy-dips", lines=Lines(lines))
    ready = await chat.once("remedies", remedies)
    if not ready:
        return await chat.say(told)
    options = [*(remedy(each, chat.member.locale) for each in ready),
               Option(value=NOBODY, label=Text("energy-later"))]  # fmt: skip
    chosen = await chat.choose("remedy", told, options)
    if chosen == NOBODY:
        return await chat.say(Text("prompt-next-time"))
    return await chat.once("plan", plan_one, chosen)


def remedy(name: str, locale: str) -> Option:
    """A ready ritual to try, by its name in the library."""
    ready = library.ready()[name]
    return Option(
        value=name, label=Text("energy-try", name=library.in_language(ready.name, locale)),
        description=Text("ritual-name", name=library.in_language(ready.about, locale)),
    )  # fmt: skip


def plan_one(scope: Scope, ready: str) -> None:
    """Go on with `/ritual add` for this one, as soon as this ends."""
    assert scope.actor_id is not None
    scope.notify(scope.actor_id, "ritual", what=f"add {ready}")


def dip(found: Dip) -> Text:
    """One group or circle that slows down."""
    where = Text("energy-group", name=found.name) if found.name else Text("energy-everybody")
    if found.circle:
        where = Text("energy-circle", names=[who(each) for each in found.circle])
    return Text("energy-dip" if found.now else "energy-dip-few", where=where, before=found.before,
                now=found.now or 0)  # fmt: skip
