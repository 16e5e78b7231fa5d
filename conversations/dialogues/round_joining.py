"""Joining a round (P18): how one likes to meet, and who is not in after all."""

from __future__ import annotations

from community.rounds import joining
from community.rounds.joining import Standing
from conversations.answers import BACKS_OUT
from conversations.chat import Chat
from conversations.questions import NO, YES, NotUnderstood, Option
from conversations.second_thoughts import backs_out
from conversations.spoken import ours_in
from conversations.texts import Text, Until

THREE = [
    Option(value=YES, label=Text("round-three-yes"), style="primary"),
    Option(value=NO, label=Text("round-three-no")),
]
SPOKEN = [
    Option(value="fr", label=Text("language-fr")),
    Option(value="en", label=Text("language-en")),
    Option(value="fr en", label=Text("round-language-both")),
]


async def take_part(chat: Chat, one: Standing, how: str) -> None:
    """Join at once; the first time, how one likes to meet is asked, which nobody has to answer."""
    known = await chat.once("known", joining.wishes_known, one.ritual)
    now = await chat.once("join", joining.join, one.ritual, how)
    if not known:
        if not await wishes(chat, one):
            return await skip(chat, one.ritual)
        now = await chat.once("stands", joining.standing, one.ritual)
    return await chat.say(joined(now))


async def wishes(chat: Chat, one: Standing) -> bool:
    """Whether three are fine, where people meet in twos, and in which languages; False where that
    is answered with not being in after all."""
    language, three = Text("round-language"), None
    if one.pairs:
        seated = Text("round-seated", question=Text("round-three"))
        said = await chat.choose_or_say(
            "three", seated, THREE, place="yielding", hears=(BACKS_OUT,)
        )  # fmt: skip
        if await is_out(chat, one, "three", said):
            return False
        three = said == YES
        await chat.once("wish-three", joining.wish, one.ritual, [], three)
    else:
        language = Text("round-seated", question=language)
    spoken = await chat.choose_or_say(
        "language", language, SPOKEN, place="yielding", hears=("languages", BACKS_OUT),
        read=languages,
    )  # fmt: skip
    if await is_out(chat, one, "language", spoken):
        return False
    await chat.once("wish", joining.wish, one.ritual, spoken.split(), three)
    return True


async def is_out(chat: Chat, one: Standing, question: str, said: str) -> bool:
    """Whether they are not in after all, if the question was answered with that; who is in all the
    same is asked again."""
    if not backs_out(said):
        return False
    sure = await chat.confirm(
        "out", Text("stake-skips-sure", name=one.name), yes=Text("stake-skips-yes"),
        no=Text("stake-skips-no"),
    )  # fmt: skip
    return True if sure else await chat.forget(question, "out")


async def skip(chat: Chat, ritual: int) -> None:
    """Not this time."""
    done = await chat.once("skip", joining.skip, ritual)
    await chat.say(Text("round-skipped" if done else "round-too-late"))


def languages(words: str) -> str:
    """Those of ours that somebody names, who may name others beside them."""
    if backs_out(words):
        return words
    ours = " ".join(sorted(ours_in(words), reverse=True))
    if ours not in {each.value for each in SPOKEN}:
        raise NotUnderstood(Text("round-language-ours"))
    return ours


def joined(now: Standing) -> Text:
    """What comes next for whoever has just joined; or said later on how they like to meet."""
    if now.seat == "in" and now.round != "open":
        return Text("round-joined-proposed", name=now.name)
    if now.seat == "in" and now.until:
        return Text("round-joined", name=now.name, until=now.until)
    if now.seat == "late" and now.until:
        return Text("round-joined-late", name=now.name, until=Until(now.until))
    if now.seat == "" and now.habit in {"next", "standing"}:
        return Text("round-joined-next", name=now.name)
    return Text("round-wished", name=now.name)
