"""Golden files: what each sample looks like on a platform, one file a sample and language."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from conversations.outgoing import Outgoing
from tests.connectors.samples import LOCALES, Sample


@dataclass(frozen=True)
class Golden:
    """The files of one platform, beside the test that reads them; `draw` gives what is kept."""

    test: str
    cases: Mapping[str, Sample]
    draw: Callable[[Outgoing], Any]
    indent: int = 1

    @property
    def folder(self) -> Path:
        """Where they are."""
        return Path(self.test).parent / "golden"

    def check(self, name: str, locale: str) -> None:
        """Whether a sample looks as it always did."""
        assert self._drawn(name, locale) == self._file(name, locale).read_text(encoding="utf-8")

    def check_all_are_wanted(self) -> None:
        """Whether no file is left over."""
        wanted = {self._file(name, locale) for name in self.cases for locale in LOCALES}
        assert set(self.folder.iterdir()) == wanted

    def write_anew(self) -> None:
        """After a wanted change: read what it writes."""
        for name in self.cases:
            for locale in LOCALES:
                self._file(name, locale).write_text(self._drawn(name, locale), encoding="utf-8")

    def _drawn(self, name: str, locale: str) -> str:
        shown = self.draw(self.cases[name](locale))
        return json.dumps(shown, ensure_ascii=False, indent=self.indent) + "\n"

    def _file(self, name: str, locale: str) -> Path:
        return self.folder / f"{name}.{locale}.json"
