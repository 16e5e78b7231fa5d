"""What must be true of every ask after each step, whatever people did (DESIGN.md, §5).

Written down from the promises, and so without the product's own tables of what may follow what.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlmodel import SQLModel

from storage.tables import Block, Dialogue, Relay, RelaySide, table
from tests.community.model.picture import Picture
from tests.community.model.town import CANARY, EVERYBODY, PHONE, TEAM, WEEKLY, Brought, Word

blocks, dialogues = table(Block), table(Dialogue)
relays, sides = table(Relay), table(RelaySide)

OUTCOMES = {"helped", "talked", "not_met", "withdrawn", "unanswered", "unknown", "not_now"}
"""What an ask ends as; the last is of a moderator's idea that one of the two did not share."""
WITH_HELPER = {"requested", "reminded", "detailing", "nudged", "postponed"}
OFFERED = {"offered", "requester_agreed", "helper_agreed"}
MET = {"accepted", "followed", "unmet", "recalled"}
AGREED = {*MET, "ended"}
WITH_TEAM = {"stuck", "late"}
WEEK = timedelta(days=7)
NIGHT = timedelta(hours=12)
"""How much later than it was decided something may be brought: it counts from its decision."""
PATIENCE = timedelta(hours=6)
"""A question waits until other questions of the same person were silent for half an hour each."""
SWEEP = timedelta(minutes=1)
ECHO = "better-noted"
"""Repeats the name that the helper has just written: whoever that is, with the same words."""
LOOKED_INTO = timedelta(days=7)

# 4: contact details leave only after both have agreed


def a_way_to_be_reached_is_told_only_once_both_have_given_theirs(seen: Picture) -> None:
    agreed = {row.id: seen.pair(row) for row in seen.rows if row.state in AGREED}
    given: Counter[int] = Counter(row.relay_id for row in seen.read(select(sides)) if row.gave)
    exchanged = {pair for id_, pair in agreed.items() if given[id_] == 2}
    for who in EVERYBODY:
        for word in seen.town.told[who][-20:]:
            for other in set(EVERYBODY) - {who, *TEAM}:
                if PHONE[other] in word.whole and who not in TEAM:
                    assert frozenset((seen.town.ids[who], seen.town.ids[other])) in exchanged, word


def who_asks_is_not_named_before_the_helper_accepts(seen: Picture) -> None:
    for each in seen.town.brought[-10:]:
        hidden = {each.ask.requester_id, each.introduction.helper_id} - {each.to.id}
        named = each.ask.named and each.dialogue != "proposal"
        named |= each.word.heard.outgoing.text.key == ECHO
        if each.introduction.state not in AGREED and not named:
            for other in hidden:
                assert not re.search(rf"\b{seen.town.names[other]}\b", each.word.whole), each


def words_pass_only_between_two_who_have_agreed(seen: Picture) -> None:
    agreed = {seen.pair(row) for row in seen.rows if row.state in AGREED}
    for who in EVERYBODY:
        for word in seen.town.told[who][-5:]:
            if word.purpose == "relay":
                (sender,) = (each for each in EVERYBODY if f"passage-{each}" in word.whole)
                assert frozenset((seen.town.ids[who], seen.town.ids[sender])) in agreed
    for row in seen.read(select(relays).where(relays.c.state == "open")):
        assert all(s.called for s in seen.read(select(sides).where(sides.c.relay_id == row.id)))


# 5: nobody is asked while paused, gone, in quiet hours or over budget, or meets whom they blocked


def asked(seen: Picture) -> list[Brought]:
    """What the bot brought to members of its own accord."""
    return [each for each in seen.town.brought if each.word.purpose == "solicitation"]


def nobody_is_asked_who_is_paused_or_gone(seen: Picture) -> None:
    for each in asked(seen):
        at, member = each.word.at, each.to
        assert member.left_at is None, each
        assert member.welcomed_at is not None, each
        for until in (member.paused_until, member.held_until):
            assert until is None or until <= at, each
        assert member.suggestions or each.dialogue != "proposal", each


def nobody_is_asked_in_quiet_hours(seen: Picture) -> None:
    for each in asked(seen):
        there = each.word.at.astimezone(ZoneInfo(each.to.time_zone))
        if each.to.quiet_from is None:
            assert 8 <= there.hour < 21, each


