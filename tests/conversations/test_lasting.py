"""How long a pause lasts, by its words: periods, what comes after them, and who is away (P9)."""

from __future__ import annotations

from datetime import date

import pytest

from conversations.dates import read_day
from conversations.lasting import how_long, until_when
from conversations.pausing import asks_of_it, away, left_until
from conversations.periods import read_after, read_period, without_holidays
from conversations.questions import NotUnderstood, plain
from conversations.testing import MONDAY

TODAY = MONDAY.date()
PERIODS = {
    "je suis en vacances la semaine prochaine": "2026-11-30 2026-12-07",
    "I’m on holiday next week": "2026-11-30 2026-12-07",
    "not around this week": "2026-11-23 2026-11-30",
    "the week after next": "2026-12-07 2026-12-14",
    "la semaine du 14 décembre": "2026-12-14 2026-12-21",
    "the week of the 14th": "2026-12-14 2026-12-21",
    "en pause ce week-end": "2026-11-28 2026-11-30", "pause me this weekend": "2026-11-28 2026-11-30",
    "pas dispo en décembre": "2026-12-01 2027-01-01", "away in November": "2026-11-01 2026-12-01",
    "no pings during August": "2027-08-01 2027-09-01", "au mois d’août": "2027-08-01 2027-09-01",
    "absent en mars 2027": "2027-03-01 2027-04-01", "pas dispo décembre": "2026-12-01 2027-01-01",
    "le mois prochain": "2026-12-01 2027-01-01", "next year": "2027-01-01 2028-01-01",
    "don’t ask me anything over Christmas": "2026-12-24 2026-12-27",
    "entre Noël et le nouvel an": "2026-12-24 2027-01-02", "pendant les fêtes": "2026-12-24 2027-01-02",
    "au week-end de Pâques": "2027-03-26 2027-03-30",
}  # fmt: skip


@pytest.mark.parametrize(("words", "days"), PERIODS.items())
def test_a_period_lasts_from_its_first_day_to_its_end(words: str, days: str) -> None:
    """“On holiday next week” was a pause until Monday, “in December” one until the 1st."""
    first, over = days.split()
    assert read_period(words, TODAY) == (date.fromisoformat(first), date.fromisoformat(over))


@pytest.mark.parametrize(
    "words",
    ["jusqu’à la semaine prochaine", "until next week", "jusqu’en mars", "from August on", "d’ici mars",
     "à partir de décembre", "mi-décembre", "fin décembre", "le 3 décembre", "December 3rd",
     "lundi de Pâques", "Christmas Eve", "la dernière semaine de décembre", "may I pause", "lundi",
     "pas dispo le week-end", "après Noël", "the end of next week"],
)  # fmt: skip
def test_one_end_of_a_period_is_no_period(words: str) -> None:
    assert read_period(words, TODAY) is None


def test_a_period_that_goes_over_the_year_is_the_one_that_is_on() -> None:
    assert read_period("les fêtes", date(2027, 1, 1)) == (date(2026, 12, 24), date(2027, 1, 2))


AFTER = {
    "after Easter": "2027-03-30", "le lendemain de Pâques": "2027-03-29", "après les fêtes": "2027-01-02",
    "après le 20": "2026-12-21", "after December 1st": "2026-12-02", "après août": "2027-09-01",
    "the end of next week": "2026-12-07", "la fin de la semaine": "2026-11-30",
    "after the weekend": "2026-11-30", "the day after Christmas": "2026-12-26",
}  # fmt: skip


