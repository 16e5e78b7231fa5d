"""What `passerelle ritual …` finds and shows: one ritual, a plan, its dates and messages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from bot.inside import inside
from bot.ritual_choices import group_ids, or_none
from bot.terminal import console, fail, faults, language, refuse, settings
from community import library
from community.rituals import Plan, WrongRitual, crowding, overview, plans
from community.rituals.overview import Line
from community.scope import Scope
from community.transitions import WrongState
from community.words import fold, time_zones
from conversations import previews, views
from conversations.dialogues.ritual_choices import chosen_said, group_choices
from conversations.dialogues.ritual_plan import complaint, home_zone, too_many
from conversations.language import render
from conversations.moments import moment_said
from conversations.questions import NotUnderstood
from conversations.rhythms import read_rhythm, rhythm_said
from conversations.texts import Text

T = TypeVar("T")


def work(job: Callable[[Scope], T]) -> T:
    """Do something with the rituals, in one transaction; what is wrong is told in one line."""
    given = settings()
    with faults(given):
        try:
            return inside(given, lambda scope, _space: job(scope))
        except WrongRitual as wrong:
            refuse(complaint(wrong.why, wrong.about))
        except NotUnderstood as wrong:
            refuse(wrong.text)
        except WrongState:
            fail("too-late")


def tell(texts: Iterable[Text]) -> None:
    """One line each."""
    for text in texts:
        console.print(render(text, language()), markup=False, highlight=False)


def from_library(
    scope: Scope,
    ready: str,
    rhythm: str | None,
    zone: str | None,
    group: Sequence[str],
    name: str | None,
) -> Plan:
    """A plan of a ready ritual, as it is proposed where nothing else is said."""
    one = library.ready().get(ready)
    if one is None:
        fail("cli-ritual-not-ready", name=ready, known=list(library.ready()))
    clock = zone_of(zone or home_zone(scope))
    said = rhythm or library.in_language(one.rhythm, language())
    return Plan(
        kind=one.kind, name=name or library.in_language(one.name, language()),
        rhythm=read_rhythm(said, scope.now, clock), settings=dict(one.settings),
        audience=group_ids(scope, group),
    )  # fmt: skip


def shown(scope: Scope, plan: Plan, ritual_id: int | None = None) -> None:
    """The next dates, and what each kind of person gets, in full; a day that would be too full."""
    plans.check(scope, plan)
    console.print(plan.name, style="bold", markup=False)
    said = rhythm_said(plan.rhythm, scope.now)
    dates = [moment_said(each, plan.rhythm.zone) 
             for each in overview.dates(scope, plan, ritual_id)]  # fmt: skip
    names = {each.id: each.name for each in group_choices(scope)}
    rhythm = Text("ritual-rhythm-line", rhythm=said, zone=plan.rhythm.zone)
    tell([rhythm, *chosen_said(plan, names), *dates])
    for each in previews.samples(scope, plan):
        language = Text(f"language-{each.locale}")
        tell([Text("ritual-preview-for", who=each.reader, language=language)])
        below = [each.card.title, *each.card.lines] if each.card else []
        there = views.seen(views.platforms(scope), each.outgoing(plan.rhythm.zone))
        for text in (each.text, *below, *([there] if there else [])):
            console.print(render(text, each.locale), markup=False, highlight=False, style="dim")
    full = crowding.crowded(scope, plan, ritual_id)
    tell([too_many(full)] if full else [])


def find(scope: Scope, name: str) -> Line:
    """The one ritual of this name, or with it in its name."""
    known = overview.lines(scope)
    found = [each for each in known if fold(each.name) == fold(name)] or [
        each for each in known if fold(name) in fold(each.name)
    ]
    if len(found) != 1:
        fail("cli-ritual-which", name=name, known=or_none([each.name for each in known]))
    return found[0]


def zone_of(zone: str) -> str:
    """The zone, if there is one of this name."""
    if zone not in time_zones():
        fail("rhythm-zone", zone=zone)
    return zone
