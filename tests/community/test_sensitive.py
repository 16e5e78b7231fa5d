"""Which needs touch a subject that a peer alone should not carry; nothing is diagnosed."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from community.sensitive import SUBJECTS, cry, subject


@pytest.mark.parametrize(
    ("need", "touched"),
    [
        ("J’ai envie de mourir", "suicide"), ("des pensées SUICIDAIRES", "suicide"),
        ("I want to die", "suicide"), ("my son talks of self-harm", "suicide"),
        ("une urgence médicale", "emergency"), ("my father has chest pain", "emergency"),
        ("mon mari me frappe", "abuse"), ("du harcèlement au travail", "abuse"),
        ("I was raped", "abuse"), ("my boss harasses me", "abuse"),
        ("J'ai 15 ans et je cherche un stage", "minors"), ("I'm 16 and need help", "minors"),
        ("un enfant en danger", "minors"), ("Au secours !", "emergency"), ("SOS", "emergency"),
    ],
)  # fmt: skip
def test_a_sensitive_need_is_known_in_both_languages(need: str, touched: str) -> None:
    assert subject(need) == touched


@pytest.mark.parametrize(
    "need",
    [
        "comptabilité", "des cours de violon", "du tissu violet", "15 ans d’expérience",
        "J’ai 15 ans d’expérience en vente", "unconscious bias training", "râpe à bois",
        "battre un record", "l’emprise au sol d’un bâtiment", "I'm 15 minutes late",
        "a stalk of corn",
        "I am 12 months into my job", "mourir de rire au théâtre", "au secours de ma trésorerie",
    ],
)  # fmt: skip
def test_an_ordinary_need_is_left_alone(need: str) -> None:
    assert subject(need) is None


def test_every_subject_has_words_in_both_languages_and_the_file_no_other() -> None:
    raw = tomllib.loads(files("community").joinpath("sensitive.toml").read_text(encoding="utf-8"))
    assert set(raw) == set(SUBJECTS)
    assert all(lists.keys() - {"topics"} == {"fr", "en"} for lists in raw.values())
    assert all(all(lists.values()) for lists in raw.values())


@pytest.mark.parametrize(
    "words", ["I want to kill myself", "j'ai envie de mourir", "je suis harcelée", "he beats me"]
)
def test_a_cry_for_help_is_told_from_speaking_of_it(words: str) -> None:
    assert cry(words) is not None
    assert cry("I listen to victims of harassment and of child abuse") is None
    assert cry("prévention du suicide, des violences conjugales") is None
