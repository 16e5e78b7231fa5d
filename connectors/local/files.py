"""Files on the page: each is downloaded from an address of the API, for a week."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection
from starlette.responses import Response

from community.files import File
from storage import downloads
from storage.downloads import Kept

PATH = "/local/api/files/"
FETCHED_WITHIN = timedelta(days=7)
"""Afterwards the bytes go: nobody's data lies about for good."""


def beside(line: dict[str, Any], key: str, file: File) -> dict[str, Any]:
    """A line of the history with the way to its file, and the file for `keep`."""
    shown = {**line["payload"]["file"], "url": f"{PATH}{key}"}
    kept = (key, Kept(file.name, file.kind, file.content))
    return line | {"payload": line["payload"] | {"file": shown}, "file": kept}


def keep(connection: Connection, lines: Sequence[dict[str, Any]]) -> None:
    """Put the files away that came with these lines."""
    for line in lines:
        if "file" in line:
            key, file = line["file"]
            until = line["at"] + FETCHED_WITHIN
            downloads.put(connection, line["space_id"], line["place"], key, file, until)


def handed_out(file: Kept) -> Response:
    """The bytes, to be saved and never to be run."""
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return Response(file.content, media_type=file.kind, headers=headers)
