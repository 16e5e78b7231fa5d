"""The calendar file of a gathering, read back by the library and by hand (RFC 5545)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from pydantic import TypeAdapter

from community.calendar_file import calendar_file
from community.gatherings import Seen
from community.words import clean

SEEN = Seen(
    id=1, uid="0f9d2c1e-1111-4222-8333-444455556666", revision=0,
    changed_at=datetime(2026, 11, 23, 9, tzinfo=UTC), community="Les Passeurs", title="Atelier CV",
    venue="La Cantine", starts_at=datetime(2026, 12, 3, 17, 30, tzinfo=UTC), minutes=90,
    places=None, state="planned", host="Inès", hosting=False, free=None,
)  # fmt: skip


def lines(about: Seen) -> list[str]:
    """Its lines, unfolded by hand."""
    return calendar_file(about.entry).content.decode().replace("\r\n ", "").split("\r\n")


def test_it_says_what_when_and_where() -> None:
    assert lines(SEEN)[:3] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Passerelle//calendar//",
    ]
    for line in ("METHOD:PUBLISH", f"UID:{SEEN.uid}", "SEQUENCE:0", "DTSTART:20261203T173000Z",
                 "DTEND:20261203T190000Z", "DTSTAMP:20261123T090000Z", "SUMMARY:Atelier CV",
                 "LOCATION:La Cantine", "STATUS:CONFIRMED"):  # fmt: skip
        assert line in lines(SEEN)


def test_what_is_called_off_is_taken_out_of_the_calendar() -> None:
    gone = lines(replace(SEEN, state="cancelled", revision=3))
    assert {"METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:3", f"UID:{SEEN.uid}"} <= set(gone)


def test_an_online_room_can_be_opened_from_the_calendar() -> None:
    assert "URL:https://v.example/s?a=1" in lines(replace(SEEN, venue="https://v.example/s?a=1"))


def test_times_stay_in_utc_after_a_dialogue_has_kept_them() -> None:
    adapter = TypeAdapter(Seen)
    kept = adapter.validate_python(adapter.dump_python(SEEN, mode="json"))
    assert lines(kept) == lines(SEEN)


@given(title=st.text(min_size=1, max_size=80), venue=st.text(min_size=1, max_size=300))
def test_no_words_can_break_out_of_their_line(title: str, venue: str) -> None:
    title, venue = " ".join(clean(title).split()), " ".join(clean(venue).split())
    file = calendar_file(replace(SEEN, title=title, venue=venue).entry)
    assert all(len(line) <= 75 for line in file.content.split(b"\r\n")), "RFC 5545, 3.1"
    (event,) = Calendar.from_ical(file.content).walk("VEVENT")
    assert (str(event["SUMMARY"]), str(event.get("LOCATION", ""))) == (title, venue)


@pytest.mark.parametrize(
    ("title", "name"),
    [("Atelier CV", "atelier-cv.ics"), ("Déjeuner d’été !", "dejeuner-d-ete.ics"),
     ("日本語", "passerelle.ics"), ("../../etc/passwd", "etc-passwd.ics"),
     ("x" * 80, "x" * 40 + ".ics")],
)  # fmt: skip
def test_every_platform_takes_its_name(title: str, name: str) -> None:
    assert calendar_file(replace(SEEN, title=title).entry).name == name
