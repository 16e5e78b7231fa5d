"""Promise 9: after an erasure no table, index, log or file holds anything of that person.

A canary sits in every column that a person's words or addresses can reach, and in what others
were told of her, as the local page and a phone that confirms nothing keep it. A column that is new
has to be planted here, or named below as nobody's.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import JSON, Column, Connection, String, Table, cast, insert, select
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import AutoString

from community import privacy
from connectors.local import lines
from connectors.whatsapp import sendings
from conversations.own_data import packed
from conversations.testing import Heard, Stage
from storage.outbox import Parcel
from storage.tables import (
    Alias,
    Decision,
    Download,
    Gathering,
    Inbox,
    Introduction,
    LocalMessage,
    Outbox,
    Place,
    PlaceMember,
    PromptAnswer,
    Prompting,
    Relay,
    RelaySide,
    Ritual,
    Run,
    Sending,
    Story,
    table,
)

CANARY = "kanarivogel"
WHO = f"u-{CANARY}"
"""The platform's id of her is hers as well."""
NOBODYS = {
    "community_group.name",
    "holiday.day",
    "identity.told",
    "identity.claim",
    "gathering.uid",
    "gathering.audience",
    "gathering.state",
    "story.consent",
    "story.state",
    "survey.title",
    "survey.titles",
    "survey.questions",
    "survey.audience",
    "survey.circle",
    "survey.state",
    "ballot_box.sealed",
    "guest.state",
    "ritual.kind",
    "ritual.name",
    "ritual.settings",
    "ritual.audience",
    "ritual.rule",
    "ritual.time_zone",
    "ritual.state",
    "ritual.misfire",
    "round_habit.state",
    "round_habit.languages",
    "run.state",
    "run.figures",
    "welcome_week.state",
    "broadcast.dialogue",
    "broadcast.args",
    "broadcast.audience",
    "prompting.prompt",
    "prompting.format",
    "prompting.state",
    "prompting.unnamed",
    "round.state",
    "prompt_answer.shared",
    "round_group.room",
    "round_seat.state",
    "round_seat.why",
    "round_seat.met",
    "round_seat.liked",
    "alias.knocked",
    "audit.after",
    "audit.before",
    "audit.subject",
    "community.locale",
    "community.name",
    "community.time_zone",
    "community_text.kind",
    "community_text.locale",
    "community_text.words",
    "dialogue.name",
    "dialogue.status",
    "dialogue.token",
    "data_address.digest",
    "fact.name",
    "fact.value",
    "inbox.state",
    "introduction.room",
    "introduction.state",
    "ask.kind",
    "ask.outcome",
    "ask.state",
    "ask.urgency",
    "decision.kind",
    "relay.state",
    "report.state",
    "link_code.digest",
    "link_code.label",
    "link_code.salt",
    "local_message.token",
    "member.locale",
    "member.role",
    "member.time_zone",
    "outbox.decision",
    "outbox.platform_id",
    "outbox.purpose",
    "outbox.reason",
    "outbox.state",
    "place.kind",
    "profile_entry.kind",
    "receipt.locale",
    "receipt.about_data",
    "sending.key",
    "sending.sid",
    "slack_installation.bot",
    "slack_installation.bot_user",
    "slack_installation.team",
    "slack_installation.token",
    "slack_state.state",
    "solicitation.about",
    "space.connector",
    "space.external_id",
    "alias.stopped_by",
    "place.platform_id",
    "place.key",
}
"""Codes, ids of ours or of the platform's, and the community's own words."""


def written() -> Iterator[tuple[Table, Column[Any]]]:
    """Every column with text in it, JSON too."""
    for each in SQLModel.metadata.sorted_tables:
        for column in each.columns:
            if isinstance(column.type, String | JSON | AutoString):
                yield each, column


@pytest.fixture
def town(database_url: str, tmp_path: Path) -> Iterator[Stage]:
    """She has said, been told, asked, answered and thanked, and is in the midst of something."""
    log = tmp_path / "log.txt"
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(out):
        stage = _lived(database_url)
    log.write_text(out.getvalue(), encoding="utf-8")
    _planted_by_hand(stage)
    yield stage
    stage.restart()


