"""Confidential questions: what is answered goes to whom it is for, and stays nowhere in the talk."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select
from sqlmodel import SQLModel

from community.scope import Scope
from conversations import timers
from conversations.chat import Chat
from conversations.dialogues.team import fault
from conversations.questions import NotUnderstood, Option
from conversations.testing import Stage
from conversations.texts import Text
from storage.tables import Conversation, Dialogue, LocalMessage, table
from tests.conversations.test_engine import definition, last, start

CANARY = "kanarivogel"
OPTIONS = [Option(value=CANARY, label=Text("language-fr")), Option(value="b", label=Text("language-en"))]  # fmt: skip
messages = table(LocalMessage)


class Box:
    """Where the answers go. A `broken` one breaks."""

    def __init__(self) -> None:
        self.values: list[str] = []
        self.broken = False

    def keep(self, _scope: Scope, values: Sequence[str]) -> None:
        if self.broken:
            raise RuntimeError
        self.values += values


@pytest.fixture
def box(stage: Stage) -> Box:
    """Zoé is asked two things in confidence, by a button and in words."""
    kept = Box()

    def short(words: str) -> str:
        if len(words) > 20:
            raise NotUnderstood(Text("read-name-long", most=20))
        return words

    async def confide(chat: Chat) -> None:
        await chat.confide("one", Text("card-title", name="one"), kept.keep, options=OPTIONS)
        await chat.confide("two", Text("card-title", name="two"), kept.keep, free=True, read=short)
        await chat.say(Text("card-title", name="end"))
        await chat.ask("three", Text("card-title", name="three"))

    stage.registry = {
        "confide": definition("confide", confide),
        "fault": definition("fault", fault),
    }
    stage.member("Zoé")
    start(stage, "Zoé", "confide")
    return kept


def writes(stage: Stage, words: str) -> None:
    """Zoé writes on a page that keeps its own history."""
    row = {
        "space_id": stage.space_id, "place": "dm:Zoé", "author": "Zoé", "author_name": "Zoé",
        "at": stage.now, "payload": {"text": words},
    }  # fmt: skip
    stage.write(lambda connection: connection.execute(insert(messages), row))
    stage.says("Zoé", words)


def kept(stage: Stage) -> str:
    """All that the talk and the page keep."""
    rows: list[Any] = []
    for model in (Dialogue, Conversation, LocalMessage):
        rows += stage.write(partial(_all, model=model))
    return json.dumps(rows, default=str, ensure_ascii=False)


def _all(connection: Connection, model: type[SQLModel]) -> list[Any]:
    return [dict(each) for each in connection.execute(select(table(model))).mappings()]


def test_what_was_confided_arrives_and_stays_nowhere(stage: Stage, box: Box) -> None:
    pressed = stage.tokens("Zoé", "Français")[0]
    stage.taps("Zoé", "Français")
    writes(stage, f"{CANARY} deux")
    assert set(box.values) == {CANARY, f"{CANARY} deux"}
    assert last(stage, "Zoé", 2) == ["end", "three"]
    assert CANARY not in kept(stage)
    assert pressed not in kept(stage), "not even which button it was"


def test_words_that_are_refused_stay_nowhere_either(stage: Stage, box: Box) -> None:
    stage.taps("Zoé", "English")
    writes(stage, f"{CANARY} {'x' * 20}")
    assert "20" in last(stage, "Zoé")[0]
    assert CANARY not in kept(stage)
    assert box.values[:1] == ["b"]


def test_a_second_tap_on_a_confidential_button_needs_no_words(stage: Stage, box: Box) -> None:
    token = stage.tokens("Zoé", "English")
    stage.taps("Zoé", "English")
    before = len(stage.spoken["dm:Zoé"])
    stage.presses("Zoé", *token)
    assert len(stage.spoken["dm:Zoé"]) == before


def test_a_box_that_breaks_leaves_no_answer_behind_and_the_question_comes_again(
    stage: Stage, box: Box
) -> None:
    stage.taps("Zoé", "English")
    box.broken = True
    writes(stage, CANARY)
    assert CANARY not in kept(stage)
    box.broken = False
    stage.work(lambda scope: _mend(scope, stage))
    stage.settle()
    assert last(stage, "Zoé") == ["two"]


def _mend(scope: Scope, stage: Stage) -> None:

    timers.mend(scope.connection, stage.now)
