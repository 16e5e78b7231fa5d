"""From an outgoing message to Block Kit. Pure: see the golden files.

Limits: slack_sdk.models and docs.slack.dev, "Block Kit reference"; the sum of a message's texts
from slackapi/bolt-js#2509.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from connectors.slack.commands import said
from connectors.slack.words import WRITING, parts, short
from conversations.outgoing import Outgoing
from conversations.questions import Field, Option
from conversations.texts import Text

MOST_SECTION = 3000
"""Characters of a section block's text."""
MOST_TOGETHER = 12_000
"""Characters in all blocks of one message: beyond about 13,200 comes `msg_blocks_too_long`."""
MOST_BUTTONS = 10
"""More are easier to read in a menu; an actions block would hold 25."""
MOST_CHECKBOXES = 10
MOST_IN_MENU = 100
MOST_LABEL = 75
"""Characters on a button or an option."""
MOST_ALT = 2000
MOST_ALT_TEXT = 1000
"""Of a file (docs.slack.dev, "files.getUploadURLExternal": alt_txt_too_large)."""
MOST_PLACEHOLDER = 150
MOST_INPUT = 3000
MOST_INPUT_LABEL = 2000
MOST_WINDOW_TITLE = 24
MOST_FIELDS = 90
"""Of the 100 blocks of a window, the rest is for the text above the fields."""

Block = dict[str, Any]


def messages(outgoing: Outgoing) -> list[dict[str, Any]]:
    """The message as `text` and `blocks`; several when it is too long for one."""
    pages = list(_pages(outgoing))
    sayings = [[_section(part) for part in page] for page in pages]
    sayings[-1] += _below(outgoing)
    return [
        {"text": page[0], "blocks": blocks} for page, blocks in zip(pages, sayings, strict=True)
    ]


def upload(outgoing: Outgoing) -> dict[str, Any] | None:
    """How the message's file is handed in, but for its bytes; a picture with what is on it."""
    if outgoing.file is None:
        return None
    shown = {"filename": outgoing.file.name, "title": outgoing.file.name}
    if outgoing.file.is_picture:
        shown["alt_txt"] = short(_label(outgoing.text, outgoing), MOST_ALT_TEXT)
    return shown


def refused(outgoing: Outgoing) -> dict[str, Any]:
    """What is said instead of a file that Slack doesn't take."""
    assert outgoing.file is not None
    text = _words(Text("slack-file-refused", name=outgoing.file.name), outgoing)
    return {"text": text, "blocks": [_section(text)]}


def window(outgoing: Outgoing) -> dict[str, Any]:
    """A question with fields as a modal view; its token travels as `private_metadata`."""
    said = [_section(part) for part in parts(_words(outgoing.text, outgoing), MOST_SECTION)]
    return {
        "type": "modal", "callback_id": "form", "private_metadata": outgoing.token,
        "title": _plain(Text("slack-form-title"), outgoing, MOST_WINDOW_TITLE),
        "submit": _plain(Text("form-send"), outgoing, MOST_WINDOW_TITLE),
        "close": _plain(Text("slack-form-close"), outgoing, MOST_WINDOW_TITLE),
        "blocks": [*said, *(_input(field, outgoing) for field in outgoing.fields)],
    }  # fmt: skip


def _pages(outgoing: Outgoing) -> Iterator[list[str]]:
    """The texts of the message, in sections, as many in each message as go together."""
    page: list[str] = []
    for part in (part for text in _texts(outgoing) for part in parts(text, MOST_SECTION)):
        if page and sum(map(len, page)) + len(part) > MOST_TOGETHER:
            yield page
            page = []
        page.append(part)
    yield page


def _texts(outgoing: Outgoing) -> Iterator[str]:
    yield _words(outgoing.text, outgoing)
    if outgoing.thread:
        yield _words(Text("slack-in-thread"), outgoing)
    if outgoing.card:
        lines = [_words(line, outgoing) for line in outgoing.card.lines]
        yield "\n".join([f"*{_words(outgoing.card.title, outgoing)}*", *lines])
    if _needs_list(outgoing):
        yield "\n".join(
            _numbered(n, option, outgoing) for n, option in enumerate(outgoing.options, 1)
        )


def _needs_list(outgoing: Outgoing) -> bool:
    """Whether buttons alone would not say it all: then the options are also written out."""
    if len(outgoing.options) > MOST_IN_MENU:
        return True
    with_buttons = not outgoing.many and len(outgoing.options) <= MOST_BUTTONS
    return any(
        len(_label(option.label, outgoing)) > MOST_LABEL or (with_buttons and option.description)
        for option in outgoing.options
    )


