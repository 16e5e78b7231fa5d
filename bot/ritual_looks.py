"""What `passerelle ritual …` finds and shows: one ritual, a plan, its dates and messages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import typer

from bot.inside import inside
from bot.ritual_choices import group_ids, or_none
from bot.terminal import console, fail, faults, language, refuse, settings, words
from community import library
from community.rituals import Plan, WrongRitual, crowding, overview, plans
from community.rituals.overview import Line, Now
from community.rituals.plans import Moved
from community.rituals.runs import StillOpen, UnderWay
from community.rounds.overlap import overlap
from community.scope import Scope
from community.transitions import WrongState
from community.words import fold, time_zones
from conversations import previews, views
from conversations.dialogues import rituals as dialogue
from conversations.dialogues.ritual_choices import chosen_said, group_choices
from conversations.dialogues.ritual_plan import cautions, complaint, home_zone, now_said
from conversations.dialogues.ritual_states import standing, still_open
from conversations.language import render
from conversations.moments import moment_said
from conversations.questions import NotUnderstood
from conversations.rhythms import read_rhythm, rhythm_said
from conversations.texts import Argument, Text

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
        except UnderWay:
            fail("cli-ritual-just-ran")
        except StillOpen as open_:
            refuse(still_open(open_.name, open_.until, open_.zone))
        except Moved as moved:
            refuse(now_said(Now(moved.name, moved.to)))
        except WrongState:
            fail("too-late")


def tell(texts: Iterable[Text], zone: str = "UTC") -> None:
    """One line each; hours as they are in this zone."""
    for text in texts:
        console.print(render(text, language(), zone), markup=False, highlight=False)


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
    said = library.in_language(one.rhythm, language()) if rhythm is None else rhythm
    audience = group_ids(scope, group)
    if name is None:
        name = plans.new_name(scope, library.in_language(one.name, language()), audience)
    else:
        plans.require_new_name(scope, name)
    return Plan(
        kind=one.kind, name=name, rhythm=read_rhythm(said, scope.now, clock),
        settings=dict(one.settings), audience=audience,
    )  # fmt: skip


def shown(scope: Scope, plan: Plan, ritual_id: int | None = None) -> None:
    """The next dates, and what each kind of person gets, in full; what is good to know before.

    Hours are those of the ritual's zone: who reads it in another one sees their own.
    """
    plans.check(scope, plan)
    zone = plan.rhythm.zone
    console.print(plan.name, style="bold", markup=False)
    said = rhythm_said(plan.rhythm, scope.now)
    dates = [moment_said(each, zone) 
             for each in overview.dates(scope, plan, ritual_id)]  # fmt: skip
    names = {each.id: each.name for each in group_choices(scope)}
    rhythm = Text("ritual-rhythm-line", rhythm=said, zone=zone)
    tell([rhythm, *chosen_said(plan, names), *dates])
    for each in previews.samples(scope, plan):
        language = Text(f"language-{each.locale}")
        tell([Text("ritual-preview-for", who=each.reader, language=language)])
        below = [each.card.title, *each.card.lines] if each.card else []
        there = views.seen(views.platforms(scope), each.outgoing(zone))
        for text in (each.text, *below, *([there] if there else [])):
            line = render(text, each.locale, zone)
            console.print(line, markup=False, highlight=False, style="dim")
    crowded, again = crowding.crowded(scope, plan, ritual_id), overlap(scope, plan, ritual_id)
    tell(cautions(plan.rhythm, crowded, again), zone)


def find(scope: Scope, name: str) -> Line:
    """The one ritual of this name, or with it in its name, or of this number."""
    known = overview.lines(scope)
    found = (
        [each for each in known if str(each.id) == name]
        or [each for each in known if fold(each.name) == fold(name)]
        or [each for each in known if fold(name) in fold(each.name)]
    )
    if len(found) != 1:
        shown = [told_apart(each, known) for each in known]
        fail("cli-ritual-which", name=name, known=shown or or_none([]))
    return found[0]


def told_apart(each: Line, known: Sequence[Line]) -> str | Text:
    """A ritual's name; with its number and more where another one is called the same."""
    if sum(fold(other.name) == fold(each.name) for other in known) == 1:
        return each.name
    return Text("cli-ritual-numbered", number=str(each.id), ritual=dialogue.told_apart(each, known))


def alive(one: Line) -> Line:
    """The ritual, if runs of it come; else what to do about that, and the end."""
    if stands := standing(one):
        refuse(stands)
    return one


def agree(yes: bool, key: str, **args: Argument) -> None:
    """Go on after a yes, or with `--yes`; where nobody can be asked, say so and end."""
    if yes:
        return
    try:
        agreed = typer.confirm(words(key, **args))
    except typer.Abort:
        console.print()
        fail("cli-ritual-unasked")
    if not agreed:
        console.print(words("ritual-dropped"))
        raise typer.Exit(1)


def zone_of(zone: str) -> str:
    """The zone, if there is one of this name."""
    if zone not in time_zones():
        fail("rhythm-zone", zone=zone)
    return zone
