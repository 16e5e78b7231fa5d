"""Rhythms in words: what organisers write is read to the last word, and said so that it reads back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from community.recurrence import Rhythm, upcoming
from conversations.language import render
from conversations.questions import NotUnderstood
from conversations.rhythms import left_out_said, mended, read_rhythm, rhythm_said, says_rhythm

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
"""A Sunday."""
ZONE = "Europe/Paris"


def read(words: str) -> Rhythm:
    return read_rhythm(words, NOW, ZONE)


def dates(words: str, count: int = 3) -> list[str]:
    rhythm = read(words)
    found = upcoming(rhythm, rhythm.starts_at - timedelta(seconds=1), count)
    return [f"{each.astimezone(ZoneInfo(ZONE)):%Y-%m-%d %H:%M}" for each in found]


FIRST_MONDAYS = ["2026-12-07 09:00", "2027-01-04 09:00", "2027-02-01 09:00"]
HALF_PAST_NINE = ["2026-11-23 09:30", "2026-11-30 09:30", "2026-12-07 09:30"]
WORKING = ["2026-11-23 09:00", "2026-11-24 09:00", "2026-11-25 09:00"]
EVERY_MONDAY = ["2026-11-23 09:00", "2026-11-30 09:00", "2026-12-07 09:00"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("first Monday at 9", FIRST_MONDAYS),
        ("tous les quinze jours le lundi à 9h", ["2026-11-23 09:00", "2026-12-07 09:00", "2026-12-21 09:00"]),
        ("un lundi tous les 15 jours", ["2026-11-23 09:00", "2026-12-07 09:00", "2026-12-21 09:00"]),
        ("the 1st monday of the month, at 9:00", FIRST_MONDAYS),
        ("le premier lundi du mois à 9h", FIRST_MONDAYS),
        ("Le 1er lundi de chaque mois", FIRST_MONDAYS),
        ("every Monday", EVERY_MONDAY),
        ("tout les lundis", EVERY_MONDAY),
        ("evry monady at 9", EVERY_MONDAY),
        ("le lundi à neuf heures et demie", HALF_PAST_NINE),
        ("half past nine, every Monday", HALF_PAST_NINE),
        ("le permier lundi de chaque moi", FIRST_MONDAYS),
        ("firts Monday", FIRST_MONDAYS),
        ("du lundi au vendredi à 9h", WORKING),
        ("every day from Monday to Friday", WORKING),
        ("mon-fri", WORKING),
        ("weekends at 10", ["2026-11-28 10:00", "2026-11-29 10:00", "2026-12-05 10:00"]),
        ("le week-end à midi et demi", ["2026-11-28 12:30", "2026-11-29 12:30", "2026-12-05 12:30"]),
        ("tous les lundis à 9 heures", EVERY_MONDAY),
        ("chaque lundi", EVERY_MONDAY),
        ("le lundi à 9h", EVERY_MONDAY),
        ("at 9 every Monday", EVERY_MONDAY),
        ("vers 9h le lundi", EVERY_MONDAY),
        ("tous les lundis à 9 h 00", EVERY_MONDAY),
        ("every Monday 9:00 a.m.", EVERY_MONDAY),
        ("Mondays 9am", EVERY_MONDAY),
        ("weekly on Mondays at 9", EVERY_MONDAY),
        ("every Monday at 9.30", HALF_PAST_NINE),
        ("tous les lundis à 9.30", HALF_PAST_NINE),
        ("tous les lundis à 9h30", HALF_PAST_NINE),
        ("le lundi à 9 h30", HALF_PAST_NINE),
        ("Mondays 9.30 am", HALF_PAST_NINE),
        ("the 15th at 18.05", ["2026-12-15 18:05", "2027-01-15 18:05", "2027-02-15 18:05"]),
        ("last Friday of the month at 6:30 pm",
         ["2026-11-27 18:30", "2026-12-25 18:30", "2027-01-29 18:30"]),
        ("le dernier vendredi du mois à 18h30",
         ["2026-11-27 18:30", "2026-12-25 18:30", "2027-01-29 18:30"]),
        ("un jeudi sur deux à midi", ["2026-11-26 12:00", "2026-12-10 12:00", "2026-12-24 12:00"]),
        ("un jeudi sur 2 à midi", ["2026-11-26 12:00", "2026-12-10 12:00", "2026-12-24 12:00"]),
        ("every other Thursday at noon",
         ["2026-11-26 12:00", "2026-12-10 12:00", "2026-12-24 12:00"]),
        ("toutes les deux semaines le jeudi à 12h30 à partir du 7 janvier, pas en août",
         ["2027-01-07 12:30", "2027-01-21 12:30", "2027-02-04 12:30"]),
        ("every two weeks on Thursday 12:30 from 7 January, not in August",
         ["2027-01-07 12:30", "2027-01-21 12:30", "2027-02-04 12:30"]),
        ("le 15 du mois", ["2026-12-15 09:00", "2027-01-15 09:00", "2027-02-15 09:00"]),
        ("le 1er et le 15 de chaque mois à 8h",
         ["2026-12-01 08:00", "2026-12-15 08:00", "2027-01-01 08:00"]),
        ("the 1st and the 15th at 8am", ["2026-12-01 08:00", "2026-12-15 08:00", "2027-01-01 08:00"]),
        ("first and third Tuesday", ["2026-12-01 09:00", "2026-12-15 09:00", "2027-01-05 09:00"]),
        ("1st and 3rd Tuesday", ["2026-12-01 09:00", "2026-12-15 09:00", "2027-01-05 09:00"]),
        ("last day of the month", ["2026-11-30 09:00", "2026-12-31 09:00", "2027-01-31 09:00"]),
        ("dernier jour du mois", ["2026-11-30 09:00", "2026-12-31 09:00", "2027-01-31 09:00"]),
        ("first working day of the month",
         ["2026-12-01 09:00", "2027-01-01 09:00", "2027-02-01 09:00"]),
        ("every day at 7:45", ["2026-11-23 07:45", "2026-11-24 07:45", "2026-11-25 07:45"]),
        ("tous les 10 jours", ["2026-11-23 09:00", "2026-12-03 09:00", "2026-12-13 09:00"]),
        ("en semaine à 9h", ["2026-11-23 09:00", "2026-11-24 09:00", "2026-11-25 09:00"]),
        ("lundi et jeudi à 9h", ["2026-11-23 09:00", "2026-11-26 09:00", "2026-11-30 09:00"]),
        ("every 3 months on the first Tuesday",
         ["2026-12-01 09:00", "2027-03-02 09:00", "2027-06-01 09:00"]),
        ("every quarter on the 15th", ["2027-01-15 09:00", "2027-04-15 09:00", "2027-07-15 09:00"]),
        ("le premier lundi de chaque trimestre",
         ["2027-01-04 09:00", "2027-04-05 09:00", "2027-07-05 09:00"]),
        ("last Friday of the quarter", ["2026-12-25 09:00", "2027-03-26 09:00", "2027-06-25 09:00"]),
        ("le 1er et le 15 janvier et juillet",
         ["2027-01-01 09:00", "2027-01-15 09:00", "2027-07-01 09:00"]),
        ("le 1er janvier et le 1er juillet",
         ["2027-01-01 09:00", "2027-07-01 09:00", "2028-01-01 09:00"]),
        ("le 1er lundi ou le 3e", ["2026-12-07 09:00", "2026-12-21 09:00", "2027-01-04 09:00"]),
        ("every second Tuesday of the month",
         ["2026-12-08 09:00", "2027-01-12 09:00", "2027-02-09 09:00"]),
        ("every second Tuesday", ["2026-11-24 09:00", "2026-12-08 09:00", "2026-12-22 09:00"]),
        ("le cinquième lundi du mois", ["2026-11-30 09:00", "2027-03-29 09:00", "2027-05-31 09:00"]),
        ("fifth Friday", ["2027-01-29 09:00", "2027-04-30 09:00", "2027-07-30 09:00"]),
        ("every Mon at NINE", EVERY_MONDAY),
        ("tous les lundis à neuf heures", EVERY_MONDAY),
        ("Mon 9 o'clock", EVERY_MONDAY),
        ("day 15 of each month", ["2026-12-15 09:00", "2027-01-15 09:00", "2027-02-15 09:00"]),
        ("biweekly on Monday", ["2026-11-23 09:00", "2026-12-07 09:00", "2026-12-21 09:00"]),
        ("le 1er de septembre à juin", ["2026-12-01 09:00", "2027-01-01 09:00", "2027-02-01 09:00"]),
        ("from June to July on the 1st", ["2027-06-01 09:00", "2027-07-01 09:00", "2028-06-01 09:00"]),
        ("le 8 mars tous les ans", ["2027-03-08 09:00", "2028-03-08 09:00", "2029-03-08 09:00"]),
        ("every year on March 8", ["2027-03-08 09:00", "2028-03-08 09:00", "2029-03-08 09:00"]),
        ("first Monday of September and January",
         ["2027-01-04 09:00", "2027-09-06 09:00", "2028-01-03 09:00"]),
        ("tous les lundis, sauf en juillet et août, 2 fois",
         ["2026-11-23 09:00", "2026-11-30 09:00"]),
        ("every Monday until 30 November", ["2026-11-23 09:00", "2026-11-30 09:00"]),
        ("tous les lundis jusqu’au 30 novembre", ["2026-11-23 09:00", "2026-11-30 09:00"]),
        ("monthly from 2027-01-20", ["2027-01-20 09:00", "2027-02-20 09:00", "2027-03-20 09:00"]),
        ("every morning at 7:45", ["2026-11-23 07:45", "2026-11-24 07:45", "2026-11-25 07:45"]),
        ("tous les lundis après-midi à 14h", ["2026-11-23 14:00", "2026-11-30 14:00", "2026-12-07 14:00"]),
        ("lundis soir à 18h jusqu’à Noël", ["2026-11-23 18:00", "2026-11-30 18:00", "2026-12-07 18:00"]),
        ("every Monday at 9 in the morning", EVERY_MONDAY),
        ("every Monday morning", EVERY_MONDAY),
        ("ts les lundis matin", EVERY_MONDAY),
        ("half past nine every Monday",
         ["2026-11-23 09:30", "2026-11-30 09:30", "2026-12-07 09:30"]),
        ("tous les lundis à 9 h du soir",
         ["2026-11-23 21:00", "2026-11-30 21:00", "2026-12-07 21:00"]),
        ("tous les vendredis et lundis sauf en mai", ["2026-11-23 09:00", "2026-11-27 09:00",
                                                      "2026-11-30 09:00"]),
        ("every day at 8 except weekends",
         ["2026-11-23 08:00", "2026-11-24 08:00", "2026-11-25 08:00"]),
        ("on the 1st at 9 and 15", ["2026-12-01 09:00", "2026-12-15 09:00", "2027-01-01 09:00"]),
        ("every Monday from next month", ["2026-12-07 09:00", "2026-12-14 09:00",
                                         "2026-12-21 09:00"]),
    ],
)  # fmt: skip
def test_a_rhythm_is_read(words: str, expected: list[str]) -> None:
    assert dates(words) == expected


def test_a_feast_ends_a_rhythm() -> None:
    assert dates("every Monday until Christmas", 9)[-1] == "2026-12-21 09:00"


def test_august_is_left_out() -> None:
    rhythm = read("every two weeks on Thursday 12:30 from 7 January, not in August")
    found = upcoming(rhythm, datetime(2027, 7, 20, tzinfo=UTC), 2)
    assert [f"{each:%m-%d}" for each in found] == ["07-22", "09-02"]


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("31 February", "rhythm-never"),
        ("le 31 février", "rhythm-never"),
        ("le 30 février à 9h", "rhythm-never"),
        ("every 0 days", "rhythm-interval"),
        ("tous les 0 jours", "rhythm-interval"),
        ("tous les lundis 0 fois", "rhythm-interval"),
        ("the 32nd", "rhythm-date-wrong"),
        ("the sixth of never", "rhythm-unknown-word"),
        ("the first weekend of the month", "rhythm-which-day"),
        ("every Monday, six tines", "rhythm-unknown-word"),
        ("quand on pourra", "rhythm-unknown-word"),
        ("every Monday at 25:00", "rhythm-hour"),
        ("tous les lundis à 9h75", "rhythm-hour"),
        ("every Monday at 9 and at 18h", "rhythm-one-hour"),
        ("lundi à 9h ou 19h", "rhythm-one-hour"),
        ("every Monday at 9 and 17", "rhythm-one-hour"),
        ("le lundi à 9h et le jeudi à 17h", "rhythm-one-hour"),
        ("un lundi par mois", "rhythm-unknown-word"),
        ("every month on Monday", "rhythm-which-day"),
        ("every year", "rhythm-year"),
        ("every week on the 15th", "rhythm-two-things"),
        ("every Monday until 1 January 2020", "rhythm-ends-early"),
        ("every Monday from 31 February", "read-day-none"),
        ("8 March and 14 July", "rhythm-two-things"),
        ("le 1er janvier et le 15 juillet", "rhythm-two-things"),
        ("first Monday and last Friday", "rhythm-two-things"),
        ("le premier lundi de janvier et le dernier vendredi de juin", "rhythm-two-things"),
        ("every Monday and the 15th", "rhythm-day-and-date"),
        ("tous les lundis et le 1er", "rhythm-day-and-date"),
        ("Friday the 13th", "rhythm-day-and-date"),
        ("le lundi 31 novembre", "rhythm-day-and-date"),
        ("tous les 1,5 jours", "rhythm-whole"),
        ("tous les mardis soir", "rhythm-part-of-day"),
        ("tous les lundis matin à 15h", "rhythm-part-of-day"),
        ("every 0 Monday", "rhythm-interval"),
        ("deux fois par mois", "rhythm-which-times"),
        ("twice a week", "rhythm-which-times"),
        ("tous les lundis sauf le 25 décembre", "rhythm-only-months"),
        ("every Monday except holidays", "rhythm-only-months"),
        ("at 9", "rhythm-how-often"),
        ("January", "rhythm-how-often"),
        ("every Monday, not in August, blue moon", "rhythm-unknown-word"),
    ],
)
def test_a_rhythm_that_cannot_be_is_told_in_one_line(words: str, key: str) -> None:
    with pytest.raises(NotUnderstood) as wrong:
        read(words)
    assert wrong.value.text.key == key
    assert "\n" not in render(wrong.value.text, "fr")


@pytest.mark.parametrize(
    ("words", "fr", "en"),
    [
        ("first Monday at 9", "le premier lundi du mois à 9h, à partir du lundi 7 décembre 2026",
         "the first Monday of the month at 9:00, from Monday 7 December 2026"),
        ("le 1er et le 15 à 8h", "le 1er et 15 du mois à 8h, à partir du mardi 1er décembre 2026",
         "the 1st and 15th of the month at 8:00, from Tuesday 1 December 2026"),
        ("un jeudi sur deux à 12h30, pas en août",
         "toutes les 2 semaines le jeudi à 12h30, pas en août, à partir du jeudi 26 novembre 2026",
         "every 2 weeks on Thursday at 12:30, not in August, from Thursday 26 November 2026"),
    ],
)  # fmt: skip
def test_a_rhythm_is_said_in_both_languages(words: str, fr: str, en: str) -> None:
    said = rhythm_said(read(words), NOW)
    assert (render(said, "fr"), render(said, "en")) == (fr, en)


DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


@st.composite
def wordings(draw: st.DrawFn) -> str:
    day, n = draw(st.sampled_from(DAYS)), draw(st.integers(2, 6))
    place = draw(st.sampled_from(["premier", "deuxième", "dernier", "1er et 3e"]))
    core = draw(st.sampled_from([
        f"chaque {day}", f"toutes les {n} semaines le {day}", f"le {place} {day} du mois",
        f"tous les {n} mois, le {place} {day}", f"le {n + 20} du mois", f"tous les {n} jours",
        "le dernier jour du mois", "en semaine", "le 1er jour ouvré du mois", f"le {n} mars",
    ]))  # fmt: skip
    without = draw(st.sampled_from(["", ", pas en août", ", sauf en juillet et août"]))
    until = draw(st.sampled_from(["", ", jusqu'au 30 juin 2029", ", 4 fois"]))
    hour = f" à {draw(st.integers(0, 23))}h{draw(st.sampled_from(['', '05', '30']))}"
    begin = draw(st.sampled_from(["", ", à partir du 7 janvier", " à partir du 12/03/2028"]))
    return core + hour + without + until + begin


@settings(max_examples=150)
@given(wordings(), st.sampled_from(["fr", "en"]))
def test_what_is_said_is_read_as_the_same(words: str, locale: str) -> None:
    rhythm = read(words)
    again = read(render(rhythm_said(rhythm, NOW), locale))
    following = rhythm.starts_at - timedelta(seconds=1)
    assert upcoming(again, following, 12) == upcoming(rhythm, following, 12)
    assert again.rule.split(";UNTIL")[0] == rhythm.rule.split(";UNTIL")[0]


@pytest.mark.parametrize(
    ("said", "months"),
    [
        ("tous les mardis pas en juillet août à 9h", "1,2,3,4,5,6,9,10,11,12"),
        ("every Monday not in July August at 9", "1,2,3,4,5,6,9,10,11,12"),
        ("le lundi à 9h, pas en décembre janvier", "2,3,4,5,6,7,8,9,10,11"),
    ],
)
def test_months_in_a_row_are_all_left_out(said: str, months: str) -> None:
    """The second one had been read as the only month that is wanted."""
    assert read(said).rule.endswith(f";BYMONTH={months}")


def test_of_two_months_in_a_row_none_is_the_first_day() -> None:
    with pytest.raises(NotUnderstood) as refused:
        read("every Monday from September October at 9")
    assert refused.value.text.key == "read-day"


@pytest.mark.parametrize(
    ("words", "said"),
    [("en fait plutôt mardi", "chaque mardi à 18h30"), ("plutôt à 10h", "chaque lundi à 10h"),
     ("no, the first Tuesday of the month at 9", "le premier mardi du mois à 9h")],
)  # fmt: skip
def test_words_put_another_rhythm_in_the_place_of_one(words: str, said: str) -> None:
    was = read("tous les lundis à 18h30")
    assert says_rhythm(words)
    told = render(rhythm_said(mended(words, was, NOW), NOW), "fr")
    assert told.startswith(said)


@pytest.mark.parametrize(
    ("was", "words", "said"),
    [("le premier lundi du mois à 9h", "plutôt mardi", "le premier mardi du mois à 9h"),
     ("last Friday at 9", "rather on Tuesday at 6 pm", "le dernier mardi du mois à 18h"),
     ("le premier lundi du mois à 9h", "plutôt tous les mardis", "chaque mardi à 9h"),
     ("le premier lundi du mois à 9h", "weekly", "chaque dimanche"),
     ("le 15 du mois à 9h", "plutôt mardi", "chaque mardi à 9h")],
)  # fmt: skip
def test_another_weekday_of_each_month_stays_in_its_place(was: str, words: str, said: str) -> None:
    """“Plutôt mardi” made each month's first Monday every Tuesday."""
    told = render(rhythm_said(mended(words, read(was), NOW), NOW), "fr")
    assert told.startswith(said)