class Shown(Stage):
    """What leaves stands in the local page's history as well, and in what no phone confirms."""

    def reaches(self, connection: Connection, parcel: Parcel, heard: Heard) -> None:
        """Keep it in both."""
        Stage.reaches(self, connection, parcel, heard)
        line = lines.entry(parcel, heard.outgoing, self.now)
        connection.execute(insert(table(LocalMessage)), line)
        connection.execute(insert(table(Sending)).values(
            key=str(parcel.id), part=0, space_id=parcel.space_id, place=parcel.place,
            body=heard.text, payload=parcel.payload, begun_at=self.now, sid=f"s{parcel.id}",
        ))  # fmt: skip


def _lived(url: str) -> Stage:
    stage = Shown(url=url)
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Inès", role="moderator")
    stage.joins(WHO, name=f"Zoé {CANARY}")
    for words in ("Français", "oui", "oui", f"Zoé {CANARY}"):
        stage.says(WHO, words)
    for _ in range(4):
        stage.says(WHO, f"{CANARY} un, {CANARY} deux")
    stage.taps(WHO, "Garder")
    stage.taps(WHO, "Plus tard")
    stage.says(WHO, f"/team {CANARY}")
    stage.says(WHO, f"/ask comptabilité x{CANARY}x")
    stage.taps(WHO, "Awa")
    stage.says(WHO, f"contexte x{CANARY}x")
    stage.taps("Awa", "En savoir plus")
    stage.says("Awa", f"Pourquoi {CANARY} ?")
    stage.says(WHO, f"parce que x{CANARY}x")
    stage.taps("Awa", "J’accepte")
    stage.passes(timedelta(days=2))
    for answer in ("Oui", "Oui"):
        stage.taps(WHO, answer)
    stage.says(WHO, f"elle a tout expliqué à {CANARY}")
    stage.says(WHO, "/report Awa")
    stage.says(WHO, f"elle {CANARY}")
    stage.taps(WHO, "Non")
    stage.says("Inès", "/asks")
    stage.says(WHO, f"/ask x{CANARY}x")
    return stage


def _planted_by_hand(stage: Stage) -> None:
    """What the stage, which is no platform, has no way to write."""
    here = {"space_id": stage.space_id, "place": f"dm:{WHO}"}
    told = {"text": ["cancelled", {"words": CANARY}], "locale": "fr", "zone": "UTC"}
    member = stage.work(lambda scope: stage.id_of(WHO, scope))
    at = {"created_at": stage.now, "next_at": stage.now + timedelta(days=9)}
    rows: list[tuple[type[SQLModel], dict[str, Any]]] = [
        (Alias, {"space_id": stage.space_id, "address": CANARY, "person": WHO, "erased": False}),
        (Inbox, here | {"event_id": f"e:{CANARY}", "sender": WHO, "payload": {"text": CANARY},
                        "state": "failed", "received_at": stage.now}),
        (Outbox, here | at | {"member_id": member, "payload": told, "state": "held"}),
        (Sending, here | {"key": "k", "part": 0, "body": CANARY, "payload": told,
                          "begun_at": stage.now}),
        (LocalMessage, here | {"author": WHO, "author_name": CANARY, "at": stage.now,
                               "payload": told}),
        (LocalMessage, {"space_id": stage.space_id, "place": "general", "author": WHO,
                        "author_name": CANARY, "at": stage.now, "payload": told}),
    ]  # fmt: skip
    rows += [
        (Introduction, {"ask_id": 1, "helper_id": member, "state": "skipped", "reason": CANARY,
                        "question": "", "details": "", "again": False}),
        (Relay, {"id": 1, "community_id": 1, "state": "open"}),
        (RelaySide, {"relay_id": 1, "member_id": member, "called": CANARY, "contact": CANARY,
                     "gave": True}),
        (RelaySide, {"relay_id": 1, "member_id": 1, "called": "Awa", "contact": "", "gave": True}),
        (Gathering, {"community_id": 1, "uid": "g-1", "revision": 0, "title": CANARY,
                     "venue": CANARY, "starts_at": stage.now, "minutes": 60, "audience": [],
                     "host_id": member, "state": "over", "turns": 0, "points": [CANARY],
                     "links": [CANARY], "changed_at": stage.now}),
        (Story, {"community_id": 1, "teller_id": member, "words": CANARY, "consent": "team",
                 "state": "told", "told_at": stage.now}),
        (Ritual, {"id": 1, "community_id": 1, "kind": "prompt", "name": "Un mot", "settings": {},
                  "audience": [], "rule": "FREQ=MONTHLY", "time_zone": "UTC",
                  "starts_at": stage.now, "state": "on", "misfire": "late", "grace_minutes": 60,
                  "made_by": 2, "revision": 0}),
        (Run, {"id": 1, "ritual_id": 1, "due_at": stage.now, "state": "done", "figures": {}}),
        (Prompting, {"id": 1, "community_id": 1, "run_id": 1, "prompt": "p", "format": "f",
                     "state": "posted", "roundup": CANARY, "put_at": stage.now}),
        (PromptAnswer, {"prompting_id": 1, "member_id": member, "words": CANARY,
                        "shared": "named", "at": stage.now}),
        (Download, here | {"key": CANARY, "name": CANARY, "kind": CANARY, "content": b"x",
                           "until": stage.now}),
        (Decision, {"member_id": member, "moderator_id": 2, "kind": "held", "subject_id": member,
                    "reason": CANARY, "at": stage.now}),
    ]  # fmt: skip
    stage.write(lambda c: [c.execute(insert(table(model)), row) for model, row in rows])
    place = {"space_id": stage.space_id, "key": "room:99", "kind": "room", "title": CANARY}
    made = stage.write(lambda c: c.execute(insert(table(Place)).values(place).returning(
        table(Place).c.id)).scalar_one())  # fmt: skip
    joined = {"place_id": made, "member_id": member}
    stage.write(lambda c: c.execute(insert(table(PlaceMember)), joined))


