"""What a component of ours carries: of which question, in which server, and what it does."""

from __future__ import annotations

from typing import Literal, NamedTuple

from conversations.outgoing import Outgoing

Does = Literal["press", "pick", "fill", "write", "call"]
_LETTERS: dict[str, Does] = {"p": "press", "s": "pick", "f": "fill", "w": "write", "c": "call"}


class Mark(NamedTuple):
    """A `custom_id` (1 to 100 characters: Discord docs, "Custom ID").

    `n` is the option pressed, the menu among several, or the page of a form. It works after a
    restart, since nothing else has to be known of it. The button of a command has its name for a
    token.
    """

    does: Does
    space: str
    n: int
    token: str

    def __str__(self) -> str:
        letter = next(letter for letter, does in _LETTERS.items() if does == self.does)
        return f"{letter}.{self.space}.{self.n}.{self.token}"

    @property
    def action(self) -> str:
        """The token of the option pressed."""
        return self.action_of(self.n)

    def action_of(self, index: int) -> str:
        """The token of one option, as `Outgoing.action` makes it."""
        return f"{self.token}:{index}"

    @classmethod
    def of(cls, does: Does, outgoing: Outgoing, space: str, n: int = 0) -> Mark:
        """The mark of a component that belongs to a question."""
        return cls(does, space, n, outgoing.token or "")


def read(custom_id: str) -> Mark | None:
    """The mark, or None for what is not ours."""
    parts = custom_id.split(".", 3)
    if len(parts) < 4 or parts[0] not in _LETTERS:
        return None
    letter, space, n, token = parts
    if not (space.isdecimal() and n.isdecimal() and token):
        return None
    return Mark(_LETTERS[letter], space, int(n), token)
