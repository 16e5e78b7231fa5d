"""A community's charter as a file, and the words that stand until it has its own."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bot.terminal import Unreadable
from community import charter as charters
from community.charter import KINDS, NUMBERS, Charter, Texts
from community.peace import Quiet
from community.scope import Scope
from community.words import MOST_NAME, MOST_TEXT, clean, time_zones
from conversations.language import locales, render
from conversations.questions import NotUnderstood
from conversations.readers import hours
from conversations.texts import Text

KEYS = ("name", "default_locale", "time_zone", *NUMBERS, "quiet_hours", "monthly_mention", *KINDS)
OWN = ("mission", "rules")
"""What no two communities have in common."""


def default_texts() -> Texts:
    """Kind and sensible words, for a community that has not written its own."""
    return {
        kind: {locale: render(Text(f"community-{kind}"), locale) for locale in locales()}
        for kind in KINDS
    }


def has_default_texts(charter: Charter) -> bool:
    """Whether the community has not written its own mission, or its own rules."""
    defaults = default_texts()
    return any(charter.texts.get(kind, defaults[kind]) == defaults[kind] for kind in OWN)


def read_charter(raw: bytes, present: Charter) -> Charter:
    """The charter in a file; what the file does not name stays as it is. Raises Unreadable."""
    told = _parsed(raw)
    for key in told:
        _expect(key in KEYS, "charter-unknown-key", key=key, known=list(KEYS))
    given = {kind: _texts(kind, told[kind]) for kind in KINDS if kind in told}
    charter = Charter(
        name=_value(told, "name", present.name, _is_name),
        locale=_value(told, "default_locale", present.locale, locales().__contains__),
        time_zone=_value(told, "time_zone", present.time_zone, time_zones().__contains__),
        version=present.version,
        texts={**present.texts, **given},
        quiet=_quiet(told, present.quiet),
        monthly_mention=_choice(told, "monthly_mention", present.monthly_mention),
        **{name: _number(told, name, getattr(present, name)) for name in NUMBERS},
    )
    for kind, words in charter.texts.items():
        _expect(charter.locale in words, "charter-missing-text", key=f"{kind}.{charter.locale}")
    return charter


def rewrite(scope: Scope, raw: bytes) -> tuple[Charter, Charter]:
    """Write what a file says; the charter before and after. Raises Unreadable."""
    before = charters.read(scope)
    return before, charters.write(scope, read_charter(raw, before))


def written(charter: Charter) -> str:
    """The charter as the file that `read_charter` takes."""
    return "\n".join(_lines(charter)) + "\n"


def _lines(charter: Charter) -> Iterator[str]:
    for key, value in zip(KEYS, (charter.name, charter.locale, charter.time_zone), strict=False):
        yield f"{key} = {json.dumps(value, ensure_ascii=False)}"
    for name in NUMBERS:
        yield f"{name} = {getattr(charter, name)}"
    yield f'quiet_hours = "{charter.quiet}"'
    yield f"monthly_mention = {json.dumps(charter.monthly_mention)}"
    for kind in filter(charter.texts.get, KINDS):
        yield f"\n[{kind}]"
        for locale, words in sorted(charter.texts.get(kind, {}).items()):
            safe = words.replace("\\", "\\\\").replace('"', '\\"')
            yield f'{locale} = """\n{safe}"""'


def _parsed(raw: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Unreadable(Text("charter-not-utf8")) from None
    except tomllib.TOMLDecodeError as wrong:
        line = re.search(r"line (\d+)", str(wrong))
        where = line[1] if line else str(len(raw.splitlines()))
        raise Unreadable(Text("charter-not-toml", line=where)) from None


def _value(told: Mapping[str, Any], key: str, present: str, fits: Callable[[str], bool]) -> str:
    value = told.get(key, present)
    words = clean(value) if isinstance(value, str) else ""
    if not fits(words):
        wrong = Text(f"charter-wrong-{key}", value=str(value)[:MOST_NAME], known=list(locales()))
        raise Unreadable(wrong)
    return words


def _number(told: Mapping[str, Any], key: str, present: int) -> int:
    value, allowed = told.get(key, present), NUMBERS[key]
    fits = type(value) is int and value in allowed
    _expect(
        fits, "charter-wrong-number", key=key, least=allowed.start, most=allowed.stop - 1
    )  # fmt: skip
    return int(value)


def _quiet(told: Mapping[str, Any], present: Quiet) -> Quiet:
    """Hours as members write theirs; an empty text means that there are none."""
    value = told.get("quiet_hours", str(present))
    try:
        return Quiet(*hours(value if isinstance(value, str) else "?"))
    except NotUnderstood:
        wrong = Text("charter-wrong-quiet_hours", value=str(value)[:MOST_NAME])
        raise Unreadable(wrong) from None


def _choice(told: Mapping[str, Any], key: str, present: bool) -> bool:
    value = told.get(key, present)
    _expect(isinstance(value, bool), "charter-wrong-choice", key=key)
    return bool(value)


def _is_name(words: str) -> bool:
    return 0 < len(words) <= MOST_NAME and "\n" not in words


def _texts(kind: str, given: object) -> dict[str, str]:
    _expect(isinstance(given, dict), "charter-wrong-text", key=kind, most=MOST_TEXT)
    assert isinstance(given, dict)
    return {locale: _words(kind, locale, words) for locale, words in given.items()}


def _words(kind: str, locale: str, given: object) -> str:
    key = f"{kind}.{locale}"
    _expect(locale in locales(), "charter-unknown-key", key=key, known=list(locales()))
    words = clean(given) if isinstance(given, str) else ""
    _expect(0 < len(words) <= MOST_TEXT, "charter-wrong-text", key=key, most=MOST_TEXT)
    return words


def _expect(holds: bool, key_: str, **about: Any) -> None:
    if not holds:
        raise Unreadable(Text(key_, **about))
