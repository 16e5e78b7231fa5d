"""Two people on two platforms, over both wires: asked, accepted, and talking through the bot."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from icalendar import Calendar
from sqlalchemy import select

from storage.tables import Outbox, table
from tests.connectors.contract import NASTY, write
from tests.connectors.two import PAIRS, Two, copied, last, meet, strangers

outboxes = table(Outbox)


@pytest.fixture(params=list(PAIRS))
async def two(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Two]:
    """They have settled in, and never met."""
    async with strangers(request.param, tmp_path) as made:
        yield made


async def test_words_pass_between_two_platforms_and_nothing_of_them_is_kept(two: Two) -> None:
    await meet(two)
    await two.hers.says("zoe", "@Awa kanarivogel good evening")
    assert "kanarivogel good evening" in await last(two.other, "awa")
    await two.other.says("awa", "@ with pleasure")
    assert "Awa: with pleasure" in (await last(two.hers, "zoe")).replace("\N{NO-BREAK SPACE}", "")
    kept = await write(two.hers, lambda c: [
        str(c.execute(select(each)).all()) for each in Outbox.metadata.sorted_tables
        if each.name not in {"local_message", "sending"}
    ])  # fmt: skip
    assert "kanarivogel" not in "".join(kept)
    states = await write(two.hers, lambda c: c.execute(
        select(outboxes.c.state, outboxes.c.payload).where(outboxes.c.purpose == "relay")
    ).all())  # fmt: skip
    assert set(states) == {("sent", None)}


async def test_an_erasure_takes_what_was_said_to_others_too(two: Two) -> None:
    """It stayed on the community's page, and with what no phone had confirmed."""
    await meet(two)
    await two.hers.says("zoe", "@Awa kanarivogel good evening")
    for words in ("/mydata", "Erase everything", "Erase everything"):
        await two.hers.says("zoe", words)
    kept = await write(two.hers, lambda c: {
        each.name: str(c.execute(select(each)).all()) for each in Outbox.metadata.sorted_tables
    })  # fmt: skip
    hers = ("kanarivogel", "Zoé")
    assert [name for name, rows in kept.items() if any(each in rows for each in hers)] == []


async def test_whoever_wrote_what_cannot_be_delivered_is_told_and_not_why(two: Two) -> None:
    await meet(two)
    for here, sender, there, reader, name in (
        (two.hers, "zoe", two.other, "awa", "@Awa"), (two.other, "awa", two.hers, "zoe", "@"),
    ):  # fmt: skip
        if "never" not in there.faults:
            continue
        before = len(await there.hears(reader))
        there.fail_next("never")
        await here.says(sender, f"{name} kanarivogel")
        told = await last(here, sender)
        assert told.startswith("What you wrote to")
        assert "could not be delivered" in told
        assert len(await there.hears(reader)) == before


async def test_a_time_to_talk_is_in_both_calendars_across_platforms(two: Two) -> None:
    await meet(two)
    time, *_ = (await two.hers.hears("zoe"))[-1].labels
    await two.hers.answers("zoe", time)
    await two.other.answers("awa", "Yes, that suits me")
    kept = [await two.hers.files("zoe"), await two.other.files("awa")]
    (hers,), (awas,) = (Calendar.from_ical(files[-1][1]).walk("VEVENT") for files in kept)
    for name in ("UID", "DTSTART", "DTEND"):
        assert hers[name].to_ical() == awas[name].to_ical()


async def test_what_passes_is_never_live_on_the_other_platform(two: Two) -> None:
    await meet(two)
    for here, sender, there, reader, name in (
        (two.hers, "zoe", two.other, "awa", "@Awa"), (two.other, "awa", two.hers, "zoe", "@"),
    ):  # fmt: skip
        await here.says(sender, f"{name} {NASTY}")
        (seen,) = (await there.hears(reader))[-1:]
        assert "everyone" in seen.text
        assert not there.is_live(seen, seen.text)


async def test_either_ends_it_and_the_other_hears_of_it(two: Two) -> None:
    await meet(two)
    await two.other.says("awa", "leave")
    assert "has ended the exchange" in await last(two.hers, "zoe")
    before = len(await two.other.hears("awa"))
    await two.hers.says("zoe", "@Awa still there?")
    assert len(await two.other.hears("awa")) == before


async def test_contacts_cross_unaltered_and_only_when_both_are_given(two: Two) -> None:
    await two.hers.says("zoe", "/ask bookkeeping")
    await two.hers.answers("zoe", "Awa Diop")
    await two.hers.answers("zoe", "Skip")
    await two.other.answers("awa", "I accept")
    await two.other.answers("awa", "Rather not")
    await two.other.says("awa", "awa_diop.d@my-mail.fr, +33 6 12 34 56 78")
    await two.other.answers("awa", "Yes, that’s it")
    await two.hers.answers("zoe", "Rather not")
    assert "my-mail" not in str(await two.hers.hears("zoe"))
    await two.hers.says("zoe", "t.me/jean_paul _at home_")
    assert "t.me/jean_paul _at home_" in await copied(two.hers, "zoe")
    await two.hers.answers("zoe", "Yes, that’s it")
    assert "awa_diop.d@my-mail.fr, +33 6 12 34 56 78" in await copied(two.hers, "zoe")
    assert "t.me/jean_paul _at home_" in await copied(two.other, "awa")
