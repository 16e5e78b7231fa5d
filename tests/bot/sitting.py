"""Somebody at a real terminal of a given width."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.bot.conftest import PASSERELLE

PATIENCE = 60
AGAIN = 5
CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


@dataclass
class Sitting:
    """A command in a terminal. `shown` is all that it has printed so far."""

    process: subprocess.Popen[bytes]
    keyboard: int
    shown: str = ""
    read: int = 0

    def sees(self, words: str) -> None:
        """Wait until this is shown, after what was seen before."""
        while (at := self.shown.find(words, self.read)) < 0:
            assert self._more(), self.shown
        self.read = at + len(words)

    def types(self, keys: str | bytes) -> None:
        """Press these keys."""
        os.write(self.keyboard, keys if isinstance(keys, bytes) else keys.encode())

    def interrupts(self) -> int:
        """Press Ctrl-C, and again where nothing follows; the exit code.

        Between a prompt and the wait behind it Python's `input` does not notice the first one.
        """
        for _ in range(PATIENCE // AGAIN):
            self.process.send_signal(signal.SIGINT)
            if select.select([self.keyboard], [], [], AGAIN)[0]:
                break
        return self.ends()

    def ends(self) -> int:
        """Read to the end; the exit code."""
        while self._more():
            pass
        return self.process.wait(PATIENCE)

    def _more(self) -> bool:
        """Read what comes next; False at the end."""
        ready = select.select([self.keyboard], [], [], PATIENCE)[0]
        assert ready, f"nothing more came:\n{self.shown}"
        try:
            came = os.read(self.keyboard, 65536)
        except OSError:  # how Linux says that nobody is at the other end any more
            return False
        self.shown += CONTROL.sub("", came.decode(errors="replace")).replace("\r\n", "\n")
        return bool(came)


def _terminal(lang: str) -> dict[str, str]:
    """The environment, without a width that would stand above the terminal's own."""
    kept = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}
    return kept | {"LANG": lang, "TERM": "xterm"}


@contextmanager
def sitting(*args: str, columns: int = 80, lang: str = "en_GB.UTF-8") -> Iterator[Sitting]:
    """A command that runs in a terminal."""
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [PASSERELLE, *args], stdin=theirs, stdout=theirs, stderr=theirs,
        start_new_session=True, env=_terminal(lang),
    )  # fmt: skip
    os.close(theirs)
    with process:
        try:
            yield Sitting(process, ours)
        finally:
            process.kill()
            os.close(ours)
