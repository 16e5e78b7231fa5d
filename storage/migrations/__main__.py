"""`python -m storage.migrations 0002 "what changes"` writes the next migration."""

import sys
import tempfile

from storage import migrate
from storage.database import open_database

with tempfile.NamedTemporaryFile(suffix=".db") as scratch:
    engine = open_database(f"sqlite:///{scratch.name}")
    migrate.upgrade(engine)
    with engine.begin() as connection:
        migrate.write_revision(connection, sys.argv[1], sys.argv[2])
