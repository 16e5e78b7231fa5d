"""Stories (P21): moments of help that members tell, and how far each may be told on.

Nothing is published without its teller's word, nor without an organiser's; both can be taken back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection
from sqlmodel import col, delete, select

from community import groups, members
from community.digests import hides, section
from community.rituals import Figures, RunRow, Settings, broadcast, kind
from community.scope import Scope
from community.transitions import Allowed, WrongState, set_state
from storage.tables import Dialogue, Story

MOST_STORY = 1500
"""Characters: what one message holds on every platform."""
Consent = Literal["named", "unnamed", "team"]
"""With the teller's name, without it, or for the team's eyes only."""

ALLOWED: Allowed = {
    "told": frozenset({"published", "kept", "withdrawn"}),
    "kept": frozenset({"published", "withdrawn"}),
    "published": frozenset({"withdrawn"}),
}


@dataclass(frozen=True, slots=True)
class Tale:
    """A story as others may read it: `teller` is empty where no name was agreed to."""

    id: int
    words: str
    teller: str
    consent: str
    state: str


def tell(scope: Scope, words: str, consent: Consent) -> None:
    """Keep a story of whoever acts; the organisers are told."""
    story = Story(
        community_id=scope.community_id, teller_id=scope.actor_id or 0, words=words,
        consent=consent, told_at=scope.now,
    )  # fmt: skip
    scope.db.add(story)
    scope.db.flush()
    scope.audit("story", story.id or 0, "", "told")
    for organiser in members.organisers(scope):
        if organiser != scope.actor_id or len(members.organisers(scope)) == 1:
            scope.notify(organiser, "story-told", as_staff=True, story=story.id)


def is_told(scope: Scope, story_id: int) -> bool:
    """Whether nobody has decided about it, and its teller has not taken it back."""
    story = scope.db.get(Story, story_id)
    return story is not None and story.state == "told"


def read(scope: Scope, story_id: int) -> Tale:
    """A story as organisers may read it. Raises NotAllowed."""
    members.require_organiser(scope)
    return _tale(scope, scope.db.get_one(Story, story_id))


def publish(scope: Scope, story_id: int) -> None:
    """It may stand in the digest; its teller is told. Raises NotAllowed and WrongState."""
    members.require_organiser(scope)
    story = scope.db.get_one(Story, story_id)
    if story.consent == "team":
        raise WrongState(f"story {story_id}: its teller said no")
    set_state(scope, story, "published", ALLOWED)
    story.published_at = scope.now
    scope.notify(story.teller_id, "story-published", story=story_id)


def keep(scope: Scope, story_id: int) -> None:
    """Not for now. Raises NotAllowed and WrongState."""
    members.require_organiser(scope)
    set_state(scope, scope.db.get_one(Story, story_id), "kept", ALLOWED)


def withdraw(scope: Scope, story_id: int) -> None:
    """Whoever told it takes it back, words and all. Raises WrongState for somebody else's."""
    story = scope.db.get_one(Story, story_id)
    if story.teller_id != scope.actor_id:
        raise WrongState(f"story {story_id} is somebody else's")
    set_state(scope, story, "withdrawn", ALLOWED)
    story.words = ""
    _untell(scope, [story_id])


def unname(scope: Scope, story_id: int) -> None:
    """Whoever told it has it told on without their name. Raises WrongState for somebody else's."""
    story = scope.db.get_one(Story, story_id)
    if story.teller_id != scope.actor_id or story.consent != "named":
        raise WrongState(f"story {story_id} has no name to take away")
    story.consent = "unnamed"
    scope.audit("story", story_id, "named", "unnamed")


def mine(scope: Scope) -> list[Tale]:
    """What whoever acts has told and not taken back, latest first."""
    query = select(Story).where(
        col(Story.teller_id) == scope.actor_id, col(Story.state) != "withdrawn"
    )
    found = scope.db.exec(query.order_by(col(Story.id).desc()).limit(8))
    return [_tale(scope, each) for each in found]


def published(scope: Scope, since: datetime, audience: Sequence[int] = ()) -> list[Tale]:
    """What may be told on, of what was published since then (for the digest), oldest first.

    Of some groups, what their members told; in a small one only what is told with a name.
    """
    query = select(Story).where(
        col(Story.community_id) == scope.community_id, col(Story.state) == "published",
        col(Story.published_at) > since, groups.holds(col(Story.teller_id), audience),
    )  # fmt: skip
    if not hides(scope, audience):
        query = query.where(col(Story.consent) == "named")
    return [_tale(scope, each) for each in scope.db.exec(query.order_by(col(Story.id)))]


def fresh(scope: Scope, since: datetime, audience: Sequence[int]) -> list[int]:
    """Those for the next digest: all that were published since the last, as was promised."""
    return [each.id for each in published(scope, since, audience)]


def told_on(scope: Scope, story_ids: list[int]) -> list[str]:
    """Its words, and its teller's name where that was agreed to; nothing once it is taken back."""
    found = [scope.db.get(Story, each) for each in story_ids]
    tales = [_tale(scope, each) for each in found if each and each.state == "published"]
    return [f"{each.words} — {each.teller}" if each.teller else each.words for each in tales]


section("stories", fresh, told_on, apart=True)


def forget(scope: Scope, member_id: int) -> None:
    """Take away all that a member told."""
    told = scope.db.exec(select(Story.id).where(col(Story.teller_id) == member_id)).all()
    _untell(scope, told)
    scope.db.exec(delete(Story).where(col(Story.teller_id) == member_id))


@kind("stories", Settings)
def begin(connection: Connection, run: RunRow, now: datetime) -> Figures:
    """Ask for stories, once."""
    scope = Scope(connection, now, run.community_id)
    asked = broadcast(scope, "story-invitation", run.audience, run_id=run.id, run=run.id)
    scope.close(keep=True)
    return {"asked": asked}


def _untell(scope: Scope, story_ids: Sequence[int | None]) -> None:
    """End what organisers are being asked about these stories: their words stand in it."""
    asked = select(Dialogue).where(col(Dialogue.name) == "story-told")
    for talk in scope.db.exec(asked).all():
        if talk.args.get("story") in story_ids:
            scope.db.delete(talk)


def _tale(scope: Scope, story: Story) -> Tale:
    teller = members.get(scope, story.teller_id).name if story.consent == "named" else ""
    return Tale(story.id or 0, story.words, teller, story.consent, story.state)
