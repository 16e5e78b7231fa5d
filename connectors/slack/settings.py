"""What connects Slack. `.env.example` and docs/connect-slack.md explain each setting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from connectors.base import Finding
from connectors.secrets import Safe

NAME = "slack"
PREFIX = "PASSERELLE_SLACK_"


class Address(BaseSettings):
    """The bot's public address, which is a setting of the whole bot; the doctor tries it."""

    model_config = SettingsConfigDict(
        env_prefix="PASSERELLE_", env_file=".env", env_ignore_empty=True, extra="ignore",
        frozen=True,
    )  # fmt: skip

    public_url: str = ""


class SlackSettings(BaseSettings):
    """Read from the environment and from `.env`.

    One workspace by its bot token: with an app token through Socket Mode, else over HTTP with the
    signing secret. Several by the app's id and secret, over HTTP. Without either, Slack is not
    connected.
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True,
        hide_input_in_errors=True,
    )  # fmt: skip

    bot_token: SecretStr | None = None
    app_token: SecretStr | None = None
    signing_secret: SecretStr | None = None
    client_id: str | None = None
    client_secret: SecretStr | None = None
    workspaces: str = ""
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

    @model_validator(mode="after")
    def _one_way(self) -> SlackSettings:
        """The tokens of several workspaces come from Slack, and not from the settings."""
        given = bool(self.client_id), bool(self.client_secret), bool(self.invited)
        if any(given) and not (all(given) and self.signing_secret):
            raise ValueError(f"{PREFIX}CLIENT_ID needs CLIENT_SECRET, SIGNING_SECRET, WORKSPACES")
        if any(given) and (self.bot_token or self.app_token):
            raise ValueError(f"{PREFIX}CLIENT_ID stands instead of BOT_TOKEN and APP_TOKEN")
        return self

    @property
    def public_url(self) -> str:
        """Where the bot is reached from outside, if the settings say."""
        return Address().public_url

    @property
    def several(self) -> bool:
        """Whether the app is installed in several workspaces, with OAuth."""
        return self.client_id is not None

    @property
    def invited(self) -> frozenset[str]:
        """The workspaces that may install the app, by their ids."""
        return frozenset(self.workspaces.replace(",", " ").split())

    @property
    def is_given(self) -> bool:
        """Whether Slack is to be connected."""
        return self.several or self.bot_token is not None

    @property
    def authorize_url(self) -> str:
        """Where somebody says yes to an installation (docs.slack.dev, "Installing with OAuth")."""
        return f"{self.api_url.removesuffix('api/')}oauth/v2/authorize"

    def is_slacks(self, url: str) -> bool:
        """Whether an address is on the API's host or on one below it, as files are."""
        try:
            api, other = urlsplit(self.api_url), urlsplit(url)
            same = (other.scheme, other.port) == (api.scheme, api.port)
        except ValueError:
            return False
        return same and f".{other.hostname}".endswith(f".{api.hostname}")

    @property
    def over_http(self) -> bool:
        """Whether Slack calls us, instead of us keeping a line open to Slack."""
        return self.app_token is None


def examine(now: datetime, safe: Safe | None = None) -> Iterator[Finding]:
    """What the doctor finds of Slack: nothing where it is not connected."""
    settings = SlackSettings()
    if settings.is_given:
        from connectors.slack import checks  # loads Slack's library, only where it is used

        yield from checks.way_in(settings, safe) if settings.several else checks.look(settings, now)


def _begins(token: SecretStr | None, with_: str) -> SecretStr | None:
    if token is not None and not token.get_secret_value().startswith(with_):
        raise ValueError(f"begins with {with_}")
    return token
