"""Whom words mean, in a village and in a town of twenty thousand."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import event, insert

from community import lookup, names, profiles
from community.lookup import MOST_FOUND
from community.scope import Scope
from conversations.testing import Stage
from storage.tables import Member, NameStart, table
from tests.conversations.openings import opening

PEOPLE = ("Zoé", "Zoé Martin", "Marie-Claire Dupont", "Awa Awa", "Ève Œuvrard", "Dupont", "O’Neil")


@opening
def village(stage: Stage) -> Stage:
    for name in PEOPLE:
        stage.member(name)
    return stage


def found(stage: Stage, words: str) -> list[str]:
    people = stage.work(lambda scope: lookup.search(scope, words))
    return [each.name for each in people]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("zoe", ["Zoé"]), ("@ZOÉ", ["Zoé"]), ("zo", ["Zoé", "Zoé Martin"]),
        ("mart", ["Zoé Martin"]), ("zoe  martin", ["Zoé Martin"]),
        ("claire", ["Marie-Claire Dupont"]), ("claire dup", ["Marie-Claire Dupont"]),
        ("dupont", ["Dupont"]), ("dupon", ["Dupont", "Marie-Claire Dupont"]),
        ("awa", ["Awa Awa"]), ("oe", []), ("œuv", ["Ève Œuvrard"]), ("eve", ["Ève Œuvrard"]),
        ("upont", []), ("%", []), ("_o", []), ("o’", ["O’Neil"]), ("", []), ("@", []), ("  ", []),
    ],
)  # fmt: skip
def test_a_part_of_a_name_that_begins_a_word_means_somebody(
    village: Stage, words: str, who: list[str]
) -> None:
    assert found(village, words) == who


def test_a_new_name_is_found_and_the_old_one_is_not(village: Stage) -> None:
    def rename(scope: Scope) -> None:
        profile = profiles.mine(scope)
        profiles.write(scope, profiles.Profile(name="Inès", offers=profile.offers))

    village.work(rename, actor="O’Neil")
    assert found(village, "ines") == ["Inès"]
    assert found(village, "neil") == found(village, "o") == []


def test_who_left_or_is_not_yet_welcomed_is_nobody_s_to_find(village: Stage) -> None:
    village.does("Dupont", "leave")
    village.joins("Nouvelle")
    assert found(village, "dupont") == ["Marie-Claire Dupont"]
    assert found(village, "nouv") == []


def test_of_many_there_are_as_many_as_say_that_there_are_too_many(stage: Stage) -> None:
    for n in range(MOST_FOUND + 5):
        stage.member(f"Ana {n}")
    assert len(found(stage, "ana")) == MOST_FOUND + 1


def test_in_a_town_no_more_rows_are_read_than_in_a_village(village: Stage) -> None:
    def crowd(scope: Scope) -> None:
        row = {"community_id": scope.community_id, "joined_at": scope.now, "locale": "fr",
               "welcomed_at": scope.now, "time_zone": "UTC", "role": "member", "headline": "",
               "external": False, "profile_stamp": 0}  # fmt: skip
        many = [row | {"id": 1000 + n, "name": f"Zo {n:05}"} for n in range(3_000)]
        scope.db.connection().execute(insert(table(Member)), many)
        starts = [
            {"member_id": each["id"], "words": names.folded(str(each["name"])), "whole": True}
            for each in many
        ]
        scope.db.connection().execute(insert(table(NameStart)), starts)

    village.work(crowd)
    asked: list[str] = []
    event.listen(village.database, "before_cursor_execute", lambda *given: asked.append(given[2]))
    assert len(found(village, "zo")) == MOST_FOUND + 1
    read = [each for each in asked if each.startswith("SELECT")]
    assert all(re.search(r"LIMIT|external_id = ", each) for each in read)
    plan = (
        village.write(
            lambda connection: connection.exec_driver_sql(
                "EXPLAIN QUERY PLAN SELECT * FROM name_start WHERE words >= 'zo' AND words < 'zp'"
            ).all()
        )
        if village.url.startswith("sqlite")
        else [("ix_name_start_words",)]
    )
    assert "ix_name_start_words" in str(plan)
