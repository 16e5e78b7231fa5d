"""A request that was not for the helper: the directory learns from it, if they agree."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import col, delete

from community import asks, directory, introductions, members, requests
from community.scope import Scope
from community.search import freshness
from storage.tables import ProfileEntry

LISTED = ("offer", "experience")
"""What a profile lists: a headline is not taken off, it is written anew."""


@dataclass(frozen=True, slots=True)
class FoundBy:
    """What somebody was found by: the need, and the entries of their profile that fitted it."""

    need: str
    phrases: list[str]


def not_my_subject(scope: Scope, introduction_id: int) -> None:
    """The helper declines, and is then asked what their profile should say."""
    asks.declined(scope, introduction_id)
    helper = introductions.get(scope, introduction_id).helper_id
    scope.notify(helper, "correction", introduction=introduction_id)


def found_by(scope: Scope, introduction_id: int) -> FoundBy:
    """What whoever acts was found by."""
    read = requests.read(scope, introduction_id)
    return FoundBy(read.need, read.phrases if read.kind in LISTED else [])


def take_off(scope: Scope, introduction_id: int) -> None:
    """The entries that fitted leave the profile of whoever acts."""
    scope.db.exec(
        delete(ProfileEntry).where(
            col(ProfileEntry.member_id) == scope.actor_id,
            col(ProfileEntry.kind).in_(LISTED),
            col(ProfileEntry.words).in_(found_by(scope, introduction_id).phrases),
        )
    )
    _changed(scope, "taken off")


def not_for_this(scope: Scope, introduction_id: int) -> None:
    """The profile stays; for such a need, whoever acts is not found any more."""
    member = members.me(scope)
    need = requests.read(scope, introduction_id).need
    scope.db.add(ProfileEntry(member_id=member.id or 0, kind=freshness.NEVER, words=need))
    _changed(scope, "not for this")


def _changed(scope: Scope, what: str) -> None:
    member = members.me(scope)
    directory.changed(scope, member)
    scope.audit("profile", member.id or 0, "", what)
