"""Pictures as a phone takes them: with the place where it was, and which way up it was held."""

from __future__ import annotations

import zlib

PLACE = b"GPS 48.8566 N 2.3522 E"
"""What must reach nobody."""
_SIZE = (8).to_bytes(4) + (8).to_bytes(4)
_GREY = b"".join(b"\0" + bytes(range(8)) for _ in range(8))


def _chunk(kind: bytes, data: bytes) -> bytes:
    whole = kind + data
    return len(data).to_bytes(4) + whole + zlib.crc32(whole).to_bytes(4)


def png(*, told: bytes = PLACE, more: int = 0) -> bytes:
    """A grey square; `more` bytes make it heavier."""
    return b"\x89PNG\r\n\x1a\n" + b"".join((
        _chunk(b"IHDR", _SIZE + bytes((8, 0, 0, 0, 0))), _chunk(b"tEXt", b"Comment\0" + told),
        _chunk(b"eXIf", b"MM\0*" + told), _chunk(b"IDAT", zlib.compress(_GREY)),
        *([_chunk(b"IDAT", bytes(more))] if more else ()), _chunk(b"IEND", b""),
    )) + told  # fmt: skip


def _segment(marker: int, data: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(data) + 2).to_bytes(2) + data


def exif(way: int, told: bytes = PLACE) -> bytes:
    """An Exif segment's data, little end first as many phones have it."""
    entry = (0x0112).to_bytes(2, "little") + b"\3\0\1\0\0\0" + way.to_bytes(2, "little") + b"\0\0"
    other = (0x010F).to_bytes(2, "little") + b"\2\0\1\0\0\0" + b"abc\0"
    return b"Exif\0\0II*\0\x08\0\0\0\2\0" + other + entry + bytes(4) + told


def jpeg(*, way: int = 1, told: bytes = PLACE) -> bytes:
    """The segments of a photograph with two scans; its dots are none that anybody would see."""
    return b"\xff\xd8" + b"".join((
        _segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0"), _segment(0xE1, exif(way, told)),
        _segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + told), _segment(0xED, told),
        _segment(0xE2, b"ICC_PROFILE\0colours"), _segment(0xFE, told), _segment(0xDB, bytes(65)),
        _segment(0xC2, b"\x08\0\1\0\1\1\1\x11\0"), _segment(0xDA, b"\1\1\0\0\0\0"),
        b"dots\xff\0dots\xff\xd0dots", _segment(0xDA, b"\1\1\0\0\0\0"), b"finer\xff\0dots",
        b"\xff\xd9",
    )) + told  # fmt: skip
