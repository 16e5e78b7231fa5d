"""Being left in peace (P9): pause, resume, stop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from community import asks, choices, limits, members, pauses, second_looks, standings
from community.choices import Left
from community.pauses import Pause
from conversations import readers
from conversations.chat import Chat
from conversations.dates import just_past
from conversations.dialogue import dialogue
from conversations.dialogues.before import too_much
from conversations.dialogues.care import mydata
from conversations.lasting import how_long, second_span, until_when
from conversations.periods import without_holidays
from conversations.questions import NO, NotUnderstood, Option, plain
from conversations.spans import read_return
from conversations.texts import Text, day_from


@dialogue("pause", lasts=True)
async def pause(chat: Chat) -> None:
    now = await chat.now("asked-at")
    named, question = asked_for(chat, now)
    answer = named or await until(chat, now, question)
    await chat.close("pause")
    first, _, last = answer.rpartition("/")
    over = None if last == "open" else datetime.fromisoformat(last)
    begins = morning_of(first, chat.member.zone) if first else None
    away = await chat.once("away", members.is_paused)
    if begins is not None and not away:
        await chat.once("planned", pauses.plan, begins, over)
        await chat.say(paused(begins, over, now, planned=True))
        await only_the_first(chat, now)
        await chat.wait("begins-at", begins)
        await chat.once("pause", members.pause, over)
    else:
        await chat.once("pause", members.pause, over)
        await chat.say(paused(begins, over, now))
        await only_the_first(chat, now)
        await what_is_in_hand(chat)
    if over is not None:
        await be_back(chat, over)


async def until(chat: Chat, now: datetime, question: Text) -> str:
    """Until when, as `readers.while_` gives it; where a day was named as which a pause may begin or
    end, which of the two."""
    then = question.args.get("day") if question.key == "pause-then" else None
    options = either(chat, then) if isinstance(then, date) else [
        *lasting(now), Option(value="open", label=Text("pause-open"))
    ]  # fmt: skip
    answer = await chat.choose_or_say(
        "until", question, options, read=until_when(now, chat.member.zone)
    )
    if not answer.endswith("/"):
        return answer
    begins = morning_of(answer[:-1], chat.member.zone)
    last = await chat.choose_or_say(
        "until-from", Text("pause-until-from", since=day_from(now, begins)), lasting(begins),
        read=until_when(begins, chat.member.zone),
    )  # fmt: skip
    return last if "/" in last else answer + last


def lasting(since: datetime) -> list[Option]:
    """A week and a month from then on."""
    return [
        Option(value=(since + timedelta(days=7)).isoformat(), label=Text("later-week")),
        Option(value=(since + timedelta(days=30)).isoformat(), label=Text("later-month")),
    ]


def either(chat: Chat, day: date) -> list[Option]:
    """Whether a pause begins or ends on a day."""
    morning = morning_of(day.isoformat(), chat.member.zone).isoformat()
    return [
        Option(value=f"{day.isoformat()}/", label=Text("pause-begins-then")),
        Option(value=morning, label=Text("pause-ends-then")),
    ]


async def only_the_first(chat: Chat, now: datetime) -> None:
    """Of two spans that were named, the second is not kept, and that is told."""
    second = second_span(str(chat.args.get("words", chat.args.get("until", ""))), today(chat, now))
    if second:
        await chat.say(Text("pause-only-first", since=second[0], until=second[1]))


def morning_of(first: str, zone: str) -> datetime:
    """When a day begins there, in UTC."""
    return datetime.combine(date.fromisoformat(first), time.min, ZoneInfo(zone)).astimezone(UTC)


async def be_back(chat: Chat, until: datetime) -> None:
    """When the pause is over, whoever needs what they offer may ask them."""
    await chat.wait("back-at", until)
    await chat.once("back", second_looks.back, chat.member.id)


def paused(
    begins: datetime | None, until: datetime | None, now: datetime, *, planned: bool = False
) -> Text:
    """What is done; where a first day was named, whether the pause waits for it: on one already,
    it goes on."""
    if until is None:
        return Text("pause-on")
    if begins is None:
        return Text("pause-on-until", until=day_from(now, until))
    told = "pause-planned" if planned else "pause-on-now"
    return Text(told, since=day_from(now, begins), until=day_from(now, until))


def asked_for(chat: Chat, now: datetime) -> tuple[str | None, Text]:
    """What was said of it when the pause was asked for, if it can be read, or else the question.

    It says why it is asked, where something was named: a day that may be either of two, one that
    is just past, holidays whose days nobody knows here.
    """
    until = str(chat.args.get("until", ""))
    words, otherwise = str(chat.args.get("words", until)), Text("pause-until")
    if past := just_past(until, today(chat, now)):
        return None, Text("pause-until-past", day=past)
    if without_holidays(words) != plain(words):
        otherwise = Text("pause-until-holidays")
    try:
        ends = bool(chat.args.get("ends", "words" not in chat.args))
        return how_long(words, until, now, chat.member.zone, ends=ends), otherwise
    except NotUnderstood as refusal:
        return None, refusal.text if refusal.text.key in DOUBTFUL else otherwise


DOUBTFUL = frozenset({
    "read-day-which", "read-day-weekday", "pause-then", "pause-until-turned", "pause-until-several",
})  # fmt: skip
"""Why a day that was named is not sure: then that is the question."""


def today(chat: Chat, now: datetime) -> date:
    """The member's day."""
    return now.astimezone(ZoneInfo(chat.member.zone)).date()


