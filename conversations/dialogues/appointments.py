"""A time to talk, for two who were introduced (P1): one picks, the other agrees, both keep it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_time, get_timezone_location

from community import appointments, times
from community.appointments import Appointment
from community.calendar_file import calendar_file
from community.files import File
from community.scope import Scope
from conversations import gathering_fields, readers
from conversations.answers import says_day
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.cards import who
from conversations.hours import read_hour
from conversations.language import render
from conversations.questions import YES, Card, NotUnderstood, Option
from conversations.rescheduling import moved_to, puts_off
from conversations.texts import At, Text

OTHER, OURSELVES = "other", "ourselves"
A_DAY = len("2026-11-22")
BETWEEN_US = Option(value=OURSELVES, label=Text("time-ourselves"), said=("between_us",))
NO_HOUR = replace(BETWEEN_US, said=("between_us", "no", "skip", "never_mind"))
ANSWERS = [
    Option(value=YES, label=Text("time-yes"), style="primary"),
    Option(value=OTHER, label=Text("time-other"), said=("no",)),
    BETWEEN_US,
]


def is_looked_for(scope: Scope, args: Mapping[str, Any]) -> bool:
    """Whether the two have no time yet."""
    return appointments.is_open(scope, args["introduction"])


def is_to_come(scope: Scope, args: Mapping[str, Any]) -> bool:
    """Whether what was proposed can still be agreed to."""
    return is_looked_for(scope, args) and datetime.fromisoformat(args["at"]) > scope.now


async def introduced(chat: Chat, introduction: int, met: str, name: str) -> None:
    """Both agreed just now: whoever is here may pick a time at once.

    Without a shared room the two first say how they would like to meet.
    """
    about = await chat.once("appointment", appointments.read, introduction)
    if not about.in_a_room:
        return await chat.say(Text(f"{met}-apart", name=name))
    return await pick(chat, introduction, about, Text(met, name=name))


@dialogue("time", purpose="notice", still=is_looked_for)
async def time(chat: Chat) -> None:
    """For two who write to each other through the bot, once they can."""
    introduction = chat.args["introduction"]
    about = await chat.once("appointment", appointments.read, introduction)
    await pick(chat, introduction, about, Text("time-which", name=who(about.other)))


async def pick(
    chat: Chat, introduction: int, about: Appointment, told: Text, *, but: datetime | None = None
) -> None:
    """Let whoever is here choose one of the times; the other one is asked about it."""
    now = await chat.now("picked-at")
    found = times.proposals(now, about.zones)
    offered = [each for each in found if each != but]
    title = Text("time-pick", name=who(about.other))
    chosen = await chat.choose_or_say(
        "time", told, choices(offered), card=card(title, offered, about.zones, chat.member.locale),
        place="yielding", hears=("moment", "day", "moved"), read=coming(now, chat.member.zone),
    )  # fmt: skip
    await propose(chat, introduction, about, chosen, asked=but is not None)


async def choose_time(chat: Chat, introduction: int, to: str) -> None:
    """A first time for two who have none; words (`to`) may name it already."""
    about = await chat.once("appointment", appointments.read, introduction)
    read = coming(await chat.now("named-at"), chat.member.zone)
    if said := named(to, read, about, chat.member.zone):
        return await propose(chat, introduction, about, said, asked=False)
    return await pick(chat, introduction, about, Text("time-which", name=who(about.other)))


async def propose(
    chat: Chat, introduction: int, about: Appointment, said: str, *, asked: bool
) -> None:
    """One of the times that were offered, or one in their own words, to which an hour may lack.

    Or none: the two see to it, and the other one is told if they had `asked`.
    """
    if len(said) == A_DAY:
        said = await hour_of(chat, date.fromisoformat(said))
    if said == OURSELVES:
        return await between_you(chat, introduction, asked=asked)
    await chat.once("propose", appointments.propose, introduction, datetime.fromisoformat(said))
    await chat.say(Text("time-on-its-way", name=who(about.other)))


async def hour_of(chat: Chat, day: date) -> str:
    """The moment on a day that was named, ISO in UTC, or OURSELVES."""
    read = on_that_day(day, await chat.now("day-named-at"), chat.member.zone)
    question = Text("time-hour", day=day)
    return await chat.choose_or_say("hour", question, [NO_HOUR], read=read, counts=True)


async def between_you(chat: Chat, introduction: int, *, asked: bool) -> None:
    """The two see to it themselves; whoever `asked` for a time is told."""
    if asked:
        await chat.once("leave-open", appointments.leave_open, introduction)
    await chat.say(Text("time-between-you"))


def named(words: str, read: Callable[[str], str], about: Appointment, zone: str) -> str:
    """The new time that words name, or its day; "" where they name none but the agreed one's."""
    try:
        found = read(words)
    except NotUnderstood:
        return ""
    if about.at is None:
        return found
    agreed = about.at.astimezone(ZoneInfo(zone)).date().isoformat(), about.at.isoformat()
    return "" if found in agreed else found


