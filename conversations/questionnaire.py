"""A survey as organisers write it: one question a line, and how it is answered behind it.

Quel jour vous convient ? mardi / jeudi        one of these
Qu’aimeriez-vous ? un atelier + un déjeuner    as many of these as one likes
Comment allez-vous ? 1-5                       a number from 1 to 5
Un mot pour l’équipe ?                         one's own words
"""

from __future__ import annotations

import re

from community.sheets import MOST_ANSWER
from community.surveys import (
    MOST_OPTION,
    MOST_OPTIONS,
    MOST_QUESTIONS,
    MOST_TITLE,
    Kind,
    Question,
)
from community.words import MOST_WORDS, clean
from conversations.questions import NotUnderstood
from conversations.texts import Text

_BULLET = re.compile(r"^\s*(?:[-•*]|\d+[.)])\s+")
_SCALE = re.compile(r"(?P<words>.*?)[\s:(]*1\s*(?:-|–|à|to)\s*5\s*\)?\s*$")
_RANGE = re.compile(r".*[?:\s(]\d{1,3}\s*(?:-|–|à|to)\s*\d{1,3}\s*\)?\s*$")
"""Numbers from one to another, at the end: looks like a scale, but is not the one there is."""
_OPTIONS = re.compile(r"(?P<words>.*[?:？])\s*(?P<rest>[^?:]*[/+][^?:]*)$")


def questions(words: str) -> list[Question]:
    """The questions; raises NotUnderstood with the one thing to change."""
    lines = [_BULLET.sub("", line).strip() for line in words.splitlines() if line.strip()]
    if not lines:
        raise NotUnderstood(Text("survey-no-question"))
    if len(lines) > MOST_QUESTIONS:
        raise NotUnderstood(Text("survey-many", count=len(lines), most=MOST_QUESTIONS))
    return [_question(line) for line in lines]


def title(words: str) -> str:
    """What the survey is about, in one line; raises NotUnderstood."""
    read = " ".join(clean(words).split())
    if not read or len(read) > MOST_TITLE:
        raise NotUnderstood(Text("survey-title-long", most=MOST_TITLE))
    return read


def answer(words: str) -> str:
    """An answer in one's own words; raises NotUnderstood."""
    read = clean(words)
    if not read or len(read) > MOST_ANSWER:
        raise NotUnderstood(Text("survey-answer-long", most=MOST_ANSWER))
    return read


def _question(line: str) -> Question:
    if scale := _SCALE.fullmatch(line):
        return _checked("scale", scale["words"], [])
    if _RANGE.fullmatch(line):
        raise NotUnderstood(Text("survey-scale", question=line[:MOST_WORDS]))
    if chosen := _OPTIONS.fullmatch(line):
        sign, kind = ("+", "several") if "+" in chosen["rest"] else ("/", "one")
        options = [" ".join(each.split()) for each in chosen["rest"].split(sign)]
        distinct = list(dict.fromkeys(each for each in options if each))
        return _checked("several" if kind == "several" else "one", chosen["words"], distinct)
    return _checked("words", line, [])


def _checked(kind: Kind, words: str, options: list[str]) -> Question:
    words = " ".join(clean(words).split())
    if not words:
        raise NotUnderstood(Text("survey-no-question"))
    if len(words) > MOST_WORDS:
        raise NotUnderstood(Text("survey-question-long", most=MOST_WORDS, begins=words[:40]))
    if kind in {"one", "several"} and not 2 <= len(options) <= MOST_OPTIONS:
        raise NotUnderstood(Text("survey-options", most=MOST_OPTIONS, question=words))
    long = [each for each in options if len(each) > MOST_OPTION]
    if long:
        raise NotUnderstood(Text("survey-option-long", most=MOST_OPTION, option=long[0]))
    return Question(kind, words, options)