async def what_is_in_hand(chat: Chat) -> None:
    """A request that came before the pause: it is theirs to answer, and never brought up again."""
    needs = await chat.once("in-hand", asks.in_hand)
    if not needs:
        return
    question = Text("pause-in-hand", count=len(needs), needs=needs)
    if await chat.choose("instead", question, IN_HAND) == "let-go":
        await chat.once("let-go", asks.let_go)
        await chat.say(Text("pause-let-go"))
    elif not await chat.once("still", asks.in_hand):
        await chat.say(Text("pause-went-on"))


IN_HAND = [
    Option(value="answer", label=Text("pause-answer")),
    Option(value="let-go", label=Text("pause-leave")),
]


@dialogue("why-paused")
async def why_paused(chat: Chat) -> None:
    """Since when they are on a pause, until when, by whom, and the way out of it."""
    found = await chat.once("pause", pauses.mine)
    if found is None:
        planned = await chat.once("planned", pauses.planned)
        return await chat.say(
            Text("paused-not-yet", since=planned.since) if planned else Text("paused-not")
        )
    span = spanned(found)
    if not found.by_team:
        return await chat.say(Text("paused-self", span=span))
    if not found.reason:
        return await chat.say(Text("paused-team", span=span))
    return await chat.say(Text("paused-team-why", span=span, reason=found.reason))


def spanned(found: Pause) -> Text:
    """From when until when, as far as that is known."""
    if found.since and found.until:
        return Text("paused-since-until", since=found.since, until=found.until)
    if found.since:
        return Text("paused-since", since=found.since)
    return Text("paused-until", until=found.until) if found.until else Text("paused-open")


@dialogue("resume")
async def resume(chat: Chat) -> None:
    await chat.close("pause")
    now = await chat.now("asked-at")
    back = coming_back(chat, now)
    if back is not None:
        await chat.once("pause", members.pause, back)
        await chat.say(Text("pause-on-until", until=day_from(now, back)))
        return await be_back(chat, back)
    away = await chat.once("away", members.is_paused)
    await chat.once("resume", members.resume)
    await chat.once("looked", second_looks.back, chat.member.id)
    limit = await chat.once("limit", limits.reached)
    if limit is not None and limit.why == "held":
        return await chat.say(too_much(limit))
    await chat.say(Text("pause-off" if away else "pause-none", name=chat.member.name))
    left = await chat.once("left", choices.left)
    if left:
        await come_back(chat, left)


async def come_back(chat: Chat, left: Sequence[Left]) -> None:
    """The rituals that they had left: which they would like again."""
    options = [Option(value=str(each.id), label=Text("ritual-name", name=each.name))
               for each in left]  # fmt: skip
    none = Option(value=NO, label=Text("rituals-left-none"))
    chosen = await chat.choose_many("again", Text("rituals-left"), [*options, none])
    if NO in chosen:
        return await chat.say(Text("prompt-next-time"))
    await chat.once("come-back", choices.come_back, [int(each) for each in chosen])
    return await chat.say(Text("rituals-back"))


def coming_back(chat: Chat, now: datetime) -> datetime | None:
    """When they are back who say that they will be: until then they are not."""
    words = str(chat.args.get("until") or chat.args.get("words", ""))
    try:
        back = read_return(words, today(chat, now))
        read = readers.day(now, chat.member.zone)
        return datetime.fromisoformat(read(back.isoformat())) if back else None
    except (NotUnderstood, ValueError, OverflowError):
        return None


@dialogue("stop", closes=("pause",), last_word=True)
async def stop(chat: Chat) -> None:
    if not chat.member.welcomed:
        await chat.close("mydata")
    await chat.once("pause", members.pause, None)
    needs = await chat.once("let-go", asks.let_go)
    if not chat.member.welcomed:
        return await chat.say(Text("stopped-newcomer"))
    told = Text("stopped-let-go" if needs else "stopped")
    asked = await chat.once("asked", standings.waiting)
    if asked:
        told = Text("two-sentences", first=told, second=Text("stopped-news", asks=asked))
    return await chat.say(told)


@dialogue("leaving")
async def leaving(chat: Chat) -> None:
    match await chat.choose("how", Text("leaving"), WAYS_OUT):
        case "stop":
            await stop(chat)
        case "erase":
            await mydata(replace(chat, args={"leaving": True}))
        case "stay":
            await chat.say(Text("leaving-stay"))


WAYS_OUT = [
    Option(value="stop", label=Text("leaving-stop")),
    Option(value="erase", label=Text("leaving-erase"), style="danger"),
    Option(value="stay", label=Text("leaving-not")),
]
