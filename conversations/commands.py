"""Everything one can say to the bot by name, once, for all platforms and the help text.

What people see is in locales/: the help line (`command-ask`), the name as a platform's own command
(`command-ask-name`), other words for it (`command-ask-words`), and a hint at what may follow
(`command-ask-usage`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from community.members import ROLES, Person
from conversations.language import locales, render
from conversations.questions import joined, plain
from conversations.texts import Lines, Text

Takes = Literal["text", "topic", "member", "members"]
"""What an argument is, so that a platform can help to write it: free words, something that the
directory knows, one member, or two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command. `dialogue` is what it starts; without one, routing carries it out itself.

    `argument` names the dialogue's argument that the rest of the line becomes, and `takes` says
    what it is; `here` says that it is about the channel it is used in, `spot` that it may be about
    one that it is used in or names, `newcomers` that it works before the onboarding is finished.
    """

    name: str
    dialogue: str | None
    argument: str | None = None
    takes: Takes = "text"
    role: str = "member"
    here: bool = False
    spot: bool = False
    newcomers: bool = False
    more_for: str = ""
    """The role from which on it does more, and its help line (`command-survey-more`) says so."""

    @property
    def help(self) -> Text:
        """What it does, in one line."""
        return Text(f"command-{self.name}")

    def help_for(self, role: str) -> Text:
        """The same for somebody of that role."""
        more = self.more_for and ROLES.index(role) >= ROLES.index(self.more_for)
        return Text(f"command-{self.name}-more") if more else self.help

    @property
    def usage(self) -> Text | None:
        """What may follow it, if anything may."""
        return Text(f"command-{self.name}-usage") if self.argument else None

    @property
    def about_members(self) -> bool:
        """Whether what follows it says who is meant."""
        return self.takes in {"member", "members"}

    def called(self, locale: str) -> str:
        """Its name as a platform's own command: ASCII, lower case, at most 32 characters.

        (Discord: "Application Commands", naming; Slack takes no accents either.)
        """
        return render(Text(f"command-{self.name}-name"), locale)

    def words(self, locale: str) -> list[str]:
        """The words that mean it, in a language."""
        return [
            plain(word) for word in render(Text(f"command-{self.name}-words"), locale).split(",")
        ]


COMMANDS = (
    Command(name="ask", dialogue="ask", argument="need", takes="topic"),
    Command(name="where", dialogue="where"),
    Command(name="who", dialogue="who", argument="name", takes="member"),
    Command(name="profile", dialogue="profile"),
    Command(name="thanks", dialogue="thanks", argument="whom", takes="member"),
    Command(name="answer", dialogue="prompt"),
    Command(name="round", dialogue="round"),
    Command(name="pause", dialogue="pause", argument="until"),
    Command(name="resume", dialogue="resume", argument="until"),
    Command(name="rules", dialogue="rules", newcomers=True),
    Command(name="team", dialogue="team", argument="message", newcomers=True),
    Command(name="block", dialogue="block", argument="about", takes="member"),
    Command(name="report", dialogue="report", argument="about", takes="member"),
    Command(name="link", dialogue="link", argument="code", newcomers=True),
    Command(name="unlink", dialogue="unlink"),
    Command(name="leave", dialogue="leave"),
    Command(name="mydata", dialogue="mydata", newcomers=True),
    Command(name="survey", dialogue="survey", more_for="organiser"),
    Command(name="story", dialogue="story"),
    Command(name="intro", dialogue="intro", argument="people", takes="members", role="moderator"),
    Command(name="gatherings", dialogue="gatherings"),
    Command(name="gathering", dialogue="gathering", argument="what", role="organiser"),
    Command(name="listen", dialogue="listen", argument="switch", role="organiser", here=True),
    Command(name="asks", dialogue="asks", role="moderator"),
    Command(name="reports", dialogue="reports", role="moderator"),
    Command(name="member", dialogue="member", argument="about", takes="member", role="moderator"),
    Command(
        name="pause-member",
        dialogue="pause-member",
        argument="about",
        takes="member",
        role="moderator",
    ),
    Command(
        name="remove-member",
        dialogue="remove-member",
        argument="about",
        takes="member",
        role="moderator",
    ),
    Command(name="skills", dialogue="skills", role="organiser"),
    Command(name="ritual", dialogue="ritual", argument="what", role="organiser", spot=True),
    Command(name="group", dialogue="group", argument="group", role="organiser"),
    Command(name="help", dialogue=None, newcomers=True),
    Command(name="stop", dialogue="stop", newcomers=True),
    Command(name="cancel", dialogue=None, newcomers=True),
)


@lru_cache
def _by_word() -> dict[str, Command]:
    found: dict[str, Command] = {}
    for locale in locales():
        for command in COMMANDS:
            found.update(dict.fromkeys(map(_heard, command.words(locale)), command))
            found[_heard(command.called(locale))] = command
    return found | {_heard(command.name): command for command in COMMANDS}


def called(words: str) -> Command | None:
    """The command that these words are, and nothing but these words, in any language."""
    return _by_word().get(_heard(words))


def language_of(word: str) -> str | None:
    """The one language in which the word is a command's; None for one of several, or of none."""
    known = [
        locale for locale in locales()
        if any(plain(word) in {each.called(locale), *each.words(locale)} for each in COMMANDS)
    ]  # fmt: skip
    return known[0] if len(known) == 1 else None


def typed(text: str) -> tuple[Command | None, str]:
    """The command and the rest of a line such as "/ask comptabilité", or "/mes données" alone."""
    said = text.removeprefix("/")
    name, _, rest = said.partition(" ")
    whole = called(said)
    return (whole, "") if whole else (called(name), rest.strip())


def _heard(words: str) -> str:
    """Words as commands are compared."""
    return joined(plain(words))


def offered_to(role: str, *, welcomed: bool = True, channels: bool = True) -> list[Command]:
    """The commands that somebody can use; `channels`: where the bot can listen to some."""
    reach = ROLES.index(role)
    return [
        command for command in COMMANDS
        if ROLES.index(command.role) <= reach
        and (welcomed or command.newcomers)
        and (channels or not command.here)
    ]  # fmt: skip


def listed_for(person: Person, *, channels: bool) -> Text:
    """Everything that somebody can say to the bot by name, one line each; `channels` as above."""
    lines = [
        Text("help-line", command=each.called(person.locale), help=each.help_for(person.role))
        for each in offered_to(person.role, welcomed=person.welcomed, channels=channels)
    ]
    return Text("help-list", lines=Lines(lines))
