"""Starting the bot from the command line, or meeting one that runs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import structlog
from sqlalchemy import Connection

from bot import files, log, platforms, seed, server
from bot.app import build
from bot.claim import AlreadyRunning, claimed
from bot.doctor import gaps
from bot.settings import Settings, unknown_settings
from bot.talk import address
from bot.terminal import console, errors, fail, faults, words
from bot.time import Clock
from conversations.language import names

logger = structlog.get_logger()


def seed_demo(connection: Connection) -> None:
    """The invented community, at the demonstration's own time."""
    clock = Clock()
    clock.load(connection)
    seed.demonstration(connection, clock.now())


def start(
    settings: Settings,
    *,
    demo: bool,
    prepare: Callable[[Connection], None],
    fresh: bool = False,
) -> None:
    """Run until stopped; every fault on the way ends in one line."""
    log.set_up(settings.log_level)
    warn()
    try:
        with faults(settings), claimed(settings.sqlite_file) as claim:
            if not demo:
                platforms.check()
            if fresh:
                files.remove(settings)
            files.prepare(settings, prepare)
            listening = server.listen(settings.host, settings.port)
            url = server.address(settings.host, listening)

            def ready() -> None:
                if claim:
                    claim.meet_at(url)
                welcome(settings, url, demo=demo)

            bot = build(settings, demo=demo)
            asyncio.run(server.serve(server.Server(bot, ready), bot, listening))
    except AlreadyRunning as running:
        fail("cli-already-running", url=running.url or "?")
    except server.PortTaken:
        fail("cli-port-taken", port=str(settings.port))
    except server.NoSuchAddress:
        fail("cli-no-such-address", host=settings.host, port=str(settings.port))


def warn() -> None:
    """Say what is not as it should be, and does not keep the bot from running."""
    for name in unknown_settings():
        errors.print(words("setting-unknown", name=name), style="yellow")
    for locale, lacking in gaps(names).items():
        logger.warning("messages-missing", locale=locale, count=len(lacking), first=lacking[0])


def welcome(settings: Settings, url: str, *, demo: bool) -> None:
    """Say where it is; the token itself is never printed."""
    console.print(words("cli-open", url=url))
    if settings.access_token:
        console.print(words("cli-open-token"), style="dim")
    if demo:
        console.print(words("cli-open-demo"), style="dim")


@contextmanager
def meeting(settings: Settings, url: str | None) -> Iterator[str]:
    """The server that was named, the demonstration that is running, or one of our own."""
    if url:
        yield address(url)
        return
    try:
        with faults(settings), claimed(settings.sqlite_file) as claim:
            log.set_up("error")
            files.prepare(settings, seed_demo)
            listening = server.listen(settings.host, 0)
            here = server.address(settings.host, listening)
            if claim:
                claim.meet_at(here)
            with _beside(server.Background(build(settings, demo=True), listening)):
                yield here
    except AlreadyRunning as other:
        yield other.url


@contextmanager
def _beside(running: server.Background) -> Iterator[None]:
    """A server beside the terminal, from when it is ready until it has put its things in order."""
    running.start()
    while running.is_alive() and not running.ready.wait(timeout=1):
        pass
    try:
        yield
    finally:
        running.stop()
