"""Three hundred invented people, and what each of them is like: nobody here is real."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Literal

Temper = Literal["organiser", "host", "keen", "steady", "busy", "silent"]

FIRST: Mapping[str, Sequence[str]] = {
    "fr": ("Inès", "Awa", "Marc", "Léa", "Omar", "Zoé", "Ida", "Jules", "Nora", "Paul", "Rose",
           "Hugo", "Mina", "Yann", "Elsa", "Karim", "Lise", "Noé", "Sara", "Théo", "Aude", "Basile",
           "Chloé", "Denis", "Fanta", "Gaël", "Hélène", "Ilan", "Jade", "Kofi"),
    "en": ("Nadia", "Grace", "Tom", "Ruth", "Ben", "Maya", "Eve", "Jack", "Nell", "Peter", "Holly",
           "Harry", "Mabel", "Owen", "Ella", "Kate", "Lewis", "Noah", "Sally", "Theo", "Amber",
           "Blake", "Clare", "Dylan", "Faith", "George", "Hazel", "Ian", "Joy", "Kwame"),
}  # fmt: skip
SURNAMES = {
    "fr": ("Bah", "Diop", "Girard", "Leroy", "Martin", "Roux", "Traoré"),
    "en": ("Cole", "King", "Nash"),
}
"""Seven in ten read French, three English."""
ORGANISERS = (0, 7)
"""Inès, who plans the season; and Nadia, who reads English and brings people together."""
TOGETHER = 300
NEWCOMERS = 8
"""The last of them come during the season, one a week, and take part."""
FADING = frozenset({11, 16, 21, 31, 36, 81, 91, 104, 114})
"""They are keen until the end of September, and then say no more."""
FADED = date(2026, 9, 28)

TEMPERS: Sequence[Temper] = (
    "steady", "keen", "busy", "steady", "silent", "steady", "busy", "steady", "silent", "busy",
    "steady", "keen", "steady", "silent", "busy", "steady", "keen", "silent", "steady", "busy",
)  # fmt: skip
"""Of twenty: three take part in nearly all, eight when it suits, five seldom, four never."""
ZONES = ("Europe/Paris",) * 7 + ("Africa/Dakar", "America/Montreal", "Indian/Reunion")
READING = (time(13), time(17, 30))
"""When people look at their messages, once a day, on the community's clock: at lunch or after work;
whoever organises, and whoever lives far away, at the second of the two."""

SUBJECTS: Mapping[str, Sequence[str]] = {
    "fr": ("comptabilité", "jardinage", "photographie", "couture", "menuiserie", "traduction",
           "cuisine", "plomberie", "guitare", "natation", "astronomie", "espagnol", "vélo"),
    "en": ("accounting", "gardening", "photography", "sewing", "woodwork", "translation",
           "cooking", "plumbing", "guitar", "swimming", "astronomy", "Spanish", "cycling"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, and their habits. `reads` is when, on the community's clock."""

    n: int
    id: str
    name: str
    locale: str
    zone: str
    temper: Temper
    reads: time
    offers: str
    wants: str
    group: str
    """`mentors`, `mentees`, or "" for neither."""


def crowd() -> list[Person]:
    """Everybody: those who organise among the first, those who are yet to come at the end."""
    return [_person(n, name, locale) for n, (name, locale) in enumerate(_names())]


def _names() -> Iterator[tuple[str, str]]:
    """The languages are mixed, so that those who are alike in habit are not alike in that."""
    french, english = ([f"{first} {surname}" for surname in surnames for first in FIRST[locale]]
                       for locale, surnames in SURNAMES.items())  # fmt: skip
    while french:
        yield from ((each, "fr") for each in french[:7])
        yield from ((each, "en") for each in english[:3])
        del french[:7], english[:3]


def _person(n: int, name: str, locale: str) -> Person:
    zone = ZONES[0] if n in ORGANISERS else ZONES[n // 7 % len(ZONES)]
    late = n in ORGANISERS or zone in {"America/Montreal", "Indian/Reunion"}
    subjects = SUBJECTS[locale]
    return Person(
        n=n, id=f"p{n:03}", name=name, locale=locale, zone=zone, temper=_temper(n),
        reads=READING[1 if late else n // 3 % 2],
        offers=subjects[n % len(subjects)], wants=subjects[(5 * n + 3) % len(subjects)],
        group=("mentors", "mentees", "", "")[n // 20 % 4],
    )  # fmt: skip


def _temper(n: int) -> Temper:
    if n in ORGANISERS:
        return "host" if n else "organiser"
    if n >= TOGETHER - NEWCOMERS:
        return "steady" if n % 2 else "keen"
    return TEMPERS[(n + 7 * (n // 100)) % len(TEMPERS)]
