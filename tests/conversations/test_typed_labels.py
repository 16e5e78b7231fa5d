"""Where nothing can be pressed, an option is chosen by what it is called, more or less."""

from __future__ import annotations

import pytest

from conversations.answers import typed_answer
from conversations.dialogues.answering import ANSWERS, ELSE
from conversations.dialogues.regular import WISHES
from conversations.dialogues.relaying import THROUGH
from conversations.dialogues.wishing import more_fields
from conversations.questions import Option, Question
from conversations.testing import Stage
from conversations.texts import Text
from tests.conversations.openings import opening

KIND = more_fields(news=False)[0].options
LABELS = [
    ("test an idea", KIND, "en", "idea"), ("yes another name", THROUGH, "en", "other"),
    ("oui un autre nom", THROUGH, "fr", "other"), ("another name", THROUGH, "en", "other"),
    ("quelqu'un d'autre", ANSWERS, "fr", "not-mine"), ("someone else", ANSWERS, "en", "not-mine"),
    ("I'm too busy", ANSWERS, "en", "decline"), ("je suis débordée", ANSWERS, "fr", "decline"),
    ("envoyer", WISHES, "fr", "send"), ("send", WISHES, "en", "send"),
    ("ok pour moi", ANSWERS, "fr", "accept"), ("pas mon sujet", ELSE, "fr", "not-mine"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "options", "locale", "value"), LABELS)
def test_an_option_is_chosen_by_what_it_is_called(
    words: str, options: list[Option], locale: str, value: str
) -> None:
    pending = Question(name="q", text=Text("option-yes"), options=options).pending()
    assert typed_answer(pending, words, locale) == {"chosen": [value]}


@pytest.mark.parametrize("words", ["name", "subject", "my", "under another sky"])
def test_words_that_fit_several_options_or_leave_out_a_not_choose_none(words: str) -> None:
    options = [*THROUGH, *ELSE]
    pending = Question(name="q", text=Text("option-yes"), options=options).pending()
    assert typed_answer(pending, words, "en") is None


@pytest.mark.parametrize("words", ["ce n'est pas mon sujet", "pas mon domaine", "not my subject"])
def test_a_helper_who_says_why_is_not_asked_why(stage: Stage, words: str) -> None:
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    for line in ("/ask comptabilité", "Awa", "passer"):
        stage.says("Zoé", line)
    before = len(stage.spoken["dm:Awa"])
    stage.says("Awa", words)
    said = [each.outgoing.text.key for each in stage.spoken["dm:Awa"][before:]]
    assert said[0].startswith("request-declined")
    assert "request-else-which" not in said


@opening
def exchange(stage: Stage) -> Stage:
    """Awa, on another platform, writes through the bot to Zoé, whom she knows as Merle."""
    stage.member("Zoé")
    stage.member("Awa", at="phone", offers=["comptabilité"])
    stage.member("Inès", role="moderator")
    for who, line in (
        ("Zoé", "/ask comptabilité"), ("Zoé", "Awa"), ("Zoé", "passer"), ("Awa", "ok"),
        ("Zoé", "oui un autre nom"), ("Zoé", "Merle"), ("Zoé", "non merci"), ("Awa", "oui"),
        ("Awa", "non"),
    ):  # fmt: skip
        stage.says(who, line)
    return stage


def test_a_report_of_an_exchange_is_chosen_by_the_name_it_is_with(exchange: Stage) -> None:
    """The name was taken for what happened, and the exchange ended over it."""
    exchange.says("Awa", "/signaler")
    exchange.says("Awa", "Merle")
    assert exchange.spoken["dm:Awa"][-1].outgoing.text.key == "report-what"
    exchange.says("Awa", "elle me harcèle")
    assert "elle me harcèle" in " ".join(exchange.spoken["dm:Inès"][-1].card)


def test_what_happened_can_stand_behind_the_command(exchange: Stage) -> None:
    """It was looked for as a name."""
    exchange.says("Awa", "/signaler elle me harcèle")
    assert exchange.spoken["dm:Awa"][-1].outgoing.text.key == "report-about"
    exchange.says("Awa", "Merle")
    assert "elle me harcèle" in " ".join(exchange.spoken["dm:Inès"][-1].card)


@pytest.mark.parametrize("words", ["@Zoé until friday", "Zoé jusqu'à vendredi"])
def test_until_when_can_stand_behind_the_name_of_who_is_paused(stage: Stage, words: str) -> None:
    """The name was looked for with the day in it."""
    stage.member("Zoé")
    stage.member("Inès", role="moderator")
    stage.says("Inès", f"/pause-member {words}")
    assert stage.spoken["dm:Inès"][-1].outgoing.text.key == "hold-why"
    stage.says("Inès", "un repos")
    assert "27 novembre" in stage.spoken["dm:Zoé"][-1].text


@pytest.mark.parametrize("words", ["@Awa bravo pour tout", "@Awa génial", "awa génial"])
def test_thanks_need_no_for_behind_the_name(stage: Stage, words: str) -> None:
    stage.member("Zoé")
    stage.member("Awa")
    stage.says("Zoé", f"/thanks {words}")
    assert words.split()[1] in stage.spoken["dm:Awa"][-1].text
