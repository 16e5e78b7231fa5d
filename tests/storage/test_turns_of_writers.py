"""Several processes that write to one file take turns, however busy one of them is."""

from __future__ import annotations

import threading
from pathlib import Path

from sqlalchemy import Engine

from storage.database import open_database

WAITS = 10


class Busy(threading.Thread):
    """Somebody who writes one transaction after the other; `written` is how many."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(daemon=True)
        self.engine, self.written = engine, 0
        self.inside, self.over = threading.Event(), threading.Event()

    def run(self) -> None:
        with self.engine.connect() as connection:
            while not self.over.is_set():
                with connection.begin():
                    self.inside.set()
                    for _ in range(300):
                        connection.exec_driver_sql("INSERT INTO line (words) VALUES ('…')")
                    self.inside.clear()
                    self.written += 1


def test_who_waits_to_write_waits_for_one_transaction_and_not_for_a_busy_writer(
    tmp_path: Path,
) -> None:
    url = f"sqlite:///{tmp_path / 'lines.db'}"
    mine, theirs = open_database(url), open_database(url)
    with mine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE line (words TEXT)")
    busy = Busy(theirs)
    busy.start()
    waited = []
    for _ in range(WAITS):
        busy.inside.wait()
        before = busy.written
        with mine.begin():
            waited.append(busy.written - before)
    busy.over.set()
    busy.join()
    mine.dispose()
    theirs.dispose()
    assert sorted(waited)[WAITS // 2] <= 1