def _numbered(n: int, option: Option, outgoing: Outgoing) -> str:
    """One option with its number, which can be typed instead of pressed."""
    line = f"{n}. *{_words(option.label, outgoing)}*"
    more = _words(option.description, outgoing) if option.description else ""
    return f"{line}\n{more}" if more else line


def _below(outgoing: Outgoing) -> Iterator[Block]:
    if outgoing.image:
        alt = short(_label(outgoing.image.alt, outgoing), MOST_ALT)
        yield {"type": "image", "image_url": outgoing.image.url, "alt_text": alt}
    if outgoing.link:
        button = _button(outgoing.link.label, outgoing, "link") | {"url": outgoing.link.url}
        yield {"type": "actions", "elements": [button]}
    if outgoing.fields:
        button = _button(Text("slack-fill-in"), outgoing, "fill") | {"value": outgoing.token}
        yield {"type": "actions", "elements": [button | {"style": "primary"}]}
    if outgoing.shortcut:
        label = Text(f"shortcut-{outgoing.shortcut}")
        button = _button(label, outgoing, f"command:{outgoing.shortcut}")
        yield {"type": "actions", "elements": [button | {"value": outgoing.shortcut}]}
    if outgoing.options and len(outgoing.options) <= MOST_IN_MENU:
        yield {"type": "actions", "block_id": "choice", "elements": list(_choice(outgoing))}


def _choice(outgoing: Outgoing) -> Iterator[Block]:
    if outgoing.many:
        few = len(outgoing.options) <= MOST_CHECKBOXES
        yield _menu("checkboxes" if few else "multi_static_select", "many", outgoing)
        yield _button(Text("form-send"), outgoing, "send") | {"value": outgoing.token}
    elif len(outgoing.options) > MOST_BUTTONS:
        yield _menu("static_select", "option", outgoing)
    else:
        for n, option in enumerate(outgoing.options):
            style = {"style": option.style} if option.style in {"primary", "danger"} else {}
            value = {"value": outgoing.action(n)}
            yield _button(option.label, outgoing, f"option:{n}") | value | style


def _menu(kind: str, action: str, outgoing: Outgoing) -> Block:
    options = [
        _option(option, outgoing.action(n), outgoing) for n, option in enumerate(outgoing.options)
    ]
    menu: Block = {"type": kind, "action_id": action, "options": options}
    if kind != "checkboxes":
        menu["placeholder"] = _plain(Text("slack-choose"), outgoing, MOST_PLACEHOLDER)
    return menu


def _option(option: Option, value: str, outgoing: Outgoing) -> Block:
    shown: Block = {"text": _plain(option.label, outgoing, MOST_LABEL), "value": value}
    if option.description:
        shown["description"] = _plain(option.description, outgoing, MOST_LABEL)
    return shown


def _input(field: Field, outgoing: Outgoing) -> Block:
    block: Block = {
        "type": "input", "block_id": field.name, "optional": not field.required,
        "label": _plain(field.label, outgoing, MOST_INPUT_LABEL),
        "element": _element(field, outgoing),
    }  # fmt: skip
    if field.hint:
        block["hint"] = _plain(field.hint, outgoing, MOST_INPUT_LABEL)
    return block


def _element(field: Field, outgoing: Outgoing) -> Block:
    if field.options:
        options = [_option(option, option.value, outgoing) for option in field.options]
        chosen = [option for option in options if option["value"] == field.value]
        initial = {"initial_option": chosen[0]} if chosen else {}
        return {"type": "static_select", "action_id": "value", "options": options} | initial
    most = min(field.most or MOST_INPUT, MOST_INPUT)
    written: Block = {"type": "plain_text_input", "action_id": "value", "max_length": most}
    if field.value:
        written["initial_value"] = field.value[:most]
    return written | {"multiline": True} if field.kind == "long" else written


def _section(text: str) -> Block:
    """Words; `verbatim` keeps Slack from making links and channels of them."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": True}}


def _button(label: Text, outgoing: Outgoing, action: str) -> Block:
    return {"type": "button", "action_id": action, "text": _plain(label, outgoing, MOST_LABEL)}


def _plain(text: Text, outgoing: Outgoing, most: int) -> Block:
    """Words in which nothing is parsed, and so nothing is escaped."""
    return {"type": "plain_text", "emoji": False, "text": short(_label(text, outgoing), most)}


def _label(text: Text, outgoing: Outgoing) -> str:
    return said(text, outgoing.locale, outgoing.zone)


def _words(text: Text, outgoing: Outgoing) -> str:
    return said(text, outgoing.locale, outgoing.zone, WRITING)
