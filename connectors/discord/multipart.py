"""A body and the file that it names, as Discord takes them (docs, "Uploading Files")."""

from __future__ import annotations

import io
import json
from typing import Any

import discord

from community.files import File
from connectors.discord.render import Payload


def given(body: Payload, file: File | None) -> dict[str, Any]:
    """The arguments of the library's `request`; it rewinds the file when it asks once more."""
    if file is None or "attachments" not in body:
        return {"json": body}
    opened = discord.File(io.BytesIO(file.content), filename=file.name)
    form = [
        {"name": "payload_json", "value": json.dumps(body)},
        {
            "name": "files[0]", "value": opened.fp, "filename": file.name,
            "content_type": file.kind,
        },
    ]  # fmt: skip
    return {"form": form, "files": [opened]}
