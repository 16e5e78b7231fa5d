"""Slack's three steps of an upload: an address, the bytes, the place where it is shared."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

MOST_ALT_TEXT = 1000
"""docs.slack.dev, "files.getUploadURLExternal": alt_txt_too_large."""


@dataclass(slots=True)
class Uploads:
    """Files on their way, by their ids; each is shared once, when all its bytes are there."""

    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    refused: int = 0
    """How many of the next uploads of bytes fail."""

    def begin(self, id_: str, given: dict[str, Any], url: str) -> dict[str, Any]:
        """Where the bytes may be brought."""
        assert set(given) <= {"filename", "length", "alt_txt"}, given
        assert given["filename"]
        assert int(given["length"]) > 0
        assert len(given.get("alt_txt", "")) <= MOST_ALT_TEXT
        self.files[id_] = {"id": id_, "name": given["filename"], "size": int(given["length"]),
                           "alt_txt": given.get("alt_txt", ""), "content": None}  # fmt: skip
        return {"upload_url": f"{url}/upload/{id_}", "file_id": id_}

    async def take(self, request: web.Request) -> web.Response:
        """The bytes, all of them."""
        file, content = self.files[request.match_info["id"]], await request.read()
        if self.refused or len(content) != file["size"]:
            self.refused = max(self.refused - 1, 0)
            return web.Response(status=500, text="no")
        file["content"] = content
        return web.Response(text=f"OK - {len(content)}")

    def hand_in(self, id_: str, kind: str, content: bytes, url: str) -> dict[str, Any]:
        """A file of somebody's, as an event tells of it (docs.slack.dev, "File object")."""
        self.files[id_] = {"id": id_, "kind": kind, "content": content}
        address = f"{url}/files-pri/T0-{id_}/photo.bin"
        return {"id": id_, "name": "photo.bin", "mimetype": kind, "size": len(content),
                "mode": "hosted", "url_private": address, "permalink": address}  # fmt: skip

    def give(self, id_: str, *, may_read: bool) -> web.Response:
        """Its bytes; whoever may not read it is sent to a page to log in, as if all were well."""
        if not may_read:
            return web.Response(
                text="<!DOCTYPE html><title>Slack</title>", content_type="text/html"
            )
        file = self.files[id_]
        return web.Response(body=file["content"], content_type=file["kind"])

    def complete(self, given: str) -> list[dict[str, Any]]:
        """Those that are shared now."""
        shared = []
        for each in json.loads(given):
            assert set(each) <= {"id", "title"}
            file = self.files[each["id"]]
            assert file["content"] is not None, "the bytes come first"
            assert "title" not in file, "shared twice"
            file["title"] = each["title"]
            shared.append(file)
        return shared


def shown(message: dict[str, Any]) -> dict[str, Any]:
    """The files of a message, as a conversation's history has them."""
    files = message.get("files", ())
    keys = ("id", "name", "title", "size")
    return {"files": [{key: each[key] for key in keys} for each in files]} if files else {}
