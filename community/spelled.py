"""What a ritual calls a gathering in each language, for its readers (P19)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlmodel import col, select

from community import library, members
from community.scope import Scope
from storage.tables import Community, Ritual


def spelled(scope: Scope, words: str) -> str:
    """A title or a venue as the ritual says it to whoever acts; what somebody wrote stays.

    A gathering keeps the words in the community's language: by them they are recognised.
    """
    house = scope.db.get_one(Community, scope.community_id).locale
    locale = house if scope.actor_id is None else members.me(scope).locale
    if not words or locale == house:
        return words
    same = (each for each in _named(scope) if library.in_language(each, house) == words)
    return library.in_language(next(same, {}), locale) or words


def _named(scope: Scope) -> Iterator[Mapping[str, str]]:
    """What the community's rituals of gatherings say in several languages, the latest first."""
    query = select(Ritual.settings).where(
        col(Ritual.community_id) == scope.community_id, col(Ritual.kind) == "gathering"
    )
    for settings in scope.db.exec(query.order_by(col(Ritual.id).desc())):
        said = (settings.get(name) for name in ("title", "venue"))
        yield from (each for each in said if isinstance(each, Mapping))
