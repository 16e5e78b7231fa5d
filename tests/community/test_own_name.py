"""Where somebody's own name stands in what they write, and where it is only a word."""

from __future__ import annotations

import timeit
from time import process_time

import pytest

from community.own_name import beyond_introduction, found
from community.screening import masked
from conversations.understanding.ordinary import is_ordinary

SAID = [
    ("Zoé", "signé Zoé Dupont, de chez Danone", ["Zoé Dupont"]),
    ("Zoé", "on est perdus. Signé : Z. Dupont", ["Z. Dupont"]),
    ("Zoé", "je m'appelle Zoé Dupont et je débute", ["Zoé Dupont"]),
    ("Zoé", "moi c'est Zoé, de Lyon", ["Zoé"]), ("Zoé", "Merci d'avance, Zoé", ["Zoé"]),
    ("Zoé", "j'ai signé Danone comme client", []), ("Zoé", "je suis comptable", []),
    ("Zoé", "demandez Zoé Martin à l'accueil", ["Zoé Martin"]),
    ("Zoé", "cherchez Zoé D sur linkedin", ["Zoé D"]), ("Zoé", "bonjour, zoe ici", ["zoe"]),
    ("Zoé", "signé zoé", ["zoé"]), ("Zoé", "c'est moi ZOE la voisine", ["ZOE"]),
    ("Zoé Dupont", "demandez zoe.d sur insta", ["zoe.d"]),
    ("Zoé Dupont", "insta zoedupont", ["zoedupont"]), ("Zoé", "zoé I need help", ["zoé"]),
    ("Marie Martin-Roux", "c marie", ["marie"]),
    ("Marie Martin-Roux", "demandez Martin-Roux à l'accueil", ["Martin-Roux"]),
    ("Marie Martin-Roux", "un carrelage roux, des cheveux roux", []),
    ("Tom Baker", "find tom on linkedin", ["tom"]), ("Tom Baker", "insta tom.b", ["tom.b"]),
    ("Tom Baker", "I need a baker. Baker or not, come", []),
    ("Tom Baker", "find me as Baker at the desk", ["Baker"]),
    ("Rose", "une rose rose. Rose est ma couleur", []), ("Rose", "rose sur insta", ["rose"]),
    ("Rose", "insta, rose", ["rose"]), ("Rose", "demandez Rose à l'accueil", ["Rose"]),
    ("Marc Petit", "un petit marc de café", []), ("Marc Petit", "c'est Marc", ["Marc"]),
    ("Claire (Lyon)", "une explication claire, à Lyon", []),
    ("Li", "je suis à Libourne", []), ("", "rien", []),
]  # fmt: skip


@pytest.mark.parametrize(("name", "words", "own"), SAID)
def test_ones_own_name_is_found_where_it_stands_as_a_name(
    name: str, words: str, own: list[str]
) -> None:
    assert found(words, name, is_ordinary) == own
    left = masked(words, own)
    assert found(left, name, is_ordinary) == []


@pytest.mark.parametrize("piece", ["zoe", "zoe.", "zoe ", "insta zoe", "a", "a.a-", "Zoé R "])
def test_reading_takes_no_more_steps_than_there_are_words(piece: str) -> None:
    words = piece * (4_000 // len(piece))
    taken = timeit.repeat(
        lambda: found(words, "Zoé Rose", is_ordinary), timer=process_time, number=1, repeat=3
    )
    assert min(taken) < 0.5


@pytest.mark.parametrize(("words", "left"), [
    ("Bonjour, je m’appelle Zoé et je cherche un maçon", "Bonjour, je cherche un maçon"),
    ("salut moi c'est zoe dupont, un maçon ?", "salut un maçon ?"),
    ("I'm Zoe, I need a plumber", "I need a plumber"),
    ("c'est moi Zoé la voisine", "c'est moi Zoé la voisine"),
    ("je suis Zoé", "je suis Zoé"),
    ("je suis maçon, je cherche Zoé", "je suis maçon, je cherche Zoé"),
])  # fmt: skip
def test_whoever_introduces_themselves_to_us_asks_without_their_name(words: str, left: str) -> None:
    assert beyond_introduction(words, "Zoé Dupont") == left