def nobody_is_asked_more_often_than_agreed(seen: Picture) -> None:
    first: dict[tuple[int, int], datetime] = {}
    for each in seen.town.brought:
        first.setdefault((each.to.id, each.introduction.id), each.word.at)
    times: dict[int, list[datetime]] = defaultdict(list)
    for (member, _), at in first.items():
        times[member].append(at)
    for member, some in times.items():
        most = seen.members[member].weekly or WEEKLY
        some.sort()
        for begin, after in zip(some, some[most:], strict=False):
            assert after - begin > WEEK - NIGHT, (seen.town.names[member], some)


def nobody_meets_whom_they_blocked(seen: Picture) -> None:
    """What a helper has in hand without knowing whose it is may be put to them again, in vain."""
    shown: set[tuple[int, int]] = set()
    for each in seen.town.brought:
        others = {each.ask.requester_id, each.introduction.helper_id} - {each.to.id}
        key = each.to.id, each.introduction.id
        assert key in shown or not others & each.apart, each
        shown.add(key)
    kept_apart = {frozenset((row.blocker_id, row.blocked_id)) for row in seen.read(select(blocks))}
    accepted = {change.subject_id for change in seen.changes
                if (change.subject, change.after) == ("introduction", "accepted")}  # fmt: skip
    for row in seen.rows:
        if row.state in OFFERED or row.id in accepted:
            assert seen.pair(row) not in kept_apart, row
    for row in seen.read(select(relays).where(relays.c.state == "open")):
        both = seen.read(select(sides.c.member_id).where(sides.c.relay_id == row.id))
        assert frozenset(each.member_id for each in both) not in kept_apart, row


def nobody_is_brought_what_the_team_looks_into(seen: Picture) -> None:
    first: set[tuple[int, int]] = set()
    for each in seen.town.brought:
        key = each.to.id, each.introduction.id
        by_the_team = "team" in each.introduction.reason
        if key not in first and each.looked_into is not None and not by_the_team:
            assert each.word.at - each.looked_into >= LOOKED_INTO, each
        first.add(key)


# 6: no ask stays without an outcome, and the requester can always see where it stands


def every_open_ask_has_one_next_step_with_a_date(seen: Picture) -> None:
    for ask in seen.asks.values():
        dates = [each.due_at for each in (ask, *seen.of(ask)) if each.due_at is not None]
        if ask.state == "closed":
            assert ask.outcome in OUTCOMES, ask
            assert ask.closed_at is not None, ask
            assert not dates, ask
        else:
            assert len(dates) == 1, (ask, seen.of(ask))


def nothing_open_waits_for_a_time_that_is_over(seen: Picture) -> None:
    for each in (*seen.asks.values(), *seen.rows):
        assert each.due_at is None or each.due_at > seen.now - SWEEP, each


def one_person_at_a_time_has_an_ask_in_hand(seen: Picture) -> None:
    for ask in seen.asks.values():
        live = [row for row in seen.of(ask) if row.state in WITH_HELPER | OFFERED | MET]
        assert len(live) <= 1, live
        in_line = [row for row in seen.of(ask) if row.state == "reserved"]
        assert not in_line or ask.state in {"open", "review"}, (ask, in_line)


def nobody_is_asked_twice_for_the_same_ask(seen: Picture) -> None:
    times = Counter((row.ask_id, row.helper_id) for row in seen.rows if row.requested_at)
    assert not times or max(times.values()) == 1, times
    assert all(row.helper_id != seen.asks[row.ask_id].requester_id for row in seen.rows)


def nobody_gone_is_waited_for(seen: Picture) -> None:
    for row in seen.rows:
        gone = seen.members[row.helper_id].left_at is not None
        assert not gone or row.state not in WITH_HELPER | OFFERED, row
    for ask in seen.asks.values():
        gone = seen.members[ask.requester_id].left_at is not None
        assert not gone or ask.state in {"introduced", "closed"}, ask


TOLD = {
    "ask": {"open", "review", "stuck", "late", "introduced", "closed"},
    "introduction": {"reminded", "declined", "expired", "accepted"},
}
"""Changes of which the requester hears at that very moment …"""
TACITLY = {"unknown", "talked"}
"""… but for how two end who have met: that was asked about twice, or one of them is gone."""


