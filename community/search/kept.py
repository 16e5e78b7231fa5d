"""What takes long to prepare is kept beside the program, as Python keeps its bytecode.

It is written where Python would write (PYTHONPYCACHEPREFIX moves it, PYTHONDONTWRITEBYTECODE keeps
it from being written). Where nothing can be written, or what is there is of something else or
broken, it is prepared again, and nobody notices but for the time.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

T = TypeVar("T", bound=BaseModel)


def kept(
    name: str, kind: type[T], of: str, prepare: Callable[[], T], folder: Path | None = None
) -> T:
    """What `prepare` gives; what was put into the folder under that name, if it is `of` the same.

    `folder` is Python's own for bytecode unless it is given.
    """
    file = (folder or Path(cache_from_source(__file__)).parent) / f"{name}.json"
    found = _read(file, of)
    if found is not None:
        return kind.model_validate_json(found)
    made = prepare()
    if not sys.dont_write_bytecode:
        _write(file, of, made.model_dump_json().encode())
    return made


def _read(file: Path, of: str) -> bytes | None:
    """What stands in the file behind its first line; None unless it is whole, and of this."""
    try:
        first, _, content = file.read_bytes().partition(b"\n")
    except OSError:
        return None
    return content if first == _first_line(of, content) else None


def _write(file: Path, of: str, content: bytes) -> None:
    """It gets its name when it is whole: of two who write it at once, either will do."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(dir=file.parent)
        try:
            with os.fdopen(handle, "wb") as writing:
                writing.write(_first_line(of, content) + b"\n" + content)
            Path(unfinished).chmod(0o644)
            Path(unfinished).replace(file)
        except OSError:
            Path(unfinished).unlink(missing_ok=True)
            raise


def _first_line(of: str, content: bytes) -> bytes:
    return f"{of} {hashlib.sha256(content).hexdigest()}".encode()
