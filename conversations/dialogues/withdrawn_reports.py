"""Taking a report back: by its own button, by words, or out of the list of what can be told."""

from __future__ import annotations

from collections.abc import Sequence

from community import withdrawn_reports
from community.withdrawn_reports import Mine
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.cards import who
from conversations.questions import Option
from conversations.texts import Text

BACK, LEAVE = "back", "leave"
BACK_OPTION = Option(
    value=BACK, label=Text("report-back"), said=("report_back", "wrong_person", "not_them")
)
"""Takes a report back."""


async def take_back(chat: Chat) -> None:
    """A report of one's own that the team has not closed, after a look at which."""
    mine = await chat.once("mine-now", withdrawn_reports.mine)
    if not mine:
        return await chat.say(Text("report-back-none"))
    which = await chat.choose("back", Text("report-back-which"), withdrawing(mine))
    if which == LEAVE:
        return await chat.say(Text("report-back-kept"))
    back = await chat.once("withdraw", withdrawn_reports.withdraw, int(which))
    await chat.say(Text("report-back-done" if back else "report-back-late"))


def withdrawing(mine: Sequence[Mine]) -> list[Option]:
    """Each by its words; a yes means the only one, and a no that it stays."""
    said = ("yes",) if len(mine) == 1 else ()
    return [
        *(
            Option(value=str(each.id), label=Text("report-back-words", words=each.words), said=said)
            for each in mine
        ),
        Option(value=LEAVE, label=Text("report-back-leave"), said=("no", "never_mind", "nothing")),
    ]


@dialogue("report-withdrawn", purpose="notice", closes=("reported",))
async def report_withdrawn(chat: Chat) -> None:
    told = await chat.once("told", withdrawn_reports.told, chat.args["report"])
    await chat.say(Text("report-withdrawn", name=who(told.reporter), about=who(told.about)))