def found(stage: Stage) -> set[str]:
    """The columns in which the canary sits."""

    def has(column: Column[Any]) -> bool:
        words = cast(column, String)
        query = select(words).where(words.contains(CANARY)).limit(1)
        return stage.write(lambda connection: connection.execute(query).first()) is not None

    return {f"{each.name}.{column.name}" for each, column in written() if has(column)}


LIVES_FOR_A_TURN = {"dialogue.given", "dialogue.pending", "conversation.pressed", "ask.need"}
"""Written and emptied again within a turn, or planted by the same words as another column."""


def test_every_column_is_planted_or_nobodys(town: Stage) -> None:
    everything = {f"{each.name}.{column.name}" for each, column in written()}
    assert everything - found(town) - NOBODYS - LIVES_FOR_A_TURN == set()
    assert everything >= NOBODYS


def test_an_erasure_leaves_nothing_in_any_table_or_file(town: Stage, tmp_path: Path) -> None:
    exported = town.work(packed, WHO)
    assert CANARY.encode() in zipfile.ZipFile(io.BytesIO(exported)).read("data.json")
    town.says(WHO, "/mydata")
    town.taps(WHO, "Tout effacer")
    town.taps(WHO, "Tout effacer")
    assert found(town) - FAREWELL == set()
    _forget_alias(town)
    later = town.now + sendings.KEPT + timedelta(hours=1)
    town.write(lambda connection: sendings.forget_old(connection, later))
    town.write(lambda connection: privacy.forget_farewells(connection, town.now))
    assert found(town) == set()
    town.restart()
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert (tmp_path / "log.txt") in files
    assert [file.name for file in files if CANARY.encode() in file.read_bytes()] == []


FAREWELL = {"alias.address", "alias.person", "outbox.place", "local_message.place", "sending.place"}
"""Where they were told that they are erased: it goes within hours, or once it was delivered."""


def _forget_alias(stage: Stage) -> None:
    """WhatsApp's own room drops these rows once the farewell has been delivered."""
    rows = table(Alias)
    assert stage.write(lambda c: c.execute(select(rows.c.erased)).scalars().all()) == [True]
    stage.write(lambda connection: connection.execute(rows.delete()))
