"""What a round knows of its people: profiles, habits, whom they have met and whom they never do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from sqlmodel import col, select

from community import blocks, directory
from community.rounds import habits
from community.rounds.people import Pair, Participant, Terms, pair
from community.rounds.settings import RoundSettings
from community.scope import Scope
from community.search.freshness import entries_of
from storage.tables import GroupMember, Habit, Member, Round, Seat

REMEMBERED = 60
"""Rounds of a community that are looked back on: five years of one a month."""
AT_ONCE = 500
GIVEN = ("offer", "experience")


def participants(scope: Scope, ritual_id: int, member_ids: Sequence[int]) -> list[Participant]:
    """These members as a round sees them; without those who are paused or have left.

    They joined: what else is asked of them in these days counts for nothing here.
    """
    found = list[Participant]()
    for begin in range(0, len(member_ids), AT_ONCE):
        some = list(member_ids[begin : begin + AT_ONCE])
        entries, groups = entries_of(scope.db.connection(), some), _groups(scope, some)
        known, waited = habits.of_many(scope, ritual_id, some), left_over(scope, ritual_id, some)
        here = directory.present(scope.now)
        for member in scope.db.exec(select(Member).where(col(Member.id).in_(some), *here)):
            assert member.id is not None
            found.append(
                _participant(
                    member, entries.get(member.id, []), groups[member.id], known.get(member.id),
                    first=member.id in waited,
                )
            )  # fmt: skip
    return found


def present(scope: Scope, member_ids: Sequence[int]) -> set[int]:
    """Those of these members who would take part in a round now: neither paused nor gone."""
    query = select(Member.id).where(*directory.present(scope.now))
    pieces = (member_ids[at : at + AT_ONCE] for at in range(0, len(member_ids), AT_ONCE))
    return {each for some in pieces for each in scope.db.exec(query.where(col(Member.id).in_(some)))
            if each is not None}  # fmt: skip


def terms(scope: Scope, row: Round, settings: RoundSettings) -> Terms:
    """What the round keeps to."""
    return Terms(
        on=scope.now.date(), size=settings.size, mix=frozenset(pair(*two) for two in settings.mix),
        apart=frozenset(pair(*two) for two in settings.apart), blocked=blocked(scope),
        met=met(scope), seed=row.id or 0,
    )  # fmt: skip


def blocked(scope: Scope) -> frozenset[Pair]:
    """Every two of the community who never meet."""
    return frozenset(pair(*two) for two in blocks.pairs(scope))


def met(scope: Scope, among: Sequence[int] = ()) -> dict[Pair, int]:
    """By pair, how many rounds of the community ago they were last brought together.

    `among` (members, not many): only those who are among these.
    """
    query = select(Round.id).where(
        col(Round.community_id) == scope.community_id, col(Round.begun_at).is_not(None)
    )
    latest = query.order_by(col(Round.begun_at).desc(), col(Round.id).desc()).limit(REMEMBERED)
    rows = scope.db.exec(latest).all()
    ago = {row: n for n, row in enumerate(rows, 1)}
    found: dict[Pair, int] = {}
    for (round_id, _), members in _together(scope, list(ago), among).items():
        for two in combinations(members, 2):
            key = pair(*two)
            found[key] = min(ago[round_id], found.get(key, REMEMBERED))
    return found


def left_over(scope: Scope, ritual_id: int, among: Sequence[int]) -> set[int]:
    """Who of these was left over in the last round of the ritual that they took part in."""
    query = (
        select(Seat.member_id, Seat.state)
        .join(Round, col(Round.id) == col(Seat.round_id))
        .where(
            col(Round.ritual_id) == ritual_id,
            col(Seat.state).in_(("placed", "left_over")),
            col(Seat.member_id).in_(among),
        )
        .order_by(col(Round.id))
    )
    last = dict(scope.db.exec(query).all())
    return {member for member, state in last.items() if state == "left_over"}


def _together(
    scope: Scope, round_ids: Sequence[int | None], among: Sequence[int]
) -> dict[tuple[int, int], list[int]]:
    """By round and group, those who were brought together."""
    query = select(Seat.round_id, Seat.group_id, Seat.member_id).where(
        col(Seat.round_id).in_(round_ids), col(Seat.state) == "placed"
    )
    if among:
        query = query.where(col(Seat.member_id).in_(among))
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    for round_id, group_id, member_id in scope.db.exec(query):
        found[round_id, group_id or 0].append(member_id)
    return found


def _participant(
    member: Member, entries: Sequence[tuple[str, str]], groups: frozenset[int],
    habit: Habit | None, *, first: bool,
) -> Participant:  # fmt: skip
    assert member.id is not None
    spoken = habit.languages if habit else []
    return Participant(
        id=member.id, wants=tuple(words for kind, words in entries if kind == "want"),
        gives=tuple(words for kind, words in entries if kind in GIVEN),
        languages=frozenset(spoken or [member.locale]), zone=member.time_zone, groups=groups,
        three=habit.three if habit else None, first=first,
    )  # fmt: skip


def _groups(scope: Scope, member_ids: Sequence[int]) -> dict[int, frozenset[int]]:
    rows = scope.db.exec(select(GroupMember).where(col(GroupMember.member_id).in_(member_ids)))
    found: dict[int, set[int]] = defaultdict(set)
    for row in rows:
        found[row.member_id].add(row.group_id)
    return defaultdict(frozenset, {one: frozenset(groups) for one, groups in found.items()})
