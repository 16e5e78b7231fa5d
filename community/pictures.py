"""A picture that somebody passes on: only what shows it, and nothing of where it was taken.

A photograph tells more than it shows: place and time, whose camera, a smaller picture of what was
cut away (JEITA CP-3451, "Exif"). Of all that, only which way up it is held is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from community.files import MOST_BYTES, File

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
"""How these begin (W3C, "PNG", 5.2; ITU-T T.81, annex B)."""

_SCAN, _END, _EXIF, _COMMENT = 0xDA, 0xD9, 0xE1, 0xFE
_SHOWS = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""Of what programs add to a JPEG, what its colours need."""
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_ORIENTATION = 0x0112
_UPRIGHT, _WAYS_UP = 1, range(2, 9)

_PNG_SHOWS = {b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"bKGD", b"pHYs"}


class NotAPicture(ValueError):
    """These bytes are no picture in PNG or JPEG, whatever they are called."""


class TooLarge(ValueError):
    """More bytes than every platform takes."""


def picture(content: bytes) -> File:
    """The picture under a name that says nothing; raises NotAPicture, TooLarge."""
    if len(content) > MOST_BYTES:
        raise TooLarge
    if content.startswith(PNG):
        return File("picture.png", "image/png", b"".join(_of_png(content)))
    if content.startswith(JPEG):
        return File("picture.jpg", "image/jpeg", b"".join(_of_jpeg(content)))
    raise NotAPicture


def _of_png(content: bytes) -> Iterator[bytes]:
    """What draws it: chunks that every reader must know begin with a capital."""
    yield PNG
    kinds = []
    for kind, chunk in _chunks(content):
        kinds.append(kind)
        if kind[:1].isupper() or kind in _PNG_SHOWS:
            yield chunk
    if kinds[:1] != [b"IHDR"] or b"IDAT" not in kinds:
        raise NotAPicture


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each kind and whole chunk up to the end of the picture; what is behind that is not of it."""
    at, kind = len(PNG), b""
    while kind != b"IEND":
        end = at + 12 + int.from_bytes(content[at : at + 4])
        kind = content[at + 4 : at + 8]
        if end > len(content):
            raise NotAPicture
        yield kind, content[at:end]
        at = end


def _of_jpeg(content: bytes) -> Iterator[bytes]:
    """What draws it, after which way up it is held."""
    segments = list(_segments(content))
    yield content[:2]
    held = [_held(segment) for marker, segment in segments if marker == _EXIF]
    yield from (_holding(way) for way in held[:1] if way in _WAYS_UP)
    yield from (segment for marker, segment in segments if _draws(marker, segment))
    yield bytes((0xFF, _END))


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Each marker and whole segment; a scan goes on to the marker that follows it."""
    at, scanned = 2, False
    while content[at : at + 2] != bytes((0xFF, _END)):
        marker, end = _marker(content, at)
        if marker == _SCAN:
            end, scanned = _scanned(content, end), True
        yield marker, content[at:end]
        at = end
    if not scanned:
        raise NotAPicture


def _marker(content: bytes, at: int) -> tuple[int, int]:
    head = content[at : at + 4]
    end = at + 2 + int.from_bytes(head[2:])
    if len(head) < 4 or head[0] != 0xFF or not at + 4 <= end <= len(content):
        raise NotAPicture
    return head[1], end


def _scanned(content: bytes, at: int) -> int:
    found = _AFTER_SCAN.search(content, at)
    if found is None:
        raise NotAPicture
    return found.start()


def _draws(marker: int, segment: bytes) -> bool:
    """Whether it is needed to draw the picture."""
    if 0xE0 <= marker <= 0xEF:
        return marker in _SHOWS and segment[4:].startswith(_SHOWS[marker])
    return marker != _COMMENT


def _held(segment: bytes) -> int:
    """Which way up, 1 to 8, as its first directory tells; upright where it tells nothing."""
    told = segment[10:]
    order = "little" if told[:2] == b"II" else "big"

    def number(at: int, size: int) -> int:
        return int.from_bytes(told[at : at + size], order)  # type: ignore[arg-type] # a literal

    first = number(4, 4)
    entries = range(first + 2, first + 2 + 12 * number(first, 2), 12)
    return next((number(at + 8, 2) for at in entries if number(at, 2) == _ORIENTATION), _UPRIGHT)


def _holding(way: int) -> bytes:
    """An Exif segment that tells which way up, and nothing else."""
    entry = _ORIENTATION.to_bytes(2) + b"\0\3" + (1).to_bytes(4) + way.to_bytes(2) + b"\0\0"
    told = b"Exif\0\0" + b"MM\0*" + (8).to_bytes(4) + (1).to_bytes(2) + entry + bytes(4)
    return bytes((0xFF, _EXIF)) + (len(told) + 2).to_bytes(2) + told
