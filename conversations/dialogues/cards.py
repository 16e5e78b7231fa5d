"""How a profile and a reason are shown."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from community.profiles import KINDS, Profile
from conversations.questions import Card
from conversations.texts import Text


def profile_card(profile: Profile) -> Card:
    """A profile, without the lines that have nothing to say."""
    lines = [Text("card-headline", headline=profile.headline)] if profile.headline else []
    for kind in KINDS:
        if entries := profile.entries(kind):
            lines.append(Text(f"card-{kind.replace('_', '-')}", items=entries))
    lines.append(Text("card-reading", language=Text(f"language-{profile.locale}"),
                      zone=profile.time_zone))  # fmt: skip
    return Card(Text("card-title", name=profile.name), lines)


def who_card(profile: Profile) -> Card:
    """What other members see of a profile: not what is sought, nor how it is read."""
    lines = [Text("card-headline", headline=profile.headline)] if profile.headline else []
    for kind in ("offer", "experience"):
        if entries := profile.entries(kind):
            lines.append(Text(f"card-{kind}", items=entries))
    return Card(Text("card-title", name=profile.name), lines)


def who(name: str) -> str | Text:
    """A name, or that there is none any more."""
    return name or Text("somebody-gone")


def why(kind: str, phrases: Sequence[str], meant: Sequence[str] = ()) -> Text:
    """Why somebody was found: "offers: comptabilité, bookkeeping (comptabilité)".

    `meant` are the phrases in the reader's language, "" where they are so already.
    """
    told = [
        Text("why-phrase", phrase=phrase, meant=name) if name else phrase
        for phrase, name in zip_longest(phrases, meant, fillvalue="")
    ]
    return Text(f"why-{kind}", phrases=told)


def why_you(kind: str, phrases: Sequence[str]) -> Text:
    """The same, told to that somebody."""
    if kind == "team":
        return Text("why-you-team")
    if kind == "suggested":
        return Text("why-you-suggested")
    if kind == "before":
        return Text("why-you-before")
    return Text(f"why-you-{kind}", phrases=list(phrases))
