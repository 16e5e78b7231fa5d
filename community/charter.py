"""What a community says of itself: its name, its mission and its rules, in its own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlmodel import col, select

from community.peace import Quiet
from community.scope import Scope
from storage.tables import Community, CommunityText

KINDS = ("mission", "rules", "policy")
NUMBERS = {
    "asks_open": range(1, 101), "asks_week": range(1, 501), "review_days": range(366),
    "days_to_answer": range(1, 31), "weekly": range(51), "weekly_most": range(1, 51),
    "months_kept": range(121), "days_after_leaving": range(366),
}  # fmt: skip
"""What a community may choose, each with the column of its name: see `Community`."""
NIGHT = Quiet(21 * 60, 8 * 60)
Texts = Mapping[str, Mapping[str, str]]
"""Words by kind and language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Charter:
    """A community's own words, and what it has chosen for its members.

    `version` is that of its texts: members agree to one of them.
    """

    name: str
    locale: str
    time_zone: str
    texts: Texts
    version: int = 1
    asks_open: int = 5
    asks_week: int = 10
    review_days: int = 0
    days_to_answer: int = 3
    weekly: int = 3
    weekly_most: int = 10
    months_kept: int = 0
    days_after_leaving: int = 30
    quiet: Quiet = NIGHT
    """When the bot asks for nothing, on each member's own clock, unless they chose otherwise."""
    monthly_mention: bool = False
    """Whether those who were thanked are named once a month, if they like."""


def read(scope: Scope) -> Charter:
    """The charter as it is now; a kind of text that was never written is not in it."""
    community = scope.db.get_one(Community, scope.community_id)
    return Charter(
        name=community.name, locale=community.locale, time_zone=community.time_zone,
        version=community.text_version, texts=texts(scope, community.text_version),
        quiet=Quiet(community.quiet_from, community.quiet_until),
        monthly_mention=community.monthly_mention,
        **{name: getattr(community, name) for name in NUMBERS},
    )  # fmt: skip


def write(scope: Scope, charter: Charter) -> Charter:
    """Replace the charter, and give it back as it is kept.

    Other words are a new version of the texts; what members agreed to keeps its number.
    """
    before = read(scope)
    version = before.version + (charter.texts != before.texts)
    after = replace(charter, version=version)
    if after == before:
        return before
    community = scope.db.get_one(Community, scope.community_id)
    community.name, community.text_version = after.name, version
    community.locale, community.time_zone = after.locale, after.time_zone
    community.quiet_from, community.quiet_until = after.quiet.start, after.quiet.end
    community.monthly_mention = after.monthly_mention
    for name in NUMBERS:
        setattr(community, name, getattr(after, name))
    if version != before.version:
        _put(scope, after)
    scope.audit("community", scope.community_id, str(before.version), str(version))
    return after


def texts(scope: Scope, version: int) -> Texts:
    """The words of one version: earlier ones are kept, since members agreed to them."""
    query = select(CommunityText).where(
        col(CommunityText.community_id) == scope.community_id,
        col(CommunityText.version) == version,
    )
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for text in scope.db.exec(query):
        found[text.kind][text.locale] = text.words
    return dict(found)


def _put(scope: Scope, charter: Charter) -> None:
    scope.db.add_all(
        CommunityText(
            community_id=scope.community_id, version=charter.version, kind=kind, locale=locale,
            words=words,
        )
        for kind, by_locale in charter.texts.items()
        for locale, words in by_locale.items()
    )  # fmt: skip
    scope.db.flush()
