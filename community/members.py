"""Members: joining, consenting, pausing, leaving, and how they are reached."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import col, or_, select

from community import following, names
from community.scope import STAFF, Scope, on_the_team
from community.words import MOST_NAME, clean, fold, time_zones
from storage.tables import Community, CommunityText, Identity, Member, Receipt

ROLES = ("member", "moderator", "organiser")
"""Each can do what the ones before it can."""
FOREVER = datetime.max.replace(microsecond=0, tzinfo=ZoneInfo("UTC"))
LONG_AGO = datetime(1970, 1, 1, tzinfo=ZoneInfo("UTC"))
"""When members of long standing came in, of whom it is not known more closely."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who the bot talks with, as far as talking needs it. `zone` is an IANA time zone."""

    id: int
    name: str
    locale: str
    zone: str
    role: str = "member"
    welcomed: bool = True
    removed: bool = False
    """Whether the team has removed them: only their own data is still theirs to ask for."""


@dataclass(frozen=True, slots=True)
class Welcome:
    """What a newcomer is told about the community, in their language."""

    community: str
    mission: str
    rules: str
    version: int
    policy: str = ""
    """On minors and on sensitive subjects; empty if the community has written none."""

    @property
    def frame(self) -> str:
        """What everybody here agrees to: the rules, and the policy below them."""
        return "\n\n".join(filter(None, (self.rules, self.policy)))


def join(
    scope: Scope, space_id: int, external_id: str, direct_place: str, known: Mapping[str, str]
) -> Person | None:
    """Whoever joins: somebody who had left finds their profile again, everybody else is new.

    What the platform knows of a newcomer is a proposal, not a profile. None for somebody whom the
    team has removed: the team alone lets them come back.
    """
    member = _who_left(scope, space_id, external_id)
    if member is None:
        return _arrive(scope, space_id, external_id, direct_place, known)
    return None if member.removed_at else _return(scope, member)


def _who_left(scope: Scope, space_id: int, external_id: str) -> Member | None:
    return scope.db.exec(
        select(Member)
        .join(Identity, col(Identity.member_id) == col(Member.id))
        .where(col(Identity.space_id) == space_id, col(Identity.external_id) == external_id)
    ).first()


def _return(scope: Scope, member: Member) -> Person:
    member.left_at = None
    scope.audit("member", _id(member), "left", "returned")
    return Person(
        _id(member), member.name, member.locale, member.time_zone, member.role,
        welcomed=member.welcomed_at is not None,
    )  # fmt: skip


def _arrive(
    scope: Scope, space_id: int, external_id: str, direct_place: str, known: Mapping[str, str]
) -> Person:
    community = scope.db.get_one(Community, scope.community_id)
    member = Member(
        community_id=scope.community_id,
        name=clean(known.get("name", ""))[:MOST_NAME],
        locale=known.get("locale") or community.locale,
        time_zone=zone_or(known.get("time_zone", ""), community.time_zone),
        joined_at=scope.now,
    )
    scope.db.add(member)
    scope.db.flush()
    assert member.id is not None
    scope.db.add(
        Identity(
            space_id=space_id, member_id=member.id, external_id=external_id,
            direct_place=direct_place, told=following.named(known),
        )
    )  # fmt: skip
    scope.audit("member", member.id, "", "joined")
    return Person(member.id, member.name, member.locale, member.time_zone, welcomed=False)


def zone_or(zone: str, otherwise: str) -> str:
    """The time zone, if there is one of that name."""
    return zone if zone in time_zones() else otherwise


def get(scope: Scope, member_id: int) -> Member:
    """The member's row; raises NoResultFound when there is none."""
    return scope.db.get_one(Member, member_id)


def me(scope: Scope) -> Member:
    """The row of whoever acts."""
    assert scope.actor_id is not None
    return get(scope, scope.actor_id)


def welcome(scope: Scope, locale: str) -> Welcome:
    """The community's name, mission and rules, in that language or its own."""
    community = scope.db.get_one(Community, scope.community_id)
    texts = scope.db.exec(
        select(CommunityText).where(
            col(CommunityText.community_id) == scope.community_id,
            col(CommunityText.version) == community.text_version,
        )
    ).all()
    return Welcome(
        community=community.name,
        mission=_words(texts, "mission", locale, community.locale),
        rules=_words(texts, "rules", locale, community.locale),
        version=community.text_version,
        policy=_words(texts, "policy", locale, community.locale),
    )


def consent(scope: Scope, version: int, locale: str, about_data: str) -> None:
    """Keep that the member agreed, when, to which version of the texts, and to what about data."""
    member = me(scope)
    member.consented_at, member.consent_version = scope.now, version
    receipt = Receipt(
        member_id=_id(member), version=version, locale=locale, about_data=about_data, at=scope.now
    )
    scope.db.add(receipt)
    scope.audit("member", _id(member), "joined", "consented")


