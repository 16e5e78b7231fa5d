"""Lines of the page's history that change where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, update

from connectors.local.history import BOT, LINE, messages
from connectors.local.render import neutral
from conversations.language import render
from conversations.outgoing import Outgoing
from conversations.texts import Text
from storage.outbox import Parcel

_change = (
    update(messages)
    .where(
        messages.c.space_id == bindparam("in_space"),
        messages.c.place == bindparam("in_place"),
        messages.c.author == BOT,
        messages.c.token == bindparam("key"),
    )
    .values(payload=bindparam("what"))
)


def entry(parcel: Parcel, outgoing: Outgoing, now: datetime) -> dict[str, Any]:
    """The message as a line of the page's history; whom it tells of stays beside its words."""
    shown = neutral(outgoing)
    if outgoing.about:
        shown["about"] = dict(outgoing.about)
    return {
        "space_id": parcel.space_id, "place": parcel.place, "author": BOT, "at": now,
        "author_name": render(Text("bot-name"), outgoing.locale),
        "token": token(outgoing), "payload": shown,
    }  # fmt: skip


def token(outgoing: Outgoing) -> str | None:
    """What a message is found by: a question's own token, or the key of what may be replaced."""
    return f"{LINE}{outgoing.replaces}" if outgoing.replaces else outgoing.token


def new(connection: Connection, entries: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The entries that are new lines; the others have taken the place of what stood there."""
    return [each for each in _last_of_each(entries) if not _changed(connection, each)]


def _last_of_each(entries: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of what replaces one another, the last, at the place of the first."""
    last: dict[Any, dict[str, Any]] = {}
    for n, each in enumerate(entries):
        last[(each["place"], each["token"]) if _is_line(each) else n] = each
    return list(last.values())


def _changed(connection: Connection, entry: dict[str, Any]) -> bool:
    if not _is_line(entry):
        return False
    found = {"in_space": entry["space_id"], "in_place": entry["place"], "key": entry["token"],
             "what": entry["payload"]}  # fmt: skip
    return connection.execute(_change, found).rowcount > 0


def _is_line(entry: dict[str, Any]) -> bool:
    return str(entry["token"]).startswith(LINE)
