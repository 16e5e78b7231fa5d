"""The monthly prompt (P15, P16): another text for each group, answers, and a round-up of them.

Nobody's words go further than they said: with the name, without it, or to the team only.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from pydantic import Field
from sqlalchemy import Connection
from sqlmodel import col, select

from community import ballots, choices, groups, library, members, places, thread_answers
from community.given_names import addressed
from community.library import VARIABLE, Prompt, in_language
from community.rituals import Figures, RunRow, Settings, WrongRitual, broadcast, kind
from community.rotation import next_of
from community.scope import Scope
from community.transitions import WrongState
from community.words import fold
from storage.tables import Community, Group, PromptAnswer, Prompting, Ritual, Run

QUESTION = "prompt"
"""The dialogue in which it is put to each one."""
EVERYONE = "everyone"
MOST_ANSWER = 600
"""Characters of an answer."""


class PromptSettings(Settings):
    """Which prompts rotate: those of a ready ritual, and the community's own.

    `language` is one for all, or "" for each one's own; `days` is how long answers are awaited.
    """

    library: str = "monthly-question"
    own: tuple[Prompt, ...] = ()
    language: str = ""
    days: int = Field(default=7, ge=1, le=60)

    @property
    def pool(self) -> list[Prompt]:
        """All that rotate, the community's own first."""
        ready = library.ready().get(self.library)
        return [*self.own, *(ready.prompts if ready else ())]


@kind("prompt", PromptSettings, lasts=True, in_place=True)
def begin(connection: Connection, run: RunRow, now: datetime) -> Figures:
    """Put the next prompt: in the ritual's place, or to each one privately."""
    settings = run.settled(PromptSettings)
    scope = Scope(connection, now, run.community_id)
    prompt = following(scope, run.ritual_id, settings)
    row = Prompting(
        community_id=run.community_id, run_id=run.id, prompt=prompt.id, format=prompt.format,
        put_at=now, due_at=now + timedelta(days=settings.days),
    )  # fmt: skip
    scope.db.add(row)
    scope.db.flush()
    if run.place_id is not None:
        places.post(scope, run.place_id, run.made_by, "prompt-in-channel", prompting=row.id)
        asked = 0
    else:
        asked = broadcast(scope, "prompt", run.audience, run_id=run.id, prompting=row.id)
    scope.close(keep=True)
    return {"prompt": prompt.id, "asked": asked}


def following(scope: Scope, ritual_id: int | None, settings: PromptSettings) -> Prompt:
    """The prompt that comes next; `ritual_id` is None for one that was never put."""
    query = select(Prompting.prompt, Prompting.format).join(
        Run, col(Run.id) == col(Prompting.run_id)
    )
    put = scope.db.exec(query.where(col(Run.ritual_id) == ritual_id).order_by(col(Prompting.id)))
    used = list(put.all())
    pool = settings.pool
    if not pool:
        raise WrongRitual("no-prompts")
    return pool[next_of(pool, [each for each, _ in used], used[-1][1] if used else "")]


def words_for(prompt: Prompt, locale: str, group_names: Collection[str] = ()) -> str:
    """The text for somebody in these groups, in a language; `everyone`'s for all others.

    A text is for each of the groups that its key names: `mentees / mentorés`.
    """
    own = next((texts for key, texts in prompt.texts.items() if _is_for(key, group_names)), None)
    if own is not None:
        return in_language(own, locale)
    texts = prompt.texts.get(EVERYONE) or next(iter(prompt.texts.values()))
    return in_language(texts, locale)


def has_own_text(prompt: Prompt, group_name: str) -> bool:
    """Whether a group reads other words than everyone."""
    return any(_is_for(key, [group_name]) for key in prompt.texts if key != EVERYONE)


def _is_for(key: str, group_names: Collection[str]) -> bool:
    mine = {fold(each) for each in group_names}
    return bool(mine & {fold(each.strip()) for each in key.split("/")})


def filled(words: str, *, name: str, community: str) -> str:
    """The words with what their variables stand for; where nobody is named, they do without.

    Whoever is named is addressed as usual: by the given name of a full one, where that is plain.
    """
    if not name:
        words = re.sub(r"\{name\},? ?", "", words)
        words = words[:1].upper() + words[1:]
    known = {"name": addressed(name), "community": community}
    return VARIABLE.sub(lambda found: known.get(found[1], found[0]), words)


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt as one member reads it."""

    id: int
    run_id: int
    words: str
    final: bool = False
    """Whether whoever reads it has answered without a name, which can't be taken back."""
    unnamed: bool = True
    """Whether one can answer without a name: there is a key to seal such answers with."""
    mine: str = ""
    shared: str = ""
    """What whoever reads it has answered with their name or for the team, and how far it goes."""


