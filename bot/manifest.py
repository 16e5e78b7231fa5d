"""What a platform wants to be told of the app, written from what the bot can do."""

from __future__ import annotations

import json
from typing import Literal
from urllib.parse import urlsplit

from bot.settings import Settings


def is_callable(url: str) -> bool:
    """Whether a platform can call this address: with https and the name of a host, nothing else.

    (docs.slack.dev, "Request URLs".)
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme == "https" and bool(parts.hostname) and not (parts.query or parts.fragment)


def written(platform: Literal["slack"], settings: Settings, url: str | None) -> str:
    """The manifest as JSON, in the community's language. `url` is the bot's public address."""
    from connectors.slack import manifest, oauth, web

    at = url.rstrip("/") if url else None
    webhook, redirect = (at + web.PATH, at + oauth.REDIRECT) if at else (None, None)
    made = manifest.manifest(settings.community, settings.locale, webhook, redirect)
    return json.dumps(made, ensure_ascii=False, indent=2)
