"""The commands as Slack has them: fifty names at most, and none that Slack keeps for itself.

Slack refuses whatever else begins with a slash, before we hear of it: so our texts name only these.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from conversations.commands import COMMANDS, Command, called
from conversations.language import AS_IT_IS, Escape, Writing, locales, render
from conversations.texts import Text

KEPT_BY_SLACK = frozenset({
    "away", "collapse", "dnd", "expand", "feed", "join", "leave", "me", "msg", "mute", "open",
    "pro", "remind", "search", "shortcuts", "shrug", "status", "topic", "who",
})  # fmt: skip
"""Its own commands; with one of them the whole manifest is refused (NousResearch/hermes-agent#17054
and #18456: the list; openclaw/openclaw#29032)."""
OTHERWISE = {"who": "card", "leave": "finish"}
"""Ours of those names, as they are called on Slack."""
FIRST = (
    "help", "cancel", "team", "ask", "profile", "where", "gatherings", "mydata", "resume",
    "thanks", "round", "link", "rules", "report", "story", "survey",
)  # fmt: skip
"""The commands whose names in every language find room before others': members', as texts name
them most."""
MOST_COMMANDS = 50
"""Slash commands of an app (slackapi/manifest-schema, v2)."""

_NAMED = re.compile(r"(?<![\w/.:])/([a-z]+(?:-[a-z]+)*)(?![\w/-])")
_SLASH, _HIDDEN = "/", "\1"
"""What people wrote is no name of a command, whatever it looks like; nobody can write the second,
as `clean` takes it out."""


def own(command: Command) -> str:
    """The name that it has whatever the language."""
    return OTHERWISE.get(command.name, command.name)


@cache
def names() -> Mapping[str, Command]:
    """Every command by its own name, then by what it is called in each language, while there is
    room: the help names it in its reader's.
    """
    known = {own(each): each for each in COMMANDS}
    for each in sorted(COMMANDS, key=_turn):
        for locale in locales():
            if (name := each.called(locale)) not in KEPT_BY_SLACK:
                known.setdefault(name, each)
    return dict(list(known.items())[:MOST_COMMANDS])


def meant(command: str) -> str:
    """The command that was used, by its name everywhere; a name we don't know stays as it is."""
    found = names().get(command.removeprefix(_SLASH))
    return f"/{found.name}" if found else command


def said(text: Text, locale: str, zone: str = "UTC", writing: Writing = AS_IT_IS) -> str:
    """The words of a text, as `render` gives them, with commands called as Slack knows them."""
    shown = render(text, locale, zone, Writing(_hiding(writing.words), _hiding(writing.exact)))
    return _NAMED.sub(_as_slack_has_it, shown).replace(_HIDDEN, _SLASH)


def _hiding(escape: Escape) -> Escape:
    return lambda words: escape(words).replace(_SLASH, _HIDDEN)


def _as_slack_has_it(found: re.Match[str]) -> str:
    command = called(found[1])
    if command is None or names().get(found[1]) is command:
        return found[0]
    return f"/{own(command)}"


def _turn(command: Command) -> tuple[int, bool]:
    first = FIRST.index(command.name) if command.name in FIRST else len(FIRST)
    return first, command.role != "member"
