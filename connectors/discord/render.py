"""From an outgoing message to the bodies that Discord takes. Pure: see the golden files.

The limits are those of Discord's docs, "Message" and "Component Reference".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from connectors.discord.marks import Does, Mark
from connectors.discord.words import WRITING, cut, escape, parts
from conversations.language import render
from conversations.outgoing import Outgoing
from conversations.questions import Option
from conversations.texts import Text

Payload = dict[str, Any]

ROWS, BUTTONS, OPTIONS = 5, 5, 25
"""Rows of a message, buttons of a row, options of a menu."""
BUTTON, OPTION, PLACEHOLDER, URL = 80, 100, 150, 512
EMBED_TITLE, EMBED_TEXT = 256, 4096
DESCRIPTION = 1024
"""Characters of what is on a picture (Discord docs, "Attachment Object")."""
ROW, BUTTON_TYPE, SELECT_TYPE = 1, 2, 3
STYLES = {"primary": 1, "danger": 4}
PLAIN, LINK = 2, 5
NOBODY: Payload = {"parse": []}
"""Whoever is named is not called (docs, "Allowed Mentions Object")."""


def messages(outgoing: Outgoing, space: str, *, direct: bool = True) -> list[Payload]:
    """The bodies for "Create Message", in order; all but the last are text alone.

    Beyond the direct line the bot can't read what people type there (it has no intent for that):
    a question gets a button that opens a window.
    """
    *before, last = parts(_content(outgoing, direct))
    components = [
        *_choices(outgoing, space), *_windows(outgoing, space, direct), *_shortcut(outgoing, space)
    ][:ROWS]  # fmt: skip
    if outgoing.link and _is_linkable(outgoing.link.url):
        components = [_link(outgoing), *components[: ROWS - 1]]
    full = {
        "content": last, "embeds": _embeds(outgoing), "components": components,
        "attachments": _attachments(outgoing),
    }  # fmt: skip
    bodies: list[Payload] = [{"content": each} for each in before]
    bodies.append({key: value for key, value in full.items() if value})
    return [body | {"allowed_mentions": NOBODY} for body in bodies]


def escaped(text: Text, outgoing: Outgoing) -> str:
    """The words where Discord reads formats."""
    return render(text, outgoing.locale, outgoing.zone, WRITING)


def bare(text: Text, outgoing: Outgoing, most: int) -> str:
    """The words where Discord shows everything as it is: on a button, in a menu, above a field."""
    return cut(render(text, outgoing.locale, outgoing.zone), most) or "…"


def _content(outgoing: Outgoing, direct: bool) -> str:
    told = [outgoing.text, *_told(outgoing)]
    lines = [escaped(each, outgoing) for each in told]
    if not (direct or outgoing.token):
        lines.append(f"-# {escaped(Text('discord-by-command'), outgoing)}")
    if outgoing.link and not _is_linkable(outgoing.link.url):
        lines.append(f"{escaped(outgoing.link.label, outgoing)} {escape(outgoing.link.url)}")
    if outgoing.image and not _is_web(outgoing.image.url):
        lines.append(f"{escaped(outgoing.image.alt, outgoing)} {escape(outgoing.image.url)}")
    return "\n".join(lines)


def _told(outgoing: Outgoing) -> list[Text]:
    """What of the options stands in the text: reasons that a button can't show, long lists."""
    options = outgoing.options
    if _is_list(outgoing):
        numbered = enumerate(options, start=1)
        return [Text("discord-numbered", n=n, label=each.label) for n, each in numbered]
    if not _are_buttons(outgoing):
        return []
    return [
        Text("discord-option", label=each.label, why=each.description)
        for each in options if each.description
    ]  # fmt: skip


def _are_buttons(outgoing: Outgoing) -> bool:
    return len(outgoing.options) <= BUTTONS and not outgoing.many


def _is_list(outgoing: Outgoing) -> bool:
    """More than menus can hold: numbers to type."""
    most = OPTIONS if outgoing.many else ROWS * OPTIONS
    return len(outgoing.options) > most


def _choices(outgoing: Outgoing, space: str) -> list[Payload]:
    if not outgoing.options or _is_list(outgoing):
        return []
    if _are_buttons(outgoing):
        return [_row([_button(each, n, outgoing, space)
                      for n, each in enumerate(outgoing.options)])]  # fmt: skip
    known = list(enumerate(outgoing.options))
    menus = [known[at : at + OPTIONS] for at in range(0, len(known), OPTIONS)]
    return [_row([_menu(menu, n, outgoing, space)]) for n, menu in enumerate(menus)]


