"""What Slack refuses, and what that means for the message: one table.

Names after docs.slack.dev, "chat.postMessage", "chat.update", "conversations.open", "views.open"
and "files.getUploadURLExternal": errors.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from slack_sdk.errors import SlackApiError

from connectors.base import NotDelivered, TryLater, Undeliverable

SOON = None
"""The sender knows best how long to wait."""
ONCE_MENDED = timedelta(hours=1)
"""The installation is at fault, not the message: somebody has to look after it first."""

LATER: Mapping[str, timedelta | None] = {
    "ratelimited": SOON, "rate_limited": SOON, "message_limit_exceeded": ONCE_MENDED,
    "internal_error": SOON, "fatal_error": SOON, "service_unavailable": SOON,
    "request_timeout": SOON, "team_added_to_org": SOON, "as_user_not_supported": ONCE_MENDED,
    "invalid_auth": ONCE_MENDED, "not_authed": ONCE_MENDED, "token_revoked": ONCE_MENDED,
    "token_expired": ONCE_MENDED, "account_inactive": ONCE_MENDED,
    "org_login_required": ONCE_MENDED, "ekm_access_denied": ONCE_MENDED,
    "access_denied": ONCE_MENDED, "accesslimited": ONCE_MENDED,
    "team_access_not_granted": ONCE_MENDED,
}  # fmt: skip

NEVER = frozenset({
    "channel_not_found", "user_not_found", "users_not_found", "user_disabled", "user_not_visible",
    "is_archived", "not_in_channel", "cannot_dm_bot", "restricted_action", "messages_tab_disabled",
    "restricted_action_read_only_channel", "restricted_action_non_threadable_channel",
    "msg_too_long", "msg_blocks_too_long", "no_text", "invalid_blocks", "invalid_blocks_format",
    "invalid_arguments", "invalid_array_arg", "invalid_form_data", "metadata_too_large",
    "not_enough_users", "too_many_users", "invalid_user_combination", "invalid_users",
    "method_not_supported_for_channel_type", "slack_connect_canvas_sharing_blocked",
    "slack_connect_blocked_file_type", "expired_trigger_id", "invalid_trigger_id",
    "exchanged_trigger_id", "trigger_exchanged", "hash_conflict", "no_such_subteam",
    "file_type_not_allowed", "file_uploads_disabled", "file_uploads_except_images_disabled",
    "file_upload_size_restricted", "posting_to_channel_denied", "user_not_in_channel",
    "message_not_found", "cant_update_message", "edit_window_closed",
})  # fmt: skip


class NoAnswer(TryLater):
    """Slack did not say what became of it: the message may have arrived."""


class TooFast(TryLater):
    """Slack wants fewer calls, for as long as it says."""

    def __init__(self, why: str, pause: timedelta) -> None:
        super().__init__(why, pause)
        self.pause = pause


class NoRight(TryLater):
    """The app was installed without a scope that this needs: `passerelle doctor` names it."""


def meaning(method: str, refusal: SlackApiError) -> NotDelivered:
    """What to do about a refusal. What is not in the table is tried again, as often as anything."""
    code, status = _code(refusal), refusal.response.status_code
    why = f"{method}: {code}"
    if status == 429:
        return TooFast(why, _pause(refusal))
    if status >= 500:
        return NoAnswer(f"{method}: {status}")
    if code == "missing_scope":
        return NoRight(why, ONCE_MENDED)
    if code in NEVER:
        return Undeliverable(why)
    return TryLater(why, LATER.get(code, SOON))


def _code(refusal: SlackApiError) -> str:
    data = refusal.response.data
    return str(data.get("error", "")) if isinstance(data, dict) else ""


def _pause(refusal: SlackApiError) -> timedelta:
    """`Retry-After`, in seconds; Slack sends it with every 429 (docs.slack.dev, "Rate limits")."""
    headers = {name.lower(): value for name, value in refusal.response.headers.items()}
    given = str(headers.get("retry-after", ""))
    return timedelta(seconds=int(given) if given.isdecimal() else 30)
