"""The community's days without rituals, kept in chat."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from zoneinfo import ZoneInfo

from community.rituals import days_off, plans
from community.scope import Scope
from conversations.chat import Chat
from conversations.dialogues.ritual_plan import Judged, home_zone, tell, tried
from conversations.questions import Option
from conversations.rhythms import day_off_said, read_days_off
from conversations.texts import Lines, Text

ADD, REMOVE, FINE = "add", "remove", "fine"


async def holidays(chat: Chat) -> None:
    """Which they are, and more or fewer of them."""
    known = await chat.once("known", kept)
    options = [Option(value=each, label=Text(f"day-off-{each}"))
               for each in (ADD, *([REMOVE] if known else []), FINE)]  # fmt: skip
    match await chat.choose("what", told(known), options):
        case "add":
            await keep(chat, [*known, *await ask_days(chat)])
        case "remove":
            gone = await chat.choose_many("which-ones", Text("day-off-which"), choices(known))
            await keep(chat, [each for each in known if each not in gone])
        case _:
            await chat.say(Text("ritual-dropped"))


def kept(scope: Scope) -> list[str]:
    """The days, as the table has them; organisers only."""
    plans.require_organiser(scope)
    return sorted(days_off.holidays(scope))


def told(known: list[str]) -> Text:
    if not known:
        return Text("day-off-none")
    return Text("day-off-list", lines=Lines([Text("day-off-line", day=day_off_said(each))
                                             for each in known]))  # fmt: skip


def choices(known: list[str]) -> list[Option]:
    return [Option(value=each, label=day_off_said(each)) for each in known]


async def ask_days(chat: Chat) -> list[str]:
    """Days in words, as the table keeps them."""
    home = await chat.once("home", home_zone)
    now = await chat.now("asked")
    today = now.astimezone(ZoneInfo(home)).date()
    return await chat.ask("days", Text("day-off-days"), read=reader(today))


def reader(today: date) -> Callable[[str], list[str]]:
    return lambda words: read_days_off(words, today)


async def keep(chat: Chat, days: list[str]) -> None:
    done = await chat.once("keep", put, days)
    await tell(chat, done, told(await chat.once("now", kept)))


def put(scope: Scope, days: list[str]) -> Judged:
    """Keep these days, or say what is wrong with them."""
    return tried(lambda: plans.keep_holidays(scope, days))
