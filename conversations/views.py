"""A message as each of the community's platforms shows it, in words (P41).

What a platform shows is its own affair: its room has a view, made of the very renderer that the
message would leave through, and `bot.platforms` puts the views in here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sqlmodel import col, select

from community.scope import Scope
from conversations.outgoing import Outgoing
from conversations.texts import Lines, Text
from storage.tables import Space

View = Callable[[Outgoing], Iterable[Text]]
VIEWS: dict[str, View] = {}
"""By platform, what is seen there, line by line."""


def platforms(scope: Scope) -> list[str]:
    """The platforms of the community whose views are known."""
    query = select(Space.connector).where(col(Space.community_id) == scope.community_id)
    return sorted({each for each in scope.db.exec(query) if each in VIEWS})


def seen(names: Iterable[str], outgoing: Outgoing) -> list[Text]:
    """The message on each of these platforms."""
    return [
        Text("view", platform=Text(f"platform-{name}"), lines=Lines(list(VIEWS[name](outgoing))))
        for name in names
    ]


def words(said: str) -> Text:
    """A line of a view."""
    return Text("view-words", words=said)


def buttons(labels: Sequence[str]) -> Text:
    """Buttons beside each other."""
    return words(" ".join(f"[ {each} ]" for each in labels))


def menu(opener: str, items: Sequence[str]) -> Text:
    """A menu that is opened first."""
    return words(f"[ {opener} ▾ ] {' · '.join(items)}")
