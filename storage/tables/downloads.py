"""Files that are fetched by their address, where a platform can't be handed the bytes."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from storage.tables.columns import Row, moment


class Download(Row, table=True):
    """The file of a message: `key` is the message's in its space. It goes when `until` is over."""

    __table_args__ = (UniqueConstraint("space_id", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    space_id: int = Field(foreign_key="space.id")
    place: str
    key: str
    name: str
    kind: str
    content: bytes
    until: datetime = moment(index=True)
