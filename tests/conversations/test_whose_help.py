"""Whose help words are about, and whose things: told by what stands around the subject."""

from __future__ import annotations

import pytest

from conversations.meaning import SURE, next_step
from conversations.understanding import understand

OFFERED = {
    "j'aimerais aider": None, "je suis dispo pour aider": None, "I'd like to help": None,
    "j'aimerais aider en soudure": "soudure", "I'd like to help with tax returns": "tax returns",
    "count me in for gardening help": "gardening",
    "need a sitter? that's me": "sitter", "besoin d'un plombier ? c'est moi": "plombier",
    "hey jpeux filer un coup de main en jardinage": "jardinage",
}  # fmt: skip
PERHAPS_OFFERED = {
    "I know a thing or two about wine": "wine", "je m'y connais en vin": "vin",
    "je connais un bon carreleur": "carreleur", "je suis carreleur": "carreleur",
    "I'm a tiler": "tiler", "si besoin chuis electricien": "electricien", "I sew": "sew",
    "I'm a joiner if that's useful": "joiner", "sparky here if you need owt": "sparky",
    "je suis soudeur si ça intéresse": "soudeur",
}  # fmt: skip
STILL_NEEDS = [
    "need a sitter?", "plumber here?", "need a plumber if that's useful", "I'm a joiner, need a plumber",
    "I know nothing about wine", "I want help with my taxes",
    "j'aimerais aider ma mère à vider sa maison, qui a un camion ?",
    "je connais mal le droit du travail, qui peut m'aider ?",
]  # fmt: skip
CHORES = {
    "refaire mon cv": "cv", "faut que je change mes freins": "freins", "changer mon pneu": "pneu",
    "mon site est tombé": "site", "réparer mon vélo": "vélo", "change my tyre": "tyre",
    "cancel my phone contract": "phone contract", "paint my living room": "living room",
}  # fmt: skip
OF_OURS = {
    "change my job title": "edit_profile", "changer mon numéro": "edit_profile",
    "enlève mon jardinage": "edit_profile", "annuler mon rdv": "cancel",
    "my issue is sorted": "cancel", "quitter mon groupe": "leave",
    "retire la cuisine de ce que je propose": "cancel",
}  # fmt: skip


@pytest.mark.parametrize(("words", "topic"), OFFERED.items())
def test_who_would_help_offers_it(words: str, topic: str | None) -> None:
    step = next_step(understand(words), text=words, asked=False)
    assert step == ("offer", {"offer": topic} if topic else {})


@pytest.mark.parametrize(("words", "topic"), PERHAPS_OFFERED.items())
def test_what_one_knows_or_is_may_be_an_offer(words: str, topic: str) -> None:
    meant = understand(words)
    assert (meant.intent, meant.topic) == ("offer_help", topic)
    assert meant.confidence < SURE


@pytest.mark.parametrize("words", STILL_NEEDS)
def test_who_needs_help_offers_none(words: str) -> None:
    assert understand(words).intent == "find_help"


@pytest.mark.parametrize(("words", "topic"), CHORES.items())
def test_what_is_to_be_done_elsewhere_may_be_a_need(words: str, topic: str) -> None:
    meant = understand(words)
    assert (meant.intent, meant.topic) == ("find_help", topic)
    assert meant.confidence < SURE


@pytest.mark.parametrize(("words", "intent"), OF_OURS.items())
def test_a_thing_of_ones_profile_is_ours(words: str, intent: str) -> None:
    assert understand(words).intent == intent


def test_anybody_of_a_trade_is_no_person_to_meet() -> None:
    assert understand("can u hook me up with a tattoo artist").topic == "tattoo artist"
    assert understand("mets-moi en relation avec un comptable").intent == "find_help"
    assert understand("présente-moi à Capucine").person == "Capucine"
    assert understand("presente moi a capucine").intent == "introduce"


@pytest.mark.parametrize(
    ("words", "topic"),
    [("gâteau de mariage", "gâteau de mariage"), ("visa pour ma femme", "visa"),
     ("garde d'enfants le mercredi", "garde d'enfants")],
)  # fmt: skip
def test_a_few_words_that_begin_with_a_subject_are_asked_about(words: str, topic: str) -> None:
    step = next_step(understand(words), text=words, asked=False)
    assert step is not None
    assert (step[0], step[1]["intent"], step[1]["said"]) == ("unsure", "find_help", topic)


@pytest.mark.parametrize("words", ["plumber", "midwife", "couvreur"])
def test_a_bare_trade_is_looked_for_at_once(words: str) -> None:
    assert next_step(understand(words), text=words, asked=False) == ("ask", {"need": words})


@pytest.mark.parametrize("words", ["AI", "IT"])
def test_an_acronym_is_a_subject_whatever_word_has_its_letters(words: str) -> None:
    assert understand(words).topic == words
    assert understand(words.lower()).topic is None
