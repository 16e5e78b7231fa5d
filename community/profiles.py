"""What members tell of themselves: a headline, offers, experiences, wants."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlmodel import col, delete, select

from community import directory, names
from community.edits import merged
from community.members import get, zone_or
from community.scope import Scope
from community.search import tokens
from community.words import MOST_ENTRIES, fold, shortened
from storage.tables import ProfileEntry

KINDS = ("offer", "experience", "want", "never")


@dataclass(frozen=True, slots=True)
class Profile:
    """A member's profile. Nothing but the name has to be filled in."""

    name: str
    headline: str = ""
    offers: list[str] = field(default_factory=list)
    experiences: list[str] = field(default_factory=list)
    wants: list[str] = field(default_factory=list)
    nevers: list[str] = field(default_factory=list)
    """Needs for which the member asked not to be found."""
    locale: str = "fr"
    time_zone: str = "Europe/Paris"

    def entries(self, kind: str) -> list[str]:
        """The entries of one of KINDS."""
        by_kind: Mapping[str, list[str]] = {
            "offer": self.offers, "experience": self.experiences, "want": self.wants,
            "never": self.nevers,
        }  # fmt: skip
        return by_kind[kind]


def read(scope: Scope, member_id: int) -> Profile:
    """A member's profile as it is now."""
    member = get(scope, member_id)
    rows = scope.db.exec(
        select(ProfileEntry)
        .where(col(ProfileEntry.member_id) == member_id)
        .order_by(col(ProfileEntry.id))
    ).all()
    return Profile(
        name=member.name, headline=member.headline, locale=member.locale,
        time_zone=member.time_zone, offers=_of(rows, "offer"), experiences=_of(rows, "experience"),
        wants=_of(rows, "want"), nevers=_of(rows, "never"),
    )  # fmt: skip


def public(scope: Scope, member_id: int) -> Profile:
    """The same without what was said to the bot alone: what is sought, what is not to be asked."""
    return replace(read(scope, member_id), wants=[], nevers=[])


def first_words(profile: Profile) -> str:
    """What tells a profile from another at a glance: its headline, or else what it offers."""
    return shortened(profile.headline or ", ".join(profile.offers))


def mine(scope: Scope) -> Profile:
    """The profile of whoever acts."""
    assert scope.actor_id is not None
    return read(scope, scope.actor_id)


def write(scope: Scope, profile: Profile, member_id: int | None = None) -> None:
    """Replace a member's profile (the actor's by default); the directory finds the new one."""
    target = member_id or scope.actor_id
    assert target is not None
    member = get(scope, target)
    member.name, member.headline = profile.name, profile.headline
    member.locale = profile.locale
    member.time_zone = zone_or(profile.time_zone, member.time_zone)
    forget(scope, target)
    scope.db.add_all(
        ProfileEntry(member_id=target, kind=kind, words=words)
        for kind in KINDS
        for words in profile.entries(kind)
    )
    names.note(scope, target, profile.name)
    scope.db.flush()


def change(scope: Scope, before: Profile, after: Profile) -> Profile:
    """Write what whoever acts changed of the profile that they were shown; how it is then."""
    changed = merged(mine(scope), before, after)
    write(scope, changed)
    return changed


def offers(profile: Profile, words: str) -> bool:
    """Whether this is among the offers already, however it is written."""
    return fold(words) in map(fold, profile.offers)


def add_offers(scope: Scope, more: Sequence[str]) -> Profile:
    """Add offers to the profile of whoever acts; the profile as it is then."""
    now = mine(scope)
    changed = replace(now, offers=[*now.offers, *(each for each in more if not offers(now, each))])
    write(scope, changed)
    return changed


def named_in(profile: Profile, words: str) -> list[str]:
    """The offers and experiences that words name, in one form or another, and nothing beside them:
    "menuisière" names "menuiserie"."""
    return [each for each in (*profile.offers, *profile.experiences) if _names(words, each)]


def is_headline(profile: Profile, words: str) -> bool:
    """Whether words name what the headline says, in one form or another."""
    return _names(words, profile.headline)


def _names(words: str, entry: str) -> bool:
    said = tokens.stems(" ".join(tokens.subject(words)))
    return bool(said) and all(_is_among(stem, tokens.stems(entry)) for stem in said)


def _is_among(stem: str, those: Sequence[str]) -> bool:
    begun = stem[:SAME_ROOT] if len(stem) >= SAME_ROOT else stem
    return stem in those or (begun != stem and any(each.startswith(begun) for each in those))


SAME_ROOT = 6
"""Letters with which the names of a trade and of what it does both begin."""


def take_off(scope: Scope, entries: Sequence[str]) -> Profile:
    """Take offers and experiences off the profile of whoever acts; the profile as it is then."""
    now, gone = mine(scope), set(entries)
    changed = replace(
        now,
        offers=[each for each in now.offers if each not in gone],
        experiences=[each for each in now.experiences if each not in gone],
    )
    write(scope, changed)
    return changed


def add_all(scope: Scope, more: Profile, member_id: int) -> None:
    """Add to a member's profile the entries that another has beside it, as far as there is room."""
    now = read(scope, member_id)
    write(scope, replace(
        now, headline=now.headline or more.headline, offers=_both(now.offers, more.offers),
        experiences=_both(now.experiences, more.experiences), wants=_both(now.wants, more.wants),
        nevers=_both(now.nevers, more.nevers),
    ), member_id)  # fmt: skip


def _both(now: Sequence[str], more: Sequence[str]) -> list[str]:
    """Each once, however it is written."""
    by_look = {fold(words): words for words in (*more, *now)}
    return list(dict.fromkeys(by_look[fold(words)] for words in (*now, *more)))[:MOST_ENTRIES]


def forget(scope: Scope, member_id: int) -> None:
    """Remove all entries of a profile; nobody finds the member by name either."""
    scope.db.flush()
    scope.db.exec(delete(ProfileEntry).where(col(ProfileEntry.member_id) == member_id))
    names.forget(scope, member_id)
    directory.changed(scope, get(scope, member_id))


def _of(rows: Sequence[ProfileEntry], kind: str) -> list[str]:
    return [row.words for row in rows if row.kind == kind]