def coming(now: datetime, zone: str) -> Callable[[str], str]:
    """A reader for a coming day and hour ("jeudi à 18h"), in that time zone; ISO in UTC.

    Of a day without an hour, only the day, in ISO.
    """
    read = gathering_fields.when(now, zone)

    def coming_(words: str) -> str:
        words = moved_to(words) or words
        if says_day(words):
            nine = datetime.fromisoformat(readers.day(now, zone)(words))
            return nine.astimezone(ZoneInfo(zone)).date().isoformat()
        at = gathering_fields.moment(read(words), zone)
        if not now < at <= now + readers.FURTHEST:
            raise NotUnderstood(Text("read-day-range"))
        return at.isoformat()

    return coming_


def or_another(read: Callable[[str], str]) -> Callable[[str], str]:
    """A reader for a time, or for words that only say that the one proposed does not suit."""
    return lambda words: OTHER if puts_off(words) else read(words)


def on_that_day(day: date, now: datetime, zone: str) -> Callable[[str], str]:
    """A reader for an hour of a day that was named: "18h", "at 6 pm"; the moment, ISO in UTC."""
    read = coming(now, zone)

    def hour(words: str) -> str:
        try:
            found = read_hour(words) or read_hour(f"{words}h")
        except ValueError:
            found = None
        if found is None:
            raise NotUnderstood(Text("time-hour", day=day))
        return read(f"{day} {found[0]:%H:%M}")

    return hour


async def move(chat: Chat, introduction: int, to: str = "") -> None:
    """Another time for a talk that is to come; until it is named, the agreed one stands.

    Words (`to`) may name it already.
    """
    about = await chat.once("appointment", appointments.read, introduction)
    now = await chat.now("picked-at")
    offered = [each for each in times.proposals(now, about.zones) if each != about.at]
    options = [option for option in choices(offered) if option is not BETWEEN_US]
    keeping = Option(value=OURSELVES, label=Text("time-keep"), said=("no", "skip", "never_mind"))
    read = coming(now, chat.member.zone)
    shown = card(Text("time-pick", name=who(about.other)), offered, about.zones, chat.member.locale)
    said = named(to, read, about, chat.member.zone) or await chat.choose_or_say(
        "moved", Text("time-move-to", name=who(about.other)), [*options, keeping],
        card=shown, hears=("moment", "day", "moved"), read=read,
    )  # fmt: skip
    if len(said) == A_DAY:
        said = await hour_of(chat, date.fromisoformat(said))
    if said == OURSELVES:
        return await chat.say(Text("time-kept"))
    await chat.once("move", appointments.move_to, introduction, datetime.fromisoformat(said))
    return await chat.say(Text("time-on-its-way", name=who(about.other)))


