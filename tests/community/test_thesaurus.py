"""The thesaurus: its shape, and what is said about a wrong line."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest

from community import thesaurus
from community.directory import ENOUGH
from community.search import learn
from community.search.index import Index, Phrase
from community.search.meaning import Meaning, meaning, teach
from community.search.tokens import stems
from community.thesaurus import Concept, WrongLine, read

FIELDS = sorted(
    (each for each in files(thesaurus).iterdir() if each.name.endswith(".txt")),
    key=lambda each: each.name,
)


def written(folder: Path, *lines: str) -> list[Concept]:
    file = folder / "field.txt"
    file.write_text("\n".join(lines), encoding="utf-8")
    return list(read([file]))


@pytest.mark.parametrize("field", FIELDS, ids=lambda each: str(each.name))
def test_every_field_of_work_can_be_read_and_has_much_to_say(field: Path) -> None:
    found = list(read([field]))
    assert len(found) > 100
    assert all(names for concept in found for names in concept.names.values())


@pytest.mark.parametrize("field", FIELDS, ids=lambda each: str(each.name))
def test_no_line_says_a_name_twice(field: Path) -> None:
    for number, line in enumerate(field.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip().startswith("#"):
            for side in line.strip().removeprefix("@").partition(">")[0].split("="):
                names = [name.strip() for name in side.split(",") if name.strip()]
                assert len(names) == len(set(names)), f"{field.name}:{number}"


def test_what_a_trade_knows_is_in_the_thesaurus() -> None:
    known = meaning()
    unknown = {
        name for concept in thesaurus.concepts() for name in concept.knows
        if not known.named(" ".join(stems(name)))
    }  # fmt: skip
    assert unknown == set()


def test_the_translations_are_of_this_thesaurus() -> None:
    kept = json.loads(learn.FILE.read_text(encoding="utf-8"))["of"]
    assert kept == learn.digest(thesaurus.concepts()), "run `make translations`"


def test_the_translations_are_written_as_they_are_learnt() -> None:
    concepts = [
        Concept({"fr": ("pain",), "en": ("bread",)}),
        Concept({"fr": ("pain complet",), "en": ("wholemeal bread",)}),
    ]
    found = learn.learn(concepts)
    assert max(found["pain"], key=found["pain"].__getitem__) == "bread"
    assert json.loads(learn.written("x", found)) == {"of": "x", "stems": found}


def test_a_narrower_line_is_a_kind_of_the_one_above(tmp_path: Path) -> None:
    found = written(
        tmp_path,
        "# a comment",
        "comptabilité, compta = accounting",
        "    bilan = balance sheet",
        "python",
        "@ comptable = accountant > comptabilité, bilan",
    )
    assert [each.broader for each in found] == [None, 0, None, None]
    assert found[0].names == {"fr": ("comptabilité", "compta"), "en": ("accounting",)}
    assert found[2].names == {"fr": ("python",), "en": ("python",)}
    assert (found[3].is_trade, found[3].knows) == (True, ("comptabilité", "bilan"))


@pytest.mark.parametrize(
    "line",
    ["   three spaces", "\ttab", "        too deep", "a = b = c", "= b", "a =", "a > b",
     f"{'x' * 61} = b"],
)  # fmt: skip
def test_a_wrong_line_is_told_with_its_place(tmp_path: Path, line: str) -> None:
    with pytest.raises(WrongLine, match=r"^field\.txt:2: "):
        written(tmp_path, "comptabilité = accounting", line)


def test_a_communitys_own_words_count_too(tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("la Zorgluberie, halle aux poissons = Fish Hall\n", "utf-8")
    assert not meaning().named(" ".join(stems("la Zorgluberie")))
    teach(tmp_path)
    try:
        index = Index(meaning())
        index.put(1, "fr", [Phrase("tenir un stand à la halle aux poissons")])
        index.put(2, "fr", [Phrase("tenir un stand au marché")])
        assert [hit.owner for hit in index.search("the Fish Hall", 1)] == [1]
    finally:
        teach(None)
    assert not meaning().named(" ".join(stems("la Zorgluberie")))


def test_a_wrong_line_of_ones_own_teaches_nothing(tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("a = b = c\n", "utf-8")
    known = meaning()
    with pytest.raises(WrongLine):
        teach(tmp_path)
    assert meaning() is known


@pytest.mark.parametrize("locale", thesaurus.LOCALES)
def test_who_does_something_for_a_living_is_found_for_what_the_trade_knows(locale: str) -> None:
    known, asked, missed = meaning(), 0, []
    trades = [each for each in thesaurus.concepts() if each.knows]
    apart = len(trades) // 40
    for among in (trades[start::apart] for start in range(apart)):
        index = Index(known)
        for owner, trade in enumerate(among):
            index.put(owner, locale, [Phrase(trade.names[locale][0], 0.9, is_headline=True)])
        for owner, trade in enumerate(among):
            for name in trade.knows:
                need = _called(known, name, locale)
                asked += 1
                if owner not in [hit.owner for hit in index.search(need, 5, ENOUGH)]:
                    missed.append((trade.names[locale][0], need))
    assert asked > 5_000
    assert len(missed) <= 0.02 * asked, (asked, len(missed), missed[:20])


def _called(known: Meaning, name: str, locale: str) -> str:
    """What is called so in French, in that language; of several, whatever has that very name."""
    concepts, named = thesaurus.concepts(), known.named(" ".join(stems(name)))
    exactly = [each for each in named if name in concepts[each].names["fr"]]
    return known.name((exactly or named)[0], locale)
