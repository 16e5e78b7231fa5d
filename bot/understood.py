"""`passerelle understand`: what the bot makes of a text, and why."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import typer

from bot import jsonl
from bot.terminal import fail, language, words
from conversations.foreseen import foreseen
from conversations.language import render
from conversations.texts import Text
from conversations.understanding import Where, reasons, understand

TOLD = ("intent", "topic", "person", "until", "confidence")


def explained(text: str, where: Where, locale: str) -> Iterator[Text]:
    """Intent, spans, what would follow, and the features that spoke most for it."""
    meant = understand(text, where=where, locale=locale)
    yield Text("understood-intent", intent=meant.intent, sure=round(meant.confidence * 100))
    for kind in ("topic", "person", "until"):
        if span := getattr(meant, kind):
            yield Text("understood-span", kind=kind, words=span)
    then = foreseen(text, meant, where=where, locale=locale)
    yield Text("understood-then", then=then.words)
    yield Text("understood-why")
    for feature, weight in reasons(text, where=where, intent=meant.intent):
        yield Text("understood-reason", feature=feature, weight=f"{weight:+.2f}")


def answer_lines(lines: Iterable[str]) -> None:
    """One JSON line for each: `{"text", "where", "locale"}` in, intent, spans and what would follow
    (`{"step", "words"}`) out.

    A wrong line has `{"line", "error"}` for an answer; after the last one, the first that was wrong
    is told and the command fails.
    """
    wrong: list[str] = []
    for number, asked in jsonl.objects(lines):
        if isinstance(asked.get("text"), str):
            typer.echo(json.dumps(_answer(asked), ensure_ascii=False))
        else:
            wrong.append(str(number))
            typer.echo(jsonl.fault(number, words("cli-understand-line", line=str(number))))
    if wrong:
        fail("cli-understand-line", line=wrong[0])


def _answer(asked: dict[str, Any]) -> dict[str, Any]:
    where: Where = "channel" if asked.get("where") == "channel" else "direct"
    text, locale = asked["text"], str(asked.get("locale", "fr"))
    meant = understand(text, where=where, locale=locale)
    then = foreseen(text, meant, where=where, locale=locale)
    kept = {"id": asked["id"]} if "id" in asked else {}
    told = {name: getattr(meant, name) for name in TOLD}
    return kept | told | {"then": {"step": then.step, "words": render(then.words, language())}}
