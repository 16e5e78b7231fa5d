"""Communities, the spaces they live in, their members and what these chose to tell."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, UniqueConstraint, false, true
from sqlmodel import Field, SQLModel

from storage.tables.columns import by_code_point, document_or_none, moment, moment_or_none


class Community(SQLModel, table=True):
    """Who lives here together; one process can serve several."""

    id: int | None = Field(default=None, primary_key=True)
    name: str
    locale: str = "fr"
    time_zone: str = "Europe/Paris"
    text_version: int = 1
    """Raised whenever the mission or the rules change: members keep the version they accepted."""


class CommunityText(SQLModel, table=True):
    """The community's own words: its mission and its rules, one row a language."""

    __tablename__ = "community_text"

    community_id: int = Field(foreign_key="community.id", primary_key=True)
    kind: str = Field(primary_key=True)
    locale: str = Field(primary_key=True)
    words: str


class Space(SQLModel, table=True):
    """A Slack workspace, a Discord server, a WhatsApp number, a local page."""

    __table_args__ = (UniqueConstraint("connector", "external_id"),)

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="community.id")
    connector: str
    external_id: str


class Place(SQLModel, table=True):
    """A channel or a shared room inside a space; direct lines need no row.

    `key` is our name of the place; `platform_id` is the platform's, once the room was opened there.
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


class PlaceMember(SQLModel, table=True):
    """Who is in a shared room."""

    __tablename__ = "place_member"

    place_id: int = Field(foreign_key="place.id", primary_key=True)
    member_id: int = Field(foreign_key="member.id", primary_key=True, index=True)


class Member(SQLModel, table=True):
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
    """When the onboarding was finished."""
    paused_until: datetime | None = moment_or_none()
    left_at: datetime | None = moment_or_none()
    profile_stamp: int = Field(
        default=0, sa_type=BigInteger, sa_column_kwargs={"server_default": "0"}
    )
    """Grows with each change of the profile; 0 for one that nobody has written."""


class NameStart(SQLModel, table=True):
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


class Identity(SQLModel, table=True):
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


class LinkCode(SQLModel, table=True):
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


class LinkTry(SQLModel, table=True):
    """A wrong code: who typed it, and whose it was meant for, if that much of it was right."""

    __tablename__ = "link_try"

    id: int | None = Field(default=None, primary_key=True)
    typer_id: int = Field(foreign_key="member.id", index=True)
    issuer_id: int | None = Field(default=None, foreign_key="member.id", index=True)
    at: datetime = moment(index=True)


class ProfileEntry(SQLModel, table=True):
    """One offer, want or experience of a member, in the member's own words."""

    __tablename__ = "profile_entry"

    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id", index=True)
    kind: str
    words: str
