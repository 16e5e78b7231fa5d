"""The story once more, with the real process ended by SIGKILL wherever it is."""

from __future__ import annotations

import asyncio
import shutil
import socket
import sys
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from bot.time import Clock
from connectors.pace import REAL_TIME
from tests.connectors.whatsapp.conftest import AWA, ZOE
from tests.fakes.whatsapp import FakeTwilio, Sent

PATIENCE, PAUSE = 40.0, 0.05
SCRIPT = "tests.connectors.whatsapp.process"


@dataclass
class Machine:
    """The process, and whatever Twilio brings to it: everything twice, until it is taken."""

    database: Path
    twilio: FakeTwilio
    clock: Clock
    port: int
    hours: float = 0
    process: asyncio.subprocess.Process | None = None
    web: httpx.AsyncClient = field(default_factory=lambda: httpx.AsyncClient(timeout=PATIENCE))

    async def start(self) -> None:
        """Start it, and wait until it is ready."""
        given = (str(self.database), self.twilio.url, str(self.port), str(self.hours))
        self.process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", SCRIPT, *given, stdout=asyncio.subprocess.DEVNULL
        )
        await self.until(self._is_ready)

    async def kill(self) -> None:
        """As a power cut would, and start it again."""
        await self.end()
        await self.start()

    async def later(self, time: timedelta) -> None:
        """Time goes by for everybody, and the power fails again."""
        self.hours += time / timedelta(hours=1)
        self.clock.move_to(self.clock.now() + time)
        await self.kill()

    async def end(self) -> None:
        """Kill it."""
        assert self.process is not None
        self.process.kill()
        await self.process.wait()

    async def _is_ready(self) -> bool:
        try:
            return (await self.web.get(f"{self._url}/readyz")).status_code == 200
        except httpx.TransportError:
            return False

    async def until(self, ready: Callable[[], object]) -> None:
        """Wait until that is so."""
        async with asyncio.timeout(PATIENCE):
            while True:
                found = ready()
                if await found if asyncio.iscoroutine(found) else found:
                    return
                await asyncio.sleep(PAUSE)

    async def post(self, path: str, body: bytes, headers: dict[str, str]) -> int:
        """A webhook, twice."""
        for _ in range(2):
            answer = await self.web.post(f"{self._url}{path}", content=body, headers=headers)
        return answer.status_code

    @property
    def _url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def hears(self, who: str, words: str) -> Sent:
        """Wait until somebody has been sent this."""
        await self.until(lambda: self._having(who, words))
        await self.twilio.report()
        return self._having(who, words)[-1]

    def _having(self, who: str, words: str) -> list[Sent]:
        return [each for each in self.twilio.to(who) if words in f"{each.body} {each.titles()}"]

    async def says(self, who: str, words: str) -> None:
        assert await self.twilio.say(who, words) == 200

    async def taps(self, who: str, title: str) -> None:
        """Tap what is called that, once it is there."""
        await self.hears(who, title)
        assert await self.twilio.tap(who, title) == 200


@pytest.fixture
async def machine(whatsapp_template: Path, tmp_path: Path) -> AsyncIterator[Machine]:
    """The process, running; its clock and Twilio's are the machine's, and go on together."""
    file = tmp_path / "bot.db"
    shutil.copy(whatsapp_template, file)
    clock = Clock()
    twilio = FakeTwilio(clock.now, watch=REAL_TIME)
    await twilio.start()
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        made = Machine(file, twilio, clock, found.getsockname()[1])
    twilio.post = made.post
    await made.start()
    try:
        yield made
    finally:
        await made.end()
        await made.web.aclose()
        await twilio.stop()
    assert twilio.wrong == []


async def test_the_story_survives_a_process_that_is_killed(machine: Machine) -> None:
    await machine.says(AWA, "/cancel")
    await machine.hears(AWA, "rien à annuler")
    await machine.says(ZOE, "bonjour")
    await machine.kill()
    await machine.taps(ZOE, "Français")
    await machine.kill()
    for title in ("Cela me convient", "Je suis d’accord"):
        await machine.taps(ZOE, title)
    await machine.hears(ZOE, "que l’on vous appelle")
    await machine.says(ZOE, "Zoé Martin")
    for question in ("que faites-vous", "Sur quoi", "Qu’avez-vous vécu", "qu’aimeriez-vous"):
        await machine.hears(ZOE, question)
        await machine.says(ZOE, "passer")
    await machine.kill()
    for title in ("Garder Europe/Paris", "Plus tard"):
        await machine.taps(ZOE, title)
    await machine.hears(ZOE, "Écrivez-moi quand vous voulez")
    await machine.says(ZOE, "qui peut m’aider en comptabilité ?")
    await machine.taps(ZOE, "Awa Diop")
    await machine.hears(ZOE, "un mot de contexte")
    await machine.says(ZOE, "pour mon association")
    await machine.kill()
    await machine.taps(AWA, "J’accepte")
    await machine.kill()
    for who in (ZOE, AWA):
        await machine.hears(who, "pas de salon commun")
    for who in (ZOE, AWA):
        await machine.taps(who, "Oui, sous mon nom")
        await machine.hears(who, "un moyen de vous joindre")
        await machine.taps(who, "Non merci")
        await machine.hears(who, "vos coordonnées restent à vous")
    await machine.later(timedelta(days=2, hours=1))
    await machine.says(ZOE, "/rules")
    await machine.hears(ZOE, "Avez-vous pu vous parler")
    for who in (ZOE, AWA):
        read = [str((each.body, each.titles())) for each in machine.twilio.to(who)]
        assert len(read) == len(set(read)), "nothing is said twice"
