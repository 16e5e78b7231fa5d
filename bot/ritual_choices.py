"""What else `passerelle ritual add` and `change` let one choose: the same as “More choices”."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any

import typer

from bot.own_questions import own
from bot.terminal import fail, words
from community import groups, places
from community.rituals import Plan
from community.scope import Scope
from community.words import fold
from conversations.dialogues.ritual_choices import SKIP, apart, between, graced
from conversations.language import locales
from conversations.texts import Text

MOST_HOURS = 240

Size = Annotated[int | None, typer.Option(help=words("cli-ritual-size"))]
Mix = Annotated[list[str] | None, typer.Option(help=words("cli-ritual-mix"))]
Apart = Annotated[list[str] | None, typer.Option(help=words("cli-ritual-apart"))]
Days = Annotated[int | None, typer.Option(help=words("cli-ritual-how-many-days"))]
Late = Annotated[str | None, typer.Option(help=words("cli-ritual-late"))]
Language = Annotated[str | None, typer.Option(help=words("cli-ritual-language"))]
Place = Annotated[str | None, typer.Option(help=words("cli-ritual-place"))]
Title = Annotated[str | None, typer.Option(help=words("cli-ritual-title"))]
Questions = Annotated[
    list[str] | None, typer.Option("--question", help=words("cli-ritual-question"))
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What was given of them; None and nothing leave a ritual as it is."""

    size: int | None = None
    mix: Sequence[str] | None = None
    apart: Sequence[str] | None = None
    days: int | None = None
    late: str | None = None
    language: str | None = None
    place: str | None = None
    title: str | None = None
    questions: Sequence[str] | None = None

    @property
    def any(self) -> bool:
        """Whether there is something to change."""
        return self != Choices()

    def of(self, scope: Scope, plan: Plan) -> Plan:
        """The plan with them; what can't be is one line, and the end."""
        chosen: dict[str, Any] = {}
        for name in ("size", "days", "title"):
            if (value := getattr(self, name)) is not None:
                chosen[name] = value
        if self.mix is not None:
            chosen["mix"] = [two for each in self.mix for two in between(_ids(scope, each))]
        if self.apart is not None:
            chosen["apart"] = [two for each in self.apart for two in apart(_ids(scope, each))]
        if self.language is not None:
            chosen["language"] = _language(self.language)
        if self.questions:
            chosen |= own(plan, self.questions)
        plan = replace(plan, settings=plan.settings | chosen)
        if self.place is not None:
            plan = replace(plan, place_id=place_id(scope, self.place))
        return plan if self.late is None else graced(plan, _hours(self.late))


def group_ids(scope: Scope, names: Sequence[str]) -> tuple[int, ...]:
    """The groups of these names; one that is none ends it with a line."""
    found = [groups.named(scope, each) for each in names]
    for name, each in zip(names, found, strict=True):
        if each is None:
            known = [group.name for group in groups.listed(scope)]
            fail("cli-ritual-no-group", name=name, known=or_none(known))
    return tuple(each.id or 0 for each in found if each)


def place_id(scope: Scope, title: str) -> int | None:
    """The channel of that title; None for "-", which is each one's own line."""
    if title == "-":
        return None
    known = places.channels(scope)
    found = [each for each in known if fold(title).lstrip("#") == fold(each.title).lstrip("#")]
    if not found:
        names = [each.title for each in known]
        fail("cli-ritual-no-place", name=title, known=or_none(names))
    return found[0].id or 0


def or_none(names: list[str]) -> Sequence[str | Text]:
    """The names there are, or a word that says that there are none."""
    return names or [Text("cli-ritual-none-yet")]


def _ids(scope: Scope, given: str) -> tuple[int, ...]:
    """The groups of "Mentors, Mentees"; "-" for none."""
    return group_ids(scope, [] if given == "-" else [each.strip() for each in given.split(",")])


def _language(given: str) -> str:
    """A language that the bot speaks; "" for each one's own, which is "-"."""
    if given == "-":
        return ""
    if given not in locales():
        fail("cli-ritual-no-language", name=given, known=list(locales()))
    return given


def _hours(given: str) -> int | None:
    """Within how many hours a late run is made up for; None when it is skipped."""
    if given == SKIP:
        return None
    if not given.isdecimal() or not 1 <= int(given) <= MOST_HOURS:
        fail("cli-ritual-wrong-late", most=MOST_HOURS)
    return int(given)