def _button(option: Option, n: int, outgoing: Outgoing, space: str) -> Payload:
    return {
        "type": BUTTON_TYPE, "style": STYLES.get(option.style or "", PLAIN),
        "label": bare(option.label, outgoing, BUTTON),
        "custom_id": str(Mark.of("press", outgoing, space, n)),
    }  # fmt: skip


def _menu(menu: Sequence[tuple[int, Option]], n: int, outgoing: Outgoing, space: str) -> Payload:
    first, last = menu[0][0] + 1, menu[-1][0] + 1
    alone = len(outgoing.options) <= OPTIONS
    choose = Text("discord-choose") if alone else Text("discord-from-to", first=first, last=last)
    return {
        "type": SELECT_TYPE, "custom_id": str(Mark.of("pick", outgoing, space, n)),
        "placeholder": bare(choose, outgoing, PLACEHOLDER), "min_values": 1,
        "max_values": len(menu) if outgoing.many else 1,
        "options": [_choice(each, index, outgoing) for index, each in menu],
    }  # fmt: skip


def _choice(option: Option, index: int, outgoing: Outgoing) -> Payload:
    shown = {"label": bare(option.label, outgoing, OPTION), "value": str(index)}
    if option.description:
        shown["description"] = bare(option.description, outgoing, OPTION)
    return shown


def _windows(outgoing: Outgoing, space: str, direct: bool) -> list[Payload]:
    """The button that opens a form, or elsewhere than in the direct line, a place to write."""
    if outgoing.fields:
        return [opener("fill", Text("discord-fill-in"), outgoing, space)]
    if outgoing.token and not direct:
        return [opener("write", Text("discord-write"), outgoing, space)]
    return []


def _shortcut(outgoing: Outgoing, space: str) -> list[Payload]:
    """The button by which anybody who reads it gives a command."""
    if not outgoing.shortcut:
        return []
    label = bare(Text(f"shortcut-{outgoing.shortcut}"), outgoing, BUTTON)
    mark = Mark("call", space, 0, outgoing.shortcut)
    return [_row([{"type": BUTTON_TYPE, "style": 1, "label": label, "custom_id": str(mark)}])]


def opener(does: Does, label: Text, outgoing: Outgoing, space: str, page: int = 0) -> Payload:
    """A row with a button that opens a window."""
    mark = Mark.of(does, outgoing, space, page)
    words = bare(label, outgoing, BUTTON)
    return _row([{"type": BUTTON_TYPE, "style": 1, "label": words, "custom_id": str(mark)}])


def _link(outgoing: Outgoing) -> Payload:
    assert outgoing.link is not None
    label = bare(outgoing.link.label, outgoing, BUTTON)
    return _row([{"type": BUTTON_TYPE, "style": LINK, "label": label, "url": outgoing.link.url}])


def _row(components: Sequence[Payload]) -> Payload:
    return {"type": ROW, "components": list(components)}


def _embeds(outgoing: Outgoing) -> list[Payload]:
    embeds: list[Payload] = []
    if card := outgoing.card:
        lines = "\n".join(escaped(line, outgoing) for line in card.lines)
        title = cut(escaped(card.title, outgoing), EMBED_TITLE)
        embeds.append({"title": title, "description": parts(lines, EMBED_TEXT)[0]})
    if (image := outgoing.image) and _is_web(image.url):
        alt = cut(escaped(image.alt, outgoing), EMBED_TEXT)
        embeds.append({"description": alt, "image": {"url": image.url}})
    return embeds


def _attachments(outgoing: Outgoing) -> list[Payload]:
    """The file that comes with the body, as its first one; a picture with what is on it."""
    file = outgoing.file
    if file is None:
        return []
    shown: Payload = {"id": "0", "filename": file.name}
    if file.is_picture:
        shown["description"] = bare(outgoing.text, outgoing, DESCRIPTION)
    return [shown]


def _is_web(url: str) -> bool:
    return url.startswith(("https://", "http://"))


def _is_linkable(url: str) -> bool:
    return _is_web(url) and len(url) <= URL
