"""Running the bot behind a web server, until somebody stops it."""

from __future__ import annotations

import asyncio
import errno
import gc
import signal
import socket
import threading
from collections.abc import Callable
from types import FrameType

import uvicorn

from bot.app import App

GOODBYE_SECONDS = 3
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - it is not bound to
"""Addresses to listen on that no browser can open, and what stands for them on this machine."""


class PortTaken(RuntimeError):
    """Another program listens on that port."""


class NoSuchAddress(RuntimeError):
    """This machine can't listen there: not its address, or not allowed."""


class Server(uvicorn.Server):
    """A server that lets its listeners go before it waits for them."""

    def __init__(self, app: App, ready: Callable[[], None]) -> None:
        config = uvicorn.Config(
            app.web(), log_config=None, access_log=False, lifespan="off", server_header=False,
            timeout_graceful_shutdown=GOODBYE_SECONDS,
        )  # fmt: skip
        super().__init__(config)
        self._app = app
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, then say so."""
        await super().startup(sockets)
        self._ready()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Ctrl-C, or the system's wish to stop; a second Ctrl-C doesn't wait for anybody.

        uvicorn would raise the signal once more before the bot has put its things in order.
        """
        self._app.local.hub.close()
        self.force_exit = self.should_exit and sig == signal.SIGINT
        self.should_exit = True


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there; raises PortTaken or NoSuchAddress."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen()
    except OSError as fault:
        listening.close()
        raise (PortTaken if fault.errno == errno.EADDRINUSE else NoSuchAddress)(host) from None
    return listening


def address(host: str, listening: socket.socket) -> str:
    """Where a browser on this machine finds it: what listens everywhere listens here too."""
    here = EVERYWHERE.get(host, host)
    shown = f"[{here}]" if ":" in here else here
    return f"http://{shown}:{listening.getsockname()[1]}"


def spare_the_collector() -> None:
    """What is there when the bot starts stays: the collector of garbage need not walk it again.

    Nor once before: among 150,000 objects it would find a few hundred.
    """
    gc.freeze()


async def serve(server: Server, app: App, listening: socket.socket) -> None:
    """Serve until stopped."""
    await app.start()
    spare_the_collector()
    try:
        await server.serve(sockets=[listening])
    finally:
        await app.stop()


class Background(threading.Thread):
    """A server beside the terminal: `start` it, wait until it is `ready`, `stop` it."""

    def __init__(self, app: App, listening: socket.socket) -> None:
        super().__init__(name="server", daemon=True)
        self.ready = threading.Event()
        self._app = app
        self._listening = listening
        self._server = Server(app, self.ready.set)

    def run(self) -> None:
        """Serve until stopped."""
        asyncio.run(serve(self._server, self._app, self._listening))

    def stop(self) -> None:
        """Finish, and wait until everything is written."""
        self._server.should_exit = True
        self.join()
