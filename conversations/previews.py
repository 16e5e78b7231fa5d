"""What each kind of person will get of a ritual, in full, before anything of it is kept (P41)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlmodel import col, select

from community import digests, groups, members, prompts
from community.prompts import PromptSettings
from community.rituals import Plan
from community.scope import Scope
from conversations import texts
from conversations.texts import Lines, Text
from storage.tables import Community, Group, Member

MOST_LOCALES = 5


@dataclass(frozen=True, slots=True)
class Sample:
    """One message: for whom (a group, or "" for everyone), in which language, and what it says."""

    who: str
    locale: str
    said: list[Any]

    @property
    def text(self) -> Text:
        """The message."""
        return texts.load(self.said)


Preview = Callable[[Scope, Plan], list[Sample]]
PREVIEWS: dict[str, Preview] = {}


def preview(kind: str) -> Callable[[Preview], Preview]:
    """Make a function what shows the messages of this kind of ritual."""

    def register(show: Preview) -> Preview:
        PREVIEWS[kind] = show
        return show

    return register


def samples(scope: Scope, plan: Plan) -> list[Sample]:
    """What the ritual would say if it ran now; nothing for a kind that only works behind."""
    show = PREVIEWS.get(plan.kind)
    return show(scope, plan) if show else []


def kinds_of_people(scope: Scope, plan: Plan) -> list[tuple[str, str]]:
    """The groups of a plan (or everyone, ""), each with the languages that are read in it."""
    named = {group.id: group.name for group in groups.listed(scope)}
    found = []
    for group_id in plan.audience or (None,):
        ids = groups.members_of(
            scope.connection, scope.community_id, [] if group_id is None else [group_id]
        )
        locales = sorted(_locales(scope, ids))
        found += [(named.get(group_id, ""), locale) for locale in locales[:MOST_LOCALES]]
    return list(dict.fromkeys(found))


def alike(scope: Scope, plan: Plan, text: Text) -> list[Sample]:
    """The same message for everybody, in each language."""
    return [Sample(who, locale, texts.dump(text)) for who, locale in kinds_of_people(scope, plan)]


@preview("prompt")
def _prompt(scope: Scope, plan: Plan) -> list[Sample]:
    settings = PromptSettings.model_validate(plan.settings)
    prompt = prompts.following(scope, None, settings)
    community = scope.db.get_one(Community, scope.community_id)
    name = members.me(scope).name if scope.actor_id is not None else "Zoé"
    if plan.place_id is not None:
        locale = settings.language or community.locale
        words = prompts.words_for(prompt, locale, _names(scope, plan))
        words = prompts.filled(words, name="", community=community.name)
        return [_sample("", locale, "prompt-aloud", words)]
    found = []
    for who, locale in kinds_of_people(scope, plan):
        words = prompts.words_for(prompt, settings.language or locale, [who])
        words = prompts.filled(words, name=name, community=community.name)
        found.append(_sample(who, locale, "prompt", words))
    return found


@preview("digest")
def _digest(scope: Scope, plan: Plan) -> list[Sample]:
    found = digests.contents(scope, scope.now - digests.A_MONTH, plan.audience)
    told = digests.read(scope, found)
    if not told:
        return []
    lines = Lines([Text(f"digest-{name}", items=items) for name, items in told.items()])
    said = texts.dump(Text("digest", lines=lines))
    return [Sample(who, locale, said) for who, locale in kinds_of_people(scope, plan)]


@preview("welcome")
def _welcome(scope: Scope, plan: Plan) -> list[Sample]:
    return [
        Sample(who, locale, texts.dump(Text(key, name="Zoé")))
        for who, locale in kinds_of_people(scope, plan)
        for key in ("welcome-first-profile", "welcome-nudge")
    ]


def _sample(who: str, locale: str, key: str, words: str) -> Sample:
    return Sample(who, locale, texts.dump(Text(key, words=words)))


def _names(scope: Scope, plan: Plan) -> list[str]:
    query = select(Group.name).where(col(Group.id).in_(list(plan.audience)))
    return list(scope.db.exec(query))


def _locales(scope: Scope, ids: list[int]) -> list[str]:
    query = select(Member.locale).where(col(Member.community_id) == scope.community_id).distinct()
    return list(scope.db.exec(query.where(col(Member.id).in_(ids[:1000]))))
