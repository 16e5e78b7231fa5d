"""A day behind a pause without "until" is the day of the absence, and it is asked what is not sure
(P9)."""

from __future__ import annotations

import pytest

from conversations.lasting import how_long, second_span
from conversations.pausing import away_on
from conversations.questions import NotUnderstood
from conversations.testing import MONDAY, Stage
from conversations.transcripts import play

TODAY = MONDAY.date()
DAYS = {
    "pas de demandes demain svp": "2026-11-24/2026-11-25",
    "je suis absente demain, pas de demandes stp": "2026-11-24/2026-11-25",
    "pause tomorrow": "2026-11-24/2026-11-25", "pause on Friday": "2026-11-27/2026-11-28",
    "pause le 3 décembre": "2026-12-03/2026-12-04", "pause le 3": "2026-12-03/2026-12-04",
    "pause vendredi et samedi": "2026-11-27/2026-11-29", "pause aujourd'hui": "2026-11-24",
    "pause til tomorrow": "2026-11-24", "pause jusqu'à vendredi": "2026-11-27",
    "don't send anybody, return planned May 4th": "2027-05-04", "pause, back on Friday": "2026-11-27",
    "pause, see you Friday": "2026-11-27", "pause 2 semaines": "2026-12-07",
    "pause vendredi, samedi et dimanche": "2026-11-27/2026-11-30",
    "plus rien avant lundi": "2026-11-30", "pause until the end of January": "2027-02-01",
    "indispo du 1 au 3 et du 10 au 12 mars": "2027-03-01/2027-03-04",
    "indispo du 1 au 3 et du 10 au 12 décembre": "2026-12-01/2026-12-04",
    "pause du 20 au 27": "2026-11-28", "du 28 au 3 janvier": "2026-12-28/2027-01-04",
    "from December 20 to January 4": "2026-12-20/2027-01-05",
}  # fmt: skip


@pytest.mark.parametrize(("words", "days"), DAYS.items())
def test_a_day_without_an_until_is_the_day_of_the_absence(words: str, days: str) -> None:
    """“Pause tomorrow” ended when the absence began."""
    named = " ".join(words.split()[-2:])
    read = how_long(words, named, MONDAY, "Europe/Paris")
    assert read is not None
    assert read.partition("T")[0] == days


@pytest.mark.parametrize(
    ("words", "why"),
    [("en vacances dans 10 jours", "pause-then"), ("pause in two weeks", "pause-then"),
     ("pause du 20 au 10", "pause-until-turned"), ("pause du 10 au 8 décembre", "pause-until-turned"),
     ("off from 20 Dec to 10 Dec", "pause-until-turned"), ("pause mardi et vendredi", "pause-until-several"),
     ("pause le 3 et le 5 décembre", "pause-until-several"),
     ("pause vendredi 8 décembre", "read-day-weekday")],
)  # fmt: skip
def test_what_is_not_sure_is_asked_about(words: str, why: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        how_long(words, "", MONDAY, "Europe/Paris")
    assert refused.value.text.key == why


def test_behind_the_command_a_day_is_the_last_one() -> None:
    assert (
        how_long("lundi", "lundi", MONDAY, "Europe/Paris", ends=True) == "2026-11-30T08:00:00+00:00"
    )


def test_who_is_away_on_a_day_is_asked_whether_that_is_a_pause() -> None:
    for words in ("pas dispo demain", "away tomorrow", "I'm not available on Friday"):
        step = away_on(words)
        assert step is not None, words
        assert step[0] == "unsure"
    assert not any(map(away_on, ("tu es pas dispo demain ?", "pas dispo", "en vacances à Paris")))


def test_only_a_second_span_is_told_of() -> None:
    assert second_span("pause du 3 au 9", TODAY) is None
    assert second_span("pause vendredi et samedi", TODAY) is None


def test_a_pause_is_asked_for_as_it_is_meant(stage: Stage) -> None:
    stage.member("Zoé")
    play(
        stage,
        """
        Zoé > pause demain
        Zoé < C’est noté : à partir du mardi 24 novembre, plus aucune demande avant le mercredi 25 novembre. …
        Zoé > non, vendredi
        Zoé < C’est noté : à partir du vendredi 27 novembre, plus aucune demande avant le samedi 28 novembre. …
        Zoé > pause dans 2 semaines
        Zoé < Le lundi 7 décembre : votre pause commence-t-elle ce jour-là, ou finit-elle ce jour-là ? … [Elle commence ce jour-là] [Elle finit ce jour-là]
        Zoé > [Elle commence ce jour-là]
        Zoé < Et jusqu’à quand vous laisser tranquille, à partir du lundi 7 décembre ? … [Dans une semaine] [Dans un mois]
        Zoé > 2 semaines
        Zoé < C’est noté : à partir du lundi 7 décembre, plus aucune demande avant le lundi 21 décembre. …
        Zoé > pause du 20 au 10
        Zoé < Cette pause finirait avant de commencer. De quand à quand … [Dans une semaine] …
        Zoé > du 1 au 3 et du 10 au 12 décembre
        Zoé < C’est noté : à partir du mardi 1er décembre, plus aucune demande avant le vendredi 4 décembre. …
        Zoé > pas de demandes du 1 au 3 et du 10 au 12 décembre
        Zoé < C’est noté : à partir du mardi 1er décembre, plus aucune demande avant le vendredi 4 décembre. …
        Zoé < Je ne tiens qu’une pause à la fois : celle du jeudi 10 décembre au samedi 12 décembre n’est pas notée. …
        Zoé > pause dans 2 semaines
        Zoé < Le lundi 7 décembre : …
        Zoé > [Elle finit ce jour-là]
        Zoé < C’est noté : plus aucune demande avant le lundi 7 décembre. …
        Zoé > non, vendredi
        Zoé < C’est noté : plus aucune demande avant le vendredi 27 novembre. …
        """,
    )
