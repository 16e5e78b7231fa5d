"""Seeing and changing one's profile (P2): `/profile`."""

from __future__ import annotations

import re
from dataclasses import replace

from community import profiles, second_looks
from community.profiles import Profile
from community.words import MOST_NAME, MOST_WORDS
from conversations import needs, readers
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.cards import profile_card
from conversations.dialogues.onboarding import languages
from conversations.dialogues.peace import pause
from conversations.dialogues.reached import reached
from conversations.phrases import pattern
from conversations.questions import Field, Option
from conversations.taken_off import for_now
from conversations.texts import Text

READ = {
    "name": readers.name, "offers": readers.items, "experiences": readers.items,
    "wants": readers.items, "nevers": readers.items, "time_zone": readers.zone,
}  # fmt: skip


@dialogue("profile")
async def profile(chat: Chat) -> None:
    if chat.args.get("part") == "reached":
        return await reached(chat)
    mine = await chat.look("mine", profiles.mine)
    what = await chat.choose("what", Text("profile-shown"), CHOICES, card=profile_card(mine))
    if what == "keep":
        return await chat.say(Text("profile-kept"))
    if what == "reached":
        return await reached(chat)
    before = await chat.look("before", profiles.mine)
    filled = await chat.form("changes", Text("profile-form"), fields(before), read=READ)
    changed = await chat.once("write", profiles.change, before, Profile(**filled))
    await chat.once("looked", second_looks.look)
    await chat.speak(changed.locale)
    return await chat.say(Text("profile-saved"), card=profile_card(changed))


CHOICES = [
    Option(value="change", label=Text("profile-change"), style="primary"),
    Option(value="keep", label=Text("profile-keep")),
    Option(value="reached", label=Text("profile-reached")),
]


@dialogue("offer", alone=False)
async def offer(chat: Chat) -> None:
    words = str(chat.args.get("offer", "")) or await chat.ask(
        "offer", Text("offer-what"), read=needs.bare
    )
    mine = await chat.once("mine", profiles.mine)
    parts = offered_apart(words)
    told = ", ".join(parts)
    if all(profiles.offers(mine, each) for each in parts):
        return await chat.say(Text("offer-there", offer=told), card=profile_card(mine))
    add = await chat.confirm("add", Text("offer-add", offer=told), no=Text("offer-not-now"))
    if not add:
        return await chat.say(Text("profile-kept"))
    changed = await chat.once("write", profiles.add_offers, parts)
    await chat.once("looked", second_looks.look)
    return await chat.say(Text("profile-saved"), card=profile_card(changed))


@dialogue("offer-off", alone=False)
async def offer_off(chat: Chat) -> None:
    """What they help with no more; where they speak of some time only, a pause instead."""
    words = str(chat.args["offer"])
    mine = await chat.once("mine", profiles.mine)
    named = profiles.named_in(mine, words)
    if not named:
        key = "offer-off-headline" if profiles.is_headline(mine, words) else "offer-off-none"
        return await chat.say(Text(key, offer=words), card=profile_card(mine))
    time = for_now(str(chat.args["words"]))
    options = [OFF, *([A_PAUSE] if time else []), KEEPS]
    quoted = [Text("quoted", words=each) for each in named]
    match await chat.choose("off", Text("offer-off", offers=quoted), options):
        case "pause":
            await pause(replace(chat, args={"until": time, "words": time}))
        case "keep":
            await chat.say(Text("profile-kept"))
        case _:
            changed = await chat.once("write", profiles.take_off, named)
            await chat.say(Text("profile-saved"), card=profile_card(changed))


OFF = Option(value="off", label=Text("offer-off-yes"), style="primary", said=("yes",))
A_PAUSE = Option(value="pause", label=Text("offer-off-pause"))
KEEPS = Option(value="keep", label=Text("offer-off-no"), said=("no", "never_mind"))


def offered_apart(words: str) -> list[str]:
    """What is offered, each by itself, where the words say "in" or "with" of each: "repassage et en
    couture"."""
    return re.split(rf"\s+{pattern('and_in')}\s+", words, flags=re.IGNORECASE)


def fields(mine: Profile) -> list[Field]:
    """The profile as a form, filled in with what is there."""
    return [
        Field(name="name", label=Text("field-name"), value=mine.name, required=True,
              most=MOST_NAME),
        Field(
            name="headline", label=Text("field-headline"), value=mine.headline,
            hint=Text("field-headline-hint"), most=MOST_WORDS,
        ),
        *[_list(kind, mine) for kind in ("offer", "experience", "want")],
        *([_list("never", mine)] if mine.nevers else []),
        Field(
            name="locale", label=Text("field-locale"), kind="choice", value=mine.locale,
            options=languages(),
        ),
        Field(
            name="time_zone", label=Text("field-time-zone"), value=mine.time_zone, required=True,
            hint=Text("field-time-zone-hint"),
        ),
    ]  # fmt: skip


def _list(kind: str, mine: Profile) -> Field:
    return Field(
        name=f"{kind}s", label=Text(f"field-{kind}"), hint=Text("field-list-hint"), kind="long",
        value=", ".join(mine.entries(kind)),
    )  # fmt: skip
