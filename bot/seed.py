"""Making a community: one from the settings, or the demonstration's invented one."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from importlib.resources import files

from sqlalchemy import Connection
from sqlmodel import col, select

from bot.charter import default_texts, read_charter
from bot.settings import Settings
from bot.time import machine_time
from community import charter, members, roster
from community.charter import Charter
from community.scope import Scope
from connectors.local import history
from conversations.language import render
from conversations.texts import Text
from storage.tables import Community, Member, Place, Space

GENERAL = "general"
NOTHING = Charter(name="", locale="", time_zone="", texts={})


def community(connection: Connection, settings: Settings) -> None:
    """The community of these settings with its local page, unless there is one already.

    One that has no texts yet is given ours: a newcomer always reads what they agree to.
    """
    told = Charter(
        name=settings.community, locale=settings.locale, time_zone=settings.time_zone,
        texts=default_texts(),
    )  # fmt: skip
    if _found(connection, told) is None:
        _complete(connection)


def demonstration(connection: Connection, now: datetime) -> None:
    """The invented community, unless it is there already."""
    folder = files("bot") / "demo"
    scope = _found(connection, read_charter((folder / "community.toml").read_bytes(), NOTHING))
    if scope is None:
        return
    rows = csv.DictReader((folder / "members.csv").read_text(encoding="utf-8").splitlines())
    scope = Scope(connection, now, scope.community_id)
    for row in rows:
        roster.take(scope, history.space_id(connection), roster.read_row(row))
    known = scope.db.exec(select(col(Member.id), col(Member.locale))).all()
    scope.close(keep=True)
    for id_, locale in known:
        _has_agreed(Scope(connection, now, scope.community_id, actor_id=id_), locale)
    greeting = tomllib.loads((folder / "general.toml").read_text(encoding="utf-8"))
    _open_general(connection, greeting, now)


def _has_agreed(scope: Scope, locale: str) -> None:
    """A receipt, as everybody has who came in by themselves: it is shown among one's data."""
    version = members.welcome(scope, locale).version
    members.consent(scope, version, locale, render(Text("onboarding-consent"), locale))
    scope.close(keep=True)


def _found(connection: Connection, told: Charter) -> Scope | None:
    """The new community's scope; None if there was one."""
    scope = Scope(connection, machine_time(), 0)
    if scope.db.exec(select(Community)).first() is not None:
        scope.close(keep=True)
        return None
    made = Community(name=told.name, locale=told.locale, time_zone=told.time_zone, text_version=0)
    scope.db.add(made)
    scope.db.flush()
    assert made.id is not None
    scope.community_id = made.id
    charter.write(scope, told)
    _open_page(scope)
    scope.close(keep=True)
    return scope


def _open_page(scope: Scope) -> None:
    """The local page's space, with one channel."""
    space = Space(community_id=scope.community_id, connector=history.CONNECTOR, external_id="local")
    scope.db.add(space)
    scope.db.flush()
    assert space.id is not None
    scope.db.add(Place(space_id=space.id, key=GENERAL, kind="channel", title=f"#{GENERAL}"))


def _complete(connection: Connection) -> None:
    space = history.space_id(connection)
    scope = Scope(connection, machine_time(), history.community_id(connection, space))
    present = charter.read(scope)
    charter.write(scope, replace(present, texts={**default_texts(), **present.texts}))
    scope.close(keep=True)


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
