"""The App Home: our neutral page as a view."""

from __future__ import annotations

from typing import Any

from connectors.slack.commands import said
from connectors.slack.render import MOST_LABEL, MOST_SECTION
from connectors.slack.words import WRITING, short
from conversations.home import Home
from conversations.questions import Card
from conversations.texts import Text


def view(home: Home) -> dict[str, Any]:
    """The page as blocks: the greeting, the commands as buttons, the sections."""
    blocks = [_section(_words(home.greeting, home))]
    if home.commands:
        blocks.append({"type": "actions", "elements": [
            _button(each.name, home) for each in home.commands
        ]})  # fmt: skip
    for card in home.sections:
        blocks += [{"type": "divider"}, _section(_card(card, home))]
    return {"type": "home", "blocks": blocks}


def _card(card: Card, home: Home) -> str:
    lines = [_words(line, home) for line in card.lines]
    return "\n".join([f"*{_words(card.title, home)}*", *lines])


def _button(name: str, home: Home) -> dict[str, Any]:
    label = short(said(Text(f"home-{name}"), home.locale), MOST_LABEL)
    return {
        "type": "button", "action_id": f"command:{name}", "value": name,
        "text": {"type": "plain_text", "emoji": False, "text": label},
    }  # fmt: skip


def _section(words: str) -> dict[str, Any]:
    text = {"type": "mrkdwn", "text": short(words, MOST_SECTION), "verbatim": True}
    return {"type": "section", "text": text}


def _words(text: Text, home: Home) -> str:
    return said(text, home.locale, home.zone, WRITING)