@pytest.mark.parametrize(
    "words", ["oui", "deux", "2", "plus tard", "en août", "à 7 ou 8h", "demain"]
)
def test_what_is_no_rhythm_mends_none(words: str) -> None:
    assert not says_rhythm(words)


@pytest.mark.parametrize(
    ("words", "told"),
    [("le 31 du mois", "février, avril, juin, septembre et novembre n’ont pas de 31"),
     ("the 30th of the month", "février n’a pas de 30"),
     ("le 29 février tous les ans", "années bissextiles"),
     ("le 31 de chaque trimestre", "avril n’a pas de 31"),
     ("le 31 janvier tous les ans", None), ("le 30 du mois, pas en février", None),
     ("le dernier jour du mois", None), ("le 28", None), ("tous les lundis", None)],
)  # fmt: skip
def test_months_too_short_for_a_day_are_told(words: str, told: str | None) -> None:
    said = left_out_said(read(words))
    assert (said is None) == (told is None)
    assert (told or "") in (render(said, "fr") if said else "")


@pytest.mark.parametrize("day", ["2027-03-26", "2027-03-28"])
def test_an_hour_that_the_clock_jumps_over_is_kept_for_all_the_others(day: str) -> None:
    """Said in the week of the jump, or that very night, every Sunday came at half past three."""
    now = datetime.fromisoformat(f"{day}T00:00+00:00")
    rhythm = read_rhythm("tous les dimanches à 2h30", now, "Europe/Paris")
    coming = [each.astimezone(ZoneInfo("Europe/Paris")) for each in upcoming(rhythm, now, 3)]
    assert [f"{each:%d/%m %H:%M}" for each in coming] == [
        "04/04 02:30",
        "11/04 02:30",
        "18/04 02:30",
    ]