def the_requester_is_told_of_every_change(seen: Picture) -> None:
    by_id = {row.id: row for row in seen.rows}
    for change in seen.changes:
        if change.before and change.after in TOLD.get(change.subject, ()):
            id_ = change.subject_id
            ask = seen.asks[by_id[id_].ask_id if change.subject == "introduction" else id_]
            here = seen.members[ask.requester_id].left_at is None
            met = change.before == "introduced" and ask.outcome in TACITLY
            if here and not met:
                assert is_told(seen, change, ask), (change, ask)


def is_told(seen: Picture, change: Any, ask: Any) -> bool:
    """Whether the requester heard of it; what they did themselves is answered without its name."""
    heard = [word for word in seen.told(ask.requester_id) if word.at == change.at]
    own = change.actor_id == ask.requester_id or ask.proposed_by is not None
    return any(own or speaks_of(word, ask) for word in heard)


def speaks_of(word: Word, ask: Any) -> bool:
    """Whether it is about that ask, or about all of a member's that the team has paused."""
    return ask.need in word.whole or word.heard.outgoing.text.key == "two-sentences"


def the_team_hears_of_what_is_left_to_it(seen: Picture) -> None:
    for ask in seen.asks.values():
        if ask.state in WITH_TEAM:
            known = any(ask.need in word.whole for who in TEAM for word in seen.town.told[who])
            assert known or seen.now - seen.since("ask", ask.id) < PATIENCE, ask


def the_team_hears_when_it_need_not_look_any_more(seen: Picture) -> None:
    for change in seen.changes:
        if (change.subject, change.after) == ("ask", "introduced") and change.before in WITH_TEAM:
            ask = seen.asks[change.subject_id]
            known = [who for who in TEAM if is_heard(seen, seen.town.ids[who], change.at, ask.need)]
            assert known, change


def is_heard(seen: Picture, member: int, at: datetime, need: str) -> bool:
    """Whether a member heard of that need at that moment."""
    return any(need in word.whole for word in seen.told(member) if word.at == at)


def the_requester_hears_what_a_helper_would_like_to_know(seen: Picture) -> None:
    for row in seen.rows:
        if row.state in {"detailing", "nudged"}:
            heard = seen.told(seen.asks[row.ask_id].requester_id)
            known = any(row.question in word.whole for word in heard)
            assert known or seen.now - seen.since("introduction", row.id) < PATIENCE, row


# 9: nothing is left of whoever was erased


def nothing_is_left_of_whoever_was_erased(seen: Picture) -> None:
    if seen.erased:
        kept = "".join(str(seen.read(select(each))) for each in SQLModel.metadata.sorted_tables)
        for who in seen.erased:
            assert CANARY[who] not in kept
            assert PHONE[who] not in kept


# 10: a moderator's action needs the role at the moment it is carried out


OF_THE_TEAM = {
    ("member", "held"), ("member", "removed"), ("ask", "proposed"), ("report", "taken"),
    ("report", "closed"),
}  # fmt: skip


def only_the_team_acts_for_the_team(seen: Picture) -> None:
    for change in seen.changes:
        deed = change.subject, change.after
        if deed in OF_THE_TEAM:
            assert seen.members[change.actor_id].role != "member", change
    for ask in seen.asks.values():
        assert ask.proposed_by is None or seen.town.names[ask.proposed_by] in TEAM


def no_dialogue_is_broken(seen: Picture) -> None:
    assert not seen.read(select(dialogues).where(dialogues.c.status == "broken"))


PROMISES: Sequence[Callable[[Picture], None]] = (
    a_way_to_be_reached_is_told_only_once_both_have_given_theirs,
    who_asks_is_not_named_before_the_helper_accepts,
    words_pass_only_between_two_who_have_agreed,
    nobody_is_asked_who_is_paused_or_gone,
    nobody_is_asked_in_quiet_hours,
    nobody_is_asked_more_often_than_agreed,
    nobody_meets_whom_they_blocked,
    nobody_is_brought_what_the_team_looks_into,
    every_open_ask_has_one_next_step_with_a_date,
    nothing_open_waits_for_a_time_that_is_over,
    one_person_at_a_time_has_an_ask_in_hand,
    nobody_is_asked_twice_for_the_same_ask,
    nobody_gone_is_waited_for,
    the_requester_is_told_of_every_change,
    the_team_hears_of_what_is_left_to_it,
    the_team_hears_when_it_need_not_look_any_more,
    the_requester_hears_what_a_helper_would_like_to_know,
    nothing_is_left_of_whoever_was_erased,
    only_the_team_acts_for_the_team,
    no_dialogue_is_broken,
)
