"""Files in a terminal: each is saved into a folder of its own, and its path is shown."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from bot.talk.line import Line, Refused


class Folder:
    """A private folder, made when the first file comes."""

    def __init__(self) -> None:
        self._path: Path | None = None

    def with_path(self, message: dict[str, Any], line: Line) -> dict[str, Any]:
        """The message with the path of its file instead of the address; that, if it is gone."""
        file = message["file"]
        if file is None:
            return message
        try:
            saved = self._save(f"{message['n']}-{file['name']}", line.fetch(file["url"]))
        except Refused:
            return message
        return message | {"file": file | {"url": str(saved)}}

    def _save(self, name: str, content: bytes) -> Path:
        self._path = self._path or Path(tempfile.mkdtemp(prefix="passerelle-"))
        saved = self._path / Path(name).name
        saved.write_bytes(content)
        return saved
