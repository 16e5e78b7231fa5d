"""What could stand in a command's argument: what members offer help with, as they wrote it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection
from sqlmodel import col, select

from community.directory import askable
from community.scope import Scope
from conversations.questions import plain
from storage.tables import Member, ProfileEntry, Space

CHOICES, LENGTH = 25, 100
"""Suggestions, and characters of each (Discord docs, "Autocomplete")."""
LOOKED_AT = 5_000


def topics(connection: Connection, space: str, begun: str, now: datetime) -> list[str]:
    """Offers of the server's community that have what was typed so far, the shortest first."""
    home = select(Space.community_id).where(
        col(Space.connector) == "discord", col(Space.external_id) == space
    )
    offers = (
        select(ProfileEntry.words)
        .distinct()
        .join(Member, col(Member.id) == col(ProfileEntry.member_id))
        .where(
            col(ProfileEntry.kind) == "offer", col(Member.community_id).in_(home),
            *askable(Scope(connection, now, 0)),
        )
        .limit(LOOKED_AT)
    )  # fmt: skip
    wanted = plain(begun)
    found = [words for words in connection.execute(offers).scalars() if wanted in plain(words)]
    found.sort(key=lambda words: (not plain(words).startswith(wanted), len(words), words))
    return [words[:LENGTH] for words in found[:CHOICES]]
