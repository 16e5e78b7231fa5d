"""Ready rituals, one readable YAML file each; a community adds its own in a folder.

docs/rituals.md explains the files. What is in one is checked when it is read, to the last key.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from community.rituals import WrongRitual
from community.words import clean, fold

LONGEST = 900
"""Characters of a prompt: with its buttons it has to fit into 1024 (WhatsApp, quick replies)."""
VARIABLES = ("name", "community")
VARIABLE = re.compile(r"\{([^{}\n]*)\}")

Words = dict[str, str]
"""The same words by language: {"fr": …, "en": …}."""


class WrongFile(ValueError):
    """A file of the library can't be used: `where` names it, `what` the place in it."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{WrongFile.__doc__} ({where}: {what})")
        self.where, self.what = where, what


def check_words(words: str) -> str:
    """The words, if they say something, fit and name no variable that nobody knows; raises
    WrongRitual.
    """
    if not clean(words):
        raise WrongRitual("empty")
    if len(words) > LONGEST:
        raise WrongRitual("too-long", most=LONGEST, length=len(words))
    for name in VARIABLE.findall(words):
        if name not in VARIABLES:
            known = [f"{{{each}}}" for each in VARIABLES]
            raise WrongRitual("variable", name=f"{{{name}}}", known=known)
    return words


class _Checked(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Prompt(_Checked):
    """One question to a community. `texts` are by group, `everyone` for those in none of them."""

    id: str
    format: str
    texts: dict[str, Words] = Field(min_length=1)

    @field_validator("texts")
    @classmethod
    def _sayable(cls, texts: dict[str, Words]) -> dict[str, Words]:
        for each in texts.values():
            for words in each.values():
                check_words(words)
        return texts


class Ready(_Checked):
    """A ready ritual: what it is called, what it does, how often it comes unless one says else."""

    kind: str
    name: Words
    about: Words
    rhythm: Words
    settings: dict[str, Any] = {}
    prompts: list[Prompt] = []


_own: list[Path] = []


def learn(folder: Path | None) -> None:
    """Use the community's own files too; one of the same name replaces ours. Raises WrongFile."""
    _own[:] = [folder] if folder else []
    ready.cache_clear()
    ready()


@lru_cache
def ready() -> Mapping[str, Ready]:
    """Every ready ritual by its file's name, in the order of these."""
    found: dict[str, Traversable | Path] = {}
    for folder in (files("community") / "library", *_own):
        found |= {_name(file): file for file in folder.iterdir() if file.name.endswith(".yaml")}
    return {name: read(name, found[name].read_bytes()) for name in sorted(found)}


def read(name: str, raw: bytes) -> Ready:
    """One file; raises WrongFile."""
    try:
        return Ready.model_validate(yaml.safe_load(raw))
    except yaml.YAMLError as wrong:
        mark = getattr(wrong, "problem_mark", None)
        raise WrongFile(name, f"line {mark.line + 1}" if mark else "YAML") from None
    except ValidationError as wrong:
        first = wrong.errors(include_url=False)[0]
        raise WrongFile(name, ".".join(map(str, first["loc"])) or "YAML") from None


def in_language(words: Mapping[str, str], locale: str) -> str:
    """The words for a reader: in their language, or in the first there is."""
    return words.get(locale) or next(iter(words.values()), "")


def fitting(words: str) -> list[str]:
    """The ready rituals of whose names, in any language, these words are part, by their file."""
    said = _stems(words)
    names = {name: _stems(" ".join([name, *each.name.values()])) for name, each in ready().items()}
    return [name for name, known in names.items() if said <= known]


def _stems(words: str) -> set[str]:
    """The words that tell one name from another, in one number: no articles."""
    found = re.findall(r"\w{4,}", fold(words))
    return {each.rstrip("sx") for each in found}


def _name(file: Traversable | Path) -> str:
    return file.name.removesuffix(".yaml")
