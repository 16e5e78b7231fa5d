"""Short answers in people's own words: yes, no, and rather not."""

from __future__ import annotations

from typing import Any

import pytest

from conversations import phrases, texts
from conversations.answers import KINDS, typed_answer
from conversations.labels import bare
from conversations.questions import NO, SKIP, YES, NotUnderstood, Option, Question
from conversations.readers import name
from conversations.sayings import meaning, says
from conversations.texts import Text

YES_OR_NO: dict[str, Any] = Question(
    name="q", text=Text("mydata-sure"),
    options=[Option(value=YES, label=Text("mydata-erase")),
             Option(value=NO, label=Text("onboarding-rules-no"))],
).pending()  # fmt: skip
SKIPPABLE: dict[str, Any] = Question(
    name="q", text=Text("onboarding-zone"), free=True,
    options=[Option(value=SKIP, label=Text("onboarding-zone-keep", zone="Europe/Paris"))],
).pending()  # fmt: skip


@pytest.mark.parametrize(
    "words",
    ["oui", "Oui !", "OUI", "ouais", "d’accord", "D'accord.", "ça marche", "ok", "Ok 👍", "👍",
     "👍🏽👍🏽", "yes", "Yes, please", "I agree!", "oui, merci", "Oui, d’accord", "c’est bon", "✅"],
)  # fmt: skip
@pytest.mark.parametrize("locale", ["fr", "en"])
def test_a_yes_is_understood_in_any_language(words: str, locale: str) -> None:
    assert typed_answer(YES_OR_NO, words, locale) == {"chosen": [YES]}


@pytest.mark.parametrize(
    "words", ["non", "Non !", "nope", "no", "No, thanks", "👎", "pas d’accord", "I don’t agree"]
)
@pytest.mark.parametrize("locale", ["fr", "en"])
def test_a_no_is_understood_in_any_language(words: str, locale: str) -> None:
    assert typed_answer(YES_OR_NO, words, locale) == {"chosen": [NO]}


@pytest.mark.parametrize("words", ["oui mais non", "oui, non", "peut-être", "merci", "!", "👍👎"])
def test_what_is_neither_is_no_answer(words: str) -> None:
    assert typed_answer(YES_OR_NO, words, "fr") is None


@pytest.mark.parametrize(
    "words",
    ["skip", "Skip!", "passer", "Plus tard", "no thanks", "non merci", "Non, merci.", "rien", "-"],
)
@pytest.mark.parametrize("locale", ["fr", "en"])
def test_skipping_is_understood_wherever_one_may_skip(words: str, locale: str) -> None:
    assert typed_answer(SKIPPABLE, words, locale) == {"chosen": [SKIP]}


@pytest.mark.parametrize("words", ["Passerelle", "non, je suis infirmière", "skipper", "oui"])
def test_other_words_are_the_answer_itself(words: str) -> None:
    assert typed_answer(SKIPPABLE, words, "fr") == {"text": words}


@pytest.mark.parametrize("words", ["1", "1.", " 1 "])
def test_a_bare_number_is_the_choice_of_that_number_also_where_words_are_free(words: str) -> None:
    """“Merci, 1 !” was what it made of a name."""
    assert typed_answer(SKIPPABLE, words, "fr") == {"chosen": [SKIP]}


@pytest.mark.parametrize("words", ["0", "2", "12", "1 rue des Lilas", "Eu", "gard"])
def test_other_numbers_and_beginnings_are_the_answer_itself(words: str) -> None:
    assert typed_answer(SKIPPABLE, words, "fr") == {"text": words}


def test_a_number_is_the_answer_where_a_number_may_be_asked_for() -> None:
    assert typed_answer(SKIPPABLE | {"counts": True}, "1", "fr") == {"text": "1"}


def test_a_label_comes_before_what_its_words_would_mean() -> None:
    options = [[YES, texts.dump(Text("onboarding-rules-no"))], [NO, texts.dump(Text("option-no"))]]
    pending = YES_OR_NO | {"options": options}
    assert typed_answer(pending, "non merci", "fr") == {"chosen": [YES]}


def test_a_no_is_a_no_also_where_a_label_begins_so() -> None:
    labels = {"accept": "request-accept", "later": "request-later", "decline": "request-decline"}
    options = [[value, texts.dump(Text(label))] for value, label in labels.items()]
    pending = YES_OR_NO | {"options": options}
    assert typed_answer(pending, "no", "en") == {"chosen": ["decline"]}
    assert typed_answer(pending, "not", "en") == {"chosen": ["later"]}
    assert typed_answer(pending, "yes, with pleasure", "en") == {"chosen": ["accept"]}


def test_in_each_language_a_word_says_yes_or_no_and_not_both() -> None:
    for language in phrases.by_language().values():
        yes, no = [{bare(word) for word in language[kind]} for kind in ("yes", "no")]
        assert yes & no == set()


def test_a_word_that_could_be_two_of_the_options_is_neither() -> None:
    assert meaning("no", {each: KINDS[each] for each in (YES, NO)}, "xx") == NO
    assert meaning("no", {each: KINDS[each] for each in (NO, SKIP)}, "en") is None


@pytest.mark.parametrize("words", ["skip", "Passer", "plus tard", "no thanks"])
def test_a_wish_to_skip_is_no_name(words: str) -> None:
    with pytest.raises(NotUnderstood, match="read-name-skip"):
        name(words)


@pytest.mark.parametrize("words", ["No", "Rien", "Noh", "Passy"])
def test_a_name_that_is_also_a_word_is_taken(words: str) -> None:
    assert name(words) == words


@pytest.mark.parametrize(
    ("words", "kind"),
    [(words, "yes") for words in ("ouais carrément", "c bon", "yep pls", "yess", "go on then",
                                  "pourquoi pas", "ben oui", "why not")]
    + [(words, "no") for words in ("non merci ca ira", "nan c bon", "pas la peine", "leave it",
                                   "nah ur alright", "no need", "sans façon")],
)  # fmt: skip
def test_a_plain_yes_or_no_has_many_words(words: str, kind: str) -> None:
    assert says(words, kind)
    assert not says(words, "no" if kind == "yes" else "yes")
