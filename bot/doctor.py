"""The doctor: looks at everything the bot stands on, and says what to do about each fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import SQLAlchemyError

from bot import files, platforms
from bot.charter import has_default_texts
from bot.settings import Settings, unknown_settings
from community import charter, members
from community.scope import Scope
from connectors.base import Finding
from connectors.secrets import Safe
from conversations.language import keys, locales
from conversations.moments import moment_said
from conversations.texts import Text
from storage import inbox, outbox, versions
from storage.database import open_database, reading
from storage.inbox import inbox as inboxes
from storage.tables import Community, Ritual, table

communities, rituals = table(Community), table(Ritual)
LATE = timedelta(minutes=10)
FRESH = timedelta(days=7)
"""How long it is told that a message was given up."""


def examine(settings: Settings, now: datetime) -> Iterator[Finding]:
    """Look at everything, one after the other."""
    yield from _settings()
    if settings.safe:
        yield Finding(True, Text("doctor-key-ok", count=settings.safe.count))
    yield from _locales()
    yield from platforms.examined(now, settings.safe)
    file = settings.sqlite_file
    if file is not None and not file.exists():
        yield Finding(False, Text("doctor-missing-database"))
        return
    engine = open_database(settings.database_url)
    try:
        with reading(engine) as connection:
            if not files.is_whole(connection):
                yield Finding(False, Text("database-damaged", file=str(file)))
                return
            yield Finding(True, Text("doctor-database-ok", backend=engine.dialect.name))
            yield from _database(connection, now, settings.safe)
    except SQLAlchemyError as fault:
        yield Finding(False, files.complaint(settings, fault))
    finally:
        engine.dispose()


def gaps(known: Callable[[str], frozenset[str]] = keys) -> dict[str, list[str]]:
    """The messages that a language lacks and another has, by language; `known` gives those of one.

    To try whether each can be read takes half a second, which a start had better do without.
    """
    everything = frozenset[str]().union(*(known(locale) for locale in locales()))
    missing = {locale: sorted(everything - known(locale)) for locale in locales()}
    return {locale: lacking for locale, lacking in missing.items() if lacking}


def _settings() -> Iterator[Finding]:
    unknown = unknown_settings()
    yield from (Finding(False, Text("setting-unknown", name=name)) for name in unknown)
    if not unknown:
        yield Finding(True, Text("doctor-settings-ok"))


def _locales() -> Iterator[Finding]:
    missing = gaps()
    for locale, lacking in missing.items():
        wrong = Text("doctor-locales-wrong", count=len(lacking), locale=locale, key=lacking[0])
        yield Finding(False, wrong)
    if not missing:
        yield Finding(True, Text("doctor-locales-ok", known=list(locales())))


def _database(connection: Connection, now: datetime, safe: Safe | None) -> Iterator[Finding]:
    version = versions.of(connection) or "0"
    if version > versions.newest():
        yield Finding(False, Text("cli-newer-database"))
        return
    if version != versions.newest():
        wrong = Text("doctor-migrations-wrong", version=version, newest=versions.newest())
        yield Finding(False, wrong)
        return
    from storage import migrate

    if differences := migrate.differences(connection):
        yield Finding(False, Text("doctor-shape-wrong", count=len(differences)))
    else:
        yield Finding(True, Text("doctor-migrations-ok", version=version))
        yield from _communities(connection, now)
        yield from platforms.examined_inside(connection, now, safe)
    yield _clock(connection, now)
    yield from _mail(connection, now)


def _communities(connection: Connection, now: datetime) -> Iterator[Finding]:
    for id_ in connection.execute(select(communities.c.id)).scalars().all():
        scope = Scope(connection, now, id_)
        ours = has_default_texts(charter.read(scope))
        lacking = not members.staff(scope) and members.is_peopled(scope)
        scope.close(keep=False)
        if lacking:
            yield Finding(False, Text("doctor-no-team"))
        key = "doctor-community-default" if ours else "doctor-community-ok"
        yield Finding(True, Text(key), hint=ours)
    yield from _rituals(connection, now)


def _rituals(connection: Connection, now: datetime) -> Iterator[Finding]:
    """A run that should be over: nothing else tells of one that fails before it begins."""
    late = select(rituals.c.name, rituals.c.next_due_at, rituals.c.time_zone).where(
        rituals.c.next_due_at < now - LATE
    )
    for name, due_at, zone in connection.execute(late.order_by(rituals.c.next_due_at)):
        at = moment_said(due_at, zone)
        yield Finding(False, Text("doctor-ritual-late", name=name, at=at))


def _clock(connection: Connection, now: datetime) -> Finding:
    """A row from the future means that the clock went back, or was ahead before."""
    latest = connection.execute(select(func.max(inboxes.c.received_at))).scalar()
    if latest is not None and latest > now + LATE:
        return Finding(False, Text("doctor-clock-wrong", at=f"{latest:%Y-%m-%d %H:%M} UTC"))
    return Finding(True, Text("doctor-clock-ok"))


def _mail(connection: Connection, now: datetime) -> Iterator[Finding]:
    failures = outbox.failures(connection, since=now - FRESH)
    if failures:
        latest, _, reason = failures[0]
        count = len(failures)
        yield Finding(False, Text("doctor-failures", count=count, reason=reason, id=str(latest)))
    late = inbox.waiting(connection, before=now - LATE)
    if late:
        yield Finding(False, Text("doctor-stuck", count=late))
    if not failures and not late:
        yield Finding(True, Text("doctor-mail-ok"))
