"""Setting a ritual going and stopping it: what was done meanwhile by somebody else is told."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from community import occasions, rituals
from community.rituals import days_off, overview, plans, runs
from community.rituals.overview import Line, Now
from community.rituals.plans import Moved
from community.rituals.runs import StillOpen, UnderWay
from community.scope import Scope
from conversations.chat import Chat
from conversations.dialogues import ritual_progress
from conversations.dialogues.ritual_plan import now_said
from conversations.moments import moment_said
from conversations.texts import Text


async def pause(chat: Chat, one: Line) -> None:
    moved = await chat.once("pause", acted, "pause", one.id)
    await chat.say(now_said(moved) if moved else Text("ritual-paused", name=one.name))


async def resume(chat: Chat, one: Line) -> None:
    await tell_next(chat, one, "ritual-resumed", await chat.once("resume", acted, "resume", one.id))


async def skip(chat: Chat, one: Line) -> None:
    """Leave the next one out; when one is left out already, only after a look at both dates."""
    if stands := standing(one):
        return await chat.say(stands)
    if one.next_at is None:
        return await chat.say(Text("ritual-over", name=one.name))
    out = await chat.once("left-out", left_out, one.id)
    if out:
        also = Text("ritual-skip-also", name=one.name, out=moment_said(out[-1], one.zone),
                    next=moment_said(one.next_at, one.zone))  # fmt: skip
        if not await chat.confirm("also", also):
            return await chat.say(Text("ritual-dropped"))
    moved = await chat.once("skip", skipped, one.id, one.next_at)
    return await tell_next(chat, one, "ritual-skipped", moved)


async def run(chat: Chat, one: Line) -> None:
    """One more now; whoever had not seen that one is under way begins no second one."""
    if stands := standing(one):
        return await chat.say(stands)
    until = await chat.once("joined-until", joined_until, one.id)
    if until is not None:
        return await chat.say(still_open(one.name, until, one.zone))
    seen = await chat.once("under-way", runs.under_way, one.id)
    held = await chat.once("held", occasions.held_from, one.id)
    if not await chat.confirm("sure", run_sure(one, seen, held)):
        return await chat.say(Text("ritual-dropped"))
    begun = await chat.once("run", begin, one.id, seen)
    if begun.until is not None:
        return await chat.say(still_open(one.name, begun.until, one.zone))
    if begun.moved:
        return await chat.say(now_said(begun.moved))
    if begun.run is None:
        return await chat.say(Text("ritual-just-ran", name=one.name))
    await chat.once("follow", ritual_progress.follow, begun.run, one.name)
    return await chat.say(Text("ritual-ran", name=one.name))


def joined_until(scope: Scope, ritual_id: int) -> datetime | None:
    """Until when people can join the last run of a ritual."""
    return runs.joined_until(scope, plans.get(scope, ritual_id))


def still_open(name: str, until: datetime, zone: str) -> Text:
    """Why no other run is begun."""
    return Text("ritual-run-open", name=name, until=moment_said(until, zone))


def run_sure(one: Line, seen: datetime | None, held: datetime | None) -> Text:
    """Whether to begin one more: since when one is under way, and when people would meet."""
    sure = Text("ritual-run-sure", name=one.name) if seen is None else \
        Text("ritual-run-again", name=one.name, begun=moment_said(seen, one.zone))  # fmt: skip
    if held is None:
        return sure
    return Text("ritual-run-held", sure=sure, at=moment_said(held, one.zone))


async def archive(chat: Chat, one: Line) -> None:
    if await chat.confirm("sure", Text("ritual-archive-sure", name=one.name), danger=True):
        moved = await chat.once("archive", acted, "archive", one.id)
        return await chat.say(now_said(moved) if moved else Text("ritual-archived", name=one.name))
    return await chat.say(Text("ritual-dropped"))


async def start(chat: Chat, one: Line) -> None:
    await tell_next(chat, one, "ritual-resumed", await chat.once("start", acted, "start", one.id))


ACTS: Mapping[str, Callable[[Scope, int], object]] = {
    "pause": rituals.pause, "resume": rituals.resume, "start": rituals.start,
    "archive": rituals.archive,
}  # fmt: skip


def acted(scope: Scope, act: str, ritual_id: int) -> Now | None:
    """Do one of these; what has become of the ritual, where somebody else was faster."""
    return unless_moved(scope, lambda: ACTS[act](scope, ritual_id))


def skipped(scope: Scope, ritual_id: int, seen: datetime) -> Now | None:
    """Leave out the run that was seen to come next, likewise."""
    return unless_moved(scope, lambda: rituals.skip_next(scope, ritual_id, seen))


def unless_moved(scope: Scope, do: Callable[[], object]) -> Now | None:
    """Do something to a ritual; what has become of it where that can't be any more."""
    try:
        do()
    except Moved as moved:
        return overview.now(scope, moved)
    return None


@dataclass(frozen=True, slots=True)
class Begun:
    """The run that began; none where somebody else was faster, where the ritual has moved, or where
    people can join the last one `until` then."""

    run: int | None = None
    moved: Now | None = None
    until: datetime | None = None


def begin(scope: Scope, ritual_id: int, seen: datetime | None) -> Begun:
    """Begin a run now, unless one is under way that was not `seen`."""
    try:
        return Begun(rituals.run_now(scope, ritual_id, seen))
    except UnderWay:
        return Begun()
    except Moved as moved:
        return Begun(moved=overview.now(scope, moved))
    except StillOpen as open_:
        return Begun(until=open_.until)


def standing(one: Line) -> Text | None:
    """Why no run of it comes, and what to do about that; None where one does."""
    return None if one.state in plans.ALIVE else Text(f"ritual-is-{one.state}", name=one.name)


def left_out(scope: Scope, ritual_id: int) -> list[datetime]:
    """The runs to come that were skipped already."""
    plans.require_organiser(scope)
    return days_off.left_out(scope, plans.get(scope, ritual_id))


def next_of(scope: Scope, ritual_id: int) -> tuple[datetime | None, str]:
    """When a ritual comes next, and in which state it is."""
    row = plans.get(scope, ritual_id)
    return row.next_due_at, row.state


async def tell_next(chat: Chat, one: Line, key: str, moved: Now | None = None) -> None:
    """That it is done, and when it comes next; or why it could not be done."""
    if moved:
        return await chat.say(now_said(moved))
    at, state = await chat.once("next", next_of, one.id)
    if state not in plans.ALIVE:
        return await chat.say(Text(f"{key}-{state}", name=one.name))
    told = moment_said(at, one.zone) if at else Text("ritual-never-again")
    return await chat.say(Text(key, name=one.name, next=told))


VERBS: Mapping[str, Callable[[Chat, Line], Awaitable[None]]] = {
    "start": start, "pause": pause, "resume": resume, "skip": skip, "run": run, "archive": archive,
}  # fmt: skip
