"""A file that somebody is given: their data, a calendar entry, a chart."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pydantic import Base64Bytes, TypeAdapter

MOST_BYTES = 5_000_000
"""What every platform takes: WhatsApp the least, of pictures (Twilio docs, "Guidance on WhatsApp
Media Messages")."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,50}(\.[A-Za-z0-9]{1,8}){1,2}")
_KIND = re.compile(r"[a-z]+/[a-z0-9][a-z0-9.+-]{0,80}")


@dataclass(frozen=True, slots=True)
class File:
    """`name` is ASCII without spaces, with an ending; `kind` is its media type.

    What is in it stands in the text beside it, for whoever can't see or open it. Raises ValueError
    for what some platform would not take. Kept as JSON, the content is base64.
    """

    name: str
    kind: str
    content: Base64Bytes = field(repr=False)

    def __post_init__(self) -> None:
        if not (_NAME.fullmatch(self.name) and _KIND.fullmatch(self.kind)):
            raise ValueError("a file needs a plain name with an ending, and a media type")
        if not 0 < len(self.content) <= MOST_BYTES:
            raise ValueError(f"a file has 1 to {MOST_BYTES} bytes")

    @property
    def is_picture(self) -> bool:
        """Whether it is one that platforms show where it stands."""
        return self.kind in {"image/png", "image/jpeg"}


JSON: TypeAdapter[File] = TypeAdapter(File)
"""To and from what can be kept as JSON."""
