"""What a helper writes instead of pressing a button of the request (P3, P5)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from community.requests import Request
from conversations import readers
from conversations.dialogues.cards import why_you
from conversations.helpers_words import (
    asks_why_me,
    named_instead,
    says_by_what_means,
    says_not_mine,
    says_when,
)
from conversations.questions import BETTER, LATER, MORE, NOT_MINE, NotUnderstood
from conversations.sayings import asks_something, meaning, says
from conversations.texts import Text


def in_own_words(wanted: Request) -> Callable[[str], str]:
    """A reader for what a helper wrote instead of pressing; why they were asked, they are told."""

    def read(words: str) -> str:
        return meant(ours_to_answer(words, wanted))

    return read


def ours_to_answer(words: str, wanted: Request) -> str:
    """Words that are for somebody else; "why me?" is answered here, by what matched, and that by
    what means they talk is between the two, once both agree."""
    if asks_why_me(words):
        raise NotUnderstood(why_you(wanted.kind, wanted.phrases))
    if says_by_what_means(words):
        raise NotUnderstood(Text("request-by-what-means"))
    return words


def meant(words: str) -> str:
    """When they can, whom to ask instead, or why."""
    if says_not_mine(words):
        return f"{NOT_MINE} {words}"
    if name := named_instead(words):
        return f"{BETTER} {name}"
    asks = asks_something(words) and not says_when(words)
    return f"{MORE if asks else LATER} {words}"


def decided(kinds: Mapping[str, Sequence[str]], locale: str) -> Callable[[str], str]:
    """A reader for the answer to a request, where something else was asked: by its value the lists
    of its words, or what `meant` makes of them."""

    def read(words: str) -> str:
        answer = meaning(words, kinds, locale)
        return f"{answer} {words}" if answer and answer != LATER else meant(words)

    return read


def a_question(wanted: Request) -> Callable[[str], str]:
    """A reader for what a helper would like to know; the button's words alone are not yet it."""

    def read(words: str) -> str:
        if says(words, "more") and not asks_something(words):
            raise NotUnderstood(Text("request-question"))
        return readers.story(ours_to_answer(words, wanted))

    return read


def said_day(said: str, read: Callable[[str], str]) -> str:
    """The day they said they can, if it can be read."""
    try:
        return said and read(said)
    except NotUnderstood:
        return ""


def day_or_whom(read: Callable[[str], str]) -> Callable[[str], str]:
    """A reader for from when they can, or for whom to ask instead."""

    def either(words: str) -> str:
        name = named_instead(words)
        return f"{BETTER} {name}" if name else read(words)

    return either


def from_when(said: str, read: Callable[[str], str]) -> Text:
    """The question from when; of two days that they may have meant, which of them."""
    try:
        read(said)
    except NotUnderstood as refusal:
        if refusal.text.key == "read-day-which":
            return refusal.text
    return Text("request-until")
