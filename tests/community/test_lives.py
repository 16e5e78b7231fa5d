"""Every life has its table: drawn, audited, and with a time for whatever waits."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import select

from community.lives import AGREED, ASK, ASKED, CARRIED, INTRODUCTION, LIVE, MET, OFFERED, WITH_TEAM
from community.transitions import Life
from conversations.testing import Stage
from storage.tables import Audit, table

DRAWN = Path(__file__).parents[2] / "docs" / "dialogues.md"
LIVES = {"ask": ASK, "introduction": INTRODUCTION}
_STATE = re.compile(r'state ".*" as (\w+) \{')
_ARROW = re.compile(r"(\w+) --> (\w+)(?:: .*)?")


def drawn(name: str) -> set[tuple[str, str]]:
    """The arrows of a drawing; one that leaves a box leaves every state in it."""
    _, _, rest = DRAWN.read_text(encoding="utf-8").partition(f" as {name} {{")
    boxes: dict[str, set[str]] = {}
    arrows, inside = set(), ""
    for line in map(str.strip, rest.partition("```")[0].splitlines()):
        if box := _STATE.fullmatch(line):
            inside = box[1]
        elif line == "}":
            inside = ""
        elif arrow := _ARROW.fullmatch(line):
            arrows.add((arrow[1], arrow[2]))
            boxes.setdefault(inside, set()).update(arrow.groups())
    return {(each, end) for start, end in arrows for each in boxes.get(start, {start})}


@pytest.mark.parametrize("name", LIVES)
def test_the_drawing_shows_what_may_happen_and_nothing_else(name: str) -> None:
    allowed = {(start, end) for start, ends in LIVES[name].allowed.items() for end in ends}
    assert drawn(name) == allowed


@pytest.mark.parametrize("name", LIVES)
def test_every_state_that_waits_has_a_time(name: str) -> None:
    """Whoever is in line is carried by who is asked; what expired waits for nothing."""
    in_line = {"reserved", "expired"} if name == "introduction" else set(CARRIED)
    assert set(LIVES[name].waits) == set(LIVES[name].allowed) - in_line


def test_an_ask_without_a_time_is_carried_by_introductions_that_have_one() -> None:
    for carriers in CARRIED.values():
        assert set(carriers) <= set(INTRODUCTION.waits)


@pytest.mark.parametrize(
    ("life", "group"),
    [(INTRODUCTION, ASKED), (INTRODUCTION, OFFERED), (INTRODUCTION, MET), (ASK, LIVE),
     (ASK, WITH_TEAM)],
)  # fmt: skip
def test_a_group_of_states_names_states_that_wait(life: Life, group: tuple[str, ...]) -> None:
    assert set(group) <= set(life.allowed)
    assert set(AGREED) == {*MET, "ended"}


def test_every_change_is_audited_and_follows_the_one_before(
    new_database: Callable[[str], str],
) -> None:
    stage = Stage(url=new_database("sqlite"))
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    for words in ("/ask comptabilité", "Awa", "passer"):
        stage.says("Zoé", words)
    stage.says("Awa", "j'accepte")
    rows = table(Audit)
    found = stage.write(lambda c: c.execute(select(rows).order_by(rows.c.id)).all())
    for name, states in {
        "ask": ["", "open", "introduced"],
        "introduction": ["reserved", "requested", "accepted"],
    }.items():
        changes = [(each.before, each.after) for each in found if each.subject == name]
        assert changes == list(pairwise(states))
    stage.restart()
