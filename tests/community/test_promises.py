"""Promises 4, 6 and 9: no contact before both agree, no ask without an outcome, nothing left."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from conversations.testing import Stage
from storage.tables import Ask, Audit, Introduction, Place, table

CANARY = "kanarivogel"


@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(
    answers=st.lists(
        st.sampled_from(["accept", "decline", "later", "more", "silent", "leave", "pause"]),
        min_size=3, max_size=3,
    ),
    asker=st.sampled_from(["waits", "asks-on", "withdraws"]),
)  # fmt: skip
def test_every_ask_ends_or_is_with_the_team_whatever_people_do(
    sqlite_template: Path, answers: list[str], asker: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "stage.db"
        shutil.copyfile(sqlite_template, file)
        stage = Stage(url=f"sqlite:///{file}")
        _town(stage)
        _ask(stage)
        behave = dict(zip(("Awa", "Marc", "Ida"), answers, strict=True))
        for _ in range(45):
            _a_day(stage, behave, asker)
        _has_an_outcome(stage)
        _no_contact_before_agreement(stage)
        stage.restart()


def _town(stage: Stage) -> None:
    stage.member("Zoé")
    for name in ("Awa", "Marc", "Ida"):
        stage.member(name, offers=["comptabilité"])
    stage.member("Inès", role="moderator")


def _ask(stage: Stage) -> None:
    stage.says("Zoé", "/ask comptabilité")
    stage.taps("Zoé", stage.spoken["dm:Zoé"][-1].labels[0])
    stage.taps("Zoé", "Passer")


def _a_day(stage: Stage, behave: dict[str, str], asker: str) -> None:
    stage.passes(timedelta(days=1))
    for who, how in behave.items():
        if _stands(stage, who, "J’accepte"):
            _answer(stage, who, how)
    if _stands(stage, "Zoé", "J’attends"):
        stage.taps("Zoé", "J’attends" if asker == "waits" else "Quelqu’un")
    if asker == "withdraws" and stage.now.day == 28:
        stage.says("Zoé", "/where")
        if _stands(stage, "Zoé", "Retirer"):
            stage.taps("Zoé", "Retirer")


def _answer(stage: Stage, who: str, how: str) -> None:
    match how:
        case "accept" | "decline":
            stage.taps(who, "J’accepte" if how == "accept" else "Je ne peux pas")
        case "later":
            stage.taps(who, "Pas maintenant")
            stage.taps(who, "Dans une semaine")
        case "more":
            stage.taps(who, "En savoir plus")
            stage.says(who, "Pourquoi donc")
        case "leave":
            stage.does(who, "leave")
        case "pause":
            stage.says(who, "/stop")


def _stands(stage: Stage, who: str, label: str) -> bool:
    """Whether that button is in the last thing they heard (and they are still here)."""
    said = stage.spoken[f"dm:{who}"]
    return bool(said) and any(each.startswith(label) for each in said[-1].labels)


def _has_an_outcome(stage: Stage) -> None:
    asks, rows = table(Ask), table(Introduction)
    (ask,) = stage.write(lambda c: c.execute(select(asks)).all())
    waiting = stage.write(lambda c: c.execute(select(rows).where(rows.c.due_at.is_not(None))).all())
    if ask.state == "closed":
        assert ask.outcome in {"helped", "talked", "not_met", "withdrawn", "unanswered", "unknown"}
    elif ask.state in {"stuck", "late"}:
        assert stage.spoken["dm:Inès"], "the team knows of it"
    else:
        assert waiting, "somebody is being asked, and there is a time when that ends"


def _no_contact_before_agreement(stage: Stage) -> None:
    rooms, rows = table(Place), table(Introduction)
    agreed = stage.write(
        lambda c: c.execute(select(rows.c.room).where(rows.c.room.is_not(None))).scalars().all()
    )
    assert stage.write(lambda c: c.execute(select(rooms.c.key)).scalars().all()) == agreed
    for name in ("Awa", "Marc", "Ida"):
        for heard in stage.spoken[f"dm:{name}"]:
            if "J’accepte" in heard.labels:
                assert "Zoé" not in repr(heard)


def test_every_change_of_state_leaves_an_audit_row(new_database: Callable[[str], str]) -> None:
    stage = Stage(url=new_database("sqlite"))
    _town(stage)
    _ask(stage)
    first = stage.spoken["dm:Zoé"][-1].text.split(" vers ")[1].split(".")[0]
    stage.taps(first, "J’accepte")
    audit = table(Audit)
    rows = stage.write(lambda c: c.execute(select(audit).order_by(audit.c.id)).all())
    moves = [(row.subject, row.before, row.after) for row in rows]
    for move in (
        ("ask", "", "open"), ("introduction", "reserved", "requested"),
        ("introduction", "requested", "accepted"), ("introduction", "reserved", "skipped"),
        ("ask", "open", "introduced"),
    ):  # fmt: skip
        assert move in moves
    stage.restart()


@pytest.fixture
def full_of_canaries(new_database: Callable[[str], str]) -> Stage:
    """Zoé has left a canary wherever a person can write."""
    stage = Stage(url=new_database("sqlite"))
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Inès", role="moderator")
    stage.joins("Zoé", name=f"Zoé {CANARY}")
    for answer in ("Français", "Cela me convient", "Je suis d’accord", "Zoé"):
        stage.taps("Zoé", answer)
    for _ in range(4):
        stage.says("Zoé", f"{CANARY} un, {CANARY} deux")
    stage.taps("Zoé", "Garder")
    stage.taps("Zoé", "Plus tard")
    stage.says("Zoé", f"/team {CANARY}")
    stage.says("Zoé", f"/ask comptabilité pro{CANARY}")
    stage.taps("Zoé", "Awa")
    stage.says("Zoé", f"contexte pro{CANARY}")
    stage.taps("Awa", "En savoir plus")
    stage.says("Awa", "Pourquoi ?")
    stage.says("Zoé", f"parce que pro{CANARY}")
    stage.taps("Awa", "J’accepte")
    stage.passes(timedelta(days=2))
    for answer in ("Oui", "Oui"):
        stage.taps("Zoé", answer)
    stage.says("Zoé", f"merci {CANARY}")
    return stage


def test_an_erasure_leaves_nothing_in_the_file(full_of_canaries: Stage) -> None:
    stage = full_of_canaries
    stage.restart()
    assert CANARY.encode() in _bytes(stage)
    stage.says("Zoé", "/mydata")
    stage.taps("Zoé", "Tout effacer")
    stage.taps("Zoé", "Tout effacer")
    assert stage.spoken["dm:Zoé"][-1].text.startswith("C’est fait")
    stage.restart()
    assert CANARY.encode() not in _bytes(stage)


def _bytes(stage: Stage) -> bytes:
    """Everything on the disk of this database."""
    file = Path(stage.url.removeprefix("sqlite:///"))
    return b"".join(each.read_bytes() for each in file.parent.glob(f"{file.name}*"))


def test_whoever_was_erased_can_come_back_as_somebody_new(full_of_canaries: Stage) -> None:
    stage = full_of_canaries
    stage.says("Zoé", "/mydata")
    stage.taps("Zoé", "Tout effacer")
    stage.taps("Zoé", "Tout effacer")
    stage.says("Zoé", "bonjour ?")
    assert stage.spoken["dm:Zoé"][-1].text.startswith("C’est fait"), "nobody is there"
    stage.joins("Zoé")
    assert "bienvenue" in stage.spoken["dm:Zoé"][-1].text
    stage.restart()
