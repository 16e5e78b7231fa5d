"""A member's own page, on platforms that have one: their requests, what is asked, who they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from community import appointments, gatherings, overview
from community.appointments import Talk
from community.gatherings import Seen
from community.overview import Overview
from community.scope import Scope
from conversations.commands import COMMANDS, Command
from conversations.dialogues.cards import profile_card
from conversations.dialogues.gathering_cards import line
from conversations.dialogues.stands import stands
from conversations.dialogues.talks import talk_line
from conversations.questions import Card
from conversations.texts import Text

SHORTCUTS = ("ask", "where", "profile", "help")


@dataclass(frozen=True, slots=True)
class Home:
    """The page in one reader's language: a greeting, sections, and commands to press."""

    locale: str
    zone: str
    greeting: Text
    sections: Sequence[Card]
    commands: Sequence[Command]


def home(
    connection: Connection, connector: str, space: str, person: str, now: datetime, locale: str
) -> Home:
    """The page of a person in a space; `locale` is for those the bot has not met."""
    member = overview.member_of(connection, connector, space, person)
    if member is None or member.welcomed_at is None:
        return Home(locale, "UTC", Text("home-stranger"), (), ())
    scope = Scope(connection, now, member.community_id, actor_id=member.id)
    seen, talks = overview.of(scope), appointments.coming(scope)
    coming = gatherings.upcoming_for(connection, member.id, now)
    scope.close(keep=False)
    return Home(
        member.locale, member.time_zone, Text("home-greeting", name=member.name),
        _sections(seen, agenda(talks, coming)),
        [each for each in COMMANDS if each.name in SHORTCUTS],
    )  # fmt: skip


def agenda(talks: Sequence[Talk], events: Sequence[Seen]) -> list[Text]:
    """What is ahead of somebody, with one other or with many, the next first."""
    lines = [(each.at, talk_line(each)) for each in talks]
    lines += [(each.starts_at, line(each)) for each in events]
    return [told for _, told in sorted(lines, key=lambda each: each[0])]


def _sections(seen: Overview, coming: Sequence[Text]) -> list[Card]:
    mine = [Text("where-line", need=each.need, stands=stands(each)) for each in seen.mine]
    asked = [
        *(Text("home-proposed-line", by=each.by, reason=each.reason) for each in seen.proposed),
        *(Text("home-asked-line", need=need) for need in seen.asked),
    ]
    return [
        Card(Text("home-mine"), mine or [Text("where-nothing")]),
        Card(Text("home-asked"), asked or [Text("home-asked-nothing")]),
        Card(Text("home-gatherings"), coming or [Text("home-gatherings-nothing")]),
        profile_card(seen.profile),
    ]
