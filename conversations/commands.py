"""Everything one can say to the bot by name, once, for all platforms and the help text.

The words that people type and the help lines are in locales/: `command-ask`, `command-ask-words`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from community.members import ROLES
from conversations.language import locales, render
from conversations.questions import plain
from conversations.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command. `dialogue` is what it starts; without one, routing carries it out itself.

    `argument` names the dialogue's argument that the rest of the line becomes; `newcomers` says
    whether it works before the onboarding is finished.
    """

    name: str
    dialogue: str | None
    argument: str | None = None
    role: str = "member"
    newcomers: bool = False

    @property
    def help(self) -> Text:
        """What it does, in one line."""
        return Text(f"command-{self.name}")

    def words(self, locale: str) -> list[str]:
        """The words that mean it, in a language."""
        return [
            plain(word) for word in render(Text(f"command-{self.name}-words"), locale).split(",")
        ]


COMMANDS = (
    Command(name="ask", dialogue="ask", argument="need"),
    Command(name="where", dialogue="where"),
    Command(name="profile", dialogue="profile"),
    Command(name="thanks", dialogue="thanks"),
    Command(name="pause", dialogue="pause"),
    Command(name="resume", dialogue="resume"),
    Command(name="rules", dialogue="rules", newcomers=True),
    Command(name="team", dialogue="team", argument="message", newcomers=True),
    Command(name="mydata", dialogue="mydata", newcomers=True),
    Command(name="help", dialogue=None, newcomers=True),
    Command(name="stop", dialogue="stop", newcomers=True),
    Command(name="cancel", dialogue=None, newcomers=True),
)


@lru_cache
def _by_word() -> dict[str, Command]:
    found = {command.name: command for command in COMMANDS}
    for locale in locales():
        for command in COMMANDS:
            found.update(dict.fromkeys(command.words(locale), command))
    return found


def called(words: str) -> Command | None:
    """The command that these words are, and nothing but these words, in any language."""
    return _by_word().get(plain(words))


def typed(text: str) -> tuple[Command | None, str]:
    """The command and the rest of a line such as "/ask comptabilité"."""
    name, _, rest = text.removeprefix("/").partition(" ")
    return called(name), rest.strip()


def offered_to(role: str, *, welcomed: bool = True) -> list[Command]:
    """The commands that somebody can use."""
    reach = ROLES.index(role)
    return [
        command for command in COMMANDS
        if ROLES.index(command.role) <= reach and (welcomed or command.newcomers)
    ]  # fmt: skip
