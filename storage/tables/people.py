"""Communities, the spaces they live in, their members and what these chose to tell."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Index, UniqueConstraint, false, true
from sqlmodel import Field

from storage.tables.columns import Row, by_code_point, document_or_none, moment, moment_or_none


def _number(default: int) -> Any:
    """A number that rows of earlier releases get too."""
    return Field(default=default, sa_column_kwargs={"server_default": str(default)})


class Community(Row, table=True):
    """Who lives here together; one process can serve several."""

    id: int | None = Field(default=None, primary_key=True)
    name: str
    locale: str = "fr"
    time_zone: str = "Europe/Paris"
    days_to_answer: int = Field(default=3, sa_column_kwargs={"server_default": "3"})
    """How long a helper has before the one reminder."""
    monthly_mention: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    """Whether those who were thanked are mentioned once a month, if they like."""
    text_version: int = 1
    """Raised whenever the mission or the rules change: members keep the version they accepted."""
    asks_open: int = Field(default=5, sa_column_kwargs={"server_default": "5"})
    """Requests that one member may have waiting for an answer at once, and …"""
    asks_week: int = Field(default=10, sa_column_kwargs={"server_default": "10"})
    """… may open in seven days."""
    review_days: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    """Moderators read first what members ask in these days after they joined; 0 for nobody's."""
    quiet_from: int = _number(21 * 60)
    quiet_until: int = _number(8 * 60)
    """Quiet hours in minutes since midnight where a member is; none when both are the same."""
    weekly: int = _number(3)
    weekly_most: int = _number(10)
    """How many times a week the bot asks a member for something, and the most they may choose."""
    months_kept: int = _number(0)
    """After how many months of silence a member is erased; 0 for never."""
    days_after_leaving: int = _number(30)


class CommunityText(Row, table=True):
    """The community's own words: its mission, rules and policy, one row a version and language.

    Earlier versions stay: members agreed to them.
    """

    __tablename__ = "community_text"

    community_id: int = Field(foreign_key="community.id", primary_key=True)
    version: int = Field(default=1, primary_key=True)
    kind: str = Field(primary_key=True)
    locale: str = Field(primary_key=True)
    words: str


class Space(Row, table=True):
    """A Slack workspace, a Discord server, a WhatsApp number, a local page."""

    __table_args__ = (UniqueConstraint("connector", "external_id"),)

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="community.id")
    connector: str
    external_id: str
    rooms: bool = Field(default=True, sa_column_kwargs={"server_default": true()})
    """Whether the bot can open a room there for two people."""


