"""The requester leaves somebody out of a request that is under way: "sans Awa" (P3)."""

from __future__ import annotations

from collections.abc import Sequence

from community import leaving_out, standings
from community.limits import WAITING
from community.lookup import Found
from conversations import left_out
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.stands import stands
from conversations.questions import Option
from conversations.texts import Text

KEEP = "keep"


@dialogue("leave-out")
async def leave_out(chat: Chat) -> None:
    """Of several requests, which one is asked."""
    mine = await chat.once("mine", standings.mine)
    waiting = [each for each in mine if each.state in WAITING]
    if not waiting:
        return await chat.say(Text("too-late"))
    out = await chat.once("left-out", left_out.members, chat.args["words"])
    which = str(waiting[0].id)
    if len(waiting) > 1:
        which = await chat.choose("which", Text("where-left-out-which", names=_names(out)), [
            *(Option(value=str(each.id), label=Text("asks-one", need=each.need))
              for each in waiting),
            Option(value=KEEP, label=Text("where-reword-keep"), said=("no", "skip", "never_mind")),
        ])  # fmt: skip
    if which == KEEP:
        return await chat.say(Text("where-kept"))
    return await without(chat, int(which), out)


async def without(chat: Chat, ask_id: int, out: Sequence[Found], *, part: str = "") -> None:
    """These people have nothing more to do with it, and its requester reads how it goes on.

    `part` tells one time from another in a dialogue.
    """
    now = await chat.once(f"apart{part}", leaving_out.leave_out, ask_id, [each.id for each in out])
    if now.state == "introduced":
        return await chat.say(Text("where-too-late", name=now.helper))
    told = Text("where-left-out", names=_names(out))
    line = Text("where-line", need=now.need, stands=stands(now))
    return await chat.say(Text("two-paragraphs", first=told, second=line))


def _names(out: Sequence[Found]) -> list[str]:
    return [each.name for each in out]
