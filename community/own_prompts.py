"""The questions that a community writes itself, for a ritual that rotates them (P15, P16)."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlmodel import col, select

from community import rituals
from community.library import Prompt, check_words
from community.prompts import EVERYONE, PromptSettings
from community.rituals import plans
from community.scope import Scope
from community.transitions import WrongState
from storage.tables import Prompting, Run

KIND = "prompt"
FORMATS = ("story", "question", "challenge", "tip", "gratitude")
"""The forms that the library uses: two of one never follow each other."""


@dataclass(frozen=True, slots=True)
class Own:
    """One of the community's own, in its first words."""

    id: str
    format: str
    words: str


@dataclass(frozen=True, slots=True)
class Pool:
    """What rotates in a ritual: its own, and so many of a ready one; `ready` says which."""

    own: list[Own]
    ready: str
    others: int


def read(scope: Scope, ritual_id: int) -> Pool | None:
    """The pool of a ritual, for organisers; None for one that puts no questions."""
    plans.require_organiser(scope)
    if plans.get(scope, ritual_id).kind != KIND:
        return None
    settings = _settings(scope, ritual_id)
    own = [Own(each.id, each.format, _first(each)) for each in settings.own]
    return Pool(own, settings.library, len(settings.pool) - len(own))


def write(scope: Scope, ritual_id: int, texts: dict[str, dict[str, str]], format_: str) -> None:
    """A new one; `texts` by group and language. Raises WrongRitual, NotAllowed."""
    settings, one = _settings(scope, ritual_id), new(texts, format_)
    _keep(scope, ritual_id, settings.model_copy(update={"own": (*settings.own, one)}))


def new(texts: dict[str, dict[str, str]], format_: str) -> Prompt:
    """A question that is not kept yet; raises WrongRitual for words that can't be sent."""
    for by_locale in texts.values():
        for words in by_locale.values():
            check_words(words)
    return Prompt(id=f"own-{secrets.token_hex(4)}", format=format_, texts=texts)


def take_out(scope: Scope, ritual_id: int, prompt_ids: Sequence[str]) -> None:
    """These come no more. Raises WrongRitual when nothing would be left, or one of them is being
    asked now: its words are still needed.
    """
    if _asked_now(scope, ritual_id) & set(prompt_ids):
        raise rituals.WrongRitual("asked-now")
    settings = _settings(scope, ritual_id)
    staying = tuple(each for each in settings.own if each.id not in prompt_ids)
    _keep(scope, ritual_id, settings.model_copy(update={"own": staying}))


def only_own(scope: Scope, ritual_id: int) -> None:
    """The ready ones come no more. Raises WrongRitual when nothing would be left, NotAllowed."""
    _keep(scope, ritual_id, _settings(scope, ritual_id).model_copy(update={"library": ""}))


def _keep(scope: Scope, ritual_id: int, settings: PromptSettings) -> None:
    if not settings.pool:
        raise rituals.WrongRitual("no-prompts")
    plan = plans.planned(plans.get(scope, ritual_id))
    rituals.change(scope, ritual_id, replace(plan, settings=settings.model_dump(mode="json")))


def _settings(scope: Scope, ritual_id: int) -> PromptSettings:
    row = plans.get(scope, ritual_id)
    if row.kind != KIND:
        raise WrongState(f"ritual {ritual_id} puts no questions")
    return PromptSettings.model_validate(row.settings)


def _asked_now(scope: Scope, ritual_id: int) -> set[str]:
    query = select(Prompting.prompt).join(Run, col(Run.id) == col(Prompting.run_id))
    return set(scope.db.exec(query.where(
        col(Run.ritual_id) == ritual_id, col(Prompting.state) == "asking")))  # fmt: skip


def _first(prompt: Prompt) -> str:
    texts = prompt.texts.get(EVERYONE) or next(iter(prompt.texts.values()))
    return next(iter(texts.values()))
