"""A time of day and a length of time as people write them, in French and in English."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest

from conversations import gathering_fields as fields
from conversations.hours import read_hour, read_length
from conversations.questions import NotUnderstood

SAID = {
    "jeudi 14 janvier à 18h30": (18, 30, "jeudi 14 janvier"), "demain 18 h 30": (18, 30, "demain"),
    "demain à 18\u202fh\u202f30": (18, 30, "demain"), "18 heures 30 demain": (18, 30, "demain"),
    "14/01 18:30": (18, 30, "14/01"), "2027-01-14 18:30": (18, 30, "2027-01-14"),
    "January 15 at 6 pm": (18, 0, "january 15"), "tomorrow 6:30pm": (18, 30, "tomorrow"),
    "tomorrow at 12 am": (0, 0, "tomorrow"), "tomorrow at 12 p.m.": (12, 0, "tomorrow"),
    "demain midi": (12, 0, "demain"), "in 3 days at noon": (12, 0, "in 3 days"),
    "demain à 9": (9, 0, "demain"), "15 January at 9": (9, 0, "15 january"),
    "18h 14 janvier": (18, 0, "14 janvier"), "demain 18h-20h": (18, 0, "demain -"),
    "MARDI À 8H": (8, 0, "mardi"), "demain à 9h 30": (9, 30, "demain"),
    "demain midi et demi": (12, 30, "demain"), "tomorrow at half past 6 pm": (18, 30, "tomorrow"),
    "mardi 9h et quart": (9, 15, "mardi"), "mardi à 9 heures moins le quart": (8, 45, "mardi"),
    "à 9 demain": (9, 0, "demain"), "tomorrow at midnight": (0, 0, "tomorrow"),
}  # fmt: skip


@pytest.mark.parametrize(("words", "meant"), SAID.items())
def test_an_hour_is_read_and_the_day_is_left(words: str, meant: tuple[int, int, str]) -> None:
    hour, minute, rest = meant
    assert read_hour(words) == (time(hour, minute), rest)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "jeudi",
        "le 14 janvier",
        "dans 2 heures",
        "dans 2 heures et demie",
        "15/01/2027",
        "from 15 January",
        "dès 2 semaines",
    ],
)
def test_what_names_no_hour_is_no_hour(words: str) -> None:
    assert read_hour(words) is None


@pytest.mark.parametrize(
    "words",
    ["jeudi à 9h ou 19h", "Thursday at 9 or 7pm", "jeudi 9 ou 10h", "jeudi à 9h, ou bien à 19",
     "jeudi à midi ou 13h", "jeudi à 18h ou vendredi à 19h"],
)  # fmt: skip
def test_of_two_hours_none_is_guessed(words: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        fields.when(SUNDAY_NOON, "Europe/Paris")(words)
    assert refused.value.text.key == "gathering-read-one-hour"


@pytest.mark.parametrize("words", ["demain à 25h", "tomorrow at 13 pm", "demain 18:75"])
def test_what_no_clock_has_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"\d"):
        read_hour(words)


@pytest.mark.parametrize(
    ("words", "minutes"),
    [("90", 90), ("1h30", 90), ("1 h 05", 65), ("45 min", 45), ("2 heures", 120), ("3 hours", 180),
     ("1 hour 15 minutes", 75), ("0", 0), ("", None), ("longtemps", None), ("-5", None)],
)  # fmt: skip
def test_a_length_is_read(words: str, minutes: int | None) -> None:
    assert read_length(words) == minutes


SUNDAY_NOON = datetime(2026, 11, 22, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "read"),
    [("demain à 18h", "2026-11-23T18:00"), ("22/11 à 20h", "2026-11-22T20:00"),
     ("aujourd’hui 15h", "2026-11-22T15:00"),
     ("22 novembre 2027 à 9h", "2027-11-22T09:00")],
)  # fmt: skip
def test_a_day_and_an_hour_are_read_together(words: str, read: str) -> None:
    assert fields.when(SUNDAY_NOON, "Europe/Paris")(words) == read


@pytest.mark.parametrize("words", ["demain", "18h", "un de ces jours", "30 février à 9h", "à 25h"])
def test_a_day_without_its_hour_is_not_enough(words: str) -> None:
    with pytest.raises(NotUnderstood):
        fields.when(SUNDAY_NOON, "Europe/Paris")(words)


@pytest.mark.parametrize("words", ["hier à 8h", "hier 23h", "22/11/2025 à 9h", "avant-hier à 18h"])
def test_a_day_that_has_passed_is_told_at_once(words: str) -> None:
    """It was told four questions later, where the fields are asked one by one."""
    with pytest.raises(NotUnderstood) as refused:
        fields.when(SUNDAY_NOON, "Europe/Paris")(words)
    assert refused.value.text.key == "gathering-read-past"


def test_this_morning_may_be_to_come_where_people_meet() -> None:
    assert fields.when(SUNDAY_NOON, "Europe/Paris")("aujourd’hui 8h") == "2026-11-22T08:00"


def test_the_hour_is_that_of_the_time_zone_given() -> None:
    read = fields.when(SUNDAY_NOON, "Europe/Paris")("14 janvier 2027 à 18h30")
    assert fields.moment(read, "Africa/Dakar") == datetime(2027, 1, 14, 18, 30, tzinfo=UTC)
    assert fields.moment(read, "America/Montreal") == datetime(2027, 1, 14, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize("zone", ["Europe/Paris", "Asia/Kolkata", "America/Montreal"])
def test_a_moment_is_written_so_that_it_is_read_again(zone: str) -> None:
    at = datetime(2027, 1, 14, 18, 30, tzinfo=UTC)
    read = fields.when(SUNDAY_NOON, zone)(fields.written(at, zone))
    assert fields.moment(read, zone) == at


@pytest.mark.parametrize("words", ["0", "-3", "beaucoup", "1,5", "000", "²", "1000000000000"])
def test_a_number_of_places_that_cannot_be_is_refused(words: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        fields.places(words)
    assert refused.value.text.key == "gathering-read-places"


def test_no_number_of_places_is_no_limit() -> None:
    assert fields.places("  ") is None
    assert fields.places(" 12 ") == 12


@pytest.mark.parametrize(
    "words",
    ["https://", "voir https://exemple.org", "https://a b", "javascript://x", "https://[", "ftp://a.b"],
)  # fmt: skip
def test_half_an_address_is_no_place(words: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        fields.venue(words)
    assert refused.value.text.key == "gathering-read-address"


@pytest.mark.parametrize(
    "words", ["La Cantine, 12 rue des Lilas", "https://visio.example/salle?a=1"]
)
def test_a_venue_is_words_or_a_whole_address(words: str) -> None:
    assert fields.venue(words) == words


@pytest.mark.parametrize("words", ["", "\n \n", "a\nb\nc\nd\ne\nf", "x" * 301])
def test_there_are_one_to_five_points(words: str) -> None:
    with pytest.raises(NotUnderstood):
        fields.points(words)


def test_points_lose_their_bullets() -> None:
    assert fields.points("• un\n\n- deux\n* trois") == ["un", "deux", "trois"]


@pytest.mark.parametrize(
    "words", ["exemple.org", "https://a.b https://c.d https://e.f https://g.h"]
)
def test_links_are_at_most_three_whole_addresses(words: str) -> None:
    with pytest.raises(NotUnderstood):
        fields.links(words)
