"""Every setting, its default and what it accepts. `.env.example` explains them one by one."""

from __future__ import annotations

from ipaddress import ip_address
from pathlib import Path
from typing import Literal
from zoneinfo import available_timezones

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from conversations.language import locales
from conversations.texts import Text

PREFIX = "PASSERELLE_"
OWN_CODES = {"database-url", "locale", "time-zone", "open-without-token"}


class WrongSetting(ValueError):
    """A setting has a value that can't be used. `text` says in one line which and what to write."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.key)
        self.text = text


class Settings(BaseSettings):
    """Read from the environment and from `.env`, in this order, each name behind PASSERELLE_."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    database_url: str = "sqlite:///var/passerelle.db"
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    access_token: SecretStr | None = None
    community: str = Field(default="Passerelle", min_length=1)
    locale: str = "fr"
    time_zone: str = "Europe/Paris"
    events_per_minute: int = Field(default=120, ge=1)
    log_level: Literal["debug", "info", "warning", "error"] = "info"

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, url: str) -> str:
        try:
            backend = make_url(url).get_backend_name()
        except ArgumentError:
            backend = ""
        if backend not in {"sqlite", "postgresql"}:
            raise PydanticCustomError("database-url", "")
        return url

    @field_validator("locale")
    @classmethod
    def _known_locale(cls, locale: str) -> str:
        if locale not in locales():
            raise PydanticCustomError("locale", "")
        return locale

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, zone: str) -> str:
        if zone not in available_timezones():
            raise PydanticCustomError("time-zone", "")
        return zone

    @model_validator(mode="after")
    def _guarded(self) -> Settings:
        if not self.only_here and self.access_token is None:
            raise PydanticCustomError("open-without-token", "")
        return self

    @property
    def only_here(self) -> bool:
        """Whether the server can be reached from this machine only."""
        return self.host == "localhost" or _is_loopback(self.host)

    @property
    def sqlite_file(self) -> Path | None:
        """The database's file, if it is one."""
        url = make_url(self.database_url)
        if url.get_backend_name() != "sqlite" or not url.database:
            return None
        return Path(url.database)


def read_settings(**overrides: object) -> Settings:
    """The settings; raises WrongSetting for the first one that is wrong."""
    given = {name: value for name, value in overrides.items() if value is not None}
    try:
        return Settings(**given)  # type: ignore[arg-type] # pydantic checks them
    except ValidationError as wrong:
        raise WrongSetting(_what_to_do(wrong)) from None


def _what_to_do(wrong: ValidationError) -> Text:
    first = wrong.errors(include_url=False)[0]
    name = f"{PREFIX}{first['loc'][0] if first['loc'] else 'access_token'}".upper()
    code = first["type"] if first["type"] in OWN_CODES else "value"
    value = "" if code == "open-without-token" else str(first.get("input", ""))[:80]
    return Text(f"setting-{code}", name=name, value=value, known=list(locales()))


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
