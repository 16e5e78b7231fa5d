"""A pause and a return with days in them: what is done is what was said, or is told (P9)."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import col, select

from conversations.pausing import asks_of_it
from conversations.spans import begins, read_return, read_span
from conversations.testing import MONDAY, Stage
from conversations.transcripts import play
from storage.tables import Member
from tests.conversations.openings import opening

TODAY = MONDAY.date()


@opening
def town(stage: Stage) -> Stage:
    stage.member("Zoé")
    return stage


PLANNED = (
    "C’est noté : à partir du jeudi 10 décembre, plus aucune demande avant le jeudi 24 décembre. …"
)


@pytest.mark.parametrize(
    "words",
    ["je suis en vacances du 10 au 23 décembre", "/pause du 10 au 23 décembre",
     "/pause from 10 to 23 December", "/pause à partir du 10 pour deux semaines",
     "/pause from the 10th for two weeks", "/pause je pars le 10 pour deux semaines"],
)  # fmt: skip
def test_a_pause_begins_on_the_first_day_that_was_named(town: Stage, words: str) -> None:
    play(town, f"Zoé > {words}\nZoé < {PLANNED}")


def test_days_are_read_where_the_question_is_answered_too(town: Stage) -> None:
    play(
        town,
        f"""
        Zoé > /pause
        Zoé < Jusqu’à quand vous laisser tranquille ? …
        Zoé > du 10 au 23 décembre
        Zoé < {PLANNED}
    """,
    )


@pytest.mark.parametrize(
    ("words", "until"),
    [("/pause lundi", "lundi 30 novembre"), ("/pause 2 semaines", "lundi 7 décembre"),
     ("/pause jusqu'au 15 janvier", "vendredi 15 janvier"),
     ("/pause du 20 au 27 novembre", "samedi 28 novembre"),
     ("/pause 1 an", "mardi 23 novembre 2027"), ("pause jusqu'à la rentrée", "mercredi 1er septembre 2027"),
     ("pause jusqu'au lundi de Pâques", "lundi 29 mars 2027"),
     ("pause une dizaine de jours", "jeudi 3 décembre"),
     ("/pause jusqu'à la fin du mois", "mardi 1er décembre"),
     ("/pause until the end of January", "lundi 1er février")],
)  # fmt: skip
def test_a_command_reads_its_day(town: Stage, words: str, until: str) -> None:
    play(town, f"Zoé > {words}\nZoé < C’est noté : plus aucune demande avant le {until}. …")


def test_a_last_day_that_counts_is_one_of_the_pause(town: Stage) -> None:
    play(
        town,
        """
        Zoé > pause jusqu'à jeudi inclus
        Zoé < C’est noté : plus aucune demande avant le vendredi 27 novembre. …
        Zoé > non, jusqu'au 9 compris
        Zoé < C’est noté : plus aucune demande avant le jeudi 10 décembre. …
        Zoé > /reprendre
        Zoé < Content de vous retrouver, Zoé ! …
        Zoé > pas dispo jusqu'au 9 compris
        Zoé < C’est noté : plus aucune demande avant le jeudi 10 décembre. …
        Zoé > /reprendre
        Zoé < Content de vous retrouver, Zoé ! …
        Zoé > I'm away through Friday
        Zoé < C’est noté : plus aucune demande avant le samedi 28 novembre. …
        Zoé > /pause until Sunday evening
        Zoé < C’est noté : plus aucune demande avant le lundi 30 novembre. …
        Zoé > /pause
        Zoé < Jusqu’à quand vous laisser tranquille ? …
        Zoé > vendredi inclus
        Zoé < C’est noté : plus aucune demande avant le samedi 28 novembre. …
    """,
    )


@pytest.mark.parametrize(
    "words", ["/pause bientôt", "je fais une pause à partir de lundi", "/pause à partir de lundi",
              "/pause du 10 au 32 décembre"],
)  # fmt: skip
def test_where_no_last_day_is_named_it_is_asked_for(town: Stage, words: str) -> None:
    play(town, f"Zoé > {words}\nZoé < Jusqu’à quand vous laisser tranquille ? …")


@pytest.mark.parametrize(
    "words", ["pause jusqu'au 20 novembre", "/pause 20 novembre", "/pause jusqu'au 20/11"]
)
def test_a_last_day_that_is_just_past_is_asked_about(town: Stage, words: str) -> None:
    """A pause of a year is hardly what was meant."""
    play(
        town,
        f"""
        Zoé > {words}
        Zoé < Le vendredi 20 novembre vient de passer. Jusqu’à quand vous laisser tranquille ? …
        Zoé > 18 novembre
        Zoé < Le mercredi 18 novembre vient de passer. …
        Zoé > le 20 novembre 2027
        Zoé < C’est noté : plus aucune demande avant le samedi 20 novembre 2027. …
        """,
    )


CORRECTED = [("en fait jusqu'à noël", "vendredi 25 décembre"), ("non 2 mois", "samedi 23 janvier"),
             ("euh non, 2 mois", "samedi 23 janvier"), ("plutôt 3 semaines", "lundi 14 décembre"),
             ("actually until January 8th", "vendredi 8 janvier"), ("no wait, two weeks", "lundi 7 décembre"),
             ("non, du 10 au 24", "vendredi 25 décembre"), ("je voulais dire lundi", "lundi 30 novembre"),
             ("jusqu'au 15 janvier", "vendredi 15 janvier")]  # fmt: skip


@pytest.mark.parametrize(("words", "until"), CORRECTED)
def test_a_pause_is_corrected_in_a_few_words(town: Stage, words: str, until: str) -> None:
    town.says("Zoé", "/pause 5 semaines")
    town.says("Zoé", words)
    assert f"avant le {until}" in town.spoken["dm:Zoé"][-1].text


@pytest.mark.parametrize("words", ["non 2 mois", "en fait jusqu'à noël"])
def test_without_a_pause_the_same_words_begin_none(town: Stage, words: str) -> None:
    town.says("Zoé", words)
    assert "C’est noté" not in town.spoken["dm:Zoé"][-1].text


@pytest.mark.parametrize(
    ("words", "until"),
    [("je reprends lundi", "lundi 30 novembre"), ("reprends les demandes le 5", "samedi 5 décembre"),
     ("/reprendre lundi", "lundi 30 novembre"), ("/resume in two weeks", "lundi 7 décembre")],
)  # fmt: skip
def test_whoever_will_be_back_is_left_alone_until_then(town: Stage, words: str, until: str) -> None:
    play(
        town,
        f"""
        Zoé > {words}
        Zoé < C’est noté : plus aucune demande avant le {until}. Pour revenir plus tôt : /reprendre.
    """,
    )


@pytest.mark.parametrize(
    "words", ["je suis de retour", "je suis de retour depuis lundi", "/reprendre", "I'm back"]
)
def test_whoever_is_back_is_back(town: Stage, words: str) -> None:
    play(town, f"Zoé > {words}\nZoé < Content de vous retrouver, Zoé ! …")


@pytest.mark.parametrize(
    ("words", "first", "over"),
    [("du 10 au 24 décembre", (2026, 12, 10), (2026, 12, 25)),
     ("from December 10 to January 3", (2026, 12, 10), (2027, 1, 4)),
     ("du 28 au 3 janvier", (2026, 12, 28), (2027, 1, 4)),
     ("de lundi à vendredi en huit", (2026, 11, 30), (2026, 12, 5)),
     ("du 20 novembre au 27 novembre", (2026, 11, 20), (2026, 11, 28)),
     ("absent le 3 - 5 december", (2026, 12, 3), (2026, 12, 6)),
     ("à partir du 10 pour deux semaines", (2026, 12, 10), (2026, 12, 24)),
     ("à partir du 10 décembre pendant 15 jours, merci", (2026, 12, 10), (2026, 12, 25)),
     ("dès lundi pour trois jours", (2026, 11, 30), (2026, 12, 3)),
     ("je pars le 10 pour deux semaines", (2026, 12, 10), (2026, 12, 24)),
     ("deux semaines à partir du 10", (2026, 12, 10), (2026, 12, 24)),
     ("off from the 3rd for a week please", (2026, 12, 3), (2026, 12, 10)),
     ("du 15 au 22", (2026, 12, 15), (2026, 12, 23)),
     ("je suis en congé du 20 au 27", (2026, 11, 20), (2026, 11, 28)),
     ("I'm off to Spain from the 10th to the 24th", (2026, 12, 10), (2026, 12, 25)),
     ("two weeks from Monday", (2026, 11, 30), (2026, 12, 14))],
)  # fmt: skip
def test_a_span_is_over_after_its_last_day(
    words: str, first: tuple[int, int, int], over: tuple[int, int, int]
) -> None:
    assert read_span(words, TODAY) == (date(*first), date(*over))


@pytest.mark.parametrize(
    "words", ["jusqu'au 15 janvier", "le 10 décembre de 9h à 12h", "lundi", "until Friday",
              "pas avant le 15 décembre", "pour deux semaines, à lundi", "two weeks", "from 9 to 5", "de 9 à 17", "du 9 au 17 h", "au revoir", ""],
)  # fmt: skip
def test_what_names_no_two_days_is_no_span(words: str) -> None:
    assert read_span(words, TODAY) is None


def test_a_first_day_is_told_from_a_last_one() -> None:
    assert begins("absent à partir de lundi", "lundi", TODAY)
    assert begins("away from Monday", "Monday", TODAY)
    assert not begins("absent jusqu'à lundi", "lundi", TODAY)


@pytest.mark.parametrize(
    "words",
    ["de retour", "back after two weeks", "back since Monday", "de retour de deux semaines",
     "je suis là cette semaine", "back today"],
)  # fmt: skip
def test_a_return_that_is_over_has_no_day(words: str) -> None:
    assert read_return(words, TODAY) is None


def test_a_return_on_a_day_is_a_pause_until_then(town: Stage) -> None:
    play(
        town,
        """
        Zoé > back on the 5th
        Zoé < C’est noté : plus aucune demande avant le samedi 5 décembre. …
        """,
    )


@pytest.mark.parametrize("done", ["/reprendre", "/stop"])
def test_the_question_of_a_pause_is_over_once_its_answer_is_another(town: Stage, done: str) -> None:
    """“Ok” was no day then, and “dans un mois” began a pause."""
    town.says("Zoé", "/pause")
    town.says("Zoé", done)
    before = people(town)
    town.heard.clear()
    for words in ("ok", "dans un mois"):
        town.says("Zoé", words)
    assert not [each for each in town.heard["dm:Zoé"] if "date" in each.text]
    assert people(town) == before


def people(stage: Stage) -> list[object]:
    """Until when everybody is on a pause."""
    query = select(col(Member.name), col(Member.paused_until)).order_by(col(Member.id))
    return list(stage.work(lambda scope: scope.db.exec(query).all()))


def test_after_a_stop_nothing_is_asked_until_somebody_writes(stage: Stage) -> None:
    """What /mydata had asked stood in the way of the welcome until a button was pressed."""
    stage.joins("Zoé")
    for label in ("English", "That’s fine", "I agree"):
        stage.taps("Zoé", label)
    stage.heard.clear()
    play(
        stage,
        """
        Zoé > /mydata
        Zoé < All of this is yours. … [Keep everything] [Erase everything] [Receive everything]
        Zoé > /stop
        Zoé < Understood: I won’t write to you of my own accord any more. …
        Zoé > hello
        Zoé < Hello! …
        Zoé < What would you like to be called?
        Zoé > Zoé
        Zoé < Thank you, Zoé! … [Skip]
        """,
    )


def test_a_stop_asks_nothing_of_what_it_interrupts(town: Stage) -> None:
    for words in ("/demander", "/pause", "/stop"):
        town.says("Zoé", words)
    assert town.spoken["dm:Zoé"][-1].text.startswith("Entendu")


def test_a_pause_to_come_waits_for_its_day_and_is_told_of_until_then(town: Stage) -> None:
    """It began at once, or ended on the day on which the holiday began."""
    play(
        town,
        """
        Zoé > je suis en vacances la semaine prochaine
        Zoé < C’est noté : à partir du lundi 30 novembre, plus aucune demande avant le lundi 7 décembre. …
        Zoé > je suis encore en pause ?
        Zoé < Vous n’êtes pas encore en pause : elle commence le lundi 30 novembre. …
        Zoé > /pause
        Zoé < Jusqu’à quand vous laisser tranquille ? … [Jusqu’à ce que je revienne]
        Zoé > je suis de retour demain
        Zoé < C’est noté : plus aucune demande avant le mardi 24 novembre. …
        Zoé > /pause
        Zoé < Jusqu’à quand vous laisser tranquille ? … [Jusqu’à ce que je revienne]
        Zoé > je suis de retour
        Zoé < Content de vous retrouver, Zoé ! …
        Zoé > pas dispo du 3 au 9
        Zoé < C’est noté : à partir du jeudi 3 décembre, plus aucune demande avant le jeudi 10 décembre. …
        Zoé > non, du 4 au 9
        Zoé < C’est noté : à partir du vendredi 4 décembre, plus aucune demande avant le jeudi 10 décembre. …
        Zoé > /pause
        Zoé < Jusqu’à quand vous laisser tranquille ? … [Jusqu’à ce que je revienne]
        12 days pass
        Zoé > je suis encore en pause ?
        Zoé < Vous êtes en pause depuis le vendredi 4 décembre et jusqu’au jeudi 10 décembre, …
        Zoé > je reviens mardi
        Zoé < C’est noté : plus aucune demande avant le mardi 8 décembre. …
        Zoé > pas dispo du 20 au 27 décembre
        Zoé < C’est noté : dès maintenant, sans attendre le dimanche 20 décembre, plus aucune demande avant le lundi 28 décembre. …
        Zoé > /reprendre
        Zoé < Content de vous retrouver, Zoé ! On peut de nouveau …
        Zoé > pas dispo la semaine du 14
        Zoé < C’est noté : à partir du lundi 14 décembre, plus aucune demande avant le lundi 21 décembre. …
        Zoé > /reprendre
        Zoé < Content de vous retrouver, Zoé ! Vous n’êtes pas en pause, et aucune n’est prévue : …
        13 days pass
        Zoé > suis-je en pause ?
        Zoé < Vous n’êtes pas en pause : …
        """,
    )


def test_what_is_asked_of_a_pause_says_what_is_not_sure(town: Stage) -> None:
    play(
        town,
        """
        Zoé > pas de demandes pendant les vacances de février
        Zoé < Je ne connais pas les dates de ces vacances. Jusqu’à quand vous laisser tranquille ? …
        Zoé > du 7 au 21 février
        Zoé < C’est noté : à partir du dimanche 7 février, plus aucune demande avant le lundi 22 février. …
        Zoé > /pause jusqu'à mercredi prochain
        Zoé < Le mercredi 25 novembre, ou le mercredi 2 décembre ? … [Jusqu’à ce que je revienne]
        Zoé > jusqu'après les fêtes
        Zoé < C’est noté : plus aucune demande avant le samedi 2 janvier. …
        Zoé > /reprendre
        Zoé < Content de vous retrouver, Zoé ! …
        Zoé > jsuis pas dispo là
        Zoé < Voulez-vous une pause, sans demandes ? [Oui] …
        Zoé > [Oui]
        Zoé < Jusqu’à quand vous laisser tranquille ? …
        """,
    )


def test_who_asks_about_a_pause_is_told_since_when_until_when_and_by_whom(stage: Stage) -> None:
    """It began another pause."""
    stage.member("Zoé")
    stage.member("Tom", locale="en")
    stage.member("Inès", role="moderator")
    stage.says("Inès", "/pause-member @Tom until 3 december too many reminders")
    stage.heard.clear()
    play(
        stage,
        """
        Zoé > je suis en pause ?
        Zoé < Vous n’êtes pas en pause : …
        Zoé > pause jusqu'au 3 décembre
        Zoé < C’est noté : …
        1 day passes
        Zoé > pk je suis en pause
        Zoé < Vous êtes en pause depuis le lundi 23 novembre et jusqu’au jeudi 3 décembre, comme vous l’avez demandé. Pour revenir : /reprendre
        Zoé > /pause
        Zoé < Jusqu’à quand vous laisser tranquille ? … [Jusqu’à ce que je revienne]
        Zoé > [Jusqu’à ce que je revienne]
        Zoé < C’est noté : …
        Zoé > depuis quand je suis en pause ?
        Zoé < Vous êtes en pause depuis le mardi 24 novembre, sans date de fin, comme vous l’avez demandé. …
        Tom > why am I paused?
        Tom < The team has paused your participation from Monday 23 November until Thursday 3 December: “too many reminders”. To talk about it: /team
        """,
    )


@pytest.mark.parametrize(
    "words",
    ["je peux être en pause ?", "une pause svp", "je suis en pause", "a pause until monday?"],
)
def test_who_wants_a_pause_does_not_ask_about_one(words: str) -> None:
    assert not asks_of_it(words)


def test_a_pause_that_was_just_told_is_corrected_in_a_few_words(town: Stage) -> None:
    play(
        town,
        """
        Zoé > pause jusqu'au 1er septembre
        Zoé < C’est noté : plus aucune demande avant le mercredi 1er septembre 2027. …
        Zoé > 3 semaines plutôt
        Zoé < C’est noté : plus aucune demande avant le lundi 14 décembre. …
        Zoé > two weeks instead
        Zoé < C’est noté : plus aucune demande avant le lundi 7 décembre. …
        Zoé > non, jusqu'à la fin des vendanges
        Zoé < Jusqu’à quand vous laisser tranquille ? …
        Zoé > vendredi
        Zoé < C’est noté : plus aucune demande avant le vendredi 27 novembre. …
    """,
    )
