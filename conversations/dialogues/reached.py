"""How one is reached: pause, quiet hours, how often, suggestions (P9). Part of `/profile`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from community import pauses, peace
from community.members import FOREVER
from community.pauses import Planned
from community.peace import Quiet, Reached
from conversations import readers
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.onboarding import go_on_with
from conversations.questions import NO, YES, Card, Field, Option
from conversations.texts import Text

READ: Mapping[str, Callable[[str], Any]] = {
    "quiet": readers.hours, "weekly": int, "suggestions": lambda words: words == YES,
    "mention": lambda words: words == YES,
    "buddy": lambda words: words == YES,
}  # fmt: skip


async def reached(chat: Chat) -> None:
    how = await chat.look("reached", peace.mine)
    to_come = await chat.look("pause-to-come", pauses.planned)
    options = [
        Option(value="change", label=Text("reached-change"), style="primary"),
        *pausing(how, to_come),
        Option(value="keep", label=Text("profile-keep")),
    ]
    shown = card(how, to_come)
    what = await chat.choose("reached-what", Text("reached-shown"), options, card=shown)
    if what == "keep":
        return await chat.say(Text("profile-kept"))
    if what != "change":
        return await chat.once("go-on", go_on_with, what, "")
    before = await chat.look("reached-before", peace.mine)
    told = await chat.form("reached-form", Text("reached-form"), fields(before), read=READ)
    after = replace(before, **told | {"quiet": Quiet(*told["quiet"])})
    changed = await chat.once("reached-write", peace.change, before, after)
    return await chat.say(Text("reached-saved"), card=card(changed, to_come))


def pausing(how: Reached, to_come: Planned | None) -> list[Option]:
    """What may be done about a pause: to end one, to begin one, to drop the one that is planned."""
    if how.paused_until:
        return [Option(value="resume", label=Text("reached-resume"))]
    drop = Option(value="resume", label=Text("reached-drop"))
    return [Option(value="pause", label=Text("reached-pause")), *([drop] if to_come else [])]


@dialogue("reached")
async def as_told(chat: Chat) -> None:
    """What was said in so many words is shown, and kept after a yes."""
    how = await chat.look("reached", peace.mine)
    wished = peace.wished(how, chat.args["wish"])
    yes = Option(value=YES, label=Text("option-yes"), style="primary")
    no = Option(value=NO, label=Text("option-no"))
    if await chat.choose("sure", Text("reached-wished"), [yes, no], card=card(wished)) == NO:
        return await chat.say(Text("profile-kept"))
    await chat.once("write", peace.change, how, wished)
    return await chat.say(Text("reached-kept"))


def card(how: Reached, to_come: Planned | None = None) -> Card:
    """How somebody is reached, one line each; a pause, begun or to come, stands first."""
    lines = [Text("reached-quiet", hours=str(how.quiet)) if how.quiet
             else Text("reached-no-quiet"),
             Text("reached-weekly", count=how.weekly),
             Text("reached-suggestions" if how.suggestions else "reached-no-suggestions"),
             Text("reached-buddy" if how.buddy else "reached-no-buddy"),
             Text("reached-zone", zone=how.zone)]  # fmt: skip
    if how.mention is not None:
        lines.append(Text("reached-mention" if how.mention else "reached-no-mention"))
    return Card(Text("reached-title"), [*paused(how, to_come), *lines])


def paused(how: Reached, to_come: Planned | None) -> list[Text]:
    """The pause, if there is one, and until when as far as that is known."""
    if how.paused_until:
        forever = how.paused_until == FOREVER
        return [Text("reached-paused") if forever
                else Text("reached-until", until=how.paused_until)]  # fmt: skip
    if to_come is None:
        return []
    if to_come.until is None:
        return [Text("reached-from", since=to_come.since)]
    return [Text("reached-planned", since=to_come.since, until=to_come.until)]


def fields(how: Reached) -> list[Field]:
    """The same as a form, filled in with what is there."""
    times = [
        Option(value=str(n), label=Text("weekly-times", count=n))
        for n in range(how.weekly_most + 1)
    ]
    either = [
        Option(value=YES, label=Text("option-yes")),
        Option(value=NO, label=Text("option-no")),
    ]
    mention = [] if how.mention is None else [
        Field(
            name="mention", label=Text("field-mention"), kind="choice", options=either,
            value=YES if how.mention else NO,
        )
    ]  # fmt: skip
    return [
        Field(
            name="quiet", label=Text("field-quiet"), hint=Text("field-quiet-hint"),
            value=str(how.quiet),
        ),
        Field(
            name="weekly", label=Text("field-weekly"), kind="choice", value=str(how.weekly),
            options=times,
        ),
        Field(
            name="suggestions", label=Text("field-suggestions"), kind="choice", options=either,
            value=YES if how.suggestions else NO,
        ),
        Field(
            name="buddy", label=Text("field-buddy"), kind="choice", options=either,
            value=YES if how.buddy else NO,
        ),
        *mention,
    ]  # fmt: skip