def use_language(scope: Scope, locale: str) -> None:
    """From now on the bot speaks this language with the member."""
    me(scope).locale = locale


def finish_welcome(scope: Scope) -> None:
    """The onboarding is done: the member can be found and can ask, whatever was stopped before."""
    member = me(scope)
    member.welcomed_at, member.paused_until = scope.now, None
    scope.audit("member", _id(member), "consented", "welcomed")


def pause(scope: Scope, until: datetime | None) -> None:
    """Leave the member in peace until then, or until they say otherwise."""
    member = me(scope)
    member.paused_until = until or FOREVER
    scope.audit("member", _id(member), "", "paused")


def is_paused(scope: Scope) -> bool:
    """Whether the member wants to be left in peace now."""
    until = me(scope).paused_until
    return until is not None and until > scope.now


def resume(scope: Scope) -> None:
    """The pause is over."""
    member = me(scope)
    member.paused_until = None
    scope.audit("member", _id(member), "paused", "")


def direct_line(scope: Scope, member_id: int) -> Identity | None:
    """How the bot reaches a member; None when they are in no space any more, or have left."""
    return scope.line(member_id)


def lines(scope: Scope, member_id: int) -> list[Identity]:
    """Every identity of a member."""
    query = select(Identity).where(col(Identity.member_id) == member_id)
    return list(scope.db.exec(query.order_by(col(Identity.id))))


class NotAllowed(PermissionError):
    """This needs the role of a moderator or an organiser."""


def require_staff(scope: Scope) -> None:
    """Raise NotAllowed unless whoever acts is a moderator or an organiser now.

    They are by the role they were granted, unless they act through an identity that came by a
    link, or by the platform's word at this moment: neither travels.
    """
    granted = me(scope).role if _is_vouched(scope) else "member"
    if granted not in STAFF and scope.role not in STAFF:
        raise NotAllowed(NotAllowed.__doc__)


def require_organiser(scope: Scope) -> None:
    """Raise NotAllowed unless whoever acts is an organiser now, as `require_staff` says."""
    if not is_organiser(scope):
        raise NotAllowed(NotAllowed.__doc__)


def is_organiser(scope: Scope) -> bool:
    """Whether whoever acts is an organiser now."""
    granted = me(scope).role if _is_vouched(scope) else "member"
    return "organiser" in {granted, scope.role}


def _is_vouched(scope: Scope) -> bool:
    here = scope.db.get(Identity, scope.identity_id) if scope.identity_id else None
    return here is None or here.vouched


def organisers(scope: Scope) -> list[int]:
    """The ids of those who care for the community as a whole."""
    return _with_role(scope, ("organiser",))


def in_charge(scope: Scope, first: int | None) -> list[int]:
    """Who hears of something that this member began: they, while they are an organiser; else all
    who are.
    """
    everyone = organisers(scope)
    return [first] if first in everyone else everyone


def staff(scope: Scope) -> list[int]:
    """The ids of moderators and organisers."""
    return _with_role(scope, STAFF)


def staff_named(scope: Scope, words: str) -> list[Member]:
    """Those of the team whose name stands in these words: their first name however it is written,
    another one where it is written like a name."""
    team = [get(scope, each) for each in staff(scope)] if words else []
    return [each for each in team if any(
        part[0].isupper() or fold(part) == fold(each.name.split()[0])
        for part in names.names_in(words, [each.name])
    )]  # fmt: skip


def is_peopled(scope: Scope) -> bool:
    """Whether anybody is a member yet."""
    query = select(Member.id).where(
        col(Member.community_id) == scope.community_id, col(Member.left_at).is_(None)
    )
    return scope.db.exec(query.limit(1)).first() is not None


def named(scope: Scope, name: str) -> list[Member]:
    """Whoever is called that, by full or first name; newcomers and those who left, too."""
    wanted = fold(name.strip().lstrip("@"))
    everyone = scope.db.exec(select(Member).where(col(Member.community_id) == scope.community_id))
    return [each for each in everyone if wanted and _is_called(each, wanted)]


def _is_called(member: Member, wanted: str) -> bool:
    name = fold(member.name)
    return name == wanted or name.split(" ")[0] == wanted


def _with_role(scope: Scope, roles: Sequence[str]) -> list[int]:
    query = (
        select(Member.id)
        .join(Identity, col(Identity.member_id) == col(Member.id))
        .where(
            col(Member.community_id) == scope.community_id, col(Member.left_at).is_(None),
            or_(on_the_team(roles), col(Member.role).in_(roles)),
        )
        .order_by(col(Member.id))
        .distinct()
    )  # fmt: skip
    return [each for each in scope.db.exec(query) if each is not None]


def _words(texts: Sequence[CommunityText], kind: str, locale: str, otherwise: str) -> str:
    found = {text.locale: text.words for text in texts if text.kind == kind}
    return found.get(locale) or found.get(otherwise) or ""


def _id(member: Member) -> int:
    assert member.id is not None
    return member.id
