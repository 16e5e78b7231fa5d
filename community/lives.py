"""The lives of asks, introductions, relays and reports: what may follow what, what waits how long.

docs/dialogues.md draws these tables; a test compares the two.
"""

from __future__ import annotations

from datetime import timedelta

from community.transitions import Life

ASKED = ("requested", "reminded", "detailing", "nudged")
"""States in which the helper has the request in hand."""
OFFERED = ("offered", "requester_agreed", "helper_agreed")
"""States in which at least one of two whom the team would have meet has not answered."""
MET = ("accepted", "followed", "unmet", "recalled")
"""States in which two who know each other are still asked about it."""
AGREED = (*MET, "ended")
"""States in which both know each other."""

BUDDY = "buddy"
"""The kind of an ask that is none: a newcomer is to meet somebody who knows their way around."""
ROUND = "round"
"""The kind of an ask that is none: two of a round, who share no room, are to write each other."""

UNSETTLED = ("proposed", "answered", "reminded", "awaited")
"""States of a relay in which at least one of the two has not said how they would like to meet."""

LIVE = ("review", "open", "stuck", "late", "introduced")
"""States of an ask that waits for something."""
WITH_TEAM = ("stuck", "late")
"""States of an ask for which the team looks for somebody."""

_ANSWERS = {"accepted", "declined", "postponed", "withdrawn", "expired", "reserved"}
_ENDS = {"declined", "withdrawn", "expired"}

INTRODUCTION = Life(
    allowed={
        "reserved": {"requested", "postponed", "skipped", "withdrawn"},
        "requested": {"reminded", "detailing", *_ANSWERS},
        "reminded": {"requested", "detailing", *_ANSWERS},
        "detailing": {"requested", "nudged", *_ANSWERS},
        "nudged": {"requested", *_ANSWERS},
        "postponed": {"requested", "accepted", "reserved", "skipped", "withdrawn", "expired"},
        "expired": {"accepted"},
        "offered": {"requester_agreed", "helper_agreed", *_ENDS},
        "requester_agreed": {"accepted", *_ENDS},
        "helper_agreed": {"accepted", *_ENDS},
        "accepted": {"followed", "ended"},
        "followed": {"unmet", "recalled", "ended"},
        "unmet": {"followed", "ended"},
        "recalled": {"unmet", "ended"},
    },
    waits={
        "requested": timedelta(days=3),
        "reminded": timedelta(days=2),
        "detailing": timedelta(days=2),
        "nudged": timedelta(days=1),
        "postponed": timedelta(days=7),
        **dict.fromkeys(OFFERED, timedelta(days=5)),
        "accepted": timedelta(days=2),
        "followed": timedelta(days=12),
        "unmet": timedelta(days=7),
        "recalled": timedelta(days=14),
    },
)
"""Whoever is `reserved` stands in line behind somebody who is asked: that one's time is theirs.
What has `expired` waits for nothing; a yes to it counts for as long as the team looks."""

ASK = Life(
    allowed={
        "open": {"review", "stuck", "introduced", "closed"},
        "review": {"open", "stuck", "closed"},
        "stuck": {"open", "late", "introduced", "closed"},
        "late": {"open", "introduced", "closed"},
        "introduced": {"open", "review", "stuck", "closed"},
        "proposed": {"introduced", "closed"},
    },
    waits={
        "review": timedelta(days=2),
        "stuck": timedelta(days=3),
        "late": timedelta(days=7),
    },
)

CARRIED = {"open": (*ASKED, "postponed"), "introduced": MET, "proposed": OFFERED}
"""By which states of an introduction an ask is carried that has no time of its own."""

REPORT = Life(
    allowed={
        "open": {"taken", "closed", "withdrawn"},
        "taken": {"open", "taken", "closed", "withdrawn"},
    },
    waits={"open": timedelta(days=2), "taken": timedelta(days=7)},
)
"""It is brought up again for as long as nobody closes it, or takes it back."""

RELAY = Life(
    allowed={
        "proposed": {"answered", "reminded", "open", "closed"},
        "answered": {"awaited", "open", "closed"},
        "reminded": {"awaited", "open", "closed"},
        "awaited": {"open", "closed"},
        "open": {"closed"},
    },
    waits={"open": timedelta(days=30)},
)
"""It is `answered` once one of the two has said all, `reminded` once who has not is asked again,
`awaited` after both; the time of these is that of a helper. It closes when the two can't agree,
have not in time, have exchanged their contacts instead, or after so much silence."""
