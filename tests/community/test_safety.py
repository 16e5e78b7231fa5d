"""What the team decided about somebody stays with the person, whichever of their accounts stays."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from community.safety import inherit
from storage.tables import Member

SOON, LATER = (datetime(2027, 1, day, tzinfo=UTC) for day in (1, 9))


@pytest.mark.parametrize(
    ("goes", "stays", "then"),
    [(LATER, None, LATER), (None, SOON, SOON), (SOON, LATER, LATER), (LATER, SOON, LATER),
     (None, None, None)],
)  # fmt: skip
def test_the_longer_pause_by_the_team_goes_along_through_a_link(
    goes: datetime | None, stays: datetime | None, then: datetime | None
) -> None:
    left, kept = (
        Member(community_id=1, joined_at=SOON, held_until=until) for until in (goes, stays)
    )
    inherit(left, kept)
    assert kept.held_until == then
