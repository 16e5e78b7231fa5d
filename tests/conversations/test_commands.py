"""The registry: fit for every platform's own commands, and typed in any language."""

from __future__ import annotations

import re

import pytest

from conversations.commands import COMMANDS, Command, called, typed
from conversations.dialogue import REGISTRY
from conversations.language import locales, render
from conversations.testing import Stage
from conversations.transcripts import play

SLASH = re.compile(r"[a-z][a-z0-9_-]{0,31}")
"""ASCII, lower case, at most 32 (Discord: "Application Commands", naming)."""
MOST_HELP = 100
"""Characters of a description (Discord: "Application Commands", structure)."""


@pytest.mark.parametrize("locale", locales())
@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each.name)
def test_a_command_can_be_a_platforms_own(command: Command, locale: str) -> None:
    assert SLASH.fullmatch(command.name)
    assert SLASH.fullmatch(command.called(locale))
    assert len(render(command.help, locale)) <= MOST_HELP
    assert command.dialogue is None or command.dialogue in REGISTRY
    assert command.usage is None or len(render(command.usage, locale)) <= MOST_HELP


@pytest.mark.parametrize("locale", locales())
def test_no_two_commands_have_the_same_name_in_a_language(locale: str) -> None:
    names = [command.called(locale) for command in COMMANDS]
    assert len(set(names)) == len(names)


def test_no_word_means_two_commands_in_any_language() -> None:
    meant = {
        (word, command.name)
        for command in COMMANDS for locale in locales()
        for word in (command.name, command.called(locale), *command.words(locale))
    }  # fmt: skip
    assert len({word for word, _ in meant}) == len(meant)


@pytest.mark.parametrize("locale", locales())
@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each.name)
def test_whatever_it_is_called_it_is_understood(command: Command, locale: str) -> None:
    assert called(command.called(locale)) is command
    assert typed(f"/{command.called(locale)} la suite") == (command, "la suite")


@pytest.mark.parametrize(
    ("role", "told"), [("member", "une enquête"), ("organiser", "une enquête, ou en lancer une")]
)
def test_help_is_the_list_alone_and_names_what_somebody_can_do(
    stage: Stage, role: str, told: str
) -> None:
    """“Avec plaisir.” came as a message of its own, and surveys were offered to everybody."""
    stage.member("Zoé", role=role)
    stage.says("Zoé", "aide")
    (only,) = stage.spoken["dm:Zoé"]
    assert f"répondre à {told}\n" in only.text


def test_a_french_command_does_what_the_english_one_does(stage: Stage) -> None:
    stage.member("Zoé")
    play(
        stage,
        """
        Zoé > /regles
        Zoé < S’entraider. …
        Zoé > /RULES
        Zoé < S’entraider. …
    """,
    )