class Place(Row, table=True):
    """A channel, a room, or the thread under a question, in a space; direct lines need no row.

    `key` is our name of the place; `platform_id` is the platform's, once the room was opened there,
    or that of the message on which the thread hangs.
    """

    __table_args__ = (UniqueConstraint("space_id", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    space_id: int = Field(foreign_key="space.id")
    key: str
    kind: str
    title: str
    platform_id: str | None = None
    offers_help: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    """Whether the bot offers help here, privately, to who looks for some: organisers decide."""


class PlaceMember(Row, table=True):
    """Who is in a shared room."""

    __tablename__ = "place_member"

    place_id: int = Field(foreign_key="place.id", primary_key=True)
    member_id: int = Field(foreign_key="member.id", primary_key=True, index=True)


class Member(Row, table=True):
    """A person of a community. Nothing but the name is mandatory, and that only after consent."""

    __table_args__ = (Index("ix_member_profile_stamp", "community_id", "profile_stamp"),)

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="community.id", index=True)
    name: str = ""
    locale: str = "fr"
    time_zone: str = "Europe/Paris"
    role: str = "member"
    headline: str = ""
    external: bool = False
    joined_at: datetime = moment()
    consented_at: datetime | None = moment_or_none()
    consent_version: int | None = None
    welcomed_at: datetime | None = moment_or_none()
    """When the onboarding was finished; of who was brought in by a table, when they joined."""
    paused_until: datetime | None = moment_or_none()
    quiet_from: int | None = None
    quiet_until: int | None = None
    weekly: int | None = None
    """What the member chose for themselves; None for what the community has."""
    suggestions: bool = Field(default=True, sa_column_kwargs={"server_default": true()})
    buddy: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    """Whether they would gladly be a newcomer's buddy."""
    warned_at: datetime | None = moment_or_none()
    """When they were told that, after such a long silence, their data would go."""
    left_at: datetime | None = moment_or_none()
    mention: bool | None = None
    """Whether they would like to be mentioned for the help they give; None until asked."""
    held_until: datetime | None = moment_or_none()
    """Until when the team has paused the member, who can't end that by themselves."""
    removed_at: datetime | None = moment_or_none()
    """When the team removed the member, who comes back only by the team."""
    profile_stamp: int = Field(
        default=0, sa_type=BigInteger, sa_column_kwargs={"server_default": "0"}
    )
    """Grows with each change of the profile; 0 for one that nobody has written."""


class NameStart(Row, table=True):
    """A member's name from the start of one of its words, without case and accents.

    So whoever is called something like it is found by a range of an index, however many live here.
    """

    __tablename__ = "name_start"
    __table_args__ = (Index("ix_name_start_words", "words"),)

    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id", index=True)
    words: str = by_code_point()
    whole: bool
    """Whether it is the whole name."""


class Identity(Row, table=True):
    """A member in one space: `external_id` is opaque, `direct_place` is the line with the bot."""

    __table_args__ = (
        UniqueConstraint("space_id", "external_id"),
        Index("ix_identity_direct_place", "space_id", "direct_place"),
    )

    id: int | None = Field(default=None, primary_key=True)
    space_id: int = Field(foreign_key="space.id")
    member_id: int = Field(foreign_key="member.id", index=True)
    external_id: str
    direct_place: str
    told: dict[str, str] | None = document_or_none()
    """The language and the time zone that the platform named last, by `locale`, `time_zone`."""
    vouched: bool = Field(default=True, sa_column_kwargs={"server_default": true()})
    """Whether a role that the member was granted counts here: not where they came in by a link."""
    claim: str | None = None
    """The role that the platform gave them when they last spoke: so the team knows its members."""


class LinkCode(Row, table=True):
    """A code by which a member shows, elsewhere, that they are the same person. One a member.

    Its first letters find the row; of the rest only a salted hash is kept, and that until a typer
    has shown to know it: from then on the row is theirs, and the code is worth nothing.
    """

    __tablename__ = "link_code"

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="community.id")
    issuer_id: int = Field(foreign_key="member.id", unique=True)
    label: str = Field(unique=True)
    salt: str
    digest: str
    expires_at: datetime = moment(index=True)
    typer_id: int | None = Field(default=None, foreign_key="member.id", index=True)


class LinkTry(Row, table=True):
    """A wrong code: who typed it, and whose it was meant for, if that much of it was right."""

    __tablename__ = "link_try"

    id: int | None = Field(default=None, primary_key=True)
    typer_id: int = Field(foreign_key="member.id", index=True)
    issuer_id: int | None = Field(default=None, foreign_key="member.id", index=True)
    at: datetime = moment(index=True)


class ProfileEntry(Row, table=True):
    """One offer, want or experience of a member, in the member's own words."""

    __tablename__ = "profile_entry"

    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id", index=True)
    kind: str
    words: str


class Receipt(Row, table=True):
    """What a member agreed to, when: the community's texts by version, ours about data as shown."""

    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id", index=True)
    version: int
    locale: str
    about_data: str
    at: datetime = moment()


class DataAddress(Row, table=True):
    """An address under which a member's own data can be fetched once; only its digest is kept."""

    __tablename__ = "data_address"

    digest: str = Field(primary_key=True)
    member_id: int = Field(foreign_key="member.id", index=True)
    expires_at: datetime = moment(index=True)
