"""Taking part in rounds (P18): `/round`, the invitation, and the question after long silence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from community.rituals import Plan
from community.rounds import joining
from community.rounds.joining import Standing
from community.rounds.settings import RoundSettings
from community.scope import Scope
from conversations import small_talk
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.round_joining import skip, take_part
from conversations.dialogues.round_meeting import named, write
from conversations.dialogues.round_team import review
from conversations.previews import Sample, alike, begins, preview
from conversations.questions import Option
from conversations.texts import Text, Until

ONCE = Option(value="once", label=Text("round-once"), style="primary",
              said=("yes", "once", "takes_part", "comes"))  # fmt: skip
NEXT = Option(value="once", label=Text("round-next"), style="primary")
ALWAYS = Option(value="standing", label=Text("round-always"), said=("always",))
SKIP = Option(value="skip", label=Text("round-skip"),
              said=("no", "unable", "later", "not_coming"))  # fmt: skip
LEAVE = Option(value="leave", label=Text("round-leave"), said=("no_more",))
WRITE = Option(value="write", label=Text("round-write-some"))
FINE = Option(value="fine", label=Text("round-fine"))
TAKING_PART = ("in", "late")


@dialogue("round")
async def round_(chat: Chat) -> None:
    waiting = await chat.once("waiting", joining.proposals)
    if waiting and chat.member.role == "organiser" and await wants_to_see(chat):
        return await review(chat, waiting[0])
    mine = await chat.once("mine", joining.mine)
    if not mine:
        return await chat.say(Text("round-none"))
    one = mine[0] if len(mine) == 1 else await which(chat, mine)
    what = await chat.choose(
        "what", Text("round-what", name=one.name, stands=stands(one)), ways(one), place="lookup"
    )
    return await do(chat, one, what)


@dialogue("round-approval")
async def approval(chat: Chat) -> None:
    """An organiser said that they approve: the groups that wait are shown, if any do."""
    waiting = await chat.once("waiting", joining.proposals)
    if waiting:
        return await review(chat, waiting[0])
    return await chat.say(Text("round-none-waiting"))


async def wants_to_see(chat: Chat) -> bool:
    """Whether an organiser asks for the groups, or for their own part."""
    return await chat.choose("team", Text("round-team-waiting"), FOR_THE_TEAM) == "see"


FOR_THE_TEAM = [
    Option(value="see", label=Text("round-team-see"), style="primary"),
    Option(value="mine", label=Text("round-team-mine")),
]


async def which(chat: Chat, mine: list[Standing]) -> Standing:
    options = [Option(value=str(each.ritual), label=Text("round-which-one", name=each.name))
               for each in mine]  # fmt: skip
    chosen = await chat.choose("which", Text("round-which"), options)
    return next(each for each in mine if str(each.ritual) == chosen)


def stands(one: Standing) -> Text:
    """How somebody stands to the rounds, in words."""
    if one.others and one.seat not in TAKING_PART:
        return Text("round-stands-placed", names=named(one.others))
    if one.seat in TAKING_PART:
        return Text(f"round-stands-{one.seat}")
    return Text(f"round-stands-{one.habit or 'none'}")


def ways(one: Standing) -> list[Option]:
    """What somebody can do now."""
    options = list[Option]()
    if one.seat in TAKING_PART:
        options.append(SKIP)
    elif one.round and one.seat != "placed":
        options.append(ONCE)
    elif not one.round and one.habit not in {"next", "standing"}:
        options.append(NEXT)
    if one.habit != "standing":
        options.append(ALWAYS)
    if one.habit not in {"", "out"}:
        options.append(LEAVE)
    if one.writes:
        options.append(WRITE)
    return [*options, FINE]


async def do(chat: Chat, one: Standing, what: str) -> None:
    match what:
        case "once" | "standing":
            await take_part(chat, one, what)
        case "skip":
            await skip(chat, one.ritual)
        case "leave":
            done = await chat.once("leave", joining.leave, one.ritual)
            await chat.say(Text("round-left" if done else "round-left-after"))
        case "write" if one.writes:
            await write(chat, one.writes)
        case _:
            await chat.say(Text("round-kept"))


def is_invited(scope: Scope, about: Mapping[str, Any]) -> bool:
    """Whether there is a reason to ask, or to go on asking."""
    return bool(joining.invited(scope, about["round"])) or joining.says_how(scope, about["round"])


@dialogue(
    "round-invite", purpose="solicitation", still=is_invited,
    explains={
        "what_is_it": "round-explained", **dict.fromkeys(small_talk.PUTS_OFF, "round-keeps"),
    },
)  # fmt: skip
async def invite(chat: Chat) -> None:
    how = await chat.once("how", joining.invited, chat.args["round"])
    one = await chat.once("ritual", joining.ritual_of, chat.args["round"])
    assert one.until is not None
    if how == "regular":
        question = Text("round-regular", name=one.name, until=one.until)
        wish = await chat.choose("regular", question, [FINE, SKIP, LEAVE], place="yielding")
        return await do(chat, one, wish)
    if how == "ask" and not await chat.once("ask", joining.ask, chat.args["round"]):
        return None
    what = about(one.size, one.days)
    question = Text("round-invite", name=one.name, what=what, until=Until(one.until))
    answer = await chat.choose("answer", question, INVITED, place="yielding")
    if answer == "no":
        await chat.once("heard", joining.go_on, one.ritual)
        return await chat.say(Text("round-not-now"))
    if answer == "leave":
        return await do(chat, one, answer)
    return await take_part(chat, one, answer)


def is_missed(scope: Scope, about: Mapping[str, Any]) -> bool:
    """Whether a yes still brings them in."""
    return joining.is_missed(scope, about["round"])


@dialogue("round-third", purpose="broadcast", still=is_missed)
async def third(chat: Chat) -> None:
    one = await chat.once("ritual", joining.ritual_of, chat.args["round"])
    three = await chat.confirm(
        "three", Text("round-third", name=one.name), yes=Text("round-three-yes"),
        no=Text("round-three-no"), place="yielding",
    )  # fmt: skip
    await chat.once("wish", joining.wish, one.ritual, [], three)
    await chat.say(Text("round-wished", name=one.name))


def about(size: int, days: int) -> Text:
    """What one is invited to."""
    if size > 3:
        return Text("round-invite-circle", size=size, days=days)
    return Text("round-invite-trio" if size == 3 else "round-invite-pair")


INVITED = [
    ONCE,
    ALWAYS,
    Option(value="no", label=Text("round-skip"), said=("unable", "later", "not_coming")),
    LEAVE,
]


@preview("round")
def shown_before(scope: Scope, plan: Plan) -> list[Sample]:
    """The invitation, as each kind of person will read it."""
    chosen = RoundSettings.model_validate(plan.settings)
    until, what = begins(scope, plan) + chosen.signup, about(chosen.size, chosen.days)
    words = Text("round-invite", name=plan.name, what=what, until=Until(until))
    return alike(scope, plan, words, INVITED)


def is_doubted(scope: Scope, about: Mapping[str, Any]) -> bool:
    """Whether the question still waits."""
    return joining.is_doubted(scope, about["ritual"])


@dialogue("round-doubt", purpose="broadcast", still=is_doubted)
async def doubt(chat: Chat) -> None:
    one = await chat.once("one", joining.standing, chat.args["ritual"])
    answer = await chat.choose("answer", Text("round-doubt", name=one.name), DOUBTS)
    if answer == "rest":
        await chat.once("rest", joining.rest, one.ritual)
        return await chat.say(Text("round-resting"))
    if answer == "leave":
        return await do(chat, one, answer)
    if answer == "once":
        await chat.once("go-on", joining.go_on, one.ritual)
        return await chat.say(Text("round-invited-on"))
    await chat.once("join", joining.join, one.ritual, answer)
    return await chat.say(Text("round-doubt-over"))


DOUBTS = [
    Option(value="standing", label=Text("round-always"), style="primary", said=("always",)),
    Option(value="once", label=Text("round-invite-on"), said=("yes",)),
    Option(value="rest", label=Text("round-rest")),
    LEAVE,
]


@dialogue("round-paused", purpose="broadcast", closes=("round-doubt",))
async def paused(chat: Chat) -> None:
    one = await chat.once("one", joining.standing, chat.args["ritual"])
    await chat.say(Text("round-paused", name=one.name))
