"""`python -m tests.conversations.record 0.1.0` records journals of the present version."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import select

from conversations.testing import Stage
from storage import migrate
from storage.database import open_database
from storage.tables import Dialogue, table

KEPT = ("name", "args", "answers", "given", "pending", "token", "said", "status", "floor")
JOURNALS = Path(__file__).parents[1] / "journals"


def onboarding(stage: Stage) -> list[str]:
    """A newcomer in the middle of the welcome."""
    stage.joins("Zoé")
    for answer in ("Français", "Cela me convient", "Je suis d’accord"):
        stage.taps("Zoé", answer)
    for words in ("Zoé", "Apicultrice"):
        stage.says("Zoé", words)
    return ["ruches", "passer", "un budget", "Dakar", "Plus tard"]


def asking(stage: Stage) -> list[str]:
    """Somebody about to choose whom to ask."""
    _two(stage)
    stage.says("Zoé", "/ask comptabilité")
    return ["Awa", "passer"]


def context(stage: Stage) -> list[str]:
    """Somebody asked for a word of context."""
    _two(stage)
    stage.says("Zoé", "/ask comptabilité")
    stage.taps("Zoé", "Awa")
    return ["pour notre bilan"]


def pausing(stage: Stage) -> list[str]:
    """Somebody asked until when to be left in peace."""
    _two(stage)
    stage.says("Zoé", "/pause")
    return ["n'importe quoi", "2"]


def _two(stage: Stage) -> None:
    stage.member("Zoé", offers=["jardinage"])
    stage.member("Awa", offers=["comptabilité"])


def record(version: str, scene: Callable[[Stage], list[str]]) -> None:
    """Play a scene, note the row it stops at, go on, and note what is heard."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/stage.db"
        engine = open_database(url)
        migrate.upgrade(engine)
        engine.dispose()
        stage = Stage(url=url)
        says = scene(stage)
        rows = table(Dialogue)
        (row,) = stage.write(lambda c: c.execute(select(rows)).mappings().all())
        before = len(stage.spoken["dm:Zoé"])
        for words in says:
            stage.says("Zoé", words)
        hears = [heard.outgoing.text.key for heard in stage.spoken["dm:Zoé"][before:]]
        journal = {"row": {name: row[name] for name in KEPT}, "says": says, "hears": hears}
        stage.restart()
    file = JOURNALS / f"{version}-{scene.__name__}.json"
    file.write_text(json.dumps(journal, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    for each in (onboarding, asking, context, pausing):
        record(sys.argv[1], each)
