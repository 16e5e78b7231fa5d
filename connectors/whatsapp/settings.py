"""What WhatsApp needs to be connected. `.env.example` explains each."""

from __future__ import annotations

import hmac
import re

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "PASSERELLE_WHATSAPP_"
NUMBER = r"^whatsapp:\+[1-9]\d{6,14}$"
"""A Twilio channel address (spec twilio_api_v2010, Messages `From`) around an E.164 number."""

ADDRESS = re.compile(r"whatsapp:[!-~]{1,200}")
"""What somebody writes from: a number or a business-scoped id, opaque to us, and no SMS."""


class WhatsAppSettings(BaseSettings):
    """Read from the environment and `.env`; filled in only when all four are there."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True,
        hide_input_in_errors=True,
    )  # fmt: skip

    account_sid: str = Field(pattern="^AC[0-9a-fA-F]{32}$")
    auth_token: SecretStr
    number: str = Field(pattern=NUMBER)
    public_url: str = Field(pattern=r"^https?://[^/?#\s]+(/[^?#\s]*)?$")

    def webhook(self, what: str) -> str:
        """The address, as Twilio requests it, of `message` or `status`."""
        return f"{self.public_url.rstrip('/')}{path(what)}"

    def seal(self, address: str) -> str:
        """What is left of an erased address for a while: only who has it can find it again."""
        return f"erased:{self._digest(address)}"

    def mark(self, sid: str) -> str:
        """By which a message is known again for good, for as long as this token signs any."""
        return self._digest(f"message:{sid}")[:32]

    def _digest(self, words: str) -> str:
        key = self.auth_token.get_secret_value().encode()
        return hmac.new(key, words.encode(), "sha256").hexdigest()


def path(what: str) -> str:
    """Where in the web server a webhook is heard."""
    return f"/hooks/whatsapp/{what}"


class _Given(BaseSettings):
    """Whether anything at all is said about WhatsApp."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", env_ignore_empty=True, extra="ignore"
    )

    account_sid: str | None = None


def is_given() -> bool:
    """Whether an account is named."""
    return _Given().account_sid is not None


def read_settings() -> WhatsAppSettings | None:
    """The settings, None where no account is named; raises ValidationError for half of them."""
    if not is_given():
        return None
    return WhatsAppSettings()  # type: ignore[call-arg] # pydantic-settings reads them
