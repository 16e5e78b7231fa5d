"""Promises 1 to 3: killed at random moments, with every event sent twice, nothing is different."""

from __future__ import annotations

import random
import sqlite3
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.crash.scripts import Player, craft, newcomer, request
from tests.crash.server import Server

NEWCOMERS, REQUESTS = 120, 80
AT_ONCE = 50
FEWEST_KILLS, MOST_KILLS = 8, 14
SEED = 20261122


def test_two_hundred_conversations_survive_kills_at_random_moments(tmp_path: Path) -> None:
    calm = _live(_town(tmp_path / "calm"), kills=None)
    rough = _live(_town(tmp_path / "rough"), kills=random.Random(SEED))
    for what, rows in calm.items():
        assert rough[what] == rows, what


def _town(folder: Path) -> Server:
    """A server whose community has a helper and an asker for each request, and no quiet hours."""
    folder.mkdir()
    rows = ["id,name,locale,offers"]
    for n in range(REQUESTS):
        rows += [f"asker{n},Asker{n},fr,", f"helper{n},Helper{n},fr,{craft(n)}"]
    table = folder / "members.csv"
    table.write_text("\n".join(rows), encoding="utf-8")
    server = Server(folder)
    server.command("import", str(table))
    awake = folder / "community.toml"
    awake.write_text('quiet_hours = ""', encoding="utf-8")
    server.command("community", "set", str(awake))
    return server


def _live(server: Server, kills: random.Random | None) -> dict[str, list[Any]]:
    """Play all conversations, and tell what is left in the database."""
    server.start()
    try:
        killed = _play_all(server, kills)
    finally:
        server.stop()
    if kills is not None:
        assert killed >= FEWEST_KILLS, "too few kills to show anything"
    return _state(server.database)


def _play_all(server: Server, kills: random.Random | None) -> int:
    """Play, and meanwhile kill and start again at moments that the seed decides; how often."""
    scripts = [newcomer(n) for n in range(NEWCOMERS)] + [request(n) for n in range(REQUESTS)]
    killed = 0
    with ThreadPoolExecutor(AT_ONCE) as people:
        playing = [people.submit(Player(server.port).play, script) for script in scripts]
        while kills and killed < MOST_KILLS and wait(playing, kills.uniform(0.1, 1.5)).not_done:
            server.kill()
            killed += 1
            server.start()
    for each in playing:
        each.result()
    return killed


STATE = {
    "messages": """SELECT place, author, author_name, json_extract(payload, '$.text')
                   FROM local_message WHERE place NOT LIKE 'room:%' ORDER BY place, n""",
    "rooms": """SELECT place.title, json_extract(payload, '$.text') FROM local_message
                JOIN place ON place.key = local_message.place
                WHERE place.kind = 'room' ORDER BY place.title, n""",
    "members": """SELECT name, locale, time_zone, role, headline, consent_version,
                  consented_at IS NULL, welcomed_at IS NULL FROM member ORDER BY name""",
    "profiles": """SELECT member.name, kind, words FROM profile_entry
                   JOIN member ON member.id = member_id ORDER BY 1, 2, 3""",
    "asks": """SELECT member.name, need, context, state, outcome FROM ask
               JOIN member ON member.id = requester_id ORDER BY 1""",
    "introductions": """SELECT member.name, state, question, details FROM introduction
                        JOIN member ON member.id = helper_id ORDER BY 1""",
    "audit": "SELECT subject, before, after, count(*) FROM audit GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
    "open dialogues": "SELECT count(*) FROM dialogue",
    "inbox": "SELECT place, event_id, state, payload FROM inbox WHERE sender = substr(place, 4) "
             "AND event_id LIKE sender || '-%' ORDER BY place, id",
    "outbox": "SELECT state, payload, count(*) FROM outbox GROUP BY 1, 2",
    "integrity": "PRAGMA integrity_check",
    "foreign keys": "PRAGMA foreign_key_check",
}  # fmt: skip


def _state(database: Path) -> dict[str, list[Any]]:
    with closing(sqlite3.connect(database)) as connection:
        return {what: connection.execute(query).fetchall() for what, query in STATE.items()}


def test_the_comparison_looks_at_something(tmp_path: Path) -> None:
    server = _town(tmp_path / "town")
    before = _state(server.database)
    server.start()
    Player(server.port).play(request(0))
    server.stop()
    after = _state(server.database)
    for what in ("messages", "asks", "inbox"):
        assert before[what] == [] != after[what], what
