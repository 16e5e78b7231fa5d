"""What an organiser sets for Discord; without a token the bot is not connected to it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PREFIX = "PASSERELLE_DISCORD_"
Snowflake = Annotated[int, Field(ge=1, lt=2**63)]
"""A Discord id (docs: reference, "Snowflakes")."""


class DiscordSettings(BaseSettings):
    """Read from the environment and from `.env`, each name behind PASSERELLE_DISCORD_."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    token: SecretStr | None = None
    guild_id: Snowflake | None = None
    intro_channel: Snowflake | None = None
    moderator_roles: Annotated[frozenset[Snowflake], NoDecode] = frozenset()

    @field_validator("moderator_roles", mode="before")
    @classmethod
    def _separated(cls, roles: object) -> object:
        """Ids with commas between them."""
        if isinstance(roles, str):
            return [each.strip() for each in roles.split(",") if each.strip()]
        return roles
