"""The part of the fake Slack that installs the app: who says yes, and what the bot gets for it."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from tests.fakes.slack import FakeSlack

CLIENT_ID, CLIENT_SECRET = "1.2", "a client secret"


def agree(slack: FakeSlack, address: str, team: str) -> dict[str, str]:
    """Somebody says yes at this address; what Slack then has the browser bring back."""
    parts, asked = urlsplit(address), parse_qs(urlsplit(address).query)
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{slack.url}/oauth/v2/authorize"
    assert asked["client_id"] == [CLIENT_ID]
    assert set(asked["scope"][0].split(",")) == set(slack.scopes.split(","))
    assert "user_scope" not in asked, "nothing is wanted of the person who installs"
    code = f"code-{slack.number()}"
    slack.codes[code] = team
    return {"code": code, "state": asked["state"][0]}


def access(slack: FakeSlack, authorization: str, given: dict[str, Any]) -> dict[str, Any]:
    """docs.slack.dev, "oauth.v2.access": a code is good once."""
    wanted = b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode()
    if authorization != f"Basic {wanted}":
        return {"ok": False, "error": "bad_client_secret"}
    team = slack.codes.pop(given["code"], None)
    if team is None:
        return {"ok": False, "error": "invalid_code"}
    token = f"xoxb-of-{team}-{slack.number()}"
    slack.teams[token] = team
    return {
        "ok": True, "access_token": token, "token_type": "bot", "scope": slack.scopes,
        "bot_user_id": "U0BOT", "app_id": "A0APP", "team": {"id": team, "name": f"Team {team}"},
        "enterprise": None, "is_enterprise_install": False, "authed_user": {"id": "U0INSTALLER"},
    }  # fmt: skip
