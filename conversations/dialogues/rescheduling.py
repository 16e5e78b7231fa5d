"""Another time for the talk of two who were introduced, or none: from `/where`, or in own words."""

from __future__ import annotations

from collections.abc import Sequence

from community import appointments, partings
from community.appointments import Met, Talk
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.appointments import choose_time, move
from conversations.dialogues.cards import who
from conversations.dialogues.no_longer import need_no_more
from conversations.dialogues.talks import beneath
from conversations.questions import Option
from conversations.texts import Text

MOVE, OFF, KEEP = "move-", "off-", "keep"
"""How the value of an option begins that moves a talk or calls it off; and of one that does not."""
PICK, DROP, NO_MORE = "pick-", "drop-", "no-more-"
"""How it begins where a time is still to be found, and where there is to be no help at all: by
whoever helps, and by whoever asked."""


@dialogue("talk-change")
async def talk_change(chat: Chat) -> None:
    """They said that they can't talk then, or would rather talk at another time."""
    coming = await chat.once("coming", appointments.coming)
    talks = [each for each in coming if each.introduction in chat.args["talks"]]
    open_ = await chat.once("without-time", appointments.without_time)
    found = [each for each in open_ if each.introduction in chat.args["talks"]]
    if not (talks or found):
        return await chat.say(Text("too-late"))
    to, alone = str(chat.args["to"]), len(talks) + len(found) == 1
    if chat.args["moves"] and alone:
        return await another_time(chat, [*talks, *found][0].introduction, to, settled=bool(talks))
    said = ("yes",) if to and alone else ()
    options = [*changes(talks, said), *[picking(each, said) for each in found]]
    if found or chat.args.get("whole"):
        options += [ending(each) for each in (*talks, *found)]
    kept, told = ("time-keep", "time-kept") if talks else ("where-reword-keep", "where-kept")
    keep = Option(value=KEEP, label=Text(kept), said=("no", "skip", "never_mind"))
    which = await chat.choose("which", beneath(Text("time-change"), talks), [*options, keep])
    if which == KEEP:
        return await chat.say(Text(told))
    if which.startswith((DROP, NO_MORE)):
        return await end(chat, which, [*talks, *found])
    return await change(chat, which, to)


async def change(chat: Chat, which: str, to: str = "") -> None:
    """Another time, which may be named already, or none: both hear so."""
    if which.startswith(PICK):
        return await another_time(chat, int(which.removeprefix(PICK)), to, settled=False)
    if which.startswith(MOVE):
        return await another_time(chat, int(which.removeprefix(MOVE)), to, settled=True)
    return await chat.once("off", appointments.cancel, int(which.removeprefix(OFF)))


async def another_time(chat: Chat, introduction: int, to: str, *, settled: bool) -> None:
    """A time instead of the one that is `settled`, or the first one."""
    await (move(chat, introduction, to) if settled else choose_time(chat, introduction, to))


async def end(chat: Chat, which: str, found: Sequence[Met]) -> None:
    """No help at all: whoever helps can't, or whoever asked needs none."""
    about = next(each for each in found if which == ending(each).value)
    if not about.helps:
        return await need_no_more(chat, about.introduction, about.other)
    done = await chat.once("take-back", partings.take_back, about.introduction)
    told = Text("take-back-done", name=who(about.other)) if done else Text("too-late")
    return await chat.say(told)


def changes(talks: Sequence[Talk], said: Sequence[str] = ()) -> list[Option]:
    """Another time for each of them, or none; `said` is what says the first."""
    return [
        option
        for each in talks
        for option in (
            Option(value=f"{MOVE}{each.introduction}",
                   label=Text("where-move", name=who(each.other)), said=said),
            Option(value=f"{OFF}{each.introduction}",
                   label=Text("where-off", name=who(each.other))),
        )
    ]  # fmt: skip


def picking(met: Met, said: Sequence[str]) -> Option:
    """A time, where none was agreed on."""
    label = Text("time-suggest", name=who(met.other))
    return Option(value=f"{PICK}{met.introduction}", label=label, said=said)


def ending(met: Met) -> Option:
    """No help at all."""
    if met.helps:
        label = Text("where-take-back", name=who(met.other), need=met.need)
        return Option(value=f"{DROP}{met.introduction}", label=label)
    return Option(value=f"{NO_MORE}{met.introduction}", label=Text("no-longer-one", need=met.need))


@dialogue("talk-late")
async def talk_late(chat: Chat) -> None:
    """They will be late for a talk: the other one hears it, after a yes."""
    minutes = chat.args["minutes"]
    at_hand = await chat.once("at-hand", appointments.at_hand)
    open_ = await chat.once("without-time", appointments.without_time)
    found = [each for each in (*at_hand, *open_) if each.introduction in chat.args["talks"]]
    if not found:
        return await chat.say(Text("too-late"))
    said = ("yes",) if len(found) == 1 else ()
    options = [
        Option(value=str(each.introduction), label=Text("late-tell", name=who(each.other)),
               said=said)
        for each in found
    ]  # fmt: skip
    no = Option(value=KEEP, label=Text("late-no"), said=("no", "skip", "never_mind"))
    which = await chat.choose("whom", Text("late-sure", minutes=minutes), [*options, no])
    if which == KEEP:
        return await chat.say(Text("late-kept"))
    await chat.once("tell", appointments.tell_late, int(which), minutes)
    name = next(each.other for each in found if str(each.introduction) == which)
    return await chat.say(Text("late-told", name=who(name)))
