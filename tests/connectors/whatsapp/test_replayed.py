"""What Twilio signed once it has signed for ever: a body that comes again says nothing new."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from connectors.whatsapp import people
from storage.database import reading
from storage.inbox import inbox
from tests.connectors.whatsapp.conftest import AWA, ZOE, Here
from tests.fakes import whatsapp as fake


async def weeks_later(here: Here, days: int) -> None:
    """Whatever is tidied away by then is gone."""
    for _ in range(days):
        await here.later(days=1)
        await here.app.tidy()
    await here.connector.compare(here.clock.now())
    await here.settle()


async def comes_again(here: Here, fields: dict[str, str]) -> None:
    assert await here.twilio.webhook("message", fields) == 200
    await here.settle()


@pytest.mark.parametrize("words", ["qui peut m’aider en jardinage ?", "/pause", "voir", "oui"])
@pytest.mark.parametrize("days", [1, 8, 40])
async def test_a_body_that_comes_again_weeks_later_changes_nothing(
    here: Here, words: str, days: int
) -> None:
    fields = here.twilio.inbound(AWA, words)
    await comes_again(here, fields)
    await here.says(AWA, "/annuler")
    await weeks_later(here, days)
    before, reached = here.heard(AWA), reach(here)
    await comes_again(here, fields)
    assert here.heard(AWA) == before
    assert reach(here) == reached, "it opens no window"


def reach(here: Here) -> people.Reach | None:
    with reading(here.app.database) as connection:
        return people.reach(connection, 1, "awa")


async def test_an_old_stop_that_comes_again_stops_nobody(here: Here) -> None:
    fields = here.twilio.inbound(AWA, "stop")
    await comes_again(here, fields)
    await here.says(AWA, "start")
    await weeks_later(here, 10)
    await comes_again(here, fields)
    await here.says(ZOE, "bonjour")
    await here.welcome(ZOE, "Zoé Martin")
    await here.says(ZOE, "qui peut m’aider en comptabilité ?")
    assert "Awa Diop" in here.last(ZOE).titles()


@pytest.mark.parametrize("days", [0, 1, 10])
async def test_what_somebody_wrote_who_was_erased_makes_nobody_a_member(
    here: Here, days: int
) -> None:
    fields = here.twilio.inbound(AWA, "bonjour")
    await comes_again(here, fields)
    await here.says(AWA, "/mes-donnees")
    for _ in range(2):
        tap = here.twilio.inbound(AWA, "Tout effacer") | {
            "ButtonPayload": dict(here.last(AWA).taps())["Tout effacer"],
        }  # fmt: skip
        await comes_again(here, tap)
    assert "C’est fait" in here.last(AWA).body
    await weeks_later(here, days)
    before = here.heard(AWA)
    for again in (fields, tap):
        await comes_again(here, again)
    assert here.heard(AWA) == before


async def test_what_is_kept_of_a_message_for_good_tells_nothing(here: Here) -> None:
    fields = here.twilio.inbound(AWA, "/cancel")
    await comes_again(here, fields)
    await weeks_later(here, 8)
    with reading(here.app.database) as connection:
        (row,) = connection.execute(select(inbox)).all()
    mark = fake.settings().mark(fields["MessageSid"])
    assert (row.event_id, row.place, row.sender) == (f"known:{mark}", "", None)
    assert row.payload is None
    assert fields["MessageSid"] not in repr(tuple(row))
