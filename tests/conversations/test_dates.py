"""A day as people write it, in French and in English."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from conversations import readers
from conversations.dates import read_day
from conversations.questions import NotUnderstood

WEDNESDAY = date(2026, 11, 25)
SAID = {
    "15/01": "2027-01-15", "le 3.12": "2026-12-03", "15/01/2027": "2027-01-15",
    "2027-01-15": "2027-01-15", "25/11": "2027-11-25",
    "15 janvier": "2027-01-15", "jusqu’au 15 janvier": "2027-01-15",
    "1er décembre": "2026-12-01", "LE 1ER DECEMBRE !": "2026-12-01",
    "15 jan 2027": "2027-01-15", "15 janv.": "2027-01-15", "lundi 15 février": "2027-02-15",
    "5 sept": "2027-09-05", "3 août": "2027-08-03", "pas avant le 12 mars": "2027-03-12",
    "January 15": "2027-01-15", "until January 15th, 2027": "2027-01-15",
    "Jan. 15": "2027-01-15", "15th of January": "2027-01-15", "the 2nd of March": "2027-03-02",
    "after December 1st": "2026-12-01",
    "demain": "2026-11-26", "après-demain": "2026-11-27", "apres demain": "2026-11-27",
    "tomorrow": "2026-11-26", "the day after tomorrow": "2026-11-27",
    "aujourd’hui": "2026-11-25", "yesterday": "2026-11-24", "hier": "2026-11-24",
    "lundi": "2026-11-30", "lundi prochain": "2026-11-30", "à partir de jeudi": "2026-11-26",
    "mercredi": "2026-12-02", "next Monday": "2026-11-30", "until Friday": "2026-11-27",
    "dans 3 jours": "2026-11-28", "in 3 days": "2026-11-28", "dans quinze jours": "2026-12-10",
    "dans deux semaines": "2026-12-09", "in a week": "2026-12-02", "2 weeks": "2026-12-09",
    "for a fortnight": "2026-12-09", "dans un mois": "2026-12-25", "in two months": "2027-01-25",
    "dans un an": "2027-11-25",
    "octobre": "2027-10-01", "jusqu’en mars": "2027-03-01", "until January": "2027-01-01",
    "la rentrée": "2027-09-01", "Noël": "2026-12-25", "cette semaine": "2026-11-30",
    "a couple of weeks": "2026-12-09", "quelques jours": "2026-11-28",
    "la semaine prochaine": "2026-11-30", "next week": "2026-11-30",
    "le mois prochain": "2026-12-01", "next month": "2026-12-01",
    "fin du mois": "2026-11-30", "à la fin du mois": "2026-11-30",
    "lundi 30": "2026-11-30", "Monday the 30th": "2026-11-30", "lundi 9h": "2026-11-30",
    "lundi en huit": "2026-12-07", "Thursday week": "2026-12-03", "jeudi 24 décembre": "2026-12-24",
    "un mois et demi": "2027-01-09", "a week and a half": "2026-12-06",
    "mi-décembre": "2026-12-15", "mid December": "2026-12-15", "la Toussaint": "2027-11-01",
    "une quinzaine": "2026-12-09", "douze jours": "2026-12-07", "couple of weeks": "2026-12-09",
    "2 sem": "2026-12-09", "le 3": "2026-12-03", "back on the 5th": "2026-12-05",
    "jusqu’au 31": "2026-12-31", "24-12-2026": "2026-12-24", "premier décembre": "2026-12-01",
    "le quinze décembre": "2026-12-15", "first of December": "2026-12-01",
    "lundi de Pâques": "2027-03-29", "jusqu’au lundi de Pâques": "2027-03-29",
    "until Easter": "2027-03-28", "Good Friday": "2027-03-26", "l’Ascension": "2027-05-06",
    "Whit Monday": "2027-05-17", "mardi gras": "2027-02-09", "busy til xmas": "2026-12-25",
    "New Year’s Eve": "2026-12-31", "une dizaine de jours": "2026-12-05",
    "une quinzaine de jours": "2026-12-10", "2 smn": "2026-12-09", "lundi de 9h à 12h": "2026-11-30",
    "fin d’année": "2026-12-31", "nouvel an": "2027-01-01",
    "jeudi dans deux semaines": "2026-12-10", "dans 2 semaines lundi": "2026-12-07",
    "in two weeks on Thursday": "2026-12-10", "Thursday in a fortnight": "2026-12-10",
    "jeudi de la semaine prochaine": "2026-12-03", "Tuesday next week": "2026-12-01",
    "jeudi cette semaine": "2026-11-26", "ce soir": "2026-11-25", "tonight": "2026-11-25",
    "cet après-midi": "2026-11-25", "jeudi dans 3 jours": "2026-11-28",
    "end of the month": "2026-11-30", "fin janvier": "2027-01-31", "end of February": "2027-02-28",
}  # fmt: skip


@pytest.mark.parametrize(("words", "day"), SAID.items())
def test_a_day_is_read_as_it_is_written(words: str, day: str) -> None:
    assert read_day(words, WEDNESDAY) == date.fromisoformat(day)


@pytest.mark.parametrize("words", ["", "n’importe quoi", "quand mon bilan sera fini", "when I may",
                                   "lundi de l’Aïd", "the Monday of the fair", "vacances de Pâques",
                                   "after the Easter holidays", "12", "le 15 du truc", "fin de partie", "mardi 30"])  # fmt: skip
def test_what_names_no_day_is_no_day(words: str) -> None:
    assert read_day(words, WEDNESDAY) is None


@pytest.mark.parametrize(
    ("today", "words", "day"),
    [("2027-01-31", "dans un mois", "2027-02-28"), ("2026-12-31", "next month", "2027-01-01"),
     ("2026-12-31", "fin décembre", "2027-12-31"), ("2026-11-30", "lundi", "2026-12-07")],
)  # fmt: skip
def test_the_edges_of_months_and_years(today: str, words: str, day: str) -> None:
    assert read_day(words, date.fromisoformat(today)) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("words", "why"),
    [("hier", "range"), ("today", "range"), ("15/01/2020", "range"), ("dans 999 jours", "range"),
     ("999 years", "range"), ("15 janvier 2031", "range"), ("le 32/13", "none"),
     ("20 novembre", "past"), ("25 novembre", "past"), ("until November 24th", "past"),
     ("30 février", "none"), ("February 29", "none"), ("un de ces jours", "")],
)  # fmt: skip
def test_a_day_that_cannot_be_is_refused_with_the_reason(words: str, why: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        readers.day(datetime(2026, 11, 25, 12, tzinfo=UTC), "Europe/Paris")(words)
    assert refused.value.text.key == f"read-day-{why}".rstrip("-")


@pytest.mark.parametrize("words", ["20 novembre 2027", "20 octobre", "dans un an", "le 20", "1 an"])
def test_a_day_that_is_not_just_past_is_the_coming_one(words: str) -> None:
    read = readers.day(datetime(2026, 11, 25, 12, tzinfo=UTC), "Europe/Paris")
    assert read(words) > "2026-11-26"


@pytest.mark.parametrize(
    ("year", "day"),
    [(2024, "03-31"), (2025, "04-20"), (2027, "03-28"), (2038, "04-25"), (2285, "03-22")],
)
def test_easter_is_reckoned(year: int, day: str) -> None:
    found = read_day("à Pâques", date(year, 1, 15))
    assert found == date.fromisoformat(f"{year}-{day}")


@pytest.mark.parametrize(
    "words",
    ["demain ou lundi", "mardi ou jeudi", "tomorrow or Friday", "le 3 ou le 4 décembre",
     "le 3 ou 4 décembre", "3/12 or 4/12", "ça va ? 1-5\nquel jour ? mardi"],
)  # fmt: skip
def test_a_day_that_is_left_open_is_asked_for_again(words: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        readers.named_day(words, WEDNESDAY)
    assert refused.value.text.key == "read-day"


@pytest.mark.parametrize("words", ["a week or two", "dans 2 ou 3 semaines", "un jour ou deux", "jeudi ?"])  # fmt: skip
def test_an_or_between_other_things_leaves_the_day_as_it_is(words: str) -> None:
    assert readers.named_day(words, WEDNESDAY) == read_day(words, WEDNESDAY)


@pytest.mark.parametrize(
    ("words", "day"),
    [("vendredi 8 décembre", "2026-12-08"), ("Tuesday, December 10", "2026-12-10"),
     ("vendredi 8/12", "2026-12-08"), ("mardi premier janvier", "2027-01-01"),
     ("demain vendredi", "2026-11-26")],
)  # fmt: skip
def test_a_date_that_is_another_day_of_the_week_is_told_so(words: str, day: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        readers.named_day(words, WEDNESDAY)
    assert refused.value.text.key == "read-day-weekday"
    assert refused.value.text.args == {"day": date.fromisoformat(day)}


@pytest.mark.parametrize("words", ["mercredi 25 novembre", "mardi 8 décembre", "demain jeudi"])
def test_a_date_with_its_own_day_of_the_week_is_taken(words: str) -> None:
    assert readers.named_day(words, WEDNESDAY) == read_day(words, WEDNESDAY)


@pytest.mark.parametrize(
    ("zone", "moment"),
    [("Europe/Paris", "2026-11-26T08:00:00+00:00"),
     ("Pacific/Auckland", "2026-11-26T20:00:00+00:00")],
)  # fmt: skip
def test_tomorrow_is_tomorrow_morning_where_the_member_is(zone: str, moment: str) -> None:
    evening = datetime(2026, 11, 25, 22, 30, tzinfo=UTC)
    assert readers.day(evening, zone)("demain") == moment


@pytest.mark.parametrize(
    "words", ["next Thursday", "jeudi prochain", "pas avant vendredi prochain"]
)
def test_a_next_day_of_this_week_may_be_the_one_of_the_next(words: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        readers.named_day(words, WEDNESDAY)
    assert refused.value.text.key == "read-day-which"


@pytest.mark.parametrize("words", ["next Monday", "mardi prochain", "mercredi prochain", "jeudi", "next Friday 27", "demain jeudi"])  # fmt: skip
def test_a_next_day_that_can_be_but_one_is_taken(words: str) -> None:
    assert readers.named_day(words, WEDNESDAY) == read_day(words, WEDNESDAY)


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("jeudi 18h30 à la cantine", "cantine"), ("every Thursday", "every"),
        ("lundi quel est ton plat préféré", "quel est ton plat prefere"),
        ("jeudi heure de Paris", "paris"),
    ],
)  # fmt: skip
def test_what_is_planned_for_many_leaves_no_word_over(words: str, left: str) -> None:
    """The place, the zone or the second rhythm beside a day was dropped without a word."""
    with pytest.raises(NotUnderstood) as refusal:
        readers.only_day(words, WEDNESDAY)
    assert (refusal.value.text.key, refusal.value.text.args["words"]) == ("read-day-partly", left)


@pytest.mark.parametrize(
    "words",
    ["plutôt jeudi soir", "disons jeudi, merci", "ok Thursday please", "let’s say Thursday evening",
     "jeudi 26 nov. inclus", "jusqu’à jeudi", "ce jeudi 26 en fin d’après-midi", "jeu 26 nov"],
)  # fmt: skip
def test_what_may_stand_around_a_day_is_no_word_too_many(words: str) -> None:
    assert readers.only_day(words, WEDNESDAY) == date(2026, 11, 26)
