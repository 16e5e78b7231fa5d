"""The command line: `passerelle …`."""

from __future__ import annotations

import asyncio
import locale as system
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from bot import files, seed
from bot.settings import Settings, WrongSetting, read_settings
from bot.time import Clock, machine_time
from conversations.language import best, render
from conversations.texts import Argument, Text

DEMO_DATABASE = "sqlite:///var/demo.db"

console = Console(soft_wrap=True)
errors = Console(stderr=True, soft_wrap=True)


@cache
def language() -> str:
    """The language of whoever sits at the terminal, also where the system lacks its files."""
    wanted = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return best(next(filter(None, wanted), None) or system.getlocale()[0], "en")


def words(key: str, **args: Argument) -> str:
    """A sentence for the terminal."""
    return render(Text(key, **args), language())


app = typer.Typer(help=words("cli"), no_args_is_help=True, pretty_exceptions_enable=False)
db = typer.Typer(help=words("cli-db"), no_args_is_help=True)
app.add_typer(db, name="db")

Port = Annotated[int | None, typer.Option(help=words("cli-port"))]
File = Annotated[Path, typer.Argument(help=words("cli-file"))]


@app.command(help=words("cli-run"))
def run(port: Port = None) -> None:
    settings = _settings(port=port)
    _start(settings, demo=False, prepare=lambda c: seed.community(c, settings))


@app.command(help=words("cli-demo"))
def demo(
    port: Port = None,
    fresh: Annotated[bool, typer.Option("--fresh", help=words("cli-demo-fresh"))] = False,
) -> None:
    settings = _settings(port=port, database_url=DEMO_DATABASE)
    _start(settings, demo=True, prepare=seed_demo, fresh=fresh)


def seed_demo(connection: Connection) -> None:
    """The invented community, at the demonstration's own time."""
    clock = Clock()
    clock.load(connection)
    seed.demonstration(connection, clock.now())


def _start(
    settings: Settings,
    *,
    demo: bool,
    prepare: Callable[[Connection], None],
    fresh: bool = False,
) -> None:
    from bot import log, server
    from bot.app import build
    from bot.claim import AlreadyRunning, claimed

    log.set_up(settings.log_level)
    try:
        with _faults(settings.sqlite_file), claimed(settings.sqlite_file) as claim:
            if fresh:
                files.remove(settings)
            files.prepare(settings, prepare)
            listening = server.listen(settings.host, settings.port)
            url = server.address(settings.host, listening)

            def ready() -> None:
                if claim:
                    claim.meet_at(url)
                console.print(words("cli-open", url=url), markup=False)
                if demo:
                    console.print(words("cli-open-demo"), style="dim")

            bot = build(settings, demo=demo)
            asyncio.run(server.serve(server.Server(bot, ready), bot, listening))
    except AlreadyRunning as running:
        _fail("cli-already-running", url=running.url or "?")
    except server.PortTaken:
        _fail("cli-port-taken", port=str(settings.port))
    except server.NoSuchAddress:
        _fail("cli-no-such-address", host=settings.host, port=str(settings.port))


@app.command(help=words("cli-talk"))
def talk(
    as_: Annotated[str | None, typer.Option("--as", help=words("cli-talk-as"))] = None,
    url: Annotated[str | None, typer.Option(help=words("cli-talk-url"))] = None,
) -> None:
    from bot import talk as talking

    settings = _settings(database_url=DEMO_DATABASE, port=0)
    token = settings.access_token.get_secret_value() if settings.access_token else None
    with _meeting(settings, url) as address:
        if not talking.answers(address):
            _fail("talk-unreachable", url=address)
        line = talking.Line(address, token, language())
        try:
            who = as_ or talking.choose_person(line, console, input, language())
            if who is not None:
                talking.Talk(line, who, language(), console, input).run()
        except talking.Refused as refusal:
            errors.print(str(refusal), style="red", markup=False)
            raise typer.Exit(2) from None


