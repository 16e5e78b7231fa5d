"""A watch on which nobody has to wait: whoever sleeps by it is woken at once, that much later."""

from __future__ import annotations

from dataclasses import dataclass, field

from connectors.pace import Watch


@dataclass
class Patience:
    """Seconds that go on only while somebody sleeps by them."""

    now: float = 100.0
    slept: list[float] = field(default_factory=list)

    def watch(self) -> Watch:
        """It, as a connector takes it."""
        return Watch(lambda: self.now, self.sleep)

    async def sleep(self, seconds: float) -> None:
        """It is that much later."""
        self.slept.append(round(seconds, 3))
        self.now += seconds
