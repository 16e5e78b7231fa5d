"""Which templates may be used: as Twilio's list said last, but for those refused since then."""

from __future__ import annotations

from collections.abc import Mapping

from connectors.whatsapp.templates import Known


class Approvals:
    """Empty until the list was read."""

    def __init__(self) -> None:
        self._there: Mapping[str, Known] = {}
        self._refused: set[str] = set()

    def learn(self, there: Mapping[str, Known]) -> bool:
        """Take the list, by friendly name; whether one may be used that could not be before."""
        before = self._usable()
        self._there = there
        self._refused.clear()
        return bool(self._usable() - before)

    def refused(self, friendly_name: str) -> None:
        """It was not taken, whatever the list says: leave it until the list is read anew."""
        self._refused.add(friendly_name)

    def sid(self, friendly_name: str) -> str | None:
        """Twilio's id of one that may be used."""
        return self._there[friendly_name].sid if friendly_name in self._usable() else None

    def _usable(self) -> set[str]:
        approved = {name for name, each in self._there.items() if each.status == "approved"}
        return approved - self._refused