@dialogue("time-proposed", purpose="notice", closes=("time",), still=is_to_come)
async def proposed(chat: Chat) -> None:
    introduction, at = chat.args["introduction"], datetime.fromisoformat(chat.args["at"])
    about = await chat.once("appointment", appointments.read, introduction)
    question = Text("time-proposed", name=who(about.other), need=about.need, at=At(at))
    shown = card(Text("time-proposed-title"), [at], about.zones, chat.member.locale)
    read = or_another(coming(await chat.now("asked-at"), chat.member.zone))
    answer = await chat.choose_or_say(
        "answer", question, ANSWERS, card=shown, hears=("moment", "day", "another_time"), read=read
    )
    match answer:
        case "other":
            await chat.once("decline", appointments.decline, introduction, at)
            told = Text("time-which", name=who(about.other))
            await pick(chat, introduction, about, told, but=at)
        case "yes":
            settled = await chat.once("agree", appointments.agree, introduction, at)
            await keep(chat, settled)
        case instead:
            await propose(chat, introduction, about, instead, asked=True)


@dialogue("time-agreed", purpose="notice")
async def agreed(chat: Chat) -> None:
    await keep(chat, await chat.once("appointment", appointments.read, chat.args["introduction"]))


async def keep(chat: Chat, settled: Appointment) -> None:
    """Give the time for their own calendar."""
    assert settled.at is not None
    entry = await in_the_calendar(chat, settled, off=False)
    await chat.say(Text("time-agreed", name=who(settled.other), at=At(settled.at)), file=entry)


async def in_the_calendar(chat: Chat, settled: Appointment, *, off: bool) -> File:
    """The entry for their own calendar, or what takes it out of there."""
    title = render(Text("time-title", name=who(settled.other)), chat.member.locale)
    return calendar_file(settled.entry(title, await chat.now("settled-at"), off=off))


@dialogue("time-not-then", purpose="notice")
async def not_then(chat: Chat) -> None:
    """The time that was proposed does not suit the other one, who may name another, or not."""
    about = await chat.once("appointment", appointments.read, chat.args["introduction"])
    at = datetime.fromisoformat(chat.args["at"])
    await chat.say(Text("time-not-then", name=who(about.other), at=At(at)))


@dialogue("time-late", purpose="notice")
async def runs_late(chat: Chat) -> None:
    """The other one will be late."""
    about = await chat.once("appointment", appointments.read, chat.args["introduction"])
    await chat.say(Text("time-late", name=who(about.other), minutes=chat.args["minutes"]))


@dialogue("time-off", purpose="notice")
async def called_off(chat: Chat) -> None:
    """The two can't talk after all; why not is told elsewhere, if at all."""
    about = await chat.once("appointment", appointments.read, chat.args["introduction"])
    at = datetime.fromisoformat(chat.args["at"])
    entry = await in_the_calendar(chat, replace(about, at=at), off=True)
    await chat.say(Text("time-off", name=who(about.other), at=At(at)), file=entry)


@dialogue("time-open", purpose="notice")
async def left_open(chat: Chat) -> None:
    about = await chat.once("appointment", appointments.read, chat.args["introduction"])
    await chat.say(Text("time-open", name=who(about.other)))


def choices(offered: Sequence[datetime]) -> list[Option]:
    """The times to choose from, on the reader's clock, and a way out."""
    return [
        *(Option(value=each.isoformat(), label=Text("time-at", at=At(each))) for each in offered),
        BETWEEN_US,
    ]


def card(title: Text, moments: Sequence[datetime], zones: Sequence[str], locale: str) -> Card:
    """Times as each of the two reads them on the clock."""
    return Card(title, [
        Text("time-line", times=[at_place(each, zone, locale) for zone in zones])
        for each in moments
    ])  # fmt: skip


def at_place(moment: datetime, zone: str, locale: str) -> Text:
    """A time on the clock of a zone, which is called by its city."""
    there = moment.astimezone(ZoneInfo(zone))
    return Text(
        "time-there", day=there.date(), hour=format_time(there, "short", locale=locale),
        city=get_timezone_location(zone, locale=locale, return_city=True),
    )  # fmt: skip
