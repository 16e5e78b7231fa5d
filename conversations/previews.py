"""What each kind of person will get of a ritual, in full, before anything of it is kept (P41)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from community import groups, members
from community.rituals import Plan, overview
from community.scope import Scope
from conversations import texts
from conversations.outgoing import Outgoing
from conversations.questions import Card, Option
from conversations.texts import Text
from storage.tables import Community, Member

MOST_LOCALES = 5
EVERYBODY = 0
"""In the place of a group's id: all of the community."""
NOBODYS = "preview"
"""The token of no question: only so that the choices can be drawn."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One message: for whom (a group, or "" for everyone), in which language, what it says, and
    what can be answered to it."""

    who: str
    locale: str
    said: list[Any]
    labels: list[Any] = field(default_factory=list)
    many: bool = False
    below: list[Any] = field(default_factory=list)
    """The card's title and lines, where there is one."""
    role: str = ""
    """More of who in it gets it, or when: the words are `ritual-for-<role>`."""
    shortcut: str = ""
    threaded: bool = False
    """Whether what is answered below it is heard, where the platform has threads."""

    @property
    def reader(self) -> Text:
        """Who gets it, in words."""
        who = Text("ritual-name", name=self.who) if self.who else Text("ritual-everyone")
        return Text(f"ritual-for-{self.role}", who=who) if self.role else who

    @classmethod
    def of(
        cls, who: str, locale: str, text: Text, options: Sequence[Option] = (), *,
        many: bool = False, card: Card | None = None,
    ) -> Sample:  # fmt: skip
        """The message with its choices; of `many`, several can be taken."""
        below = [card.title, *card.lines] if card else []
        return cls(
            who, locale, texts.dump(text), [texts.dump(each.label) for each in options], many,
            [texts.dump(each) for each in below],
        )  # fmt: skip

    @property
    def text(self) -> Text:
        """The message."""
        return texts.load(self.said)

    @property
    def card(self) -> Card | None:
        """What stands below it."""
        lines = [texts.load(each) for each in self.below]
        return Card(lines[0], lines[1:]) if lines else None

    def outgoing(self, zone: str) -> Outgoing:
        """The message as it would leave; its choices are nobody's question."""
        options = [Option(value=str(n), label=texts.load(each))
                   for n, each in enumerate(self.labels)]  # fmt: skip
        return Outgoing(
            text=self.text, locale=self.locale, zone=zone, token=NOBODYS, options=options,
            many=self.many, card=self.card, shortcut=self.shortcut,
            thread=NOBODYS if self.threaded else "",
        )  # fmt: skip


Preview = Callable[[Scope, Plan], list[Sample]]
PREVIEWS: dict[str, Preview] = {}


def preview(kind: str) -> Callable[[Preview], Preview]:
    """Make a function what shows the messages of this kind of ritual."""

    def register(show: Preview) -> Preview:
        PREVIEWS[kind] = show
        return show

    return register


def samples(scope: Scope, plan: Plan) -> list[Sample]:
    """What the ritual would say at its first run; nothing for a kind that only works behind."""
    show = PREVIEWS.get(plan.kind)
    return show(scope, plan) if show else []


def kinds_of_people(scope: Scope, plan: Plan) -> list[tuple[str, str]]:
    """The groups of a plan (or everyone, ""), each with the languages that are read in it."""
    named = {group.id: group.name for group in groups.listed(scope)}
    found = []
    for group_id in plan.audience or (EVERYBODY,):
        ids = groups.members_of(
            scope.connection, scope.community_id, [] if group_id == EVERYBODY else [group_id]
        )
        locales = sorted(_locales(scope, ids))
        found += [(named.get(group_id, ""), locale) for locale in locales[:MOST_LOCALES]]
    return list(dict.fromkeys(found))


def alike(
    scope: Scope, plan: Plan, text: Text, options: Sequence[Option] = (),
    card: Card | None = None, role: str = "",
) -> list[Sample]:  # fmt: skip
    """The same message for everybody, in each language."""
    return [replace(Sample.of(who, locale, text, options, card=card), role=role)
            for who, locale in kinds_of_people(scope, plan)]  # fmt: skip


def organisers_locales(scope: Scope) -> list[str]:
    """The languages that organisers read, for what only they get; the community's without any."""
    community = scope.db.get_one(Community, scope.community_id)
    return sorted(_locales(scope, members.organisers(scope))) or [community.locale]


def begins(scope: Scope, plan: Plan) -> datetime:
    """When the first run of a plan that holds comes: what is shown speaks of that day."""
    return next(overview.coming(scope, plan), scope.now)


def _locales(scope: Scope, ids: list[int]) -> list[str]:
    query = select(Member.locale).where(col(Member.community_id) == scope.community_id).distinct()
    return list(scope.db.exec(query.where(col(Member.id).in_(ids[:1000]))))
