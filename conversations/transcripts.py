"""Transcripts: a conversation written down, played on a stage and compared line by line.

    Zoé joins                      somebody arrives
    Zoé > bonjour                  somebody writes
    Zoé > [Oui]                    … or presses the button that begins so
    Zoé > {name=Zoé; wants=}       … or sends the form
    Zoé < Bienvenue… [Oui] [Non]   what Zoé sees next: … stands for anything, then the buttons
    3 days pass                    time goes by

Whoever speaks must have heard everything that was said to them; so must everybody at the end.
"""

from __future__ import annotations

import re
from datetime import timedelta

from conversations.testing import Heard, Stage

_LINE = re.compile(r"(?P<who>[^<>]+?) (?P<way>[<>]) (?P<what>.*)")
_PASS = re.compile(r"(?P<count>\d+) (?P<unit>minute|hour|day)s? pass(?:es)?")
_BUTTON = re.compile(r"\[([^\]]*)\]")


class Differs(AssertionError):
    """The conversation went another way than the transcript."""


def play(stage: Stage, transcript: str) -> None:
    """Play it; raises Differs at the first line that is not so."""
    for line in transcript.strip().splitlines():
        if line.strip() and not line.strip().startswith("#"):
            _step(stage, line.strip())
    for place in list(stage.heard):
        _nothing_unheard(stage, place)


def _step(stage: Stage, line: str) -> None:
    if passing := _PASS.fullmatch(line):
        stage.passes(timedelta(**{f"{passing['unit']}s": int(passing["count"])}))
    elif line.endswith(" joins"):
        stage.joins(line.removesuffix(" joins"))
    elif line.endswith(" leaves"):
        stage.does(line.removesuffix(" leaves"), "leave")
    elif spoken := _LINE.fullmatch(line):
        step = _hear if spoken["way"] == "<" else _speak
        step(stage, spoken["who"], spoken["what"])
    else:
        raise Differs(f"not a line of a transcript: {line}")


def _speak(stage: Stage, who: str, what: str) -> None:
    _nothing_unheard(stage, f"dm:{who}")
    if what.startswith("[") and what.endswith("]"):
        stage.taps(who, *_BUTTON.findall(what))
    elif what.startswith("{") and what.endswith("}"):
        pairs = (pair.partition("=") for pair in what[1:-1].split(";"))
        stage.fills(who, **{name.strip(): value.strip() for name, _, value in pairs})
    else:
        stage.says(who, what)


def _hear(stage: Stage, who: str, what: str) -> None:
    place = who if who.startswith("room:") else f"dm:{who}"
    if not stage.heard[place]:
        raise Differs(f"{who} hears nothing, but should: {what}")
    heard = stage.heard[place].popleft()
    if not _fits(heard, what):
        raise Differs(f"{who} hears: {_written(heard)}\ninstead of: {what}")


def _fits(heard: Heard, what: str) -> bool:
    labels = _BUTTON.findall(what)
    wanted = _BUTTON.sub("", what).strip()
    pattern = ".*".join(re.escape(_flat(part)) for part in wanted.split("…"))
    said = _flat(" ".join([heard.text, *heard.card]))
    offered = [_flat(label) for label in heard.labels]
    shown = all(any(has.startswith(_flat(want)) for has in offered) for want in labels)
    return shown and re.fullmatch(pattern, said) is not None


def _flat(words: str) -> str:
    return " ".join(words.replace("\u202f", " ").replace("\u00a0", " ").split())


def _written(heard: Heard) -> str:
    buttons = "".join(f" [{label}]" for label in heard.labels)
    return _flat(" ".join([heard.text, *heard.card])) + buttons


def _nothing_unheard(stage: Stage, place: str) -> None:
    if stage.heard[place]:
        unheard = "\n".join(_written(each) for each in stage.heard[place])
        raise Differs(f"{place} also hears:\n{unheard}")
