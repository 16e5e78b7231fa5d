"""What connects Slack. `.env.example` and docs/connect-slack.md explain each setting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from connectors.base import Finding
from conversations.texts import Text

PREFIX = "PASSERELLE_SLACK_"


class SlackSettings(BaseSettings):
    """Read from the environment and from `.env`; without a bot token Slack is not connected.

    With an app token events come through Socket Mode, else over HTTP with the signing secret.
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True,
        hide_input_in_errors=True,
    )  # fmt: skip

    bot_token: SecretStr | None = None
    app_token: SecretStr | None = None
    signing_secret: SecretStr | None = None
    moderators: str | None = None
    messages_per_minute: int = Field(default=240, ge=1)
    api_url: str = "https://slack.com/api/"

    @field_validator("bot_token")
    @classmethod
    def _of_a_bot(cls, token: SecretStr | None) -> SecretStr | None:
        return _begins(token, "xoxb-")

    @field_validator("app_token")
    @classmethod
    def _of_an_app(cls, token: SecretStr | None) -> SecretStr | None:
        return _begins(token, "xapp-")

    @field_validator("api_url")
    @classmethod
    def _with_its_slash(cls, url: str) -> str:
        """The client puts the method's name right behind it."""
        return url.rstrip("/") + "/"

    @model_validator(mode="after")
    def _reachable(self) -> SlackSettings:
        if self.bot_token and not (self.app_token or self.signing_secret):
            raise ValueError(f"{PREFIX}BOT_TOKEN needs {PREFIX}APP_TOKEN or …SIGNING_SECRET")
        return self

    @property
    def over_http(self) -> bool:
        """Whether Slack calls us, instead of us keeping a line open to Slack."""
        return self.app_token is None


def examine(now: datetime) -> Iterator[Finding]:
    """What the doctor finds of Slack: nothing where it is not connected."""
    try:
        settings = SlackSettings()
    except ValidationError as wrong:
        names = [f"{PREFIX}{each['loc'][0]}".upper() for each in wrong.errors() if each["loc"]]
        yield Finding(False, Text("doctor-slack-settings", names=names or [f"{PREFIX}BOT_TOKEN"]))
        return
    if settings.bot_token is not None:
        from connectors.slack.checks import look  # loads Slack's library, only where it is used

        yield from look(settings, now)


def _begins(token: SecretStr | None, with_: str) -> SecretStr | None:
    if token is not None and not token.get_secret_value().startswith(with_):
        raise ValueError(f"begins with {with_}")
    return token
