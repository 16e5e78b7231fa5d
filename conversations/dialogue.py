"""What a dialogue is: a coroutine with a name, and how it behaves beside the others."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from conversations.chat import Chat
from conversations.outgoing import Purpose

Script = Callable[[Chat], Coroutine[Any, Any, None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A dialogue as the engine knows it."""

    name: str
    script: Script
    purpose: Purpose
    cancellable: bool
    alone: bool
    """Starting it again replaces the one that is open."""
    closes: tuple[str, ...]
    """Dialogues that have no point any more once this one starts with the same arguments."""


REGISTRY: dict[str, Definition] = {}


class DialogueNameTaken(ValueError):
    """Two dialogues have the same name: rename one."""


def dialogue(
    name: str,
    *,
    purpose: Purpose = "reply",
    cancellable: bool = True,
    alone: bool = True,
    closes: tuple[str, ...] = (),
) -> Callable[[Script], Script]:
    """Make a coroutine a dialogue.

    `purpose` is that of its messages when the bot starts it; "cancel" ends it unless `cancellable`
    is False; with `alone` False several can be open at once with the same person.
    """

    def register(script: Script) -> Script:
        if name in REGISTRY:
            raise DialogueNameTaken(f"{DialogueNameTaken.__doc__} ({name})")
        REGISTRY[name] = Definition(
            name=name, script=script, purpose=purpose, cancellable=cancellable, alone=alone,
            closes=closes,
        )  # fmt: skip
        return script

    return register
