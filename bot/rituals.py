"""`passerelle ritual …`: the community's rituals from the command line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.platforms import PLATFORMS
from bot.ritual_choices import (
    Apart,
    Choices,
    Days,
    Language,
    Late,
    Mix,
    Place,
    Questions,
    Size,
    Title,
    group_ids,
)
from bot.ritual_looks import agree, alive, find, from_library, shown, tell, work, zone_of
from bot.terminal import console, fail, faults, language, settings, words
from community import library, rituals
from community.rituals import Plan, days_off, overview, plans, runs
from community.rituals import ics as ics_file
from community.rituals.overview import Line
from community.scope import Scope
from conversations import dialogues
from conversations.dialogues.ritual_calendar import coming
from conversations.dialogues.ritual_runs import run_lines
from conversations.dialogues.rituals import ritual_line
from conversations.moments import moment_said
from conversations.rhythms import read_days_off, read_rhythm
from conversations.texts import Text

assert dialogues.__all__, "importing the dialogues makes the kinds of rituals known"
assert PLATFORMS, "importing the platforms makes their views known"

app = typer.Typer(help=words("cli-ritual"), no_args_is_help=True)
Name = Annotated[str, typer.Argument(help=words("cli-ritual-name"))]
Called = Annotated[str | None, typer.Option(help=words("cli-ritual-called"))]
Yes = Annotated[bool, typer.Option("--yes", help=words("cli-ritual-yes"))]
Groups = Annotated[list[str] | None, typer.Option("--group", help=words("cli-ritual-group"))]


@app.command("list", help=words("cli-ritual-list"))
def list_() -> None:
    known = work(overview.lines)
    tell([ritual_line(each) for each in known] or [Text("ritual-none")])


@app.command(help=words("cli-ritual-library"))
def ready() -> None:
    settings()
    for name, each in library.ready().items():
        about = library.in_language(each.about, language())
        console.print(f"{name}: {about}", markup=False, highlight=False)


@app.command(help=words("cli-ritual-last"))
def last(
    name: Annotated[str | None, typer.Argument(help=words("cli-ritual-last-name"))] = None,
) -> None:
    def lines(scope: Scope) -> list[Text]:
        return run_lines(scope, find(scope, name).id if name else None)

    tell(work(lines) or [Text("ritual-last-none")])


@app.command(help=words("cli-ritual-calendar"))
def calendar(
    ics: Annotated[Path | None, typer.Option(help=words("cli-ritual-ics"))] = None,
) -> None:
    if ics is not None:
        if ics.exists():
            fail("cli-file-exists", file=str(ics))
        with faults(settings(), ics):
            ics.write_bytes(work(ics_file.written))
        return console.print(words("cli-ritual-ics-written", file=str(ics)))
    found = work(coming)
    lines = [Text("ritual-calendar-line", at=moment_said(each.at, each.zone), name=each.name)
             for each in found]  # fmt: skip
    return tell(lines or [Text("ritual-calendar-empty")])


@app.command(help=words("cli-ritual-add"))
def add(
    ready: Annotated[str, typer.Argument(help=words("cli-ritual-ready"))],
    rhythm: Annotated[str | None, typer.Option(help=words("cli-ritual-rhythm"))] = None,
    zone: Annotated[str | None, typer.Option(help=words("cli-ritual-zone"))] = None,
    group: Groups = None,
    place: Place = None,
    name: Called = None,
    size: Size = None,
    mix: Mix = None,
    apart: Apart = None,
    days: Days = None,
    late: Late = None,
    language: Language = None,
    title: Title = None,
    question: Questions = None,
    buddy: Annotated[bool, typer.Option("--buddy", help=words("cli-ritual-buddy"))] = False,
    pilot: Annotated[bool, typer.Option(help=words("cli-ritual-pilot"))] = False,
    yes: Yes = False,
) -> None:
    if pilot and not group:
        fail("cli-ritual-pilot-group")
    chosen = Choices(
        size=size, mix=mix, apart=apart, days=days, late=late, language=language, place=place,
        title=title, questions=question,
    )  # fmt: skip

    def planned(scope: Scope) -> Plan:
        plan = chosen.of(scope, from_library(scope, ready, rhythm, zone, group or (), name))
        return replace(plan, settings=plan.settings | {"buddy": True}) if buddy else plan

    plan = work(planned)
    work(lambda scope: shown(scope, plan))
    agree(yes, "ritual-keep-it")
    work(lambda scope: rituals.plan(scope, plan, "pilot" if pilot else "on"))
    console.print(words("ritual-piloted" if pilot else "ritual-kept", name=plan.name))


@app.command(help=words("cli-ritual-preview"))
def preview(name: Name) -> None:
    def show(scope: Scope) -> None:
        one = find(scope, name)
        shown(scope, plans.planned(plans.get(scope, one.id)), one.id)

    work(show)


@app.command(help=words("cli-ritual-change"))
def change(
    name: Name,
    rhythm: Annotated[str | None, typer.Option(help=words("cli-ritual-rhythm"))] = None,
    zone: Annotated[str | None, typer.Option(help=words("cli-ritual-zone"))] = None,
    group: Groups = None,
    place: Place = None,
    new_name: Annotated[str | None, typer.Option("--name", help=words("cli-ritual-called"))] = None,
    size: Size = None,
    mix: Mix = None,
    apart: Apart = None,
    days: Days = None,
    late: Late = None,
    language: Language = None,
    title: Title = None,
    question: Questions = None,
    yes: Yes = False,
) -> None:
    chosen = Choices(
        size=size, mix=mix, apart=apart, days=days, late=late, language=language, place=place,
        title=title, questions=question,
    )  # fmt: skip
    given = (rhythm, zone, group, new_name)
    if all(each is None for each in given) and not chosen.any:
        fail("cli-ritual-change-what")

    def wanted(scope: Scope) -> tuple[Line, Plan]:
        one = find(scope, name)
        plan = plans.planned(plans.get(scope, one.id))
        if rhythm is not None:
            plan = replace(plan, rhythm=read_rhythm(rhythm, scope.now, zone_of(zone or one.zone)))
        elif zone is not None:
            plan = replace(plan, rhythm=plan.rhythm.moved(zone_of(zone)))
        if group:
            plan = replace(plan, audience=group_ids(scope, group))
        return one, chosen.of(scope, plan if new_name is None else replace(plan, name=new_name))

    one, plan = work(wanted)
    work(lambda scope: shown(scope, plan, one.id))
    agree(yes, "ritual-change-sure")
    work(lambda scope: rituals.change(scope, one.id, plan, revision=one.revision))
    _stands(one)


@app.command(help=words("cli-ritual-widen"))
def widen(name: Name, yes: Yes = False) -> None:
    """For everyone: shown before it is so."""

    def wanted(scope: Scope) -> Line:
        one = find(scope, name)
        shown(scope, replace(plans.planned(plans.get(scope, one.id)), audience=()), one.id)
        return one

    one = work(wanted)
    agree(yes, "ritual-change-sure")
    work(lambda scope: rituals.widen(scope, one.id))
    _stands(one)


@app.command(help=words("cli-ritual-archive"))
def archive(name: Name, yes: Yes = False) -> None:
    one = work(lambda scope: find(scope, name))
    agree(yes, "ritual-archive-sure", name=one.name)
    work(lambda scope: rituals.archive(scope, one.id))
    console.print(words("ritual-archived", name=one.name), markup=False)


@app.command(help=words("cli-ritual-run"))
def run(name: Name, yes: Yes = False) -> None:
    """Once more, now; where one is under way, only after a yes."""
    one, seen = work(lambda scope: _begun(scope, name))
    if seen is not None:
        agree(yes, "ritual-run-again", name=one.name, begun=moment_said(seen, one.zone))
    work(lambda scope: rituals.run_now(scope, one.id, seen))
    _stands(one)


def _begun(scope: Scope, name: str) -> tuple[Line, datetime | None]:
    """A ritual that is alive, and since when a run of it is under way."""
    one = alive(find(scope, name))
    runs.require_closed(scope, plans.get(scope, one.id))
    return one, runs.under_way(scope, one.id)


def _stands(one: Line) -> None:
    """Where a ritual stands now."""
    tell([ritual_line(each) for each in work(overview.lines) if each.id == one.id])


def _acting(verb: str, act: Callable[[Scope, int], object]) -> Callable[[str], None]:
    """A command that does one thing to one ritual, and says where it stands then."""

    def command(name: Name) -> None:
        def done(scope: Scope) -> Line:
            one = find(scope, name)
            act(scope, one.id)
            return one

        _stands(work(done))

    command.__name__ = verb
    return command


_ACTS: Mapping[str, Callable[[Scope, int], object]] = {
    "start": rituals.start, "pause": rituals.pause, "resume": rituals.resume,
}  # fmt: skip
for _verb, _act in _ACTS.items():
    app.command(_verb, help=words(f"cli-ritual-{_verb}"))(_acting(_verb, _act))


@app.command(help=words("cli-ritual-skip"))
def skip(name: Name, yes: Yes = False) -> None:
    """Leave the next time out; where one is left out already, only after a look at both dates."""
    one, out = work(lambda scope: _next_of(scope, name))
    if one.next_at is None:
        fail("ritual-over", name=one.name)
    if out:
        agree(yes, "ritual-skip-also", name=one.name, out=moment_said(out[-1], one.zone),
              next=moment_said(one.next_at, one.zone))  # fmt: skip
    work(lambda scope: rituals.skip_next(scope, one.id, one.next_at))
    _stands(one)


def _next_of(scope: Scope, name: str) -> tuple[Line, list[datetime]]:
    """A ritual, and the runs of it that are left out already."""
    one = alive(find(scope, name))
    return one, days_off.left_out(scope, plans.get(scope, one.id))


@app.command(help=words("cli-ritual-duplicate"))
def duplicate(
    name: Name, new: Annotated[str, typer.Argument(help=words("cli-ritual-called"))]
) -> None:
    work(lambda scope: rituals.duplicate(scope, find(scope, name).id, new))
    console.print(words("ritual-duplicated", name=new))


@app.command(help=words("cli-ritual-holidays"))
def holidays(
    days: Annotated[list[str] | None, typer.Argument(help=words("cli-ritual-days"))] = None,
    remove: Annotated[bool, typer.Option("--remove", help=words("cli-ritual-remove"))] = False,
) -> None:
    def keep(scope: Scope) -> frozenset[str]:
        read = {day for each in days or () for day in read_days_off(each, scope.now.date())}
        known = days_off.holidays(scope)
        return plans.keep_holidays(scope, sorted(known - read if remove else known | read))

    kept = work(keep)
    console.print(" ".join(sorted(kept)) or words("cli-ritual-no-holidays"), markup=False)
