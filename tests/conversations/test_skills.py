"""The skills map: gaps first, nothing about fewer than five people (P38, promise 11)."""

from __future__ import annotations

import pytest

from community import skills
from community.members import NotAllowed
from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening


@opening
def town(stage: Stage) -> Stage:
    """Five seek bookkeeping in their own words, five English, which five offer; four seek bees."""
    stage.member("Inès", role="organiser")
    words = ("comptabilité", "compta", "tenir ma comptabilité", "bookkeeping", "accounting")
    for number, word in enumerate(words):
        stage.member(f"a{number}", wants=[word, "anglais"], offers=["couture"])
        stage.member(f"b{number}", offers=["anglais"], wants=["apiculture"] if number else [])
    return stage


def test_what_five_seek_is_told_gaps_first_and_nothing_of_fewer(town: Stage) -> None:
    play(
        town,
        """
        Inès > /skills
        Inès < … • comptabilité : 5 personnes le cherchent, moins de cinq le proposent • anglais : 5 personnes le cherchent, 5 le proposent
    """,
    )


def test_a_request_counts_like_a_want_and_the_fifth_makes_it_seen(town: Stage) -> None:
    for name in ("a0", "a1"):
        town.says(name, "/ask apiculture")
        town.taps(name, "Oui")
        town.taps(name, "Passer")
    town.heard.clear()
    town.says("Inès", "/skills")
    (told,) = town.heard["dm:Inès"]
    assert "apiculture\u202f: 6 personnes le cherchent, moins de cinq" in told.text


def test_who_left_does_not_count(town: Stage) -> None:
    town.does("a0", "leave")
    town.heard.clear()
    town.says("Inès", "/skills")
    (told,) = town.heard["dm:Inès"]
    assert told.text.startswith("Aucun sujet n’est encore cherché par cinq personnes.")


def test_only_organisers_see_it(town: Stage) -> None:
    town.says("a0", "/skills")
    assert town.heard["dm:a0"][-1].text.startswith("Cela demande un rôle")
    with pytest.raises(NotAllowed):
        town.work(lambda scope: skills.skills_map(scope, "fr"), actor="a0")


def test_what_the_thesaurus_does_not_know_is_told_in_the_words_five_share(town: Stage) -> None:
    for number in range(5):
        town.member(f"c{number}", wants=["Grzegorz"], locale="en")
    found = town.work(lambda scope: skills.skills_map(scope, "fr"), actor="Inès")
    assert ("grzegorz", 5, 0) in {(each.name, each.sought, each.offered) for each in found}
