"""PostgreSQL databases that are lent to one test after the other, emptied in between.

To copy and to drop a database takes longer than most conversations. Whoever looks at how rows lie
in the files, or changes the tables, takes a `new_database` instead.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy import NullPool, create_engine, text
from sqlalchemy.exc import OperationalError

MOST = 40
"""How often a database is lent: what was deleted stays in its files and makes it slower."""
EMPTIED = text("""
DO $$
DECLARE each record;
BEGIN
  SET LOCAL session_replication_role = replica;
  SET LOCAL lock_timeout = '2s';
  FOR each IN SELECT tablename FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> 'alembic_version'
  LOOP
    EXECUTE format('LOCK TABLE %I IN EXCLUSIVE MODE', each.tablename);
    EXECUTE format('DELETE FROM %I', each.tablename);
  END LOOP;
  PERFORM setval(format('%I', sequencename)::regclass, start_value, false)
    FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL;
END $$
""")
"""Every row goes, in any order, and numbers begin anew; nobody may be about to write."""


@dataclass(slots=True)
class Shelf:
    """Empty databases, by name, with how often each was lent; `address` tells where one is."""

    address: Callable[[str], str]
    make: Callable[[], str]
    drop: Callable[[str], None]
    lent: dict[str, int] = field(default_factory=dict)
    free: list[str] = field(default_factory=list)

    def take(self) -> str:
        """The name of an empty database."""
        name = self.free.pop() if self.free else self.make()
        self.lent[name] = self.lent.get(name, 0) + 1
        return name

    def put_back(self, name: str) -> None:
        """Empty it for the next one; one that is worn, or still in use, goes."""
        if self.lent[name] < MOST and self._empties(name):
            self.free.append(name)
        else:
            self.drop(name)

    def _empties(self, name: str) -> bool:
        engine = create_engine(self.address(name), poolclass=NullPool)
        try:
            with engine.begin() as line:
                line.execute(EMPTIED)
        except OperationalError:
            return False
        finally:
            engine.dispose()
        return True
