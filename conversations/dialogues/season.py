"""What rituals bring of themselves: a moment to say thank you (P36), and word of a dip (P20)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from community import choices, gratitude
from community.energy import Dip
from community.rituals import Plan
from community.scope import Scope
from conversations import readers
from conversations.chat import Chat
from conversations.dialogue import dialogue
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


@dialogue("energy", purpose="notice")
async def energy(chat: Chat) -> None:
    lines = [dip(Dip(*each)) for each in chat.args["dips"]]
    await chat.say(Text("energy-dips", lines=Lines(lines)))


def dip(found: Dip) -> Text:
    """One group that slows down."""
    where = Text("energy-group", name=found.name) if found.name else Text("energy-everybody")
    return Text("energy-dip" if found.now else "energy-dip-few", where=where, before=found.before,
                now=found.now or 0)  # fmt: skip
