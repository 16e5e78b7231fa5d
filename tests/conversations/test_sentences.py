"""Sentences are read one by one, and say what they would say if all were read at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files

import pytest
from fluent.runtime import FluentBundle, FluentResource

from conversations.sentences import Sentences

FIRST = """# What greets
hello = Bonjour { $name }
-brand = Passerelle
long =
    Une ligne,
    et une autre : { $count ->
        [one] { hello }
       *[other] { -brand } { long-two }
    }

# Twice the same name: the first counts
hello = Salut
long-two = « { hello } »
"""
SECOND = """hello = Coucou
broken = { $
after = ça va
circle = { circle }
"""


@pytest.fixture
def sentences() -> Sentences:
    return Sentences("fr", [FIRST, SECOND])


def test_the_names_are_known_before_anything_is_read(sentences: Sentences) -> None:
    assert sentences.names == {"hello", "long", "long-two", "broken", "after", "circle"}


def test_of_one_name_the_first_counts(sentences: Sentences) -> None:
    assert sentences.say("hello", {"name": "Awa"}) == ("Bonjour Awa", [])


def test_what_is_said_within_a_sentence_is_read_with_it(sentences: Sentences) -> None:
    words, errors = sentences.say("long", {"count": 2, "name": "Awa"})
    assert (words, errors) == ("Une ligne,\net une autre : Passerelle « Bonjour Awa »", [])


def test_what_cannot_be_read_is_no_sentence_and_spoils_no_other(sentences: Sentences) -> None:
    assert [name in sentences for name in ("broken", "after", "nothing")] == [False, True, False]
    with pytest.raises(LookupError):
        sentences.say("broken", {})


def test_a_sentence_that_says_itself_is_read_once(sentences: Sentences) -> None:
    assert "circle" in sentences


def test_a_file_without_sentences_has_none() -> None:
    assert Sentences("fr", ["# nothing yet\n", ""]).names == set()


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_every_sentence_there_is_reads_as_it_does_among_all_others(locale: str) -> None:
    folder = sorted((files("locales") / locale).iterdir(), key=lambda each: each.name)
    texts = [each.read_text(encoding="utf-8") for each in folder if each.name.endswith(".ftl")]
    whole, one_by_one = FluentBundle([locale], use_isolating=False), Sentences(locale, texts)
    for text in texts:
        whole.add_resource(FluentResource(text))
    assert one_by_one.names == set(whole._messages)
    for name in one_by_one.names:
        assert name in one_by_one
        read = one_by_one._bundle._messages[name]
        assert read.equals(whole._messages[name], ["span", "comment"]), name


def test_many_threads_at_once_all_find_the_sentence(sentences: Sentences) -> None:
    given = {"count": 2, "name": "Awa"}
    with ThreadPoolExecutor(8) as crowd:
        heard = list(crowd.map(lambda _: sentences.say("long", given)[1], range(200)))
    assert heard == [[]] * 200
