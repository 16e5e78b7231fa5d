"""Language and time zone: a member's follow their platform's, until they choose others.

Who has what the platform named last has not chosen anything else, and goes along with its changes.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, select

from community.scope import Scope
from community.words import time_zones
from storage.tables import Identity, Member, Space, table

FOLLOWED = ("locale", "time_zone")

identities, spaces = table(Identity), table(Space)


def named(known: Mapping[str, str]) -> dict[str, str]:
    """Of what a platform knows of somebody, what can be followed."""
    found = {name: known[name] for name in FOLLOWED if known.get(name)}
    if found.get("time_zone") not in time_zones():
        found.pop("time_zone", None)
    return found


def follow(scope: Scope, known: Mapping[str, str]) -> None:
    """The platform names a language or a time zone anew for whoever acts."""
    line = scope.db.get_one(Identity, scope.identity_id)
    member = scope.db.get_one(Member, line.member_id)
    before, now = line.told or {}, named(known)
    for name in FOLLOWED:
        if name in now and getattr(member, name) == before.get(name):
            setattr(member, name, now[name])
    line.told = before | now


def is_news(
    connection: Connection, connector: str, space: str, person: str, known: Mapping[str, str]
) -> bool:
    """Whether that is anything else than a person's platform named last; never of a stranger."""
    query = (
        select(identities.c.told)
        .join(spaces, spaces.c.id == identities.c.space_id)
        .where(
            spaces.c.connector == connector, spaces.c.external_id == space,
            identities.c.external_id == person,
        )
    )  # fmt: skip
    row = connection.execute(query).first()
    return row is not None and not (named(known).items() <= (row.told or {}).items())
