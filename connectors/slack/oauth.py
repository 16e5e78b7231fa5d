"""The two addresses of an installation: the one that begins it, and the one Slack comes back to."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import structlog
from slack_bolt.adapter.starlette.async_handler import to_async_bolt_request, to_starlette_response
from slack_bolt.async_app import AsyncBoltRequest
from slack_bolt.oauth.async_callback_options import (
    AsyncCallbackOptions,
    AsyncFailureArgs,
    AsyncSuccessArgs,
)
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from connectors.slack.installations import GOOD_FOR, Installations, NotInvited, States
from connectors.slack.manifest import SCOPES, TO_LISTEN
from connectors.slack.settings import SlackSettings
from conversations.language import best, render
from conversations.texts import Text

log = structlog.get_logger()

INSTALL = "/hooks/slack/install"
REDIRECT = "/hooks/slack/oauth_redirect"


def routes(settings: SlackSettings, kept: Installations, states: States) -> list[Route]:
    """Bolt's flow with our tables under it, and our words on its pages."""
    flow = _flow(settings, kept, states)

    async def install(request: Request) -> Response:
        asked = to_async_bolt_request(request, b"")
        return to_starlette_response(await flow.handle_installation(asked))

    async def redirect(request: Request) -> Response:
        answered = to_async_bolt_request(request, b"")
        return to_starlette_response(await flow.handle_callback(answered))

    return [Route(INSTALL, install), Route(REDIRECT, redirect)]


def _flow(settings: SlackSettings, kept: Installations, states: States) -> AsyncOAuthFlow:
    quiet = logging.getLogger("passerelle.slack.oauth")
    quiet.setLevel(logging.ERROR)  # a warning of Bolt's holds the code that stands for a token
    secret = settings.client_secret
    made = AsyncOAuthSettings(
        client_id=settings.client_id, client_secret=secret.get_secret_value() if secret else None,
        scopes=[*SCOPES, *TO_LISTEN], user_scopes=(), install_path=INSTALL,
        redirect_uri_path=REDIRECT,
        install_page_rendering_enabled=False, authorization_url=settings.authorize_url,
        installation_store=kept, state_store=states,
        state_expiration_seconds=int(GOOD_FOR.total_seconds()),
        callback_options=AsyncCallbackOptions(_done, _refused), logger=quiet,
    )  # fmt: skip
    client = AsyncWebClient(base_url=settings.api_url, logger=quiet)
    return AsyncOAuthFlow(client=client, logger=quiet, settings=made)


async def _done(args: AsyncSuccessArgs) -> BoltResponse:
    log.info("slack-installed", team=args.installation.team_id)
    return _page(args, Text("slack-installed", team=args.installation.team_name or ""), 200)


async def _refused(args: AsyncFailureArgs) -> BoltResponse:
    if isinstance(args.error, NotInvited):
        return _page(args, Text("slack-not-invited"), 403)
    log.warning("slack-not-installed", why=args.reason[:40])
    return _page(args, Text("slack-not-installed", address=INSTALL), args.suggested_status_code)


def _page(args: AsyncSuccessArgs | AsyncFailureArgs, text: Text, status: int) -> BoltResponse:
    """One line of plain text, in the language of the browser."""
    headers: dict[str, str | Sequence[str]] = {
        "Content-Type": "text/plain; charset=utf-8",
        "Set-Cookie": args.settings.state_utils.build_set_cookie_for_deletion(),
    }
    words = render(text, _language(args.request))
    return BoltResponse(status=status, body=words, headers=headers)


def _language(request: AsyncBoltRequest) -> str:
    wanted = request.headers.get("accept-language") or [""]
    return best(wanted[0].split(",")[0])