@pytest.mark.parametrize(("words", "day"), AFTER.items())
def test_what_is_waited_for_is_over_the_day_after(words: str, day: str) -> None:
    assert read_after(words, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "words", ["après-demain", "day after tomorrow", "after two weeks", "après-midi", "lundi"]
)
def test_a_day_that_only_sounds_so_is_read_as_it_is(words: str) -> None:
    assert read_after(words, TODAY) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [("a week on Wednesday", "2026-12-02"), ("two weeks after Easter", "2027-04-11"),
     ("une semaine après Noël", "2027-01-01"), ("3 days after the 10th", "2026-12-13"),
     ("8/15", "2027-08-15"), ("jusqu’au 1er de l’an", "2027-01-01"), ("a week on my own", "2026-11-30")],
)  # fmt: skip
def test_a_day_is_counted_from_another_one(words: str, day: str) -> None:
    assert read_day(words, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("words", "named", "days"),
    [("snooze me until a week on Wednesday", "a week", "2026-12-02"),
     ("en pause jusqu’après les fêtes", "les fêtes", "2027-01-02"),
     ("pause until the week after next", "the week", "2026-12-07"),
     ("pause jusqu’au 3", "", "2026-12-03"), ("je suis absent en août", "août", "2027-08-01/2027-09-01"),
     ("jsuis pas là de lundi à vendredi", "", "2026-11-30/2026-12-05"),
     ("sous l’eau, revenez vers moi après le 20", "", "2026-12-21"),
     ("pause d’ici mars", "ici mars", "2027-03-01"), ("pause, not before lunch on Friday, 2 weeks", "2 weeks", "2026-11-27"),
     ("congé pour les vacances de février, du 7 au 21 février", "", "2027-02-07/2027-02-22")],
)  # fmt: skip
def test_a_pause_lasts_as_long_as_its_words_say(words: str, named: str, days: str) -> None:
    read = how_long(words, named, MONDAY, "Europe/Paris")
    assert read is not None
    assert read.partition("T")[0] == days


COUNTING = {
    "pause jusqu’à jeudi inclus": "2026-11-27", "pas dispo jusqu’au 9 compris": "2026-12-10",
    "pause jusqu’au 9 (inclus)": "2026-12-10", "absente jusqu’à vendredi, inclus": "2026-11-28",
    "pause jusqu’au 2026-12-09 inclus": "2026-12-10", "pause jusqu’à demain inclus": "2026-11-25",
    "pause jusqu’à fin janvier inclus": "2027-02-01", "jusqu’à noël compris": "2026-12-27",
    "en pause jusqu’à la semaine prochaine incluse": "2026-12-07",
    "pause jusqu’à dimanche soir": "2026-11-30", "pause jusqu’au 9 au soir": "2026-12-10",
    "pause jusqu’à ce soir": "2026-11-24", "je suis absent jusqu’en août inclus": "2027-09-01",
    "pause jusqu’au 24 décembre y compris": "2026-12-25",
    "pause until Friday inclusive": "2026-11-28", "I'm away through Friday": "2026-11-28",
    "pause through December 9th": "2026-12-10", "out through the weekend": "2026-11-30",
    "snooze through the end of the month": "2026-12-01", "off through next week": "2026-12-07",
    "pause up to and including the 9th": "2026-12-10", "away through Christmas": "2026-12-27",
    "pause until Friday, inclusive": "2026-11-28", "pause until Sunday evening": "2026-11-30",
    "away all through August": "2027-08-01/2027-09-01", "pause through to the 9th": "2026-12-10",
    "pause, I am going through a hard time until Friday": "2026-11-27",
    "pause from Monday through Friday": "2026-11-30/2026-12-05",
    "du 3 au 9 inclus": "2026-12-03/2026-12-10", "jusqu’à jeudi": "2026-11-26",
}  # fmt: skip


@pytest.mark.parametrize(("words", "days"), COUNTING.items())
def test_a_last_day_that_counts_is_over_the_day_after(words: str, days: str) -> None:
    read = how_long(words, "", MONDAY, "Europe/Paris")
    assert read is not None
    assert read.partition("T")[0] == days


@pytest.mark.parametrize(
    ("words", "named"),
    [("not available after the 20th", "the 20th"), ("je pars à partir de lundi", "lundi"),
     ("pas de demandes pendant les vacances de février", "février"),
     ("no requests during the Easter holidays please", "Easter")],
)  # fmt: skip
def test_what_says_nothing_of_a_last_day_has_none(words: str, named: str) -> None:
    assert how_long(words, named, MONDAY, "Europe/Paris") is None


