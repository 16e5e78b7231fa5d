"""A chosen model finds what no word tells, and never comes before the words themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from community import directory, profiles
from community.profiles import Profile
from community.scope import Scope
from community.search import embeddings, freshness
from community.search.embeddings import Encoder, Unusable
from community.search.index import Index, Phrase
from community.search.meaning import meaning
from community.search.vectors import Floats, Vectors
from conversations.testing import Stage
from tests.community import small_model

EXTRA = 'pip install "passerelle[embeddings]" onnx, for these tests'


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A folder with a small model; these tests need the extra."""
    for module in ("onnxruntime", "tokenizers", "huggingface_hub", "onnx"):
        pytest.importorskip(module, reason=EXTRA)
    return small_model.make(tmp_path / "small")


@pytest.fixture
def chosen(model: Path) -> Iterator[Path]:
    embeddings.choose(str(model))
    yield model
    embeddings.choose(None)


def found(stage: Stage, need: str) -> list[str]:
    seen: list[str] = stage.work(
        lambda scope: [each.name for each in directory.find_helpers(scope, need)], actor="Zoé"
    )
    return seen


@pytest.fixture
def town(database_url: str) -> Iterator[Stage]:
    stage = Stage(url=database_url)
    stage.member("Zoé")
    stage.member("Awa", offers=["marionnettes"])
    stage.member("Omar", offers=["poterie"])
    yield stage
    stage.restart()


def test_without_a_model_only_words_count(town: Stage) -> None:
    assert found(town, "castelet") == []


def test_a_model_finds_what_is_said_in_words_that_nobody_listed(chosen: Path, town: Stage) -> None:
    assert found(town, "castelet") == ["Awa"]


def test_who_says_it_in_the_very_words_stays_first(chosen: Path, town: Stage) -> None:
    town.member("Lina", offers=["castelet"])
    assert found(town, "castelet") == ["Lina", "Awa"]


def test_a_changed_profile_is_found_by_its_new_meaning_in_the_same_turn(
    chosen: Path, town: Stage
) -> None:
    found(town, "castelet")

    def change(scope: Scope) -> list[str]:
        for name, offer in (("Awa", "plongée"), ("Omar", "marionnettes")):
            written = Profile(name=name, offers=[offer])
            profiles.write(scope, written, town.id_of(name, scope))
        return [each.name for each in directory.find_helpers(scope, "castelet")]

    assert town.work(change, actor="Zoé") == ["Omar"]
    assert found(town, "castelet") == ["Omar"]


def test_many_phrases_are_reckoned_when_the_bot_starts(chosen: Path, town: Stage) -> None:
    for number in range(30):
        town.member(f"{number}", offers=[f"sujet {number}", "plongée", f"thème {number}"])
    town.member("Lina", offers=["castelet"])
    freshness.warm(town.database, town.now)
    assert found(town, "marionnettes") == ["Awa", "Lina"]


def test_vectors_have_length_one_whatever_stands_beside_a_text(model: Path) -> None:
    encode = Encoder(model)
    alone, beside = encode(["castelet"]), encode(["castelet", "poterie plongée castelet puppets"])
    assert np.allclose(np.linalg.norm(beside, axis=1), 1)
    assert np.allclose(alone[0], beside[0], atol=1e-6)


def test_a_model_that_takes_the_first_token_is_read_so(tmp_path: Path, model: Path) -> None:
    first = Encoder(small_model.make(tmp_path / "first", takes_first=True, name="model.onnx"))
    one, other = first(["castelet", "castelet poterie"])
    assert np.allclose(one, other)
    mean_one, mean_other = Encoder(model)(["castelet", "castelet poterie"])
    assert not np.allclose(mean_one, mean_other)


def test_an_e5_model_is_asked_as_it_wants(tmp_path: Path, model: Path) -> None:
    plain = Encoder(model)
    for name, text in (("small-e5", "query: castelet"), ("small-fee5", "castelet")):
        embeddings.choose(str(small_model.make(tmp_path / name)))
        encode = embeddings.encoder()
        assert encode is not None
        assert np.allclose(encode(["castelet"]), plain([text]))
    embeddings.choose(None)


@pytest.mark.parametrize("lacking", ["tokenizer.json", "onnx/model.onnx"])
def test_a_folder_that_lacks_a_file_is_no_model(model: Path, lacking: str) -> None:
    (model / lacking).unlink()
    with pytest.raises(Unusable) as told:
        embeddings.choose(str(model))
    assert told.value.fault == "files"


def apart(texts: list[str]) -> Floats:
    """Every text as unlike any other as can be."""
    made = np.zeros((len(texts), 100), dtype=np.float32)
    for row, text in enumerate(texts):
        made[row, sum(map(ord, text)) % 100] = 1
    return made


def test_what_is_not_reckoned_yet_is_found_by_its_words_alone() -> None:
    made = Index(meaning(), Vectors(lambda texts: apart(list(texts))))
    made.put(1, "fr", [Phrase("poterie"), Phrase("plongée")])
    assert [hit.owner for hit in made.search("plongée", 5)] == [1]
    assert (made.reckon(1), made.reckon(1), made.reckon(1)) == (1, 0, 0)
    assert [hit.at for hit in made.search("plongée", 5)] == [1]


def test_a_phrase_that_was_dropped_is_not_found_by_its_meaning() -> None:
    made = Index(meaning(), Vectors(lambda texts: apart(list(texts))))
    made.put(1, "fr", [Phrase("zzz")])
    made.drop(1)
    made.reckon(9)
    assert made.search("zzz", 5) == []