@contextmanager
def _meeting(settings: Settings, url: str | None) -> Iterator[str]:
    """The server that was named, the demonstration that is running, or one of our own."""
    from bot import log, server
    from bot.app import build
    from bot.claim import AlreadyRunning, claimed

    if url:
        yield url.rstrip("/")
        return
    try:
        with _faults(settings.sqlite_file), claimed(settings.sqlite_file) as claim:
            log.set_up("error")
            files.prepare(settings, seed_demo)
            listening = server.listen(settings.host, 0)
            bot = build(settings, demo=True)
            ready = threading.Event()
            running = server.Background(bot, listening, ready.set)
            running.start()
            while running.is_alive() and not ready.wait(timeout=1):
                pass
            address = server.address(settings.host, listening)
            if claim:
                claim.meet_at(address)
            try:
                yield address
            finally:
                running.stop()
    except AlreadyRunning as other:
        yield other.url


@app.command(help=words("cli-doctor"))
def doctor() -> None:
    from bot.doctor import examine

    well = True
    for finding in examine(_settings(), machine_time()):
        mark, style = ("✓", "green") if finding.well else ("✗", "red")
        console.print(f"{mark} {render(finding.text, language())}", style=style, markup=False)
        well = well and finding.well
    raise typer.Exit(0 if well else 1)


@db.command("upgrade", help=words("cli-db-upgrade"))
def upgrade() -> None:
    settings = _settings()
    with _faults(settings.sqlite_file):
        version = files.upgrade(settings)
    console.print(words("cli-upgraded", version=version))


@db.command("backup", help=words("cli-db-backup"))
def backup(file: File) -> None:
    settings = _settings()
    if settings.sqlite_file is None:
        _fail("cli-backup-postgresql")
    if not settings.sqlite_file.exists():
        _fail("doctor-missing-database")
    if file.exists():
        _fail("cli-file-exists", file=str(file))
    with _faults(file):
        files.backup(settings.sqlite_file, file)
    console.print(words("cli-backed-up", file=str(file)), markup=False)


@app.command("import", help=words("cli-import"))
def import_(
    file: File, dry_run: Annotated[bool, typer.Option(help=words("cli-import-dry"))] = False
) -> None:
    from bot import table

    settings = _settings()
    with _faults(file, reads=True):
        rejected = table.bring_in(settings, file, dry_run=dry_run, console=console, words=words)
    raise typer.Exit(1 if rejected else 0)


@app.command(help=words("cli-export"))
def export(file: File) -> None:
    from bot import table

    settings = _settings()
    if settings.sqlite_file is not None and not settings.sqlite_file.exists():
        _fail("doctor-missing-database")
    if file.exists():
        _fail("cli-file-exists", file=str(file))
    with _faults(file):
        count = table.write_out(settings, file)
    console.print(words("cli-exported", count=count, file=str(file)), markup=False)


def _settings(**given: object) -> Settings:
    try:
        return read_settings(**given)
    except WrongSetting as wrong:
        errors.print(render(wrong.text, language()), style="red", markup=False)
        raise typer.Exit(2) from None


@contextmanager
def _faults(file: Path | None = None, *, reads: bool = False) -> Iterator[None]:
    """What can go wrong outside of us, in one line that says what to do."""
    from bot.table import BadTable
    from storage.migrate import DatabaseIsNewer

    try:
        yield
    except DatabaseIsNewer:
        _fail("cli-newer-database")
    except (SQLAlchemyError, sqlite3.Error) as fault:
        _fail("cli-database-unreachable", fault=type(fault).__name__)
    except BadTable as wrong:
        errors.print(render(wrong.text, language()), style="red", markup=False)
        raise typer.Exit(2) from None
    except OSError as fault:
        key = "cli-no-file" if reads else "cli-cannot-write"
        _fail(key, file=str(fault.filename or file or ""))


def _fail(key: str, **args: Argument) -> NoReturn:
    errors.print(words(key, **args), style="red", markup=False)
    raise typer.Exit(2)
