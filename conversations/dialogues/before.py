"""Before a request goes anywhere: what a peer should not carry alone, and how much one may ask."""

from __future__ import annotations

from community import limits, sensitive
from community.limits import Limit
from community.sensitive import Guidance
from conversations import needs
from conversations.chat import Chat
from conversations.dialogues.correspondence import tell_the_team
from conversations.guidance import in_words
from conversations.questions import Option, Place
from conversations.texts import Text

GO_ON, TEAM, LEAVE = "go-on", "team", "leave"


async def within_limits(chat: Chat, step: str) -> bool:
    """Whether this member may ask now; says so if not."""
    limit = await chat.once(step, limits.reached)
    if limit is not None:
        await chat.say(too_much(limit))
    return limit is None


async def looked_after(chat: Chat, words: str, before: str = "", part: str = "") -> bool:
    """Whether to go on with these words; `before` are those that were answered for already.

    `part` begins the names of the questions, where there are several such words in a dialogue.
    """
    told = chat.member.locale
    touched = await chat.once(f"{part}guidance", sensitive.guidance, words, told, before)
    return touched is None or await cared_for(chat, touched, part)


async def cared_for(
    chat: Chat, touched: Guidance, part: str, *, may_ask: bool = True, place: Place = "floor"
) -> bool:
    """The community's policy and the numbers to call; asking peers all the same is free."""
    options = [each for each in CARE if may_ask or each.value != GO_ON]
    what = await chat.choose(f"{part}care", in_words(touched), options, place=place)
    await done(chat, what, part)
    return what == GO_ON


async def cried(chat: Chat, touched: Guidance) -> str:
    """The same for somebody who named nothing that help is wanted with: what they name now, GO_ON,
    or "" when everything has been said."""
    said = await chat.choose_or_say("cried", in_words(touched), CARE, read=needs.subject)
    await done(chat, said, "cry-")
    return "" if said in {TEAM, LEAVE} else said


async def done(chat: Chat, what: str, part: str) -> None:
    if what == TEAM:
        await tell_the_team(chat, part=part)
    elif what == LEAVE:
        await chat.say(Text("sensitive-left"))


CARE = [
    Option(value=TEAM, label=Text("sensitive-team"), style="primary", said=("yes",)),
    Option(value=GO_ON, label=Text("sensitive-go-on")),
    Option(value=LEAVE, label=Text("ask-drop"), said=("no", "nothing")),
]


def too_much(limit: Limit) -> Text:
    """Why not now, kindly, and what works instead."""
    if limit.why != "held":
        return Text(f"limit-{limit.why}", most=limit.most)
    return Text("limit-held", until=limit.until) if limit.until else Text("limit-held-open")