def test_until_when_is_answered_with_a_last_day() -> None:
    read = until_when(MONDAY, "Europe/Paris")
    assert read("la semaine prochaine").startswith("2026-11-30T")
    assert read("after the weekend").startswith("2026-11-30T")
    assert read("du 3 au 9").startswith("2026-12-03/2026-12-10T")
    assert read("le 9 compris").startswith("2026-12-10T")
    for unsure in ("les vacances de février", "jusqu’au 20 novembre inclus", "le 32 inclus"):
        with pytest.raises(NotUnderstood):
            read(unsure)


def test_school_holidays_are_no_day_and_other_words_stay() -> None:
    assert without_holidays("en congé pendant les vacances de Noël").split() == [
        "en",
        "conge",
        "pendant",
    ]
    assert without_holidays("half term, until March 3").split() == [",", "until", "march", "3"]
    assert without_holidays("en vacances à Noël") == "en vacances a noel"


@pytest.mark.parametrize(
    "words",
    ["pas dispo du 3 au 9", "jsuis pas là de lundi à vendredi", "not around this week",
     "je suis absente la semaine du 14", "sorry, I’m away in March", "out of office until Friday"],
)  # fmt: skip
def test_whoever_says_until_when_they_are_away_wants_a_pause(words: str) -> None:
    step = away(words)
    assert step is not None
    assert step[0] == "pause"


@pytest.mark.parametrize("words", ["jsuis pas dispo la", "pas là", "I’m not around right now"])
def test_whoever_only_says_that_they_are_away_is_asked(words: str) -> None:
    step = away(words)
    assert step is not None
    assert step[0] == "unsure"


@pytest.mark.parametrize(
    "words",
    ["pas dispo lundi", "je suis en vacances à Paris", "en congé mat, qui connaît la CAF ?",
     "tu es pas dispo du 3 au 9 ?", "je suis absent la semaine prochaine et je cherche quelqu’un pour garder mon chat",
     "mon chat est absent du 3 au 9", "away from keyboard"],
)  # fmt: skip
def test_what_only_begins_so_is_no_pause(words: str) -> None:
    assert away(words) is None


def test_when_to_come_back_is_a_pause_until_then_and_a_mere_not_before_is_asked_about() -> None:
    comes = left_until("jsuis sous l’eau là, revenez vers moi après le 20")
    before = left_until("pas avant le 15")
    assert comes is not None
    assert comes[0] == "pause"
    assert before is not None
    assert before[0] == "unsure"
    assert left_until("revenez vers moi") is None
    assert left_until("il me faut un plombier, pas avant le 15") is None


@pytest.mark.parametrize("words", ["je suis encore en pause ?", "am I still paused?"])
def test_whether_a_pause_still_goes_on_is_asked_about_it(words: str) -> None:
    assert asks_of_it(words)


HALVES = {
    "pause for 1 1/2 months": "2027-01-07", "pause for 1.5 months": "2027-01-07",
    "pause de 2,5 semaines": "2026-12-11", "two and a half weeks": "2026-12-11",
    "pause 1 mois 1/2": "2027-01-07", "off for 1½ months": "2027-01-07",
    "six weeks and a half": "2027-01-08", "until 8pm tomorrow": "2026-11-25",
    "until 9am tomorrow": "2026-11-24", "until 1/2": "2027-02-01", "jusqu’au 1.5": "2027-05-01",
    "on leave 5-19 jan": "2027-01-05 2027-01-20",
}  # fmt: skip


@pytest.mark.parametrize(("words", "days"), HALVES.items())
def test_halves_hyphens_and_hours_keep_their_days(words: str, days: str) -> None:
    """“1 1/2 months” was over on the 1st of February, “5-19 jan” began at once."""
    named = " ".join(plain(words).split()[-2:])
    read = how_long(words, named, MONDAY, "Europe/Paris")
    assert read is not None
    assert [each[:10] for each in read.split("/")] == days.split()


@pytest.mark.parametrize("words", [
    "je suis pas dispo cette semaine, mets moi en pause jusqu’à lundi",
    "im not available this week, pause me until monday",
])  # fmt: skip
def test_until_a_day_is_the_end_whatever_is_said_of_the_time_before(words: str) -> None:
    """The pause began on that Monday, and ended the day after."""
    assert how_long(words, words.split()[-1], MONDAY, "Europe/Paris") == "2026-11-30T08:00:00+00:00"