def read(scope: Scope, prompting_id: int | None) -> Asked | None:
    """The prompt for whoever acts; without an id the latest that is open to them, if any is."""
    row = _latest(scope) if prompting_id is None else scope.db.get(Prompting, prompting_id)
    if row is None:
        return None
    me = members.me(scope)
    names = _group_names(scope, groups.of_member(scope, me.id or 0))
    answered = thread_answers.mine(scope, row.id or 0)
    given = answered if answered and answered.shared in {"named", "team"} else None
    return Asked(
        row.id or 0, row.run_id, _words(scope, row, me.locale, me.name, names),
        final=answered is not None and answered.shared == "unnamed",
        unnamed=ballots.can_be_sealed(scope),
        mine=given.words if given else "", shared=given.shared if given else "",
    )  # fmt: skip


def read_aloud(scope: Scope, prompting_id: int) -> str:
    """The prompt as it is put in a channel, where it is nobody's own: in the community's words."""
    row = scope.db.get_one(Prompting, prompting_id)
    names = _group_names(scope, ritual_of(scope, row).audience)
    return _words(scope, row, places.language(scope), "", names)


def language_aloud(scope: Scope, prompting_id: int) -> str:
    """The language in which it is put in a channel: the ritual's, else the community's."""
    ritual = ritual_of(scope, scope.db.get_one(Prompting, prompting_id))
    return PromptSettings.model_validate(ritual.settings).language or places.language(scope)


def is_open(scope: Scope, prompting_id: int) -> bool:
    """Whether answers are still awaited."""
    row = scope.db.get(Prompting, prompting_id)
    return row is not None and row.state == "asking"


def answer(scope: Scope, prompting_id: int, words: str, shared: str) -> None:
    """Keep what whoever acts answers, and how far it may go; a second answer replaces the first.

    Without a name, only that they answered stays with them, and no other answer can follow.
    Raises WrongState once the prompt is closed, and NoKey.
    """
    row = scope.db.get_one(Prompting, prompting_id, with_for_update=True)
    before = thread_answers.mine(scope, prompting_id)
    if row.state != "asking" or shared not in {"named", "unnamed", "team"}:
        raise WrongState(f"prompting {prompting_id}: {row.state}")
    if before is not None and before.shared == "unnamed":
        raise WrongState(f"prompting {prompting_id}: answered without a name")
    assert scope.actor_id is not None
    if before is not None:
        scope.db.delete(before)
        scope.db.flush()
    unnamed = shared == "unnamed"
    scope.db.add(
        PromptAnswer(
            prompting_id=prompting_id, member_id=scope.actor_id, shared=shared,
            words="" if unnamed else words, at=row.put_at if unnamed else scope.now,
        )
    )  # fmt: skip
    if unnamed:
        row.unnamed = ballots.add(scope, row.unnamed or ballots.empty(scope), [words])
    scope.db.flush()


def _latest(scope: Scope) -> Prompting | None:
    """The newest open prompt of a ritual that whoever acts belongs to."""
    query = select(Prompting).where(
        col(Prompting.community_id) == scope.community_id, col(Prompting.state) == "asking"
    )
    newest = scope.db.exec(query.order_by(col(Prompting.id).desc()))
    return next((row for row in newest if choices.is_meant(scope, row.run_id)), None)


def ritual_of(scope: Scope, row: Prompting) -> Ritual:
    """The ritual that put it."""
    return scope.db.get_one(Ritual, scope.db.get_one(Run, row.run_id).ritual_id)


def _words(scope: Scope, row: Prompting, locale: str, name: str, group_names: Sequence[str]) -> str:
    settings = PromptSettings.model_validate(ritual_of(scope, row).settings)
    prompt = next((each for each in settings.pool if each.id == row.prompt), None)
    if prompt is None:
        return ""
    words = words_for(prompt, settings.language or locale, group_names)
    community = scope.db.get_one(Community, scope.community_id).name
    return filled(words, name=name, community=community)


def _group_names(scope: Scope, ids: Sequence[int]) -> list[str]:
    return list(scope.db.exec(select(Group.name).where(col(Group.id).in_(ids))))
