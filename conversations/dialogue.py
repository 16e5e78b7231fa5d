"""What a dialogue is: a coroutine with a name, and how it behaves beside the others."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from community.scope import Scope
from conversations.chat import Chat
from conversations.outgoing import Purpose
from conversations.texts import Text

NOTHING: Mapping[str, str] = {}
Script = Callable[[Chat], Coroutine[Any, Any, None]]
Still = Callable[[Scope, Mapping[str, Any]], bool]
"""Told the dialogue's arguments."""
Objection = Callable[[Scope, Mapping[str, Any]], str]
"""The code of a rule that stands in the way, "" for none; told the dialogue's arguments."""
Needed = Callable[[Scope, Mapping[str, Any]], datetime]
"""Told the dialogue's arguments."""
Refused = Callable[[Scope, Mapping[str, Any]], None]
Late = Callable[[Scope, Mapping[str, Any]], Text]
"""What to tell whoever answers what was overtaken; told the dialogue's arguments."""

LooksUp = Callable[[Mapping[str, Any]], bool]
"""Told the dialogue's arguments."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A dialogue as the engine knows it."""

    name: str
    script: Script
    purpose: Purpose
    cancellable: bool
    alone: bool
    """Starting it again replaces the one that is open."""
    closes: tuple[str, ...]
    """Dialogues that have no point any more once this one starts with the same arguments."""
    still: Still | None = None
    """Whether it has a point now: asked whenever it is its turn; by default it always has."""
    suggestion: bool = False
    """Whether it is an idea of somebody else's that members can opt out of."""
    objection: Objection | None = None
    refused: Refused | None = None
    late: Late | None = None
    reopens: Still | None = None
    """Whether an answer still counts that comes once it has no point any more."""
    fleeting: tuple[str, ...] = ()
    needed_by: Needed | None = None
    """Until when it is of use: it waits for no morning that comes later."""
    goes_on: tuple[str, ...] = ()
    """Questions at which whoever starts it again is asked them again: it holds what they wrote.
    They stand as long as it `reopens`, whatever came of the answer before them."""
    looks_up: LooksUp | None = None
    """Whether, so started, it only shows something: then it replaces none that does more."""
    last_word: bool = False
    """Whether nothing is asked right after it: what it interrupted waits for their next words."""
    counts_as: str = ""
    """The dialogue of which it is a part for the contact budget, if it is one."""
    brings_news: bool = False
    """Whether something is told later of what is begun with it."""
    explains: Mapping[str, str] = field(default_factory=dict)
    """The texts for who asks about it where its question stands ("what is it?"), by the lists of
    such words; the question is put again."""
    lasts: bool = False
    """Whether one that waits for its time is not replaced by what is only begun: it closes it."""
    several: bool = False
    """Whether one can be wished for beside others: what waits to begin is not replaced."""
    by_day: bool = False
    """Whether it waits for the end of quiet hours even as a notice, unless its reader asked."""


REGISTRY: dict[str, Definition] = {}


class DialogueNameTaken(ValueError):
    """Two dialogues have the same name: rename one."""


def dialogue(
    name: str,
    *,
    purpose: Purpose = "reply",
    cancellable: bool = True,
    alone: bool = True,
    closes: tuple[str, ...] = (),
    still: Still | None = None,
    suggestion: bool = False,
    objection: Objection | None = None,
    refused: Refused | None = None,
    late: Late | None = None,
    reopens: Still | None = None,
    fleeting: tuple[str, ...] = (),
    needed_by: Needed | None = None,
    goes_on: tuple[str, ...] = (),
    looks_up: LooksUp | None = None,
    last_word: bool = False,
    counts_as: str = "",
    brings_news: bool = False,
    explains: Mapping[str, str] = NOTHING,
    lasts: bool = False,
    several: bool = False,
    by_day: bool = False,
) -> Callable[[Script], Script]:
    """Make a coroutine a dialogue.

    `purpose` is that of its messages when the bot starts it; "cancel" ends it unless `cancellable`
    is False; with `alone` False several can be open at once with the same person. One that is not
    `still` of use is dropped instead of being asked (again).

    Of one that asks for something of the bot's own accord, `objection` may name one more reason why
    it must not leave ("blocked"), and `refused` is told when it never will. One that is `needed_by`
    a moment before the quiet hours end leaves in them. `late` finds the words for who still presses
    its buttons, weeks after it was overtaken; `reopens` says whether the answer counts
    all the same. `fleeting` names arguments that are somebody's words: they are not kept once they
    were said. What `counts_as` another dialogue costs nothing of the contact budget once that one
    was counted for the same. Whoever starts it again while one of the questions that it `goes_on`
    with is open is asked that again; started only to look something up (`looks_up`), it replaces no
    other. After one that is the `last_word`, nothing is asked until its person writes again.
    Whoever wants nothing but answers is told where one that `brings_news` leaves them. Who asks
    about it, in words of one of the lists, reads what it `explains`. One that `lasts` and waits
    goes on until what was started anew closes it. `several` of them can wait in line. A notice that
    nobody is to be woken for is told `by_day`, at once only to whoever `asked` for what it is
    about, as its arguments say.
    """

    def register(script: Script) -> Script:
        if name in REGISTRY:
            raise DialogueNameTaken(f"{DialogueNameTaken.__doc__} ({name})")
        REGISTRY[name] = Definition(
            name=name, script=script, purpose=purpose, cancellable=cancellable, alone=alone,
            closes=closes, still=still, suggestion=suggestion, objection=objection,
            refused=refused, late=late, reopens=reopens, fleeting=fleeting, needed_by=needed_by,
            goes_on=goes_on, looks_up=looks_up, last_word=last_word, counts_as=counts_as,
            brings_news=brings_news, explains=explains, lasts=lasts, several=several,
            by_day=by_day,
        )  # fmt: skip
        return script

    return register
