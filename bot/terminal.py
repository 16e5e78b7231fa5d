"""What every command has of the terminal: its language, its streams, how faults are told."""

from __future__ import annotations

import locale as system
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import NoReturn

import typer
from rich.console import Console
from sqlalchemy.exc import SQLAlchemyError

from bot import files
from bot.settings import Settings, WrongSetting, read_settings
from community import library
from community.search import embeddings
from community.search.meaning import teach
from community.thesaurus import WrongLine
from connectors.secrets import NoKey
from conversations.language import best, render
from conversations.texts import Argument, Text
from storage.database import LostReference
from storage.versions import DatabaseIsNewer

console = Console(soft_wrap=True, markup=False, emoji=False)
errors = Console(stderr=True, soft_wrap=True, markup=False, emoji=False)


class Unreadable(ValueError):
    """A file that can't be taken as it is. `text` says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.key)
        self.text = text


@cache
def language() -> str:
    """The language of whoever sits at the terminal, also where the system lacks its files."""
    wanted = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return best(next(filter(None, wanted), None) or system.getlocale()[0], "en")


def words(key: str, **args: Argument) -> str:
    """A sentence for the terminal."""
    return render(Text(key, **args), language())


def fail(key: str, **args: Argument) -> NoReturn:
    """End with one line that says what to do."""
    refuse(Text(key, **args))


def refuse(text: Text) -> NoReturn:
    """End with this line."""
    errors.print(render(text, language()), style="red")
    raise typer.Exit(2) from None


def settings(**given: object) -> Settings:
    """The settings, or the end with a line on the one that is wrong; their words are learnt."""
    try:
        found = read_settings(**given)
        teach(found.thesaurus)
        embeddings.choose(found.embeddings)
        library.learn(found.library)
    except WrongSetting as wrong:
        refuse(wrong.text)
    except WrongLine as wrong:
        fail(f"thesaurus-{wrong.fault}", where=wrong.where)
    except embeddings.Unusable as wrong:
        fail(f"embeddings-{wrong.fault}", name=wrong.name)
    except library.WrongFile as wrong:
        fail("library-wrong", where=wrong.where, what=wrong.what)
    return found


@contextmanager
def faults(settings: Settings, file: Path | None = None, *, reads: bool = False) -> Iterator[None]:
    """What can go wrong outside of us, with the database or with `file`, in one line each."""
    try:
        yield
    except DatabaseIsNewer:
        fail("cli-newer-database")
    except LostReference as lost:
        fail("database-lost-reference", table=lost.table, missing=lost.missing)
    except (SQLAlchemyError, sqlite3.Error) as fault:
        refuse(files.complaint(settings, fault))
    except (Unreadable, WrongSetting) as wrong:
        refuse(wrong.text)
    except NoKey:
        fail("cli-no-key")
    except OSError as fault:
        key = "cli-no-file" if reads else "cli-cannot-write"
        fail(key, file=str(fault.filename or file or settings.sqlite_file or ""))
