"""Every setting, its default and what it accepts. `.env.example` explains them one by one."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Literal

from dotenv import dotenv_values
from pydantic import (
    DirectoryPath,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from community.words import clean, time_zones
from connectors.discord.settings import DiscordSettings
from connectors.local.loopback import is_loopback
from connectors.secrets import Safe
from connectors.slack.settings import SlackSettings
from connectors.whatsapp.settings import WhatsAppSettings
from conversations.language import locales
from conversations.texts import Text

PREFIX = "PASSERELLE_"
ENV_FILE = ".env"
WHAT_TO_WRITE = {
    "database_url": "setting-database-url",
    "host": "setting-host",
    "port": "setting-port",
    "public_url": "setting-public-url",
    "access_token": "setting-access-token",
    "encryption_key": "setting-encryption-key",
    "community": "setting-community",
    "locale": "setting-locale",
    "time_zone": "setting-time-zone",
    "events_per_minute": "setting-events-per-minute",
    "log_level": "setting-log-level",
    "thesaurus": "setting-thesaurus",
    "embeddings": "setting-embeddings",
    "library": "setting-library",
}
"""Of each setting, the message that says what is allowed."""
SECRET = {"access_token", "encryption_key"}
_MODEL = re.compile(r"default|[\w.-]+/[\w.-]+")
"""How a model of sentence embeddings is named on the Hugging Face hub."""
DRIVERS = {"sqlite", "sqlite+pysqlite", "postgresql", "postgresql+psycopg"}


class WrongSetting(ValueError):
    """A setting has a value that can't be used. `text` says in one line which and what to write."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.key)
        self.text = text


class Settings(BaseSettings):
    """Read from the environment and from `.env`, in this order, each name behind PASSERELLE_."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=ENV_FILE, env_ignore_empty=True, extra="ignore", frozen=True
    )

    database_url: str = "sqlite:///var/passerelle.db"
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    public_url: str = Field(default="", pattern=r"^(https?://[^\s/]+(/[^\s/]+)*)?$")
    access_token: SecretStr | None = None
    encryption_key: SecretStr | None = None
    community: str = Field(default="Passerelle", min_length=1)
    locale: str = "fr"
    time_zone: str = "Europe/Paris"
    events_per_minute: int = Field(default=120, ge=1)
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    thesaurus: DirectoryPath | None = None
    embeddings: str | None = None
    library: DirectoryPath | None = None

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, url: str) -> str:
        if not _is_known(url):
            raise ValueError("not a known database")
        return url

    @field_validator("access_token")
    @classmethod
    def _sendable(cls, token: SecretStr | None) -> SecretStr | None:
        """A token travels in a header and in an address: no blanks, no accents."""
        words = token.get_secret_value() if token else ""
        if " " in words or not (words.isascii() and words.isprintable()):
            raise ValueError("not sendable")
        return token

    @field_validator("encryption_key")
    @classmethod
    def _usable(cls, keys: SecretStr | None) -> SecretStr | None:
        if keys is not None:
            Safe(keys)
        return keys

    @field_validator("locale")
    @classmethod
    def _known_locale(cls, locale: str) -> str:
        if locale not in locales():
            raise ValueError("not a known language")
        return locale

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, zone: str) -> str:
        if zone not in time_zones():
            raise ValueError("not a known time zone")
        return zone

    @field_validator("embeddings")
    @classmethod
    def _nameable(cls, model: str | None) -> str | None:
        if model and not (_MODEL.fullmatch(model) or Path(model).is_dir()):
            raise ValueError("neither a folder nor a name")
        return model

    @model_validator(mode="after")
    def _guarded(self) -> Settings:
        if not self.only_here and self.access_token is None:
            raise ValueError("open to everybody")
        return self

    @property
    def safe(self) -> Safe | None:
        """What seals the platforms' tokens, if there is a key."""
        return Safe(self.encryption_key) if self.encryption_key else None

    @property
    def keys(self) -> list[str]:
        """The keys themselves, the one that seals in front."""
        secret = self.encryption_key.get_secret_value() if self.encryption_key else ""
        return secret.replace(",", " ").split()

    @property
    def only_here(self) -> bool:
        """Whether the server can be reached from this machine only."""
        return is_loopback(self.host)

    @property
    def sqlite_file(self) -> Path | None:
        """The database's file, if it is one."""
        url = make_url(self.database_url)
        if url.get_backend_name() != "sqlite" or not url.database:
            return None
        return Path(url.database)


KINDS: tuple[type[BaseSettings], ...] = (Settings, SlackSettings, DiscordSettings, WhatsAppSettings)
"""Whatever is read from the environment and from `.env`."""


def read_settings(**overrides: object) -> Settings:
    """The settings; raises WrongSetting for the first one that is wrong."""
    given = {name: value for name, value in overrides.items() if value is not None}
    try:
        return Settings(**given)  # type: ignore[arg-type] # pydantic checks them
    except ValidationError as wrong:
        raise WrongSetting(_what_to_do(wrong)) from None
    except UnicodeDecodeError:
        raise WrongSetting(Text("setting-not-utf8")) from None


def unknown_settings() -> list[str]:
    """Names in the environment and in `.env` that are meant for us, and that we don't know."""
    known = frozenset[str]().union(*map(_names, KINDS))
    ours = {name for name, _ in _written() if name.upper().startswith(PREFIX)}
    return sorted(clean(name)[:80] for name in ours if name.upper() not in known)


def is_begun(kind: type[BaseSettings]) -> bool:
    """Whether any setting of this kind was filled in."""
    names = _names(kind)
    return any(value and name.upper() in names for name, value in _written())


def _names(kind: type[BaseSettings]) -> frozenset[str]:
    prefix = kind.model_config["env_prefix"]
    return frozenset(f"{prefix}{name}".upper() for name in kind.model_fields)


def _written() -> list[tuple[str, str | None]]:
    """Everything in the environment and in `.env`."""
    return [*os.environ.items(), *dotenv_values(ENV_FILE, interpolate=False).items()]


def _what_to_do(wrong: ValidationError) -> Text:
    first = wrong.errors(include_url=False)[0]
    if not first["loc"]:
        return Text("setting-open-without-token", name=f"{PREFIX}ACCESS_TOKEN")
    field = str(first["loc"][0])
    name, value = f"{PREFIX}{field}".upper(), _shown(field, str(first["input"]))
    return Text(WHAT_TO_WRITE[field], name=name, value=value, known=list(locales()))


def _shown(field: str, value: str) -> str:
    """What was written, but for what may be a password."""
    if field in SECRET:
        return "…"
    scheme, separator, _ = clean(value).partition("://")
    return f"{scheme[:80]}{separator and '://…'}"


def _is_known(url: str) -> bool:
    """Whether it is a database that can be used: with our drivers, and not one in memory."""
    try:
        made = make_url(url)
    except (ArgumentError, ValueError):
        return False
    in_memory = made.get_backend_name() == "sqlite" and made.database in {None, "", ":memory:"}
    return made.drivername in DRIVERS and not in_memory
