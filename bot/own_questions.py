"""Questions of one's own on the command line, in one language or in several at once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.terminal import fail, language
from community import own_prompts
from community.own_prompts import FORMATS
from community.prompts import EVERYONE
from community.rituals import KINDS, Plan
from conversations import questionnaire
from conversations.language import locales

IN_A_LANGUAGE = re.compile(r"\s*([a-z]{2})\s*:\s*(.+?)\s*", re.IGNORECASE | re.DOTALL)
BETWEEN = "|"


def own(plan: Plan, asked: Sequence[str]) -> dict[str, Any]:
    """The settings with these questions: a survey asks them alone, elsewhere they come in turn.

    Raises NotUnderstood for what no survey can ask, WrongRitual for what can't be sent.
    """
    fields, read = KINDS[plan.kind].settings.model_fields, [by_language(each) for each in asked]
    if "questions" in fields:
        questionnaire.questions("\n".join(next(iter(each.values())) for each in read))
        return {"questions": [_surveyed(each) for each in read]}
    if "own" not in fields:
        fail("cli-ritual-asks-nothing", name=plan.name)
    new = [own_prompts.new({EVERYONE: each}, FORMATS[n % len(FORMATS)])
           for n, each in enumerate(read)]  # fmt: skip
    kept = plan.settings.get("own", [])
    return {"own": [*kept, *(each.model_dump(mode="json") for each in new)]}


def by_language(asked: str) -> dict[str, str]:
    """The words of "fr: Ça va ? | en: How are you?"; without languages, in the terminal's."""
    parts = [IN_A_LANGUAGE.fullmatch(each) for each in asked.split(BETWEEN)]
    found = {part[1].lower(): part[2] for part in parts if part}
    if len(found) < len(parts) or (len(parts) == 1 and not set(found) <= set(locales())):
        return {language(): asked}
    if unknown := [each for each in found if each not in locales()]:
        fail("cli-ritual-no-language", name=unknown[0], known=list(locales()))
    return found


def _surveyed(words: Mapping[str, str]) -> dict[str, Any]:
    """A survey's question; in every language it is answered in the same way."""
    read = {locale: questionnaire.questions(each)[0] for locale, each in words.items()}
    first, *others = read.values()
    if not others:
        return {"kind": first.kind, "words": first.words, "options": first.options}
    if any((each.kind, len(each.options)) != (first.kind, len(first.options)) for each in others):
        fail("cli-ritual-languages-differ", question=first.words)
    options = {locale: each.options for locale, each in read.items()} if first.options else []
    said = {locale: each.words for locale, each in read.items()}
    return {"kind": first.kind, "words": said, "options": options}
