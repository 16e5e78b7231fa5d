"""What people mean, in words that no example has; figures come from `benchmarks.understanding`."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from benchmarks.understanding import Read, measured
from conversations.meaning import SURE
from conversations.understanding import INTENTS, Understanding, intents, understand
from conversations.understanding.examples import made
from conversations.understanding.learn import about_topics, sentences
from conversations.understanding.reading import MOST_READ, words_of
from conversations.understanding.said import lines, said
from conversations.understanding.spans import TOLD

HELD_OUT = Path(__file__).parents[2] / "benchmarks" / "utterances.jsonl"


@pytest.fixture(scope="module")
def read() -> list[Read]:
    lines = map(json.loads, HELD_OUT.read_text(encoding="utf-8").splitlines())
    return [
        Read(line, understand(line["text"], where=line["where"], locale=line["locale"]), 0.0)
        for line in lines
    ]


FLOORS = {
    "accuracy": 0.9, "macro F1": 0.91, "find_help F1": 0.92, "topic exact": 0.73,
    "topic near": 0.77, "person exact": 0.8,
}  # fmt: skip
"""What was reached, less a little: learning again may not lose more. The aims are in the benchmark."""


@pytest.mark.parametrize("figure", FLOORS)
def test_learning_again_loses_nothing(read: list[Read], figure: str) -> None:
    assert measured(read)[figure] >= FLOORS[figure]


def test_it_hardly_ever_speaks_up_where_nobody_asked(read: list[Read]) -> None:
    assert measured(read)["wrong interruptions"] <= 0.03


def test_no_sentence_of_the_measure_was_taught(read: list[Read]) -> None:
    every = [*sentences(), *about_topics()]
    taught = {each.text.casefold().strip(" .!?") for each in every if len(each.text) > 25}
    assert not taught & {each.line["text"].casefold().strip(" .!?") for each in read}


@pytest.mark.parametrize(
    ("text", "where", "meant"),
    [
        ("qui s'y connaît en maçonnerie ?", "channel", ("find_help", "maçonnerie")),
        ("QUI S’Y CONNAIT EN MACONNERIE", "channel", ("find_help", "MACONNERIE")),
        (
            "qui propose de la conversation en anglais ?",
            "channel",
            ("find_help", "conversation en anglais"),
        ),
        ("who can help me with GDPR?", "channel", ("find_help", "GDPR")),
        ("au nom du RGPD, efface mes données", "direct", ("my_data", None)),
        ("sourdough", "direct", ("find_help", "sourdough")),
        ("sourdough", "channel", ("none", None)),
        ("I can help with carpentry", "direct", ("offer_help", "carpentry")),
        ("", "direct", ("none", None)),
        ("   \n ", "channel", ("none", None)),
    ],
)
def test_intent_and_topic(text: str, where: str, meant: tuple[str, str | None]) -> None:
    got = understand(text, where="channel" if where == "channel" else "direct")
    assert (got.intent, got.topic) == meant


def test_spans_are_parts_of_the_text(read: list[Read]) -> None:
    for each in read:
        for span in (each.got.topic, each.got.until, *(each.got.person or "").split(" + ")):
            assert (span or "") in each.line["text"]


def test_two_people_are_told_apart() -> None:
    assert understand("présente Awa à Marc").person == "Awa + Marc"


def test_the_same_words_always_mean_the_same() -> None:
    once = understand("mon four fuit, qui peut m’aider ?")
    assert once == understand("mon four fuit, qui peut m’aider ?")


def test_every_intent_can_be_told() -> None:
    assert set(intents().labels) == set(INTENTS)
    assert Understanding().intent in INTENTS


def test_of_a_very_long_text_the_start_and_the_end_are_read() -> None:
    read = words_of("mot " * 1000, frozenset())
    assert read[0].start == 0
    assert read[-1].end == 3999
    assert sum(word.end - word.start + 1 for word in read) <= MOST_READ + 4


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("plombier", "plombier"), ("Electrician?", "Electrician"), ("un bon plombier", "plombier"),
        ("first aid", "first aid"), ("entretien d’embauche", "entretien d’embauche"),
        ("retraite", "retraite"), ("head lice", "head lice"),
    ],
)  # fmt: skip
def test_the_bare_name_of_a_trade_or_a_subject_is_a_need(text: str, topic: str) -> None:
    got = understand(text)
    assert (got.intent, got.topic) == ("find_help", topic)


@pytest.mark.parametrize(
    ("text", "intent"), [("ouiii", "yes"), ("yessss", "yes"), ("nonnn", "no"), ("mercii", "thanks")]
)
def test_a_letter_that_is_held_changes_nothing(text: str, intent: str) -> None:
    assert understand(text).intent == intent


@pytest.mark.parametrize(
    ("text", "intent", "topic"),
    [
        ("j'ai besoin d'aide en compta pour ce week-end", "find_help", "compta"),
        ("i could use some help with bookkeeping this weekend", "find_help", "bookkeeping"),
        ("vous avez besoin d'aide en compta ? je suis là", "offer_help", "compta"),
        ("je suis là si besoin d'aide en compta", "offer_help", "compta"),
        ("besoin d'aide ? je suis dispo en compta", "offer_help", "compta"),
    ],
)
def test_who_needs_help_is_told_from_who_offers_it(text: str, intent: str, topic: str) -> None:
    got = understand(text)
    assert (got.intent, got.topic) == (intent, topic)


def test_who_plainly_needs_help_is_sure_to() -> None:
    assert understand("ok je change: j'ai besoin d'aide pour mes comptes").confidence >= SURE
    assert understand("besoin d'aide en compta pour apres demain").confidence >= SURE


def test_the_same_examples_are_made_again() -> None:
    assert made(7) == made(7)
    assert made(7) != made(8)


def test_marked_spans_are_where_they_say() -> None:
    for each in made(4):
        for start, end, _ in each.spans:
            assert each.text[start:end].strip() == each.text[start:end] != ""


def test_a_line_that_teaches_topics_alone_has_something_to_find() -> None:
    for line in lines("topics"):
        assert any(line[kind] for kind in TOLD.get(line["intent"], ())), line["text"]


@pytest.mark.parametrize("folder", ["said", "topics"])
def test_a_sentence_about_something_else_keeps_its_spans(folder: str) -> None:
    for each in said(folder, Random(5)):
        for start, end, kind in each.spans:
            words = each.text[start:end]
            assert words == words.strip(), each
            assert words, each
            assert kind in {"topic", "person", "until"}


def test_what_is_left_alone_in_a_channel_still_tells_what_it_would_be_about() -> None:
    meant = understand("Did the NHS-to-medtech move meself so shout if you're weighing it up",
                       where="channel", locale="en")  # fmt: skip
    assert (meant.intent, meant.topic) == ("none", "NHS-to-medtech")


@pytest.mark.parametrize("words", ["Bon week-end à tous !", "haha same here", "👍👍"])
def test_what_is_certainly_chatter_is_about_nothing(words: str) -> None:
    assert understand(words, where="channel").topic is None


@pytest.mark.parametrize(
    ("told", "intent"),
    [
        ("looking for a flat share in Leeds", "none"),
        ("qui cherche une coloc à Brest pour mai", "none"),
        ("looking for a flat share, who can help me with the contract?", "find_help"),
        ("I know someone who needs a plumber", "none"),
        ("je connais quelqu'un qui a besoin d'un traducteur", "none"),
        ("je connais quelqu'un qui a besoin d'un traducteur, qui peut aider ?", "find_help"),
        ("moi je connais un super notaire", "none"),
        ("does anyone know what time the post office shuts?", "none"),
        ("un bon podcast à me conseiller quelqu'un ?", "none"),
        ("quelqu'un connaît une bonne recette de gaufres ?", "none"),
        ("can anybody recommend a good restaurant near the station?", "none"),
        ("could I borrow a drill from somebody?", "none"),
        ("help yourselves to the cake in the kitchen", "none"),
        ("j'aide mon fils à réviser ses maths ce soir", "none"),
        ("qui peut m'aider à publier mon livre ?", "find_help"),
        ("can someone recommend a good accountant?", "find_help"),
        ("anybody able to lend me a hand with my taxes?", "find_help"),
    ],
)
def test_in_a_channel_notices_and_needs_of_others_are_left_alone(told: str, intent: str) -> None:
    assert understand(told, where="channel").intent == intent


@pytest.mark.parametrize(
    ("told", "intent"),
    [
        ("Le bot, tu me laisses tranquille jusqu'à lundi en huit, inventaire", "pause"),
        ("tu me laisses tranquille jusqu'à lundi en huit, inventaire", "none"),
        ("@bot retire-moi du réseau définitivement, bonne continuation à vous", "leave"),
        ("retire-moi du réseau définitivement, bonne continuation à vous", "none"),
        ("le bot est encore en panne", "none"),
        ("vous avez vu le nouveau bot ?", "none"),
        ("merci le bot", "thanks"),
    ],
)
def test_whoever_calls_the_bot_in_a_channel_is_heard(told: str, intent: str) -> None:
    assert understand(told, where="channel").intent == intent
