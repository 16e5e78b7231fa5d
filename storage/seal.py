"""What is in the database and must not be read from it: sealed with a key that is kept elsewhere.

Whoever has the database alone (a backup, a dump, a stolen disk of PostgreSQL) can't open it.
Fernet (cryptography.io, "Fernet (symmetric encryption)") writes the time into what it seals: here
that is always zero, since nobody is to know when it was.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from sqlalchemy import Connection

Keys = Callable[[], Sequence[str]]
"""Gives the keys when they are needed; the first one seals, all of them open."""

SMALLEST = 1024
"""Bytes that a content is filled up to, and to their doubles: its length tells next to nothing."""


class NoKey(RuntimeError):
    """There is no key outside of the database to seal with: set PASSERELLE_ENCRYPTION_KEY."""


class Lost(ValueError):
    """This was sealed with a key that is gone: put it back, behind the new one."""


def has_key(connection: Connection) -> bool:
    """Whether something can be sealed here."""
    return bool(_keys(connection))


def seal(connection: Connection, content: bytes) -> str:
    """The content as the database may keep it; raises NoKey."""
    size = SMALLEST
    while size < len(content):
        size *= 2
    return _safe(connection).encrypt_at_time(content.ljust(size), 0).decode()


def unseal(connection: Connection, sealed: str) -> bytes:
    """The content, with blanks behind it; raises NoKey or Lost."""
    try:
        return _safe(connection).decrypt(sealed.encode())
    except InvalidToken:
        raise Lost(Lost.__doc__) from None


def beside(file: Path, given: Sequence[str] = ()) -> Keys:
    """The keys of a database that is a file: those given, or one that is made beside it."""
    path = file.with_name(f"{file.name}.key")

    def keys() -> Sequence[str]:
        if not given and not path.exists():
            _write_new(path)
        return [*given, *([path.read_text(encoding="ascii")] if path.exists() else [])]

    return keys


def _write_new(path: Path) -> None:
    """It gets its name when it is whole; of two who make it at once, both use the first one's."""
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    unfinished.touch(0o600)
    try:
        unfinished.write_bytes(Fernet.generate_key())
        with suppress(FileExistsError):
            os.link(unfinished, path)
    finally:
        unfinished.unlink()


def _safe(connection: Connection) -> MultiFernet:
    keys = _keys(connection)
    if not keys:
        raise NoKey(NoKey.__doc__)
    return MultiFernet([Fernet(key) for key in keys])


def _keys(connection: Connection) -> Sequence[str]:
    keys: Keys | None = connection.get_execution_options().get("keys")
    return keys() if keys else ()
