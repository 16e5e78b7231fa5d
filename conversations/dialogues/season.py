"""What rituals bring of themselves: thanks (P36), and word of a dip (P20)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from community import choices, gratitude, library, mentions, places
from community.digests import A_MONTH
from community.energy import Dip, dips, remedies
from community.rituals import Plan
from community.scope import Scope
from conversations import readers
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.cards import who
from conversations.dialogues.thanking import thank_for
from conversations.previews import Sample, alike, organisers_locales, preview
from conversations.questions import Option
from conversations.texts import Lines, Text

NOBODY, LEAVE = "nobody", "leave"


def has_somebody_to_thank(scope: Scope, _about: Mapping[str, Any]) -> bool:
    """Whether somebody who helped them was not thanked yet."""
    return bool(gratitude.unthanked(scope))


@dialogue("thanks-moment", purpose="solicitation", still=has_somebody_to_thank)
async def thanks_moment(chat: Chat) -> None:
    helpers = await chat.once("helpers", gratitude.unthanked)
    labels = [Text("thanks-whom-for", name=each.name, need=each.need) for each in helpers]
    chosen = await chat.choose("whom", Text("thanks-moment"), whom(labels))
    if chosen == LEAVE:
        await chat.once("leave", choices.leave, chat.args["run"])
        return await chat.say(Text("prompt-left"))
    if chosen == NOBODY:
        return await chat.say(Text("thanks-another-time"))
    helper = helpers[int(chosen)]
    words = await chat.ask("words", Text("thanks-word", name=helper.name), read=readers.story)
    return await thank_for(chat, helper.introduction_id, helper.name, words)


def whom(labels: Sequence[Text]) -> list[Option]:
    """Whom to thank, or nobody, or no more of this."""
    return [
        *(Option(value=str(n), label=each) for n, each in enumerate(labels)),
        Option(value=NOBODY, label=Text("thanks-not-now")),
        Option(value=LEAVE, label=Text("prompt-leave")),
    ]


@preview("thanks")
def moments(scope: Scope, plan: Plan) -> list[Sample]:
    """What the ritual of thanks would ask whoever was helped."""
    helper = Text("thanks-whom-for", name=HELPERS[0], need=Text("thanks-example"))
    return alike(scope, plan, Text("thanks-moment"), whom([helper]), role="helped")


HELPERS = ["Awa", "Karim"]
"""Who was of help, in a preview."""


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
    role = "" if named else "example"
    return alike(scope, plan, Text(text, names=named or HELPERS), role=role)


@dialogue("energy", purpose="notice", by_day=True)
async def energy(chat: Chat) -> None:
    told = dipping([Dip(*each) for each in chat.args["dips"]])
    ready = await chat.once("remedies", remedies)
    if not ready:
        return await chat.say(told)
    chosen = await chat.choose("remedy", told, cures(ready, chat.member.locale))
    if chosen == NOBODY:
        return await chat.say(Text("prompt-next-time"))
    return await chat.once("plan", plan_one, chosen)


def dipping(dips: Sequence[Dip]) -> Text:
    """The groups and circles that slow down."""
    return Text("energy-dips", lines=Lines([dip(each) for each in dips]))


def cures(ready: Sequence[str], locale: str) -> list[Option]:
    """Ready rituals to try, or none now; nothing to choose where none is left to try."""
    later = Option(value=NOBODY, label=Text("energy-later"))
    return [*(remedy(each, locale) for each in ready), later] if ready else []


@preview("energy")
def slowing_down(scope: Scope, plan: Plan) -> list[Sample]:
    """What organisers would hear now; an example of it while nothing slows down."""
    found, ready = dips(scope, plan.audience), remedies(scope)
    role = "organiser" if found else "organiser-example"
    return [
        replace(Sample.of("", locale, dipping(found or [EXAMPLE]), cures(ready, locale)), role=role)
        for locale in organisers_locales(scope)
    ]


EXAMPLE = Dip("", before=24, now=11)
"""A community that slows down, in a preview."""


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
