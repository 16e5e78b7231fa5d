"""The last runs, as organisers read them: figures, and how far their messages have come."""

from __future__ import annotations

from dataclasses import replace

from community import rituals, turnout
from community.rituals import Figures, progress
from community.rituals.overview import Line
from community.rituals.progress import MISSES, WAITS, Progress
from community.rituals.runs import Past
from community.rounds import tally
from community.scope import Scope
from conversations.chat import Chat
from conversations.moments import moment_said
from conversations.texts import Lines, Text

FEWEST = 5
"""Figures about fewer people are not shown (promise 11)."""
FIGURES = (
    "asked", "invited", "answered", "yes", "came", "signed", "answers", "told", "resting", "joined",
    "groups", "left-alone", "left-language", "left-hours", "left-nobody", "left-odd", "met",
    "liked-well", "liked-fine", "liked-no",
)  # fmt: skip
"""What is told of a run, in this order, where its kind counts it."""

OF_EACH = 3
"""Runs of one ritual among those of all: what comes daily leaves room for the others."""


async def last(chat: Chat, one: Line | None = None) -> None:
    """The last runs: a few of each ritual, or those of one."""
    found = await chat.once("past", past, one.id if one else None)
    if not found:
        return await chat.say(Text("ritual-last-none"))
    far = await chat.once("far", come, [each.id for each in found])
    lines = [_line(each, far[n]) for n, each in enumerate(found)]
    return await chat.say(Text("ritual-last", lines=Lines(lines)))


def past(scope: Scope, ritual_id: int | None = None) -> list[Past]:
    """The last runs; of a round, a survey or a gathering, what has come of it so far."""
    found = rituals.last_runs(
        scope.connection, scope.community_id, ritual_id=ritual_id,
        of_each=None if ritual_id else OF_EACH,
    )  # fmt: skip
    now = tally.of_runs(scope, [each.id for each in found if each.state == "running"])
    now |= turnout.of_runs(scope, [each.id for each in found])
    return [replace(each, figures=each.figures | now.get(each.id, {})) for each in found]


def come(scope: Scope, run_ids: list[int]) -> list[Progress]:
    """How far the messages of each run have come."""
    found = progress.of_runs(scope, run_ids)
    return [found.get(each, Progress()) for each in run_ids]


def run_lines(scope: Scope, ritual_id: int | None = None) -> list[Text]:
    """The last runs, one line each."""
    found = past(scope, ritual_id)
    far = come(scope, [each.id for each in found])
    return [_line(each, far[n]) for n, each in enumerate(found)]


def shown(figure: int) -> str | Text:
    """A figure, unless it is about so few that it tells who they were."""
    return str(figure) if figure >= FEWEST or not figure else Text("ritual-few")


def _line(each: Past, far: Progress) -> Text:
    state = "off" if "signed" in each.figures else each.state
    line = Text(
        "ritual-last-line", at=moment_said(each.due_at, each.zone), name=each.name,
        state=Text(f"ritual-run-{state}"),
    )  # fmt: skip
    figures = [Text(f"ritual-figure-{name}", figure=_figure(name, each.figures))
               for name in FIGURES if isinstance(each.figures.get(name), int)]  # fmt: skip
    line = Text("ritual-figures", line=line, figures=figures) if figures else line
    return _with_progress(line, far)


def _figure(name: str, figures: Figures) -> str | Text:
    """Groups are no people: how many there are tells of nobody where enough took part."""
    if name == "groups" and figures["joined"] >= FEWEST:
        return str(figures[name])
    return shown(figures[name])


def _with_progress(line: Text, far: Progress) -> Text:
    """Below it who has it and why others don't, unless everybody has."""
    return how_far(line, far) if any(far.counts.values()) else line


def how_far(line: Text, far: Progress) -> Text:
    """Below it who has it, and why others don't."""
    told = _told(far)
    why = [_why(each, told[each]) for each in (*WAITS, *MISSES) if far.counts.get(each)]
    if not why:
        return Text("ritual-progress-done", line=line, have=have(far))
    key = "ritual-progress" if far.got else "ritual-progress-none"
    return Text(key, line=line, have=have(far), why=why)


def _why(reason: str, figure: str | Text | None) -> Text:
    said = Text(f"progress-{reason}")
    return Text("ritual-progress-figure", why=said, figure=figure) if figure else said


def have(far: Progress) -> Text:
    """How many have it; of few, only whether all of them do."""
    if not far.got:
        return Text("ritual-have-none")
    if far.total < FEWEST:
        return Text("ritual-have-all" if far.got == far.total else "ritual-have-some")
    got = _told(far)["got"]
    return Text("ritual-have", got=got, total=str(far.total)) if got else Text("ritual-have-some")


def _told(far: Progress) -> dict[str, str | Text | None]:
    """Each figure as it is told; None for those that would tell, with the total, one about few.

    Where one is about few, the smallest others go untold, too, until there are enough beside them.
    """
    figures = {"got": far.got, **far.counts}
    few = sum(n for n in figures.values() if n < FEWEST)
    told, beside = (
        {each: shown(n) for each, n in figures.items()},
        far.total - sum(figures.values()),
    )
    untold: dict[str, None] = {}
    for each in sorted(figures, key=figures.__getitem__):
        if few and figures[each] >= FEWEST and _too_few(few, beside):
            untold, beside = untold | {each: None}, beside + figures[each]
    if few and _too_few(few, beside):
        untold["got"] = None
    return told | untold


def _too_few(few: int, beside: int) -> bool:
    """Whether what is not told of comes to so few people that it tells of some of them."""
    return beside < FEWEST or few + beside < 2 * FEWEST
