"""What comes in the next ninety days, as organisers read it or take it along as a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from community import rituals
from community.rituals import ics as files
from community.rituals.overview import Line
from community.rituals.runs import Coming
from community.scope import Scope
from conversations.chat import Chat
from conversations.moments import moment_for
from conversations.texts import Lines, Text

MOST_LINES = 20
MOST_EACH = 4


async def calendar(chat: Chat, one: Line | None = None) -> None:
    """The next dates of each, and how many more there are; or all those of one."""
    found = await chat.once("coming", coming)
    if one is not None:
        found = [each for each in found if each.ritual_id == one.id]
    if not found:
        return await chat.say(Text("ritual-calendar-empty"))
    near = found if one else next_of_each(found)[:MOST_LINES]
    lines = [Text("ritual-calendar-line", at=moment_for(chat.member, each.at, each.zone),
                  name=each.name) for each in near]  # fmt: skip
    if len(near) < len(found):
        lines.append(Text("ritual-calendar-more", count=len(found) - len(near)))
    return await chat.say(Text("ritual-calendar", count=len(found), lines=Lines(lines)))


async def ics(chat: Chat) -> None:
    """All of them as a file for one's own calendar."""
    await chat.say(Text("ritual-ics"), file=await chat.once("file", files.file))


def coming(scope: Scope) -> list[Coming]:
    """The runs of the next ninety days."""
    return rituals.calendar(scope.connection, scope.community_id, scope.now)


def next_of_each(found: Sequence[Coming]) -> list[Coming]:
    """The next few of every ritual: what comes daily leaves room for the others."""
    times = Counter[int]()
    shown = list[Coming]()
    for each in found:
        times[each.ritual_id] += 1
        if times[each.ritual_id] <= MOST_EACH:
            shown.append(each)
    return shown
