"""A message as each of the community's platforms shows it, in words (P41).

What a platform shows is its own affair: its room has a view, made of the very renderer that the
message would leave through, and `bot.platforms` puts the views in here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from sqlmodel import col, select

from community.scope import Scope
from conversations.outgoing import Outgoing
from conversations.texts import Lines, Text
from storage.tables import Space

View = Callable[[Outgoing], Iterable[Text]]
VIEWS: dict[str, View] = {}
"""By platform, what is seen there, line by line."""
WORDS = "view-words"


def platforms(scope: Scope) -> list[str]:
    """The platforms of the community whose views are known."""
    query = select(Space.connector).where(col(Space.community_id) == scope.community_id)
    return sorted({each for each in scope.db.exec(query) if each in VIEWS})


def seen(names: Sequence[str], outgoing: Outgoing) -> Text | None:
    """What there is to see of a message on these platforms, beside its words as they were just
    said: of several platforms what each of them shows, of a single one only what it adds.
    """
    if len(names) > 1:
        return Text("views", views=Lines(_together(names, outgoing)))
    added = [line for name in names for line in _added(VIEWS[name], outgoing)]
    return Text("view-added", lines=Lines(added)) if added else None


def _together(names: Sequence[str], outgoing: Outgoing) -> list[Text]:
    """Platforms that show the same are named together."""
    alike: dict[str, tuple[list[str], list[Text]]] = {}
    for name in names:
        lines = list(VIEWS[name](outgoing))
        alike.setdefault(repr(lines), ([], lines))[0].append(name)
    return [
        Text("view", platform=[Text(f"platform-{each}") for each in group], lines=Lines(lines))
        for group, lines in alike.values()
    ]


def _added(view: View, outgoing: Outgoing) -> list[Text]:
    """Its choices, and what it says of them or of the message."""
    alone = replace(outgoing, options=(), shortcut="", thread="")
    bare = [line for line in view(alone) if line.key == WORDS]
    return [line for line in view(outgoing) if line not in bare]


def words(said: str) -> Text:
    """A line of a view."""
    return Text(WORDS, words=said)


def buttons(labels: Sequence[str]) -> Text:
    """Buttons beside each other."""
    return words(" ".join(f"[ {each} ]" for each in labels))


def menu(opener: str, items: Sequence[str]) -> Text:
    """A menu that is opened first."""
    return words(f"[ {opener} ▾ ] {' · '.join(items)}")
