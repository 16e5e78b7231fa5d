"""What sentences are made about when the understanding learns."""

from __future__ import annotations

import pytest

from conversations.understanding.examples import slots
from conversations.understanding.subjects import _gender, broad


def test_there_are_thousands_of_subjects_in_each_language() -> None:
    assert min(len(broad()["fr"]), len(broad()["en"])) > 3000


def test_no_subject_is_something_to_do_or_a_whole_sentence() -> None:
    french = [each.split(" ", 1)[1] for each in broad()["fr"]]
    assert "comptabilité" in french
    assert not {"cuisiner", "réparer des vélos"} & set(french)
    assert all(len(each.split()) <= 4 for each in (*french, *broad()["en"]))


@pytest.mark.parametrize(
    ("name", "gender"),
    [("comptabilité", "f"), ("gestion de projet", "f"), ("droit du travail", "m"),
     ("ressources humaines", "p"), ("Python", "n"), ("compost", "m"), ("processus", "m")],
)  # fmt: skip
def test_a_french_subject_has_the_gender_that_its_ending_says(name: str, gender: str) -> None:
    assert _gender(name) == gender


def test_what_belongs_to_a_subject_and_what_does_not_are_told_apart() -> None:
    for said in slots().values():
        assert not set(said["complement"]) & set(said["tail"])
