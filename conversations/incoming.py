"""What a connector hands in: one thing that happened, free of any platform."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from community import files
from community.files import File

Kind = Literal[
    "message", "action", "command", "form", "join", "leave", "change", "look",
    "start", "due", "erase", "merge", "part",
]  # fmt: skip
"""To look is to come for what waits. The last five are our own: a dialogue to start, a timer that
fell due, a member to forget, two who become one, an identity that goes its own way again."""

OURS = frozenset[Kind]({"start", "due", "erase", "merge", "part"})

PlaceKind = Literal["direct", "channel", "room"]

Lost = Literal["", "other", "many", "format", "large", "away"]
"""What came with words and is not here: nothing; a voice or a file; one of several pictures; what
is no picture that all can see; what is too large; what the platform did not hand over."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A channel that a command was used in, or that it names, answered elsewhere and in private.

    `id` is the platform's, `title` as people call it; `lacks` are the keys of texts that name what
    the bot would have to be allowed there to write in it.
    """

    id: str
    title: str
    lacks: tuple[str, ...] = ()

    def kept(self) -> dict[str, Any]:
        """The channel as JSON."""
        return {"id": self.id, "title": self.title, "lacks": list(self.lacks)}

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Spot:
        """The channel that was kept so."""
        return cls(kept["id"], kept["title"], tuple(kept["lacks"]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One event. `event` is the platform's id of it, unique in the space; `sender` is opaque.

    `actions` are the tokens of the options pressed or of the form sent, `values` a form's fields or
    what a platform says of a newcomer or anew (`name`, `locale`, `time_zone`; `first`: the words
    by which they came), `data` what our own kinds carry.
    """

    space_id: int
    event: str
    place: str
    place_kind: PlaceKind
    sender: str | None
    kind: Kind
    text: str = ""
    command: str = ""
    actions: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    data: Mapping[str, Any] = field(default_factory=dict)
    replied_to: str = ""
    """Of words that answer a message of ours: the platform's id of that."""
    picture: File | None = None
    """What came with words for somebody else."""
    lost: Lost = ""
    one_way: bool = False
    """Whether the sender has wanted nothing but answers: words of others can't reach them there."""
    role: str | None = None
    """What the sender may do in this space by the platform's own word, at the time of the event."""
    spot: Spot | None = None
    """Of a command, the channel that it may be about."""

    def payload(self) -> dict[str, Any]:
        """What the inbox keeps until the event is handled."""
        full = {
            "kind": self.kind, "in": self.place_kind, "text": self.text, "command": self.command,
            "actions": list(self.actions), "values": dict(self.values), "data": dict(self.data),
            "replied_to": self.replied_to, "lost": self.lost, "role": self.role,
            "one_way": self.one_way,
            "picture": self.picture and files.JSON.dump_python(self.picture, mode="json"),
            "spot": self.spot and self.spot.kept(),
        }  # fmt: skip
        return {key: value for key, value in full.items() if value}

    @classmethod
    def of(
        cls, space_id: int, event: str, place: str, sender: str | None, payload: Mapping[str, Any]
    ) -> Incoming:
        """The event that an inbox row holds."""
        return cls(
            space_id=space_id,
            event=event,
            place=place,
            place_kind=payload.get("in", "direct"),
            sender=sender,
            kind=payload["kind"],
            text=payload.get("text", ""),
            command=payload.get("command", ""),
            actions=tuple(payload.get("actions", ())),
            values=payload.get("values", {}),
            data=payload.get("data", {}),
            replied_to=payload.get("replied_to", ""),
            picture=_picture(payload),
            lost=_lost(payload),
            one_way=payload.get("one_way", False),
            role=payload.get("role"),
            spot=Spot.of(payload["spot"]) if "spot" in payload else None,
        )


def _picture(payload: Mapping[str, Any]) -> File | None:
    kept = payload.get("picture")
    return files.JSON.validate_python(kept) if kept else None


def _lost(payload: Mapping[str, Any]) -> Lost:
    """Rows of an earlier release say only that there was something, or where."""
    told: Lost | bool = payload.get("lost", "")
    if isinstance(told, bool) or "image" in payload:
        return "away"
    return told
