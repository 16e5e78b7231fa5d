"""What people type instead of pressing, in both languages, is taken for what it says."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from community.followups import OUTCOMES
from conversations.answers import says_day, typed_answer
from conversations.dialogues import after
from conversations.questions import Question
from conversations.testing import Stage
from conversations.texts import Text
from conversations.transcripts import play
from conversations.wishes import wish
from storage.tables import Ask, Member, table
from tests.conversations.openings import opening
from tests.conversations.test_appointments import asked as asked

members = table(Member).c
PAIRS = (("Zoé", "Awa"), ("Kim", "Ann"))
"""Who asked, and who helps: in French and in English."""


@opening
def town(stage: Stage) -> Stage:
    """Each has been introduced to who helps, and picks no time."""
    for locale, (asker, helper) in zip(("fr", "en"), PAIRS, strict=True):
        stage.member(asker, locale=locale)
        need = {"fr": "comptabilité", "en": "beekeeping"}[locale]
        stage.member(helper, locale=locale, offers=[need])
        for words in (f"/ask {need}", helper, {"fr": "passer", "en": "skip"}[locale]):
            stage.says(asker, words)
        stage.says(helper, {"fr": "j'accepte", "en": "I accept"}[locale])
    return stage


def last(stage: Stage, who: str) -> str:
    return stage.spoken[f"dm:{who}"][-1].text


def asker_of(words: str) -> str:
    """Zoé where the words are French, else Kim."""
    return "Zoé" if words in FRENCH else "Kim"


TALKED = {
    "oui, hier": "aidé", "on s’est parlé lundi": "aidé", "we had a great call": "help",
    "yes, we talked yesterday": "help", "on se voit jeudi": "bonne conversation",
    "we’re meeting on Thursday at 6pm": "have a good talk", "pas encore": "Qu’est-ce qui vous aiderait",
    "not yet": "What would help you", "Pas encore, on se voit jeudi": "bonne conversation",
    "pas encore mais c’est prévu pour lundi": "bonne conversation",
    "not yet, but we’ll talk soon": "have a good talk",
}  # fmt: skip
HELPED = {
    "oui beaucoup": "yes", "yes a lot": "yes", "un peu": "partly", "a bit": "partly",
    "pas vraiment": "no", "not at all": "no", "pas du tout": "no", "not really": "no",
}  # fmt: skip
FRENCH = {
    "oui, hier", "on s’est parlé lundi", "on se voit jeudi", "pas encore", "oui beaucoup",
    "un peu", "pas vraiment", "pas du tout", "Pas encore, on se voit jeudi",
    "pas encore mais c’est prévu pour lundi",
}  # fmt: skip


@pytest.mark.parametrize("words", list(TALKED))
def test_whether_they_talked_can_be_told_in_ones_own_words(town: Stage, words: str) -> None:
    town.passes(timedelta(days=3))
    town.says(asker_of(words), words)
    assert TALKED[words] in last(town, asker_of(words))


@pytest.mark.parametrize("words", list(HELPED))
def test_whether_it_helped_can_be_told_in_ones_own_words(town: Stage, words: str) -> None:
    town.passes(timedelta(days=3))
    town.says(asker_of(words), "oui")
    town.says(asker_of(words), words)
    outcomes = town.write(lambda c: c.execute(select(table(Ask).c.outcome)).scalars().all())
    assert OUTCOMES[HELPED[words]] in outcomes


@pytest.mark.parametrize("locale", ["fr", "en"])
@pytest.mark.parametrize("words", list(HELPED))
def test_the_words_say_how_much_it_helped_in_any_language(words: str, locale: str) -> None:
    asked = Question(name="helped", text=Text("follow-instead"), options=after.HELPED)
    assert typed_answer(asked.pending(), words, locale) == {"chosen": [HELPED[words]]}


@pytest.mark.parametrize("words", ["not now, in January", "pas maintenant, en janvier"])
def test_a_helper_says_from_when_without_a_button(stage: Stage, words: str) -> None:
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    for said in ("/ask comptabilité", "Awa", "passer"):
        stage.says("Zoé", said)
    stage.says("Awa", words)
    assert "janvier" in last(stage, "Awa")
    assert "janvier" in last(stage, "Zoé")


@pytest.mark.parametrize(
    ("words", "hour"),
    [("Friday would be better", "18"), ("plutôt vendredi", "à 18h"), ("vendredi", "6 pm"),
     ("I’d prefer Friday", "at 6 pm"), ("vendredi serait mieux", "18:00")],
)  # fmt: skip
def test_a_day_without_an_hour_is_kept_and_the_hour_asked_for(
    asked: Stage, words: str, hour: str
) -> None:
    play(asked, "Tom > I accept\nTom < …\nZoé < …\nroom:1 < …\nroom:1 < …")
    play(
        asked,
        f"""
        Tom > {words}
        Tom < At what time, on Friday 27 November? …
        Tom > in the evening
        Tom < At what time, on Friday 27 November? …
        Tom > {hour}
        Tom < I’ve suggested it to Zoé. …
        Zoé < Tom vous propose de parler de « GDPR » le vendredi 27 novembre à 19:00. …
        """,
    )


def test_another_day_can_be_named_instead_of_what_was_proposed(asked: Stage) -> None:
    play(asked, "Tom > I accept\nTom < …\nZoé < …\nroom:1 < …\nroom:1 < …")
    play(
        asked,
        """
        Tom > [Thursday 26 November]
        Tom < I’ve suggested it to Zoé. …
        Zoé < Tom vous propose …
        Zoé > vendredi m’arrangerait mieux
        Zoé < À quelle heure, vendredi 27 novembre ? …
        Zoé > 18 h 30
        Tom < … Friday 27 November at 5:30 PM …
        Zoé < C’est proposé à Tom. …
        """,
    )


@pytest.mark.parametrize(
    "words", ["le jardin", "18h", "vendredi à 18h", "j’ai vendredi un gros souci"]
)
def test_other_words_name_no_day_for_a_talk(words: str) -> None:
    assert not says_day(words)


@pytest.mark.parametrize(
    ("words", "shown", "kept"),
    [
        ("pas plus d’une demande par semaine", "Une demande par semaine au plus", {"weekly": 1}),
        ("at most one request a week", "Une demande par semaine au plus", {"weekly": 1}),
        ("no more than two a week", "2 demandes par semaine au plus", {"weekly": 2}),
        ("pas avant 10h", "Heures calmes\N{NARROW NO-BREAK SPACE}: 21:00-10:00", {"quiet_until": 600}),
        ("don’t write before 10am", "21:00-10:00", {"quiet_until": 600}),
        ("rien après 20h30", "20:30-08:00", {"quiet_from": 1230}),
    ],
)  # fmt: skip
def test_how_one_is_reached_can_be_said_in_a_line_and_is_kept_after_a_yes(
    stage: Stage, words: str, shown: str, kept: dict[str, int]
) -> None:
    stage.member("Zoé")
    stage.says("Zoé", "/profile")
    stage.says("Zoé", words)
    assert shown in " ".join(stage.spoken["dm:Zoé"][-1].card)
    before = [getattr(members, name) for name in kept]
    stage.says("Zoé", "oui")
    (row,) = stage.write(lambda c: c.execute(select(*before)).all())
    assert list(row) == list(kept.values())


@pytest.mark.parametrize("words", ["at most one request a week", "pas avant 10h"])
def test_without_a_yes_nothing_changes(stage: Stage, words: str) -> None:
    stage.member("Zoé")
    stage.says("Zoé", words)
    stage.says("Zoé", "non")
    rows = stage.write(lambda c: c.execute(select(members.weekly, members.quiet_until)).all())
    assert rows == [(None, None)]


@pytest.mark.parametrize(
    "words",
    ["pas avant lundi", "une heure par semaine au plus", "at most one apple a week", "not before 31h",
     "je cherche une heure par semaine au plus", "pas plus de par semaine", ""],
)  # fmt: skip
def test_what_is_about_something_else_changes_nothing(words: str) -> None:
    assert wish(words) == {}


@pytest.mark.parametrize(
    ("locale", "words"), [("fr", "non merci"), ("en", "no thanks"), ("fr", "pas maintenant")]
)
def test_whom_to_ask_can_be_answered_by_nobody(stage: Stage, locale: str, words: str) -> None:
    stage.member("Zoé", locale=locale)
    stage.member("Awa", offers=["comptabilité"])
    stage.says("Zoé", "/ask comptabilité")
    stage.says("Zoé", words)
    assert last(stage, "Zoé").startswith({"fr": "Très bien. Revenez", "en": "Very well"}[locale])


@pytest.mark.parametrize(("locale", "words"), [("fr", "dire merci"), ("en", "say thanks")])
def test_thanks_can_be_begun_in_words_whatever_is_asked(
    town: Stage, locale: str, words: str
) -> None:
    who = {"fr": "Zoé", "en": "Kim"}[locale]
    town.says(who, "/profile")
    town.says(who, words)
    asked = {"fr": "Qui voulez-vous remercier", "en": "Whom would you like to thank"}
    assert last(town, who).startswith(asked[locale])
