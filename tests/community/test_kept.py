"""What is prepared once is kept, until it is of something else, broken, or in nobody's reach."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pydantic import BaseModel

from community import thesaurus
from community.search.kept import kept
from community.search.meaning import meaning
from community.search.prepared import Prepared, prepare


class Bread(BaseModel):
    """Something that takes long to make."""

    crumbs: dict[str, list[tuple[int, float]]]


WHITE = Bread(crumbs={"soft": [(1, 0.5)]})


@dataclass
class Bakery:
    """Bakes, and counts how often."""

    folder: Path
    baked: list[str] = field(default_factory=list)

    def bread(self, of: str = "flour") -> Bread:
        def bake() -> Bread:
            self.baked.append(of)
            return WHITE

        return kept("bread", Bread, of, bake, self.folder)


@pytest.fixture
def bakery(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bakery:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return Bakery(tmp_path / "kept")


def test_what_was_prepared_is_there_the_next_time(bakery: Bakery) -> None:
    assert [bakery.bread(), bakery.bread()] == [WHITE, WHITE]
    assert bakery.baked == ["flour"]


def test_of_something_else_it_is_prepared_anew(bakery: Bakery) -> None:
    for of in ("flour", "rye", "rye", "flour"):
        assert bakery.bread(of) == WHITE
    assert bakery.baked == ["flour", "rye", "flour"]


@pytest.mark.parametrize("damage", ["cut", "changed", "emptied", "folder"])
def test_what_is_broken_is_prepared_anew(bakery: Bakery, damage: str) -> None:
    bakery.bread()
    (file,) = bakery.folder.iterdir()
    whole = file.read_bytes()
    file.unlink()
    match damage:
        case "cut":
            file.write_bytes(whole[:-3])
        case "changed":
            file.write_bytes(whole.replace(b"0.5", b"0.9"))
        case "emptied":
            file.touch()
        case "folder":
            file.mkdir()
    assert bakery.bread() == WHITE
    assert bakery.baked == ["flour", "flour"]


def test_where_python_writes_no_bytecode_nothing_is_written(
    bakery: Bakery, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert bakery.bread() == WHITE
    assert not bakery.folder.exists()


def test_where_nothing_can_be_written_it_is_prepared_every_time(bakery: Bakery) -> None:
    bakery.folder.write_text("no folder", encoding="utf-8")
    assert [bakery.bread(), bakery.bread()] == [WHITE, WHITE]
    assert bakery.baked == ["flour", "flour"]


def test_many_at_once_leave_one_whole_file(bakery: Bakery) -> None:
    with ThreadPoolExecutor(8) as crowd:
        assert set(map(str, crowd.map(lambda _: bakery.bread(), range(40)))) == {str(WHITE)}
    assert [each.name for each in bakery.folder.iterdir()] == ["bread.json"]
    assert os.access(bakery.folder / "bread.json", os.R_OK)
    before = len(bakery.baked)
    bakery.bread()
    assert len(bakery.baked) == before


def test_the_thesaurus_that_was_kept_is_the_one_that_is_prepared() -> None:
    assert meaning()._prepared == prepare(thesaurus.concepts())


def test_the_thesaurus_is_the_same_when_it_was_written_and_read() -> None:
    made = prepare(thesaurus.concepts()[:2000])
    assert Prepared.model_validate_json(made.model_dump_json()) == made
