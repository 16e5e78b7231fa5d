"""Making a community: an empty one from the settings, or the demonstration's invented one."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from datetime import datetime
from importlib.resources import files

from sqlalchemy import Connection
from sqlmodel import select

from bot.settings import Settings
from bot.time import machine_time
from community import roster
from community.scope import Scope
from connectors.local import history
from storage.tables import Community, CommunityText, Place, Space

GENERAL = "general"


def community(connection: Connection, settings: Settings) -> None:
    """The community of these settings with its local page, unless there is one already."""
    _found(connection, settings.community, settings.locale, settings.time_zone, {})


def demonstration(connection: Connection, now: datetime) -> None:
    """The invented community, unless it is there already."""
    folder = files("bot") / "demo"
    told = tomllib.loads((folder / "community.toml").read_text(encoding="utf-8"))
    texts = {kind: told[kind] for kind in ("mission", "rules")}
    scope = _found(connection, told["name"], told["default_locale"], told["time_zone"], texts)
    if scope is None:
        return
    rows = csv.DictReader((folder / "members.csv").read_text(encoding="utf-8").splitlines())
    scope = Scope(connection, now, scope.community_id)
    for row in rows:
        roster.take(scope, history.space_id(connection), roster.read_row(row))
    scope.close(keep=True)
    _open_general(connection, told["general"], now)


def _found(
    connection: Connection,
    name: str,
    locale: str,
    time_zone: str,
    texts: Mapping[str, Mapping[str, str]],
) -> Scope | None:
    scope = Scope(connection, machine_time(), 0)
    if scope.db.exec(select(Community)).first() is not None:
        scope.close(keep=True)
        return None
    made = Community(name=name, locale=locale, time_zone=time_zone)
    scope.db.add(made)
    scope.db.flush()
    assert made.id is not None
    scope.community_id = made.id
    space = Space(community_id=made.id, connector=history.CONNECTOR, external_id="local")
    scope.db.add(space)
    scope.db.add_all(
        CommunityText(community_id=made.id, kind=kind, locale=each, words=words)
        for kind, by_locale in texts.items()
        for each, words in by_locale.items()
    )
    scope.db.flush()
    assert space.id is not None
    scope.db.add(Place(space_id=space.id, key=GENERAL, kind="channel", title=f"#{GENERAL}"))
    scope.close(keep=True)
    return scope


def _open_general(connection: Connection, words: Mapping[str, str], now: datetime) -> None:
    space = history.space_id(connection)
    history.write(
        connection,
        [
            {
                "space_id": space, "place": GENERAL, "author": history.BOT, "at": now,
                "author_name": "Passerelle", "payload": {"text": each},
            }
            for each in words.values()
        ],
    )  # fmt: skip
